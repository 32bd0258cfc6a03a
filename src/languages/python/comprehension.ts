/** Lowers comprehensions and generator expressions, and the entries of dicts. */
import type { ComprehensionClause, Expression } from '../../syntax/nodes';
import type { SyntaxNode } from '../tree-sitter';
import { fieldOf, lowerExpression, lowerSequence, spanOf, unsupported } from './expression';

const COMPREHENSION_RESULTS = {
  list_comprehension: 'list',
  set_comprehension: 'set',
  dictionary_comprehension: 'dict',
  generator_expression: 'generator',
} as const;

export function lowerComprehension(node: SyntaxNode, depth: number): Expression {
  const [body, ...rest] = node.children;
  const clauses: (ComprehensionClause & { conditions: Expression[] })[] = [];
  for (const child of rest) {
    if (child.type === 'if_clause') {
      clauses[clauses.length - 1].conditions.push(lowerExpression(child.children[0], depth));
      continue;
    }
    if (child.children.some((part) => part.type === 'async')) {
      return unsupported(node, '`async for` is not supported.', 'Use a plain `for`.');
    }
    const sources = child.children.filter((part) => part.field === 'right');
    clauses.push({
      target: lowerExpression(fieldOf(child, 'left') ?? child, depth),
      iterable: lowerSequence(sources, depth),
      conditions: [],
    });
  }
  const entry = body.type === 'pair' ? lowerEntry(body, depth) : null;
  return {
    kind: 'comprehension',
    span: spanOf(node),
    result: COMPREHENSION_RESULTS[node.type as keyof typeof COMPREHENSION_RESULTS],
    key: entry?.key ?? null,
    element: entry?.value ?? lowerExpression(body, depth),
    clauses,
  };
}

/** `key: value`, or `**value` with a null key. */
export function lowerEntry(
  node: SyntaxNode,
  depth: number,
): { key: Expression | null; value: Expression } {
  const [first, second] = node.children;
  if (node.type === 'pair') {
    return { key: lowerExpression(first, depth), value: lowerExpression(second, depth) };
  }
  return { key: null, value: lowerExpression(first ?? node, depth) };
}
