/**
 * Other shapes of the same numbers: views where the strides allow it (reshape,
 * transpose, squeeze, flip), copies where they do not.
 */
import type { Shape } from '../../engine/graph';
import { broadcastShapes, showShape, sizeOf, stridesOf } from '../../engine/shape';
import { view } from '../arrays';
import type { LibraryCall } from '../library-call';
import { type ArrayValue, int, list, tuple, type Value } from '../values';
import { extents } from './creation';
import { arraysOf, type Functions, read } from './shared';

export const shapes: Functions = {
  reshape: (call) => reshapeTo(call, call.array('a'), call.shape(call.value('shape')), order(call)),
  reshapeOf: (call) => reshapeTo(call, call.array('a'), extents(call), order(call)),
  ravel: (call) => {
    const array = call.array('a');
    return reshapeTo(call, array, [sizeOf(array.shape)], order(call));
  },
  flatten: (call) => {
    const array = call.array('a');
    return call.give(read(call, reshapeTo(call, array, [sizeOf(array.shape)], order(call))));
  },
  /** `.flat`: a window on the elements in order. */
  'array.flat': (call) => {
    const array = call.array('value');
    const size = [sizeOf(array.shape)];
    const strides = reshapeStrides(array, size);
    if (strides === null)
      return call.refuse('.flat of a transposed or strided array is not supported');
    return view(array, array.offset, strides, size, call.place);
  },
  transpose: (call) => transpose(call, call.array('a'), call.optional('axes')),
  transposeOf: (call) => {
    const given = call.rest('axes');
    const only = given.length === 1 ? given[0] : null;
    const axes =
      given.length === 0 ? null : only !== null && only.kind !== 'number' ? only : tuple(given);
    return transpose(call, call.array('a'), axes === null || axes.kind === 'none' ? null : axes);
  },
  swapAxes: (call) => {
    const array = call.array('a');
    const rank = array.shape.length;
    const [first, second] = ['axis1', 'axis2'].map((name) => call.axis(call.value(name), rank));
    const axes = array.shape.map((_, axis) => axis);
    [axes[first], axes[second]] = [second, first];
    return permuted(call, array, axes);
  },
  moveAxis: (call) => {
    const array = call.array('a');
    const rank = array.shape.length;
    const [from, to] = ['source', 'destination'].map((name) =>
      axisList(call, call.value(name), rank),
    );
    if (from.length !== to.length) {
      call.raise('ValueError', `${call.name}(): source and destination have different lengths`);
    }
    const axes = array.shape.map((_, axis) => axis).filter((axis) => !from.includes(axis));
    const moves = to.map((target, at) => ({ target, axis: from[at] }));
    for (const { target, axis } of moves.sort((a, b) => a.target - b.target))
      axes.splice(target, 0, axis);
    return permuted(call, array, axes);
  },
  /** One axis moved before another. */
  rollAxis: (call) => {
    const array = call.array('a');
    const rank = array.shape.length;
    const axis = call.axis(call.value('axis'), rank);
    const start = call.integer('start');
    const before = start < 0 ? start + rank : start;
    const axes = array.shape.map((_, each) => each).filter((each) => each !== axis);
    axes.splice(before > axis ? before - 1 : before, 0, axis);
    return permuted(call, array, axes);
  },
  broadcastShape: (call) => {
    const shapes = call.rest('shapes').map((each) => call.shape(each));
    const found = shapes.reduce((a: readonly number[], b) => {
      const both = broadcastShapes(a, b);
      return both ?? call.raise('ValueError', `${call.name}(): the shapes do not fit together`);
    }, []);
    return tuple(found.map((extent) => int(extent)));
  },
  squeeze: (call) => {
    const array = call.array('a');
    const { shape, strides } = array;
    const named = call.optional('axis') !== null;
    const axes = named
      ? call.axes('axis', shape.length)
      : shape.map((_, axis) => axis).filter((axis) => shape[axis] === 1);
    if (axes.some((axis) => shape[axis] !== 1)) {
      call.raise(
        'ValueError',
        `${call.name}(): the axis to remove has a size other than 1 in the shape ${showShape(shape)}`,
      );
    }
    const keep = (_: number, axis: number) => !axes.includes(axis);
    return view(array, array.offset, strides.filter(keep), shape.filter(keep), call.place);
  },
  expandDims: (call) => {
    const array = call.array('a');
    const axis = call.value('axis');
    const count = axis.kind === 'tuple' || axis.kind === 'list' ? axis.items.length : 1;
    const axes = axisList(call, axis, array.shape.length + count);
    const shape = [...array.shape];
    const strides = [...array.strides];
    for (const each of axes.toSorted((a, b) => a - b)) {
      shape.splice(each, 0, 1);
      strides.splice(each, 0, 0);
    }
    return view(array, array.offset, strides, shape, call.place);
  },
  atLeast1d: (call) =>
    each(call, (array) => (array.shape.length > 0 ? array : withAxes(call, array, 1, 0))),
  atLeast2d: (call) =>
    each(call, (array) => {
      const missing = 2 - array.shape.length;
      return missing > 0 ? withAxes(call, array, missing, 0) : array;
    }),
  atLeast3d: (call) => each(call, (array) => atLeast3d(call, array)),
  flip: (call) => flip(call, call.axes('axis', call.array('a').shape.length)),
  flipRows: (call) => flip(call, [0]),
  flipColumns: (call) => flip(call, [1]),

  'array.shape': (call) => tuple(call.array('value').shape.map(int)),
  'array.self': (call) => call.value('value'),
  'array.T': (call) => transpose(call, call.array('value'), null),
  'array.matrixTranspose': (call) => {
    const array = call.array('value');
    const rank = array.shape.length;
    if (rank < 2) call.raise('ValueError', '.mT needs an array of at least two dimensions');
    const axes = array.shape.map((_, axis) => axis);
    return permuted(call, array, [...axes.slice(0, -2), rank - 1, rank - 2]);
  },
  'array.size': (call) => int(sizeOf(call.array('value').shape)),
  'array.ndim': (call) => int(call.array('value').shape.length),
  'array.bytes': (call) => int(sizeOf(call.array('value').shape) * itemSize(call)),
  'array.itemSize': (call) => int(itemSize(call)),
  'array.strides': (call) =>
    tuple(call.array('value').strides.map((step) => int(step * itemSize(call)))),
  shapeOf: (call) => tuple(call.array('value').shape.map(int)),
  rankOf: (call) => int(call.array('value').shape.length),
  sizeOf: (call) => {
    const { shape } = call.array('value');
    const axis = call.optional('axis');
    return int(axis === null ? sizeOf(shape) : shape[call.axis(axis, shape.length)]);
  },
};

