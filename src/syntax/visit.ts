/**
 * The one walk over core nodes: every node inside a part of a program, outer ones first.
 * What looks for something anywhere in a tree is a question asked of it.
 */
import type { Argument, Expression, Pattern, Statement } from './nodes';

/** Anything with a span that a tree holds: statements, expressions, patterns, arguments. */
export type SyntaxNode = Statement | Expression | Pattern | Argument;

/** Calls `enter` with each node of a part, itself included; where it answers `false`, what is inside is left out. */
export function visit(part: unknown, enter: (node: SyntaxNode) => unknown): void {
  if (Array.isArray(part)) {
    for (const each of part) visit(each, enter);
  } else if (part !== null && typeof part === 'object') {
    if (enter(part as SyntaxNode) === false) return;
    // Many trees are walked often: no array is made for what a node holds.
    for (const key in part) {
      const inner = (part as Record<string, unknown>)[key];
      if (typeof inner === 'object') visit(inner, enter);
    }
  }
}
