/**
 * Trees that stand elsewhere in their file than when they were made. What is found out
 * about a tree wherever it stands holds for its copies, too: it is found out once.
 */
import type { ClassDefinition, FunctionDefinition, Statement } from './nodes';

const originals = new WeakMap<object, object>();

/** Copies of statements with all spans `by` further. */
export function moved(statements: readonly Statement[], by: number): Statement[] {
  return statements.map((statement) => {
    const copy = copied(statement, by) as Statement;
    originals.set(copy, original(statement));
    return copy;
  });
}

function copied(node: unknown, by: number): unknown {
  if (node === null || typeof node !== 'object') return node;
  if (Array.isArray(node)) {
    const items = new Array<unknown>(node.length);
    for (let at = 0; at < node.length; at++) items[at] = copied(node[at], by);
    return items;
  }
  const { start, end } = node as { start?: unknown; end?: unknown };
  if (typeof start === 'number' && typeof end === 'number') {
    return { ...node, start: start + by, end: end + by };
  }
  const copy = { ...node } as Record<string, unknown>;
  for (const key in copy) {
    const value = copy[key];
    if (typeof value === 'object' && value !== null) copy[key] = copied(value, by);
  }
  if ('parameters' in copy || 'bases' in copy) originals.set(copy, original(node));
  return copy;
}

/** The tree that this one is a copy of, or itself. */
function original(node: object): object {
  return originals.get(node) ?? node;
}

/**
 * A function of a statement or definition that does its work once for all copies. What it
 * gives must hold wherever the tree stands: no spans, no nodes. `where` is only there to
 * look something up, such as the text that the tree was made of.
 */
export function onceFor<
  N extends Statement | FunctionDefinition | ClassDefinition,
  W extends readonly unknown[],
  T,
>(work: (node: N, ...where: W) => T): (node: N, ...where: W) => T {
  const known = new WeakMap<object, { readonly result: T }>();
  return (node, ...where) => {
    const key = original(node);
    let found = known.get(key);
    if (found === undefined) {
      found = { result: work(node, ...where) };
      known.set(key, found);
    }
    return found.result;
  };
}
