/**
 * Lowers `try` with its handlers and `with` with its items. What is not like
 * today's Python in their headers refuses the whole statement.
 */
import type { Handler, Statement } from '../../syntax/nodes';
import type { SyntaxNode } from '../tree-sitter';
import { fieldOf, lowerExpression, spanOf } from './expression';
import { normalizeName } from './names';
import { brokenHeader, type Lowering, lowerBody, lowerElse, refuse, UNREADABLE } from './statement';

export function lowerTry(node: SyntaxNode, depth: number, lowering: Lowering): Statement[] {
  const clauses = node.children.filter((child) => child.type !== 'block');
  if (clauses.some(brokenHeader)) return refuse(node, lowering, UNREADABLE, 'Correct its syntax.');
  const handlers = clauses.filter((clause) => clause.type === 'except_clause');
  if (handlers.some((clause) => typesOf(clause).length > 1)) {
    const reason = '`except X, e` belongs to Python 2.';
    return refuse(node, lowering, reason, 'Write `except X as e`, or the types in brackets.');
  }
  if (handlers.some((clause) => /^except\s*\*/.test(clause.text))) {
    return refuse(node, lowering, '`except*` is not supported.', 'Use a plain `except`.');
  }
  const final = clauses.find((clause) => clause.type === 'finally_clause');
  return [
    {
      kind: 'try',
      span: spanOf(node),
      body: lowerBody(fieldOf(node, 'body'), depth, lowering),
      handlers: handlers.map((clause) => lowerHandler(clause, depth, lowering)),
      otherwise: lowerElse(node, depth, lowering),
      final: final === undefined ? [] : lowerBody(blockOf(final), depth, lowering),
    },
  ];
}

export function lowerWith(node: SyntaxNode, depth: number, lowering: Lowering): Statement[] {
  if (node.children.some((child) => child.type === 'async')) {
    return refuse(node, lowering, '`async with` is not supported.', 'Use a plain `with`.');
  }
  const clause = node.children.find((child) => child.type === 'with_clause');
  const items = (clause?.children ?? []).map((item) => {
    const { value, target } = splitAs(item.children[0] ?? item);
    return {
      value: lowerExpression(value, depth),
      target: target === null ? null : lowerExpression(target, depth),
    };
  });
  const body = lowerBody(fieldOf(node, 'body'), depth, lowering);
  return [{ kind: 'with', span: spanOf(node), items, body }];
}

function lowerHandler(clause: SyntaxNode, depth: number, lowering: Lowering): Handler {
  const [type] = typesOf(clause);
  const { value, target } = type === undefined ? NOTHING : splitAs(type);
  return {
    type: value === null ? null : lowerExpression(value, depth),
    name: target === null ? null : normalizeName(target.text),
    body: lowerBody(blockOf(clause), depth, lowering),
    span: spanOf(clause),
  };
}

const NOTHING = { value: null, target: null };

function typesOf(clause: SyntaxNode): readonly SyntaxNode[] {
  return clause.children.filter((child) => child.type !== 'block');
}

function blockOf(clause: SyntaxNode): SyntaxNode | null {
  return clause.children.find((child) => child.type === 'block') ?? null;
}

/** `value as target`. */
function splitAs(node: SyntaxNode): { value: SyntaxNode; target: SyntaxNode | null } {
  if (node.type !== 'as_pattern') return { value: node, target: null };
  const [value, alias] = node.children;
  return { value, target: alias?.children[0] ?? alias ?? null };
}
