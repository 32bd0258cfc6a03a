/** Reading and writing through index tensors along one axis, in the words of torch. */
import { stridesOf } from '../../engine/shape';
import { castTo, peek } from '../arrays';
import { getIndex, setIndex, writeValue } from '../index-access';
import type { LibraryCall } from '../library-call';
import { type ArrayValue, none, tuple, type Value } from '../values';
import { cast, choose, type Functions, pair, read, reshape, spreadTo } from './shared';

export const scatter: Functions = {
  'tensor.gather': (call) => {
    const { array, positions, shape } = placed(call);
    return call.give(call.apply('gather', [read(call, array)], { positions, shape }));
  },
  /** A copy with single elements set. */
  'tensor.scatter': (call) => {
    const { array, positions, shape } = placed(call);
    if (call.optional('reduce') !== null) call.refuse(`reduce= of ${call.name}() is not supported`);
    const copy = call.give(read(call, array));
    writeValue(
      call.machine,
      copy,
      positions,
      shape,
      call.give(source(call, array, shape)),
      call.place,
    );
    return copy;
  },
  /** A copy with numbers added, as often as a place is named. */
  'tensor.scatterAdd': (call) => {
    const { array, positions, shape } = placed(call);
    const values = cast(call, source(call, array, shape), array.type);
    const total = call.apply('scatterAdd', [values], { positions, shape: array.shape });
    return call.give(call.apply('add', [read(call, array), total], null));
  },
  /** A copy with slices added at the places of an index along an axis. */
  'tensor.indexAdd': (call) => {
    const array = call.array('a');
    const axis = call.axis(call.value('axis'), array.shape.length);
    const indices = call.array('indices');
    call.machine.pin(read(call, indices), call.place);
    const shape = array.shape.toSpliced(axis, 1, indices.shape[0] ?? 1);
    const positions = flatPlaces(call, array, indexAlong(call, indices, shape, axis), shape, axis);
    const scaled = pair(call, 'multiply', call.entry('values'), call.entry('alpha'));
    const values = cast(call, spreadTo(call, scaled, shape), array.type);
    const total = call.apply('scatterAdd', [values], { positions, shape: array.shape });
    return call.give(call.apply('add', [read(call, array), total], null));
  },
  /** A copy with slices set at the places of an index along an axis. */
  'tensor.indexSet': (call) => {
    const array = call.array('a');
    const axis = call.axis(call.value('axis'), array.shape.length);
    const copy = call.give(read(call, array));
    const whole: Value = { kind: 'slice', start: none, stop: none, step: none };
    const index = tuple([...new Array<Value>(axis).fill(whole), call.array('indices')]);
    setIndex(call.machine, copy, index, call.value('values'), call.place);
    return copy;
  },
  'tensor.maskedFill': (call) => {
    const array = call.array('a');
    const value = castTo(call.machine.graph, call.entry('value'), array.type, call.place);
    return call.give(choose(call, call.entry('condition'), value, read(call, array)));
  },
  'tensor.maskedSelect': (call) =>
    getIndex(call.machine, call.array('a'), call.array('condition'), call.place),
};

/** What the result's flat places are, for an index tensor along one axis. */
function placed(call: LibraryCall): {
  array: ArrayValue;
  positions: Int32Array;
  shape: readonly number[];
} {
  const array = call.array('a');
  const indices = call.array('indices');
  const axis = call.axis(call.value('axis'), array.shape.length);
  const fits = indices.shape.every((extent, each) => each === axis || extent <= array.shape[each]);
  if (indices.shape.length !== array.shape.length || !fits) {
    call.raise('RuntimeError', `${call.name}() needs an index that fits into the tensor`);
  }
  if (indices.type === 'float') call.raise('RuntimeError', `${call.name}() needs integer indices`);
  call.machine.pin(read(call, indices), call.place);
  const chosen = peek(call.machine.graph, indices);
  const positions = flatPlaces(call, array, chosen, indices.shape, axis);
  return { array, positions, shape: indices.shape };
}

/** The index of each element of a shape, from one index a slice. */
function indexAlong(
  call: LibraryCall,
  indices: ArrayValue,
  shape: readonly number[],
  axis: number,
): Float64Array {
  const lane = shape.map((extent, each) => (each === axis ? extent : 1));
  const spread = spreadTo(call, reshape(call, read(call, indices), lane), shape);
  return call.machine.graph.value(spread);
}

/** Flat positions in an array, row by row, of places given along one axis. */
function flatPlaces(
  call: LibraryCall,
  array: ArrayValue,
  chosen: ArrayLike<number>,
  shape: readonly number[],
  axis: number,
): Int32Array {
  const [own, strides] = [stridesOf(shape), stridesOf(array.shape)];
  const extent = array.shape[axis];
  return Int32Array.from(chosen, (index, at) => {
    const place = index < 0 ? index + extent : index;
    if (place < 0 || place >= extent) {
      call.raise('IndexError', `${call.name}(): the index ${index} is out of bounds for ${extent}`);
    }
    return shape.reduce((sum, size, each) => {
      const here = each === axis ? place : Math.floor(at / own[each]) % size;
      return sum + here * strides[each];
    }, 0);
  });
}

/** The values to place: the leading part of a tensor, or one number. */
function source(call: LibraryCall, array: ArrayValue, shape: readonly number[]) {
  const given = call.array('values');
  if (given.shape.length === 0)
    return spreadTo(call, cast(call, read(call, given), array.type), shape);
  const [own, strides] = [stridesOf(shape), stridesOf(given.shape)];
  const count = shape.reduce((product, extent) => product * extent, 1);
  const positions = Int32Array.from({ length: count }, (_, at) =>
    shape.reduce((sum, size, each) => sum + (Math.floor(at / own[each]) % size) * strides[each], 0),
  );
  return call.apply('gather', [read(call, given)], { positions, shape });
}
