/** What a reshape that does not fit teaches: how long a vector is, what divides an axis. */
import type { Operands } from '../../trace/limits';
import { int, type Value } from '../../trace/values';
import type { Hypothesis } from './hypothesis';
import {
  arrayPaths,
  arraysIn,
  dimensionsOf,
  type Lesson,
  lineOf,
  ownersOf,
  present,
  unify,
} from './lesson';

/** A vector of parameters is as long as what is cut from it; other arrays must be divisible. */
export function learnFromReshape(lesson: Lesson, operands: Operands): Hypothesis[] {
  const { hypothesis } = lesson;
  const [array] = arraysIn(operands.values);
  if (array === undefined) return [];
  const wanted = extentsIn(operands.values.filter((each) => each !== array));
  const found: (Hypothesis | null)[] = [];
  const owners = [...ownersOf(lesson, operands.graph, array)];
  const vector = owners.length === 1 ? hypothesis.shape(owners[0]) : null;
  const needed = wanted.every((each) => each > 0) ? wanted.reduce((a, b) => a * b, 1) : 0;
  const [path] = owners;
  if (
    vector?.length === 1 &&
    needed > 0 &&
    array.shape.length === 1 &&
    hypothesis.kind(path)?.kind !== 'given'
  ) {
    const whole = array.offset === 0 && array.storage.length === array.shape[0];
    if (whole && wanted.includes(1) && wanted.length > 2) {
      // `a.reshape(N, T, 1)`: what is widened has these axes itself.
      const widened = hypothesis.copy(0.05);
      const axes = wanted.filter((each) => each !== 1);
      const own = axes.map((each) => widened.dimensions.explain(each, []));
      widened.reshape(path, own, `widened to ${wanted.length} axes${lineOf(lesson)}`, true);
      return [widened];
    }
    const next = hypothesis.copy(0.05);
    const length = whole
      ? next.dimensions.explain(needed, dimensionsOf(next, arrayPaths(next)))
      : next.dimensions.literal(array.offset + needed);
    const how = whole ? 'reshaped' : 'cut into parts';
    next.reshape(path, [length], `${how}${lineOf(lesson)}`, true);
    return [next];
  }
  for (const [path, known] of hypothesis.known) {
    if (known.kind.kind !== 'size') continue;
    const next = hypothesis.copy(0.4);
    const options = [2, 3, 1].map((value) => ({ kind: 'whole' as const, value }));
    next.set(path, { kind: 'choice', options, at: 0, spread: false }, known.origin, known.firm);
    found.push(next);
  }
  // A number of groups or heads divides an axis.
  for (const { kind } of hypothesis.known.values()) {
    const option = kind.kind === 'choice' ? kind.options[kind.at] : null;
    if (option?.kind !== 'whole' || option.value < 2) continue;
    for (const dimension of new Set(
      dimensionsOf(hypothesis, owners.length > 0 ? owners : arrayPaths(hypothesis)),
    )) {
      if (!hypothesis.dimensions.isFree(dimension)) continue;
      if (hypothesis.dimensions.size(dimension) % option.value === 0) continue;
      const next = hypothesis.copy(0.3);
      const groups = next.dimensions.literal(option.value);
      const product = next.dimensions.bound({
        kind: 'product',
        of: [groups, next.dimensions.fresh()],
      });
      if (next.dimensions.unite(dimension, product)) found.push(next);
      const twice = hypothesis.copy(0.5);
      const both = [twice.dimensions.literal(option.value), twice.dimensions.literal(option.value)];
      const square = twice.dimensions.bound({ kind: 'product', of: both });
      if (twice.dimensions.unite(dimension, square)) found.push(twice);
    }
  }
  // The sizes that are wanted may be meant to be those that are there.
  if (needed > 0) {
    for (const sizeA of array.shape) {
      for (const sizeB of wanted) {
        if (sizeA === sizeB) continue;
        found.push(unify(lesson, operands, [{ a: array, sizeA, b: int(sizeB), sizeB }], 0.6));
      }
    }
  }
  return present(found);
}

function extentsIn(values: readonly Value[]): number[] {
  return values.flatMap((each) => {
    if (each.kind === 'number') return [each.value];
    return each.kind === 'tuple' || each.kind === 'list' ? extentsIn(each.items) : [];
  });
}
