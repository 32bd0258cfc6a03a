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
  const given = (fieldOf(node, 'superclasses')?.children ?? []).map((each) =>
    lowerArgument(each, depth),
  );
  const annotations = lowering.attachments.ofDefinition(
    span,
    node.start,
    docstringOf(body?.children[0]),
  );
  return {
    name: normalizeName(name.text),
    nameSpan: spanOf(name),
    span,
    bases: given
      .filter((base) => base.name === null && base.spread === null)
      .map((base) => base.value),
    metaclass: given.find((each) => each.name === 'metaclass')?.value ?? null,
    fields: body === null ? [] : fieldsOf(body),
    body: lowerBody(body, depth, { ...lowering, insideFunction: false }),
    decorators: decorators.map((decorator) => lowerExpression(decorator.children[0], depth)),
    annotations,
  };
}

/** The names that a class body declares with a type; a `ClassVar` is no field. */
function fieldsOf(body: SyntaxNode): string[] {
  const names: string[] = [];
  for (const statement of body.children) {
    const [assignment] = statement.type === 'expression_statement' ? statement.children : [];
    const type = assignment?.type === 'assignment' ? fieldOf(assignment, 'type') : null;
    const [target] = assignment?.children ?? [];
    if (
      type === null ||
      target.type !== 'identifier' ||
      /^['"]?(?:\w+\.)?ClassVar\b/.test(type.text)
    )
      continue;
    names.push(normalizeName(target.text));
  }
  return [...new Set(names)];
}

/** The content of the plain string that opens a body or a file. */
export function docstringOf(first: SyntaxNode | undefined): SyntaxNode | null {
  const [string] = first?.type === 'expression_statement' ? first.children : [];
  if (string?.type !== 'string') return null;
  const prefix = readPrefix(string.children[0]?.text ?? '');
  if (prefix.bytes || prefix.format) return null;
  return string.children.find((child) => child.type === 'string_content') ?? null;
}
