/** What an index teaches: the number of axes, that something is labels, or how many classes there are. */
import type { Operands } from '../../trace/limits';
import type { ArrayValue, Value } from '../../trace/values';
import { withIgnored } from './decide';
import type { Hypothesis } from './hypothesis';
import { raised } from './learn-ranks';
import { learnFromBroadcast } from './learn-shapes';
import {
  arrayPaths,
  arraysIn,
  dimensionsOf,
  type Lesson,
  lineOf,
  ownersOf,
  unifications,
  unify,
} from './lesson';

export function learnFromIndex(lesson: Lesson, operands: Operands): Hypothesis[] {
  const [array, index] = operands.values;
  if (array?.kind === 'list' && index?.kind === 'number' && index.type === 'float') {
    return asPlace(lesson, operands, index, array.items.length);
  }
  if (array?.kind !== 'array' || index === undefined) return [];
  const items = (index.kind === 'tuple' ? index.items : [index]).filter(
    (each) => each.kind !== 'none' && each.kind !== 'ellipsis',
  );
  if (items.length > array.shape.length) return raised(lesson, operands, [array], items.length);
  const found: Hypothesis[] = [];
  for (const item of items) {
    if (item.kind === 'number' && item.type === 'float')
      found.push(...asWhole(lesson, operands, item));
    if (item.kind === 'array' && item.type === 'float')
      found.push(...asLabels(lesson, operands, item));
    if (item.kind === 'array' && item.type === 'bool')
      found.push(...masked(lesson, operands, array, item));
  }
  if (found.length > 0) return found;
  const fancy = arraysIn(items).filter((each) => each.shape.length > 0);
  for (const [at, left] of fancy.entries()) {
    for (const right of fancy.slice(at + 1)) {
      found.push(...learnFromBroadcast(lesson, operands, left, right));
    }
  }
  // `probs[range(N), y]`: as many rows as labels.
  for (const rows of items) {
    if (rows.kind !== 'range') continue;
    const sizeA = Math.max(0, Math.ceil((rows.stop - rows.start) / rows.step));
    for (const other of fancy.filter((each) => each.shape.length === 1)) {
      const pair = { a: rows, sizeA, b: other, sizeB: other.shape[0] };
      if (sizeA !== pair.sizeB) found.push(...unifications(lesson, operands, pair, 0.1));
    }
  }
  if (found.length > 0) return found;
  for (const [axis, item] of items.entries()) {
    const extent = array.shape[axis];
    if (extent !== undefined) found.push(...inBounds(lesson, operands, array, extent, item));
  }
  return found;
}

/** Something real that picks an item of a list. */
function asPlace(lesson: Lesson, operands: Operands, value: Value, length: number): Hypothesis[] {
  const { hypothesis } = lesson;
  return [...ownersOf(lesson, operands.graph, value)].flatMap((path) => {
    const kind = hypothesis.kind(path)?.kind;
    if (kind !== 'array' && kind !== 'number') return [];
    const next = hypothesis.copy(0.1);
    const classes = next.dimensions.explain(length, dimensionsOf(next, arrayPaths(next)));
    const shape = hypothesis.shape(path) ?? [];
    next.set(path, { kind: 'labels', shape, classes }, `used as an index${lineOf(lesson)}`, true);
    return [next];
  });
}

/** Something real that is needed as a whole number. */
export function asWhole(lesson: Lesson, operands: Operands, value: Value): Hypothesis[] {
  const { hypothesis } = lesson;
  return [...ownersOf(lesson, operands.graph, value)].flatMap((path) => {
    const known = hypothesis.known.get(path);
    const single = known?.kind.kind === 'number' || hypothesis.shape(path)?.length === 0;
    if (known === undefined || !single || known.kind.kind === 'given') {
      return asLabels(lesson, operands, value);
    }
    const origin = `needed as a whole number${lineOf(lesson)}`;
    const size = hypothesis.copy(0.1);
    size.set(path, { kind: 'size', dimension: size.dimensions.fresh() }, origin, true);
    const option = hypothesis.copy(0.3);
    const options = [2, 3, 1, 0].map((each) => ({ kind: 'whole' as const, value: each }));
    option.set(path, { kind: 'choice', options, at: 0, spread: false }, origin, true);
    return [size, option];
  });
}