function itemSize(call: LibraryCall): number {
  return call.array('value').type === 'bool' ? 1 : 8;
}

function order(call: LibraryCall): string {
  const word = call.words('order') ?? 'C';
  if (word !== 'C' && word !== 'F')
    call.refuse(`order='${word}' of ${call.name}() is not supported`);
  return word;
}

/** A view of the array in another shape where its strides allow one, else a copy; -1 is worked out. */
function reshapeTo(
  call: LibraryCall,
  array: ArrayValue,
  wanted: readonly number[],
  layout = 'C',
): ArrayValue {
  const shape = inferred(call, array.shape, wanted);
  if (layout === 'F') {
    const turned = reshapeTo(call, transpose(call, array, null), shape.toReversed());
    return transpose(call, turned, null);
  }
  const strides = reshapeStrides(array, shape);
  if (strides !== null) return view(array, array.offset, strides, shape, call.place);
  return call.give(call.apply('reshape', [read(call, array)], { shape }));
}

function inferred(call: LibraryCall, from: Shape, wanted: readonly number[]): number[] {
  const size = sizeOf(from);
  const open = wanted.filter((extent) => extent < 0).length;
  const known = sizeOf(wanted.filter((extent) => extent >= 0));
  const missing = open === 1 && known > 0 ? size / known : 0;
  const fits = open === 0 ? known === size : open === 1 && known > 0 && Number.isInteger(missing);
  if (!fits) {
    call.raise(
      'ValueError',
      `an array of shape ${showShape(from)} (${size} elements) cannot be reshaped to ${showShape(wanted)}`,
    );
  }
  return wanted.map((extent) => (extent < 0 ? missing : extent));
}

