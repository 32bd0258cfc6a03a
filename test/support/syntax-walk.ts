/**
 * Every node of a program with the nodes around it, innermost last; for tools that
 * ask which constructs a program uses. A loop nested in a loop knows its depth.
 */
import type { Expression, FunctionDefinition, Program, Statement } from '../../src/syntax/nodes';

/** Any node: a statement, an expression, a pattern, or a parameter. */
export type AnyNode = Statement | Expression;

export interface Visit {
  readonly node: AnyNode;
  /** The nodes that hold it, from the statement of the module down. */
  readonly around: readonly AnyNode[];
  /** The program's own functions and classes, by name. */
  readonly defined: ReadonlySet<string>;
}

export function visits(program: Program): Visit[] {
  const found: { node: AnyNode; around: readonly AnyNode[] }[] = [];
  const defined = new Set<string>();
  const look = (value: unknown, around: readonly AnyNode[]): void => {
    if (Array.isArray(value)) for (const each of value) look(each, around);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const node = value as AnyNode;
    const isNode = 'kind' in value && 'span' in value;
    if (isNode) found.push({ node, around });
    if (node.kind === 'function' || node.kind === 'class') defined.add(node.definition.name);
    const inside = isNode ? [...around, node] : around;
    for (const each of Object.values(value)) look(each, inside);
  };
  look(program.body, []);
  return found.map((visit) => ({ ...visit, defined }));
}

/** The function that a node stands in directly is given by its definition's body. */
export function returnsOf(definition: FunctionDefinition): number {
  let count = 0;
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) look(each);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const { kind } = value as { kind?: string };
    if (kind === 'function' || kind === 'lambda' || kind === 'class') return;
    if (kind === 'return') count += 1;
    for (const each of Object.values(value)) look(each);
  };
  look(definition.body);
  return count;
}
