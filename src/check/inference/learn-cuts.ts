/** What parts of an input, or of what is computed, teach when they come out too short or too long. */
import type { Operands } from '../../trace/limits';
import type { ArrayValue, Value } from '../../trace/values';
import type { Dimension } from './dimensions';
import type { Hypothesis } from './hypothesis';
import { arrayPaths, dimensionsOf, type Lesson, lineOf, ownersOf, present } from './lesson';

/** A vector that is cut into parts is too short or too long for one of them. */
export function lengthened(
  lesson: Lesson,
  operands: Operands,
  { a, sizeA, b, sizeB }: { a: Value; sizeA: number; b: Value; sizeB: number },
): Hypothesis | null {
  const { hypothesis, clues } = lesson;
  for (const [value, more] of [
    [a, sizeB - sizeA],
    [b, sizeA - sizeB],
  ] as const) {
    const [path, ...others] = ownersOf(lesson, operands.graph, value);
    const shape = path === undefined ? null : hypothesis.shape(path);
    if (others.length > 0 || shape?.length !== 1 || !isView(operands, value)) continue;
    if (!clues.uses.vectors.has(path) && sizeA > 0 && sizeB > 0) continue;
    const next = hypothesis.copy(0.05);
    const length = next.dimensions.literal(next.dimensions.size(shape[0]) + more);
    next.reshape(path, [length], `cut into parts${lineOf(lesson)}`, true);
    return next;
  }
  return null;
}

/** `a[:, 3 * H:]` of an axis that is meant to hold four parts of size H. */
export function widerParts(
  lesson: Lesson,
  operands: Operands,
  { a, sizeA, b, sizeB }: { a: Value; sizeA: number; b: Value; sizeB: number },
): Hypothesis[] {
  const { hypothesis, clues } = lesson;
  const counts = new Set([clues.uses.parts, 4, 3, 2].filter((each) => each > 1));
  const found: (Hypothesis | null)[] = [];
  for (const [cut, short, whole, size] of [
    [a, sizeA, b, sizeB],
    [b, sizeB, a, sizeA],
  ] as const) {
    if (cut.kind !== 'array' || short >= size) continue;
    const seen = cutExtent(operands, cut);
    // What is cut further than it reaches is whole: only the code says that it is cut.
    const said = clues.uses.parts > 1 && short > 1 && !isView(operands, cut) && isLast(cut, short);
    if (seen === null && !(said && isLast(whole, size))) continue;
    const extent = seen ?? short;
    const owners = [...ownersOf(lesson, operands.graph, cut)];
    const near = dimensionsOf(hypothesis, ownersOf(lesson, operands.graph, whole));
    const product = (times: number, part: Dimension | null, cost: number): Hypothesis | null => {
      const next = hypothesis.copy(cost);
      const { dimensions } = next;
      const axis = dimensions.explain(extent, dimensionsOf(next, owners));
      const of = [dimensions.literal(times), part ?? dimensions.explain(size, near)];
      return dimensions.unite(axis, dimensions.bound({ kind: 'product', of })) ? next : null;
    };
    if (seen === null) {
      found.push(product(clues.uses.parts, null, 0.15));
      continue;
    }
    for (const [rank, times] of [...counts].entries()) {
      found.push(product(times, null, 0.05 + rank / 5));
    }
    // Where the other part was cut short, too, a part may be as long as any axis.
    const [times] = counts;
    for (const each of new Set(dimensionsOf(hypothesis, arrayPaths(hypothesis)))) {
      found.push(product(times, each, 0.4));
    }
  }
  return present(found);
}

function isLast(value: Value, size: number): boolean {
  return value.kind === 'array' && value.shape.at(-1) === size;
}

/** How long the last axis was before it was cut, elementwise operations since then aside; null where it is whole. */
function cutExtent({ graph }: Operands, value: ArrayValue): number | null {
  let at = value.storage.entry;
  const whole = graph.entry(at).shape.at(-1) ?? 0;
  const own = value.shape.at(-1) ?? 0;
  if (graph.entry(at).shape.length === value.shape.length && whole > own) return whole;
  for (let steps = 0; steps < 20; steps++) {
    const { op, shape, inputs } = graph.entry(at);
    const [next] = inputs.filter((each) => graph.entry(each).shape.length === shape.length);
    if (next === undefined) return null;
    const before = graph.entry(next).shape;
    if (!shape.slice(0, -1).every((size, axis) => size === before[axis])) return null;
    const extent = before.at(-1) ?? 0;
    if (extent !== own) return op === 'gather' && extent > own ? extent : null;
    at = next;
  }
  return null;
}

/** Whether a value is a window on an input itself. */
function isView({ graph }: Operands, value: Value): boolean {
  return value.kind === 'array' && graph.entry(value.storage.entry).op === 'input';
}
