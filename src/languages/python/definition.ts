/**
 * Lowers `def` and `class` with their decorators, and hands each the
 * annotations that stand above it, between its decorators or in its docstring.
 */
import type { ClassDefinition, FunctionDefinition } from '../../syntax/nodes';
import type { Span } from '../../syntax/span';
import type { SyntaxNode } from '../tree-sitter';
import { fieldOf, lowerArgument, lowerExpression, spanOf } from './expression';
import { readPrefix } from './literals';
import { holdsYield, normalizeName } from './names';
import { lowerParameters } from './parameters';
import { type Lowering, lowerBody } from './statement';

/** `span` covers the decorators too. */
export function lowerFunction(
  node: SyntaxNode,
  decorators: readonly SyntaxNode[],
  span: Span,
  depth: number,
  lowering: Lowering,
): FunctionDefinition {
  const name = fieldOf(node, 'name') ?? node;
  const body = fieldOf(node, 'body');
  const list = fieldOf(node, 'parameters');
  const annotations = lowering.attachments.ofDefinition(
    span,
    node.start,
    docstringOf(body?.children[0]),
  );
  const lowered = list === null ? null : lowerParameters(list, depth);
  const statements = lowerBody(body, depth, { ...lowering, insideFunction: true });
  return {
    name: normalizeName(name.text),
    nameSpan: spanOf(name),
    span,
    parameters: lowered?.parameters ?? [],
    body: [...(lowered?.prologue ?? []), ...statements],
    decorators: decorators.map((decorator) => lowerExpression(decorator.children[0], depth)),
    annotations,
    generator: body !== null && holdsYield(body),
  };
}

/** Keyword arguments of a class, such as `metaclass=`, are no bases. */
export function lowerClass(
  node: SyntaxNode,
  decorators: readonly SyntaxNode[],
  span: Span,
  depth: number,
  lowering: Lowering,
): ClassDefinition {
  const name = fieldOf(node, 'name') ?? node;
  const body = fieldOf(node, 'body');
  const bases = fieldOf(node, 'superclasses')?.children ?? [];
  const annotations = lowering.attachments.ofDefinition(
    span,
    node.start,
    docstringOf(body?.children[0]),
  );
  return {
    name: normalizeName(name.text),
    nameSpan: spanOf(name),
    span,
    bases: bases
      .map((base) => lowerArgument(base, depth))
      .filter((base) => base.name === null && base.spread === null)
      .map((base) => base.value),
    body: lowerBody(body, depth, { ...lowering, insideFunction: false }),
    decorators: decorators.map((decorator) => lowerExpression(decorator.children[0], depth)),
    annotations,
  };
}

/** The content of the plain string that opens a body or a file. */
export function docstringOf(first: SyntaxNode | undefined): SyntaxNode | null {
  const [string] = first?.type === 'expression_statement' ? first.children : [];
  if (string?.type !== 'string') return null;
  const prefix = readPrefix(string.children[0]?.text ?? '');
  if (prefix.bytes || prefix.format) return null;
  return string.children.find((child) => child.type === 'string_content') ?? null;
}