/** The strides that show the same storage in another shape; null when only a copy can. */
function reshapeStrides(array: ArrayValue, shape: Shape): number[] | null {
  if (sizeOf(shape) === 0) return stridesOf(shape);
  const old = array.shape
    .map((extent, axis) => ({ extent, stride: array.strides[axis] }))
    .filter((axis) => axis.extent !== 1);
  const strides = new Array<number>(shape.length);
  let from = 0;
  let to = 0;
  while (to < shape.length && from < old.length) {
    let [made, used] = [shape[to], old[from].extent];
    let [nextTo, nextFrom] = [to + 1, from + 1];
    while (made !== used) {
      if (made < used) made *= shape[nextTo++];
      else used *= old[nextFrom++].extent;
    }
    for (let axis = from; axis < nextFrom - 1; axis++) {
      if (old[axis].stride !== old[axis + 1].extent * old[axis + 1].stride) return null;
    }
    strides[nextTo - 1] = old[nextFrom - 1].stride;
    for (let axis = nextTo - 1; axis > to; axis--) strides[axis - 1] = strides[axis] * shape[axis];
    [to, from] = [nextTo, nextFrom];
  }
  const last = to > 0 ? strides[to - 1] : 1;
  for (; to < shape.length; to++) strides[to] = last;
  return strides;
}

/** The array with its axes reversed, or in the given order. */
function transpose(call: LibraryCall, array: ArrayValue, given: Value | null): ArrayValue {
  const rank = array.shape.length;
  const reversed = array.shape.map((_, axis) => rank - 1 - axis);
  const axes = given === null ? reversed : axisList(call, given, rank);
  if (axes.length !== rank) {
    call.raise(
      'ValueError',
      `${call.name}(): ${axes.length} axes are given for an array of shape ${showShape(array.shape)}`,
    );
  }
  return permuted(call, array, axes);
}

function permuted(call: LibraryCall, array: ArrayValue, axes: readonly number[]): ArrayValue {
  const { shape, strides } = array;
  return view(
    array,
    array.offset,
    axes.map((axis) => strides[axis]),
    axes.map((axis) => shape[axis]),
    call.place,
  );
}

/** One axis or several, in the order given. */
export function axisList(call: LibraryCall, value: Value, rank: number): number[] {
  const given = value.kind === 'tuple' || value.kind === 'list' ? value.items : [value];
  const axes = given.map((each) => call.axis(each, rank));
  if (new Set(axes).size < axes.length)
    call.raise('ValueError', `${call.name}(): an axis is named twice`);
  return axes;
}

function each(call: LibraryCall, change: (array: ArrayValue) => ArrayValue): Value {
  const changed = call.rest('arrays').map((given) => change(arraysOf(call, list([given]))[0]));
  return changed.length === 1 ? changed[0] : list(changed);
}

/** New axes of extent 1 before the axis `at`. */
function withAxes(call: LibraryCall, array: ArrayValue, count: number, at: number): ArrayValue {
  const shape = [...array.shape];
  const strides = [...array.strides];
  shape.splice(at, 0, ...new Array<number>(count).fill(1));
  strides.splice(at, 0, ...new Array<number>(count).fill(0));
  return view(array, array.offset, strides, shape, call.place);
}

function atLeast3d(call: LibraryCall, array: ArrayValue): ArrayValue {
  switch (array.shape.length) {
    case 0:
      return withAxes(call, array, 3, 0);
    case 1:
      return withAxes(call, withAxes(call, array, 1, 0), 1, 2);
    case 2:
      return withAxes(call, array, 1, 2);
    default:
      return array;
  }
}

function flip(call: LibraryCall, axes: readonly number[]): ArrayValue {
  const array = call.array('a');
  const { shape, strides } = array;
  let { offset } = array;
  for (const axis of axes) {
    if (axis >= shape.length)
      call.raise('ValueError', `${call.name}() needs an array of more dimensions`);
    offset += Math.max(0, shape[axis] - 1) * strides[axis];
  }
  const turned = strides.map((step, axis) => (axes.includes(axis) ? -step : step));
  return view(array, offset, turned, shape, call.place);
}
