/**
 * What several library families need: elementwise ops with the sentence about
 * shapes that do not fit, constants, slices along one axis, sequences of arrays,
 * and `out=`.
 */
import type { EntryId, NumberType, Shape } from '../../engine/graph';
import type { OpName } from '../../engine/op';
import {
  broadcastShapes,
  broadcastsTo,
  sameShape,
  sizeOf,
  stridedPositions,
  stridesOf,
} from '../../engine/shape';
import { castTo, positionsOf, readArray, view } from '../arrays';
import { toTrueArray, widerType } from '../convert';
import { writeValue } from '../index-access';
import { items } from '../iterate';
import type { LibraryCall } from '../library-call';
import { Stop } from '../limits';
import { misfit } from '../operate';
import { type ArrayValue, describe, type Value } from '../values';

export type LibraryFunction = (call: LibraryCall) => Value;
export type Functions = Readonly<Record<string, LibraryFunction>>;

/** Ops of two operands that broadcast. */
export type BinaryOp = {
  [K in OpName]: K extends 'add' | 'subtract' | 'multiply' | 'divide' | 'power' | 'maximum'
    ? K
    : K extends 'minimum' | 'atan2' | 'hypot' | 'logaddexp' | 'floorDivide' | 'floorMod'
      ? K
      : K extends 'remainder' | 'less' | 'lessEqual' | 'greater' | 'greaterEqual' | 'equal'
        ? K
        : K extends 'notEqual' | 'and' | 'or' | 'xor' | 'bitAnd' | 'bitOr' | 'bitXor'
          ? K
          : K extends 'shiftLeft' | 'shiftRight'
            ? K
            : never;
}[OpName];

/** An op of two operands; raises ValueError when their shapes do not fit. */
export function pair(call: LibraryCall, op: BinaryOp, a: EntryId, b: EntryId): EntryId {
  const { graph } = call.machine;
  const [left, right] = [graph.entry(a), graph.entry(b)];
  if (broadcastShapes(left.shape, right.shape) === null) {
    misfit(call.machine, left, right, `${call.name}()`, call.place);
  }
  return call.apply(op, [a, b], null);
}

/** where(condition, a, b) of entries; raises ValueError when their shapes do not fit. */
export function choose(call: LibraryCall, condition: EntryId, a: EntryId, b: EntryId): EntryId {
  const { graph } = call.machine;
  const [left, right] = [graph.entry(a), graph.entry(b)];
  const both = broadcastShapes(left.shape, right.shape);
  if (both === null) return misfit(call.machine, left, right, `${call.name}()`, call.place);
  const test = graph.entry(condition);
  if (broadcastShapes(test.shape, both) === null) {
    misfit(call.machine, test, { shape: both }, `${call.name}()`, call.place);
  }
  return call.apply('where', [cast(call, condition, 'bool'), a, b], null);
}

export function cast(call: LibraryCall, entry: EntryId, type: NumberType): EntryId {
  return castTo(call.machine.graph, entry, type, call.place);
}

export function typeOf(call: LibraryCall, entry: EntryId): NumberType {
  return call.machine.graph.entry(entry).type;
}

export function scalar(call: LibraryCall, value: number, type: NumberType = 'float'): EntryId {
  return call.machine.graph.scalar(value, type, call.place);
}

export function constant(
  call: LibraryCall,
  data: ArrayLike<number>,
  shape: Shape,
  type: NumberType = 'float',
): EntryId {
  return call.machine.graph.constant(data, shape, type, call.place);
}

/** The number of elements of a shape that is about to be made, within the limit. */
export function checkedSize(call: LibraryCall, shape: Shape): number {
  if (shape.some((extent) => extent < 0)) {
    call.raise('ValueError', `${call.name}(): negative dimensions are not allowed`);
  }
  const size = sizeOf(shape);
  const most = call.machine.limits.elements;
  if (size > most) {
    const message = `stopped at an array of ${size.toLocaleString('en')} elements: use smaller shapes`;
    throw new Stop('limit', 'elements', message, call.place);
  }
  return size;
}

