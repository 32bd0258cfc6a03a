/**
 * Lowers string literals: plain, adjacent and formatted. A conversion or a
 * format specification in an f-string becomes the call that it stands for.
 */
import type { Expression } from '../../syntax/nodes';
import type { SyntaxNode } from '../tree-sitter';
import { fieldOf, lowerExpression, spanOf, unsupported } from './expression';
import { readPrefix, readText } from './literals';

type Part = string | Expression;

/** A `string` or `concatenated_string` node as text or format. */
export function lowerString(node: SyntaxNode, depth: number): Expression {
  const strings = node.type === 'string' ? [node] : node.children;
  if (strings.some((string) => string.children[0]?.text === '`')) {
    return unsupported(node, 'Backticks belong to Python 2.', 'Write `repr(x)`.');
  }
  if (strings.some((string) => readPrefix(string.children[0]?.text ?? '').bytes)) {
    return unsupported(node, 'Bytes are not supported.', 'Write text without the prefix `b`.');
  }
  const parts = joinTexts(strings.flatMap((string) => partsOf(string, depth)));
  const span = spanOf(node);
  if (parts.length === 0) return { kind: 'text', span, value: '' };
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'string') return { kind: 'text', span, value: only };
  return { kind: 'format', span, parts };
}

function partsOf(string: SyntaxNode, depth: number): Part[] {
  const prefix = readPrefix(string.children[0]?.text ?? '');
  return string.children.flatMap((child): Part[] => {
    if (child.type === 'string_content') return [readText(child.text, prefix)];
    return child.type === 'interpolation' ? lowerInterpolation(child, depth) : [];
  });
}

const CONVERSIONS: Readonly<Record<string, string>> = { '!r': 'repr', '!s': 'str', '!a': 'ascii' };

/** `{x!r:>{width}}` is `format(repr(x), f'>{width}')`; `{x=}` is the text `x=` and `repr(x)`. */
function lowerInterpolation(node: SyntaxNode, depth: number): Part[] {
  const expression = fieldOf(node, 'expression');
  if (expression === null) return [unsupported(node, 'This field could not be read.', '')];
  let value = lowerExpression(expression, depth);
  const conversion = node.children.find((child) => child.type === 'type_conversion');
  const specification = node.children.find((child) => child.type === 'format_specifier');
  const named = /^\{(\s*=\s*)(?:[!:][\s\S]*)?\}$/.exec(textFrom(node, expression));
  if (conversion !== undefined) value = call(node, CONVERSIONS[conversion.text] ?? 'str', [value]);
  else if (named !== null && specification === undefined) value = call(node, 'repr', [value]);
  if (specification !== undefined) {
    value = call(node, 'format', [value, lowerSpecification(specification, depth)]);
  }
  return named === null
    ? [value]
    : [node.text.slice(1, expression.end - node.start) + named[1], value];
}

function lowerSpecification(node: SyntaxNode, depth: number): Expression {
  const parts: Part[] = [];
  let at = node.start + 1;
  const text = (until: number) => node.text.slice(at - node.start, until - node.start);
  for (const child of node.children) {
    if (child.type !== 'format_expression') continue;
    parts.push(text(child.start), ...lowerInterpolation(child, depth));
    at = child.end;
  }
  parts.push(text(node.end));
  return { kind: 'format', span: spanOf(node), parts: joinTexts(parts) };
}

/** What stands around a field's expression: `{=}` of `{x=}`. */
function textFrom(node: SyntaxNode, expression: SyntaxNode): string {
  return `{${node.text.slice(expression.end - node.start)}`;
}

function call(node: SyntaxNode, name: string, values: readonly Expression[]): Expression {
  const span = spanOf(node);
  return {
    kind: 'call',
    span,
    callee: { kind: 'name', span, name },
    arguments: values.map((value) => ({ value, name: null, spread: null, span: value.span })),
  };
}

function joinTexts(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined[joined.length - 1];
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] += part;
    else if (part !== '') joined.push(part);
  }
  return joined;
}
