/**
 * What a written gradient of another shape teaches: its input may be meant to have that
 * shape, unless that is only the shape of a batch that was not summed over.
 */
import type { Clues } from './clues';
import type { Dimension } from './dimensions';
import type { Hypothesis } from './hypothesis';
import { arrayPaths, isOpen } from './lesson';
import type { Trial } from './question';
import { lastName } from './uses';

/** Inputs with the shape that what is written as their gradient has. */
export function fitted(
  clues: Clues,
  { hypothesis, trial }: { readonly hypothesis: Hypothesis; readonly trial: Trial },
): Hypothesis[] {
  const alone = withoutBatch(hypothesis, trial);
  if (alone !== null) return [alone];
  return trial.misfits.flatMap(({ name, written }) => {
    const path = name.replace(/\[\d+\]/g, '[]');
    const shape = hypothesis.shape(path);
    if (shape === null || !isOpen(hypothesis, path)) return [];
    if (isSpread(hypothesis, path, written)) return [];
    // As many items as are read by number.
    const count = clues.uses.counts.get(path)?.count ?? null;
    if (count !== null && written.length > 0 && written[0] !== count) return [];
    if (shape.length !== written.length) {
      if (written.length > 2 || written.length < (hypothesis.known.get(path)?.least ?? 0))
        return [];
      const other = hypothesis.copy(0.2);
      const axes = written.map((size) => other.dimensions.explain(size, shape));
      other.reshape(path, axes, null, false);
      return [other];
    }
    const next = hypothesis.copy(0.1);
    const united = shape.every((each, axis) => {
      const { dimensions } = next;
      const own = dimensions.size(each);
      if (own === written[axis]) return true;
      // One row, or one unit, for all that share the axis would hide what is wrong along it.
      const hides = own === 1 || written[axis] === 1;
      return !hides && dimensions.unite(each, dimensions.explain(written[axis], []));
    });
    // Where that other one is something else's, too, this one alone may be so.
    const alone = hypothesis.copy(0.3);
    const axes = written.map((size, axis) =>
      alone.dimensions.size(shape[axis]) === size
        ? shape[axis]
        : size === 1
          ? alone.dimensions.literal(1)
          : alone.dimensions.explain(size, shape),
    );
    alone.reshape(path, axes, null, false);
    return united ? [next, alone] : [alone];
  });
}

/** `np.outer` lays out what it is given: where that makes each gradient so many times too large, one example was meant. */
function withoutBatch(hypothesis: Hypothesis, { misfits }: Trial): Hypothesis | null {
  const times = new Set(
    misfits.flatMap(({ shape, written }) =>
      shape.length === 2 && written.length === 2
        ? shape.map((size, axis) => written[axis] / size)
        : [1],
    ),
  );
  const [count] = times;
  if (times.size !== 1 || count <= 1 || !Number.isInteger(count)) return null;
  const next = hypothesis.copy(0.1);
  for (const path of arrayPaths(hypothesis)) {
    const [first, ...others] = hypothesis.shape(path) ?? [];
    if (others.length !== 1 || !isOpen(hypothesis, path)) continue;
    if (next.dimensions.size(first) === count) next.reshape(path, others, null, false);
  }
  return next;
}

/** A bias has one axis, and none for the examples: what is as long as the batch is not summed over it. */
function isSpread(hypothesis: Hypothesis, path: string, written: readonly number[]): boolean {
  if (!isBias.test(lastName(path))) return false;
  if (written.filter((size) => size > 1).length > 1) return true;
  const batch = batchOf(hypothesis);
  return batch !== null && written.includes(hypothesis.dimensions.size(batch));
}

/** Whether a bias has an entry for each entry of the output, or for each example. */
export function hasWideBias(hypothesis: Hypothesis): boolean {
  const { known, dimensions } = hypothesis;
  const batch = batchOf(hypothesis);
  const isBatch = (each: Dimension) =>
    batch !== null && dimensions.root(each) === dimensions.root(batch);
  return [...known].some(
    ([path, { kind, firm }]) =>
      !firm &&
      kind.kind === 'array' &&
      isBias.test(lastName(path)) &&
      (kind.shape.some(isBatch) ||
        kind.shape.filter((each) => dimensions.size(each) > 1).length > 1),
  );
}

/**
 * Whether one number stands for a bias of all units, though the weights still have several: a sum
 * over the units, too, would be right for that.
 */
export function hasOneBias(after: Hypothesis, before: Hypothesis): boolean {
  return [...before.known.keys()].some((path) => {
    if (!isBias.test(lastName(path)) || sizeOf(after, path) !== 1) return false;
    const units = before.shape(path)?.filter((each) => before.dimensions.size(each) > 1) ?? [];
    return [...before.known.keys()].some((weight) => {
      const shapes = [before.shape(weight) ?? [], after.shape(weight) ?? []];
      if (weight === path || shapes.some(({ length }) => length !== 2)) return false;
      const isUnit = (each: Dimension, axis: number) =>
        units.some((unit) => before.dimensions.root(unit) === before.dimensions.root(each)) &&
        after.dimensions.size(shapes[1][axis]) > 1;
      return isWeight(weight) && shapes[0].some(isUnit);
    });
  });
}

/** How many numbers a path stands for; null for what is no number and no array of them. */
function sizeOf(hypothesis: Hypothesis, path: string): number | null {
  const shape = hypothesis.shape(path);
  if (shape === null) return hypothesis.kind(path)?.kind === 'number' ? 1 : null;
  return shape.reduce((size, each) => size * hypothesis.dimensions.size(each), 1);
}

const isBias = /^(b|bias)$|^b\d|_bias$/;

const isWeight = (path: string) => /^(w|u|v|theta|weights?)/i.test(lastName(path));

/** The axis of the data that no weights have; where there are none, the first of two or more. */
function batchOf({ known, dimensions }: Hypothesis): Dimension | null {
  const shapes = [...known].flatMap(([path, { kind }]) =>
    kind.kind === 'array' && kind.shape.length > 1 ? [{ path, shape: kind.shape }] : [],
  );
  const weights = new Set(
    shapes
      .filter(({ path }) => isWeight(path))
      .flatMap(({ shape }) => shape.map((each) => dimensions.root(each))),
  );
  const data = shapes.find(({ path }) => !isWeight(path) && !isBias.test(lastName(path)));
  const own = data?.shape.map((each) => dimensions.root(each)) ?? [];
  const batch = weights.size === 0 ? own[0] : own.find((each) => !weights.has(each));
  return batch === undefined || dimensions.size(batch) === 1 ? null : batch;
}
