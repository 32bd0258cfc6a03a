/** What a contraction of axes that do not fit teaches: which axes of two inputs are the same. */
import type { Operands } from '../../trace/limits';
import type { ArrayValue, Value } from '../../trace/values';
import type { Hypothesis } from './hypothesis';
import { alike, isOpen, type Lesson, ownersOf, type Pair, unify } from './lesson';

/** The last axes of one with the first ones of the other, or those that are listed. */
export function contracted(
  lesson: Lesson,
  operands: Operands,
  left: ArrayValue,
  right: ArrayValue,
): Hypothesis | null {
  const numbers = (value: Value | undefined): number[] =>
    value?.kind === 'number'
      ? [value.value]
      : value?.kind === 'list' || value?.kind === 'tuple'
        ? value.items.flatMap(numbers)
        : [];
  const [, , axes] = operands.values;
  const isCount = axes?.kind === 'number';
  const count = isCount ? axes.value : numbers(axes).length / 2;
  const places = isCount ? [] : numbers(axes);
  const pairs = Array.from({ length: count }, (_, at) => ({
    a: left,
    sizeA: left.shape.at(isCount ? at - count : places[at]) ?? 0,
    b: right,
    sizeB: right.shape.at(isCount ? at : places[count + at]) ?? 0,
  }));
  return retaken(lesson, operands, pairs) ?? unify(lesson, operands, pairs, 0.1);
}

/**
 * `right` takes its axes anew from `left` where uniting them would make two axes of one input
 * the same: what they were united with before, they had from an input of fewer axes.
 */
function retaken(lesson: Lesson, operands: Operands, pairs: readonly Pair[]): Hypothesis | null {
  const { hypothesis } = lesson;
  const [from, to] = [pairs[0]?.a, pairs[0]?.b].map((each) => {
    if (each?.kind !== 'array') return null;
    const found = alike(lesson, ownersOf(lesson, operands.graph, each), each.shape);
    return found.length === 1 ? { path: found[0], shape: hypothesis.shape(found[0]) ?? [] } : null;
  });
  if (from == null || to == null || !isOpen(hypothesis, to.path)) return null;
  const { dimensions } = hypothesis;
  const among = new Set(from.shape.map((each) => dimensions.size(each)));
  if (!pairs.some(({ sizeA, sizeB }) => sizeA !== sizeB && among.has(sizeB))) return null;
  const axes = to.shape.map((each) => {
    const pair = pairs.find(({ sizeB }) => dimensions.size(each) === sizeB);
    return from.shape.find((other) => dimensions.size(other) === pair?.sizeA) ?? each;
  });
  const next = hypothesis.copy(0.1);
  next.reshape(to.path, axes, null, false);
  return next;
}
