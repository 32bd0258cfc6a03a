/**
 * The one walk over core nodes: every node inside a part of a program, outer ones first.
 * What looks for something anywhere in a tree is a question asked of it.
 */
import type { Expression, Pattern, Statement } from './nodes';

/** What a question is asked of. Parts of nodes (arguments, clauses) are met, too; they have no such kind. */
export type SyntaxNode = Statement | Expression | Pattern;

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

/** Whether a part holds a node, itself included, that passes a test. */
export function holds(part: unknown, test: (node: SyntaxNode) => boolean): boolean {
  if (Array.isArray(part)) return part.some((each) => holds(each, test));
  if (part === null || typeof part !== 'object') return false;
  if (test(part as SyntaxNode)) return true;
  for (const key in part) {
    const inner = (part as Record<string, unknown>)[key];
    if (typeof inner === 'object' && holds(inner, test)) return true;
  }
  return false;
}

/** Whether a name stands anywhere in a part. */
export function mentions(part: unknown, name: string): boolean {
  return holds(part, (node) => node.kind === 'name' && node.name === name);
}

/** Whether a member of this name is read or set anywhere in a part. */
export function mentionsMember(part: unknown, name: string): boolean {
  return holds(part, (node) => node.kind === 'member' && node.name === name);
}