/** A constant of equal numbers. */
export function filled(
  call: LibraryCall,
  shape: Shape,
  value: number,
  type: NumberType = 'float',
): EntryId {
  return constant(call, new Float64Array(checkedSize(call, shape)).fill(value), shape, type);
}

export function read(call: LibraryCall, array: ArrayValue): EntryId {
  return readArray(call.machine.graph, array, call.place);
}

export function reshape(call: LibraryCall, entry: EntryId, shape: Shape): EntryId {
  return sameShape(call.shapeOf(entry), shape) ? entry : call.apply('reshape', [entry], { shape });
}

/** The entry broadcast to a shape; raises ValueError when it does not fit. */
export function spreadTo(call: LibraryCall, entry: EntryId, shape: Shape): EntryId {
  const own = call.shapeOf(entry);
  if (sameShape(own, shape)) return entry;
  if (!broadcastsTo(own, shape)) {
    misfit(call.machine, { shape: own }, { shape }, `${call.name}()`, call.place);
  }
  checkedSize(call, shape);
  return call.apply('broadcast', [entry], { shape });
}

/** `count` places of one axis, as a view. */
export function sliceView(
  call: LibraryCall,
  array: ArrayValue,
  axis: number,
  start: number,
  count: number,
  step = 1,
): ArrayValue {
  const shape = array.shape.map((extent, each) => (each === axis ? count : extent));
  const strides = array.strides.map((stride, each) => (each === axis ? stride * step : stride));
  const first = count > 0 ? start * array.strides[axis] : 0;
  return view(array, array.offset + first, strides, shape, call.place);
}

/** The given places of one axis, in that order, of an entry. */
export function pickAxis(
  call: LibraryCall,
  entry: EntryId,
  axis: number,
  places: readonly number[],
): EntryId {
  const own = call.shapeOf(entry);
  const strides = stridesOf(own);
  const shape = own.map((extent, each) => (each === axis ? places.length : extent));
  checkedSize(call, shape);
  const outer = stridedPositions(own.slice(0, axis), strides.slice(0, axis));
  const inner = sizeOf(own.slice(axis + 1));
  const positions = new Int32Array(sizeOf(shape));
  let at = 0;
  for (const start of outer) {
    for (const place of places) {
      for (let k = 0; k < inner; k++) positions[at++] = start + place * strides[axis] + k;
    }
  }
  return call.apply('gather', [entry], { positions, shape });
}

/** The arrays of a list, tuple or iterator, or the rows of an array. */
export function arraysOf(call: LibraryCall, value: Value): ArrayValue[] {
  return items(call.machine, value, call.place).map((item) => {
    const array = toTrueArray(call.machine, item, call.place);
    if (array !== null) return array;
    return call.raise('TypeError', `${call.name}() needs arrays, not ${describe(item)}`);
  });
}

/** The entries of arrays, cast to the type that holds them all. */
export function commonEntries(call: LibraryCall, arrays: readonly ArrayValue[]): EntryId[] {
  const type = arrays.map((array) => array.type).reduce(widerType, 'bool');
  return arrays.map((array) => cast(call, read(call, array), type));
}

/** The result as an array, written into `out=` where that is given, and only where `where=` holds. */
export function finish(call: LibraryCall, entry: EntryId): ArrayValue {
  const given = call.optional('out');
  const condition = call.optional('where');
  const chosen = condition !== null && !(condition.kind === 'number' && condition.value !== 0);
  if (given === null) {
    if (chosen) call.refuse(`where= of ${call.name}() is not supported without out=`);
    return call.give(entry);
  }
  const target = given.kind === 'tuple' && given.items.length === 1 ? given.items[0] : given;
  if (target.kind !== 'array') {
    return call.raise(
      'TypeError',
      `out of ${call.name}() must be an array, not ${describe(given)}`,
    );
  }
  const type = typeOf(call, entry);
  if (widerType(type, target.type) !== target.type) {
    call.raise(
      'TypeError',
      `${call.name}(): out holds ${target.type}s, but the result holds ${type}s`,
    );
  }
  const { machine, place } = call;
  const value = chosen ? choose(call, call.entry('where'), entry, read(call, target)) : entry;
  writeValue(machine, target, positionsOf(target), target.shape, call.give(value), place);
  return target;
}
