/** What clashing shapes teach: axes that are the same, or another number of axes. */
import type { Operands } from '../../trace/limits';
import type { ArrayValue, Value } from '../../trace/values';
import { int } from '../../trace/values';
import type { Hypothesis } from './hypothesis';
import { contracted } from './learn-contraction';
import { lengthened, widerParts } from './learn-cuts';
import { deepened, raised } from './learn-ranks';
import { learnFromReshape } from './learn-reshape';
import { learnFromUpdate } from './learn-update';
import {
  alike,
  arrayPaths,
  arraysIn,
  isOpen,
  type Lesson,
  lineOf,
  ownersOf,
  present,
  unifications,
  unify,
  withForm,
} from './lesson';

const products = /^(matmul|dot|inner|vdot|outer|multiDot)$/;
const joins = /concat|stack|append/i;

/** Refinements for an operation on arrays whose shapes do not fit. */
export function learnFromShapes(lesson: Lesson, operands: Operands): Hypothesis[] {
  const { operation, values } = operands;
  if (/^reshape|^resize|^view/i.test(operation)) return learnFromReshape(lesson, operands);
  if (operation === 'unpack') return learnFromUnpacking(lesson, operands);
  const arrays = arraysIn(values);
  if (/(^|[.])cross$/.test(operation)) return learnFromCross(lesson, operands, arrays);
  const [left, right] = arrays;
  if (operation === 'augment') {
    return learnFromUpdate(lesson, operands) ?? learnFromBroadcast(lesson, operands, left, right);
  }
  if (products.test(operation)) return learnFromProduct(lesson, operands, values);
  if (left === undefined || right === undefined) return raised(lesson, operands, values);
  if (joins.test(operation)) return learnFromJoin(lesson, operands, arrays);
  if (operation === 'tensordot') {
    return [
      ...present([contracted(lesson, operands, left, right)]),
      ...pairwise(lesson, operands, left, right),
    ];
  }
  const found = learnFromBroadcast(lesson, operands, left, right);
  return found.length > 0 ? found : pairwise(lesson, operands, left, right);
}

/** Sizes that must be the same, or other numbers of axes. */
export function learnFromBroadcast(
  lesson: Lesson,
  operands: Operands,
  left: ArrayValue,
  right: ArrayValue,
): Hypothesis[] {
  const [a, b] = [left.shape, right.shape];
  const pairs = [];
  for (let back = 1; back <= Math.min(a.length, b.length); back++) {
    const [sizeA, sizeB] = [a[a.length - back], b[b.length - back]];
    if (sizeA !== sizeB && sizeA !== 1 && sizeB !== 1)
      pairs.push({ a: left, sizeA, b: right, sizeB });
  }
  if (pairs.length === 0) return [];
  const same =
    pairs.length === 1
      ? unifications(lesson, operands, pairs[0], 0.1)
      : [unify(lesson, operands, pairs, 0.1)];
  return present([
    ...pairs.map((each) => lengthened(lesson, operands, each)),
    ...pairs.flatMap((each) => widerParts(lesson, operands, each)),
    ...same,
    ...reformed(lesson, operands, left, right),
    ...reformed(lesson, operands, right, left),
  ]);
}

/** Another number of axes for an operand that is, or looks like, a parameter. */
function reformed(
  lesson: Lesson,
  operands: Operands,
  value: ArrayValue,
  other: ArrayValue,
): (Hypothesis | null)[] {
  const { hypothesis, clues } = lesson;
  const owners = ownersOf(lesson, operands.graph, value);
  const origin = `guessed so that the operation fits${lineOf(lesson)}`;
  return alike(lesson, owners, value.shape)
    .filter((path) => isOpen(hypothesis, path))
    .flatMap((path) => {
      if (value.shape.length === 1 && other.shape.length >= 2) {
        const column = withForm(
          hypothesis,
          path,
          'column',
          origin,
          clues.uses.columns ? 0.05 : 0.6,
        );
        return [column, withForm(hypothesis, path, other.shape.length, origin, 0.7)];
      }
      const rank = other.shape.length;
      return rank === value.shape.length ? [] : [withForm(hypothesis, path, rank, origin, 0.7)];
    });
}

function learnFromProduct(
  lesson: Lesson,
  operands: Operands,
  values: readonly Value[],
): Hypothesis[] {
  const [left, right] = values;
  const scalars = [left, right].filter(
    (each) => each?.kind === 'number' || (each?.kind === 'array' && each.shape.length === 0),
  );
  if (scalars.length > 0) {
    // `w @ cov @ w`: what became a number in the first product needed one axis more.
    const inner = { ...operands, values: scalars };
    return [...raised(lesson, operands, scalars), ...deepened(lesson, inner)];
  }
  if (left?.kind !== 'array' || right?.kind !== 'array') return [];
  const [a, b] = [left.shape, right.shape];
  const sizeA = a[a.length - 1];
  const sizeB = b.length === 1 ? b[0] : b[b.length - 2];
  const pairs = [{ a: left, sizeA, b: right, sizeB }];
  // A product over one entry shows little: another number of axes is likelier.
  const cost = sizeA === 1 || sizeB === 1 ? 0.9 : 0.1;
  if (b.length > 2 && a.length > 2) {
    for (let axis = 0; axis < Math.min(a.length, b.length) - 2; axis++) {
      if (a[axis] !== b[axis]) pairs.push({ a: left, sizeA: a[axis], b: right, sizeB: b[axis] });
    }
  }
  const same =
    pairs.length === 1
      ? unifications(lesson, operands, pairs[0], cost)
      : [unify(lesson, operands, pairs, cost)];
  return present([
    ...pairs.map((each) => lengthened(lesson, operands, each)),
    ...same,
    ...raisedVectors(lesson, operands, left),
    ...raisedVectors(lesson, operands, right),
  ]);
}