/** Reals that serve as an index are labels, or else a mask. */
function asLabels(lesson: Lesson, operands: Operands, value: Value): Hypothesis[] {
  const { hypothesis } = lesson;
  return [...ownersOf(lesson, operands.graph, value)].flatMap((path) => {
    const shape = hypothesis.shape(path);
    const kind = hypothesis.kind(path)?.kind;
    if (shape === null || kind !== 'array') return [];
    const next = hypothesis.copy(0.1);
    const classes = next.dimensions.fresh('classes');
    const labels = withIgnored(
      { kind: 'labels', shape, classes },
      lesson.clues.uses.ignored.get(path),
    );
    next.set(path, labels, `used as an index${lineOf(lesson)}`, true);
    return [next];
  });
}

function masked(
  lesson: Lesson,
  operands: Operands,
  array: ArrayValue,
  mask: ArrayValue,
): Hypothesis[] {
  const pairs = mask.shape.flatMap((sizeB, axis) => {
    const sizeA = array.shape[axis];
    return sizeA === undefined || sizeA === sizeB ? [] : [{ a: array, sizeA, b: mask, sizeB }];
  });
  const found = unify(lesson, operands, pairs, 0.1);
  return found === null ? [] : [found];
}

/** An index beyond an axis: its number of classes is that axis, or it counts along another one. */
function inBounds(
  lesson: Lesson,
  operands: Operands,
  array: ArrayValue,
  extent: number,
  item: Value,
): Hypothesis[] {
  const { hypothesis } = lesson;
  const values = item.kind === 'array' ? [...operands.graph.value(item.storage.entry)] : [];
  const largest = item.kind === 'number' ? item.value : Math.max(-1, ...values);
  if (largest < extent) return [];
  const near = dimensionsOf(hypothesis, ownersOf(lesson, operands.graph, array));
  const found: Hypothesis[] = [];
  const moved: Hypothesis[] = [];
  for (const [path, { kind }] of hypothesis.known) {
    if (kind.kind !== 'labels') continue;
    const classes = hypothesis.dimensions.size(kind.classes);
    // `borders[y + 1]`: labels, moved by some places.
    const fitting = classes <= largest ? classes - 1 - largest + extent : extent;
    if (fitting < 2) continue;
    const next = hypothesis.copy(classes <= largest ? 0.3 : 0.1);
    const axis = next.dimensions.explain(fitting, near);
    if (!next.dimensions.unite(kind.classes, axis)) {
      next.set(path, { ...kind, classes: axis }, hypothesis.known.get(path)?.origin ?? '', true);
    }
    (classes <= largest ? moved : found).push(next);
  }
  if (found.length > 0 && item.kind === 'array') return found;
  found.push(...moved);
  for (const [path, { kind, origin }] of hypothesis.known) {
    if (kind.kind !== 'size' || hypothesis.dimensions.size(kind.dimension) !== largest) continue;
    const next = hypothesis.copy(0.2);
    const options = [1, 2, 0].map((value) => ({ kind: 'whole' as const, value }));
    next.set(path, { kind: 'choice', options, at: 0, spread: false }, origin, true);
    found.push(next);
  }
  // `for t in range(T): x[t]`: what counts to here has the size of the axis.
  for (const root of hypothesis.dimensions.roots()) {
    if (!hypothesis.dimensions.isFree(root) || hypothesis.dimensions.size(root) <= largest)
      continue;
    const next = hypothesis.copy(hypothesis.dimensions.size(root) === largest + 1 ? 0.2 : 0.5);
    const axis = next.dimensions.explain(extent, near);
    if (next.dimensions.root(axis) !== root && next.dimensions.unite(root, axis)) found.push(next);
  }
  for (const [path, { kind, origin, firm }] of hypothesis.known) {
    if (kind.kind !== 'choice' || kind.at + 1 >= kind.options.length) continue;
    const option = kind.options[kind.at];
    if (option.kind !== 'whole' || option.value < extent) continue;
    const next = hypothesis.copy(0.3);
    next.set(path, { ...kind, at: kind.at + 1 }, origin, firm);
    found.push(next);
  }
  return found;
}
