/** Functions that reduce axes: sum, max, any, argmax and their like. */
import type { EntryId } from '../../engine/graph';
import { sizeOf } from '../../engine/shape';
import type { LibraryCall } from '../library-call';
import type { NumberValue } from '../values';
import {
  cast,
  choose,
  type Functions,
  finish,
  pair,
  read,
  reshape,
  scalar,
  typeOf,
} from './shared';

export const reductions: Functions = {
  sum: (call) => finish(call, total(call, 'sum', 'add')),
  prod: (call) => finish(call, total(call, 'prod', 'multiply')),
  max: (call) => finish(call, extreme(call, 'max', 'maximum')),
  min: (call) => finish(call, extreme(call, 'min', 'minimum')),
  any: (call) =>
    finish(call, reduce(call, 'any', chosenOnly(call, cast(call, call.entry('a'), 'bool'), 0))),
  all: (call) =>
    finish(call, reduce(call, 'all', chosenOnly(call, cast(call, call.entry('a'), 'bool'), 1))),
  countNonzero: (call) => finish(call, reduce(call, 'sum', cast(call, call.entry('a'), 'bool'))),
  argmax: (call) => finish(call, position(call, 'argmax')),
  argmin: (call) => finish(call, position(call, 'argmin')),
  /** The largest minus the smallest. */
  span: (call) => {
    const a = call.entry('a');
    notEmpty(call, a);
    const [high, low] = [reduce(call, 'max', a), reduce(call, 'min', a)];
    return finish(call, call.apply('subtract', [high, low], null));
  },
  /** The items of an array, a number or a list as one plain number: `.item()`. */
  item: (call) => {
    const array = call.array('a');
    const at = call.rest('at');
    if (at.length > 0) call.refuse(`${call.name}() with an index is not supported: write a[index]`);
    if (sizeOf(array.shape) !== 1) {
      call.raise('ValueError', 'can only convert an array of size 1 to a number');
    }
    return numberFrom(call, read(call, array));
  },
};

/** An entry of size 1 and any rank as a plain number. */
export function numberFrom(call: LibraryCall, entry: EntryId): NumberValue {
  return call.giveNumber(reshape(call, entry, []));
}

/** Reduces the axes that `axis` and `keepdims` of a call ask for. */
export function reduce(
  call: LibraryCall,
  op: 'sum' | 'prod' | 'max' | 'min' | 'any' | 'all',
  entry: EntryId,
  keepDimensions = call.flag('keepdims'),
): EntryId {
  const axes = call.axes('axis', call.shapeOf(entry).length);
  // What a derivative is asked of keeps its reduction: it shows that several numbers were expected.
  const isPlain = axes.length === 0 && op !== 'any' && op !== 'all';
  return isPlain && !call.machine.graph.dependsOnInput(entry)
    ? countable(call, entry, op)
    : call.apply(op, [entry], { axes, keepDimensions });
}

/** A reduction over no axis leaves the numbers, but still counts bools. */
function countable(call: LibraryCall, entry: EntryId, op: string): EntryId {
  const counts = op === 'sum' || op === 'prod';
  return counts && typeOf(call, entry) === 'bool' ? cast(call, entry, 'int') : entry;
}

/** Where `where=` leaves elements out, a number that changes nothing stands for them. */
export function chosenOnly(call: LibraryCall, entry: EntryId, neutral: number): EntryId {
  if (!call.values.has('chosen')) return entry;
  const chosen = call.value('chosen');
  if (chosen.kind === 'number' && chosen.value !== 0) return entry;
  return choose(call, call.entry('chosen'), entry, scalar(call, neutral, typeOf(call, entry)));
}

function total(call: LibraryCall, op: 'sum' | 'prod', combine: 'add' | 'multiply'): EntryId {
  const entry = chosenOnly(call, call.entry('a'), op === 'sum' ? 0 : 1);
  const result = reduce(call, op, cast(call, entry, call.dtype('dtype', typeOf(call, entry))));
  return call.optional('initial') === null
    ? result
    : pair(call, combine, result, call.entry('initial'));
}

function extreme(call: LibraryCall, op: 'max' | 'min', combine: 'maximum' | 'minimum'): EntryId {
  const entry = call.entry('a');
  if (call.optional('initial') === null) {
    notEmpty(call, entry);
    if (chosenOnly(call, entry, 0) !== entry) {
      call.raise('ValueError', `where= of ${call.name}() needs an initial value too`);
    }
    return reduce(call, op, entry);
  }
  const initial = call.entry('initial');
  if (sizeOf(call.shapeOf(entry)) === 0) {
    call.refuse(`initial= of ${call.name}() is not supported for an empty array`);
  }
  const least = op === 'max' ? -Infinity : Infinity;
  return pair(call, combine, reduce(call, op, chosenOnly(call, entry, least)), initial);
}

function notEmpty(call: LibraryCall, entry: EntryId): void {
  const shape = call.shapeOf(entry);
  const axes = call.axes('axis', shape.length);
  if (axes.some((axis) => shape[axis] === 0)) {
    call.raise('ValueError', `${call.name}() of an empty array has no value`);
  }
}

function position(call: LibraryCall, op: 'argmax' | 'argmin'): EntryId {
  const entry = call.entry('a');
  const shape = call.shapeOf(entry);
  if (sizeOf(shape) === 0) {
    call.raise('ValueError', `${call.name}() of an empty array has no value`);
  }
  const axis = call.optional('axis');
  const keepDimensions = call.flag('keepdims');
  if (axis !== null) {
    const counted = call.axis(axis, shape.length);
    return call.apply(op, [entry], { axis: counted, keepDimensions });
  }
  const flat = reshape(call, entry, [sizeOf(shape)]);
  const found = call.apply(op, [flat], { axis: 0, keepDimensions: false });
  return keepDimensions
    ? reshape(
        call,
        found,
        shape.map(() => 1),
      )
    : found;
}