/** A vector in a product may be a matrix, and a matrix a vector. */
function raisedVectors(
  lesson: Lesson,
  operands: Operands,
  value: ArrayValue,
): (Hypothesis | null)[] {
  const { hypothesis } = lesson;
  const origin = `guessed so that the product fits${lineOf(lesson)}`;
  const owners = ownersOf(lesson, operands.graph, value);
  const whole = alike(lesson, owners, value.shape)
    .filter((path) => isOpen(hypothesis, path))
    .map((path) => withForm(hypothesis, path, value.shape.length === 1 ? 2 : 1, origin, 0.8));
  return [...whole, ...pickedRows(lesson, operands, value, origin)];
}

/** Entries that labels pick of a vector, where a product with them fails, were meant to be rows of a matrix. */
function pickedRows(
  lesson: Lesson,
  { graph }: Operands,
  value: ArrayValue,
  origin: string,
): (Hypothesis | null)[] {
  const { hypothesis } = lesson;
  const { op, inputs } = graph.entry(value.storage.entry);
  if (op !== 'gather' || value.shape.length !== 1) return [];
  const [whole] = inputs;
  return alike(lesson, ownersOf(lesson, graph, value), graph.entry(whole).shape)
    .filter((path) => isOpen(hypothesis, path) && hypothesis.shape(path)?.length === 1)
    .map((path) => withForm(hypothesis, path, 2, origin, 0.2));
}

function learnFromJoin(
  lesson: Lesson,
  operands: Operands,
  arrays: readonly ArrayValue[],
): Hypothesis[] {
  const [first] = arrays;
  const found: (Hypothesis | null)[] = [];
  const ranks = new Set(arrays.map((each) => each.shape.length));
  if (ranks.size > 1) {
    const rank = Math.max(...ranks);
    const origin = `guessed so that the arrays can be joined${lineOf(lesson)}`;
    for (const each of arrays) {
      if (each.shape.length === rank) continue;
      for (const path of alike(lesson, ownersOf(lesson, operands.graph, each), each.shape)) {
        found.push(withForm(lesson.hypothesis, path, rank, origin, 0.3));
      }
    }
    return present(found);
  }
  const rank = first.shape.length;
  for (let along = 0; along < rank; along++) {
    const pairs = arrays.slice(1).flatMap((each) =>
      each.shape.flatMap((sizeB, axis) => {
        const sizeA = first.shape[axis];
        return axis === along || sizeA === sizeB ? [] : [{ a: first, sizeA, b: each, sizeB }];
      }),
    );
    found.push(unify(lesson, operands, pairs, 0.2 + along / 10));
  }
  return present(found);
}

/** Any two sizes of two arrays may be meant to be the same. */
function pairwise(
  lesson: Lesson,
  operands: Operands,
  left: ArrayValue,
  right: ArrayValue,
): Hypothesis[] {
  const found: (Hypothesis | null)[] = [];
  for (const [axisA, sizeA] of left.shape.entries()) {
    for (const [axisB, sizeB] of right.shape.entries()) {
      if (sizeA === sizeB || sizeA === 1 || sizeB === 1) continue;
      const cost = axisA === axisB ? 0.4 : 0.6;
      found.push(unify(lesson, operands, [{ a: left, sizeA, b: right, sizeB }], cost));
    }
  }
  return present(found);
}

/** Vectors of three, most often: of the plane there is no axis to turn about. */
function learnFromCross(
  lesson: Lesson,
  operands: Operands,
  arrays: readonly ArrayValue[],
): Hypothesis[] {
  const pairs = arrays.flatMap((a) => {
    const size = a.shape.at(-1) ?? 3;
    return size === 2 || size === 3 ? [] : [{ a, sizeA: size, b: int(3), sizeB: 3 }];
  });
  if (pairs.length > 0) return present([unify(lesson, operands, pairs, 0.05)]);
  const [left, right] = arrays;
  const found = left && right ? learnFromBroadcast(lesson, operands, left, right) : [];
  return found.length > 0 ? found : raised(lesson, operands, operands.values);
}

function learnFromUnpacking(lesson: Lesson, operands: Operands): Hypothesis[] {
  const [value, names] = operands.values;
  if (names?.kind !== 'number') return [];
  const { hypothesis } = lesson;
  const wanted = names.value;
  if (value.kind === 'tuple') {
    const shape = value.items.map((each) => (each.kind === 'number' ? each.value : -1));
    const origin = `its shape is unpacked into ${wanted} names${lineOf(lesson)}`;
    return present(
      alike(lesson, arrayPaths(hypothesis), shape).map((path) =>
        withForm(hypothesis, path, wanted, origin, 0.1, true),
      ),
    );
  }
  if (value.kind !== 'array') return [];
  const [first] = value.shape;
  const literal: Value = int(wanted);
  return present([
    unify(lesson, operands, [{ a: value, sizeA: first, b: literal, sizeB: wanted }], 0.1),
  ]);
}
