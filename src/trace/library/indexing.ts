/** Functions about indices: where elements are, and changes at many places at once. */
import type { EntryId } from '../../engine/graph';
import { sizeOf, stridesOf } from '../../engine/shape';
import { peek, positionsOf, writePositions } from '../arrays';
import { writeValue } from '../index-access';
import { select } from '../index-select';
import type { LibraryCall } from '../library-call';
import { type ArrayValue, describe, int, list, none, tuple, type Value } from '../values';
import { extents, integers } from './creation';
import { arraysOf, cast, choose, type Functions, read, spreadTo, typeOf } from './shared';

export const indexing: Functions = {
  /** Adds at each place of an index, as often as it is named. */
  addAt: (call) => accumulate(call, false),
  subtractAt: (call) => accumulate(call, true),
  nonzero: (call) => nonzero(call, call.array('a')),
  flatNonzero: (call) => {
    const found = nonzeroPlaces(call, call.array('a'));
    return integers(call, found, [found.length]);
  },
  argwhere: (call) => {
    const array = call.array('a');
    const found = nonzeroPlaces(call, array);
    const strides = stridesOf(array.shape);
    const data = found.flatMap((at) =>
      array.shape.map((extent, axis) => Math.floor(at / strides[axis]) % extent),
    );
    return integers(call, data, [found.length, array.shape.length]);
  },
  takeAlongAxis: (call) => {
    const { array, positions, shape } = alongAxis(call);
    return call.give(call.apply('gather', [array.storage.entry], { positions, shape }));
  },
  putAlongAxis: (call) => {
    const { array, positions, shape } = alongAxis(call);
    writeValue(call.machine, array, positions, shape, call.value('values'), call.place);
    return none;
  },
  diagIndices: (call) => {
    const n = call.integer('n');
    const line = Array.from({ length: n }, (_, k) => k);
    const count = call.integer('ndim');
    return tuple(Array.from({ length: count }, () => integers(call, line, [n])));
  },
  diagIndicesFrom: (call) => {
    const { shape } = call.array('a');
    if (shape.length < 2 || new Set(shape).size > 1) {
      call.raise('ValueError', `${call.name}() needs an array whose dimensions are all equal`);
    }
    const line = Array.from({ length: shape[0] }, (_, k) => k);
    return tuple(shape.map(() => integers(call, line, [shape[0]])));
  },
  trilIndicesFrom: (call) => triangleOf(call, (row, column, k) => column - row <= k),
  triuIndicesFrom: (call) => triangleOf(call, (row, column, k) => column - row >= k),
  trilIndices: (call) => triangle(call, (row, column, k) => column - row <= k),
  triuIndices: (call) => triangle(call, (row, column, k) => column - row >= k),
  fillDiagonal: (call) => {
    const array = call.array('a');
    if (array.shape.length !== 2) call.refuse(`${call.name}() is supported for matrices only`);
    const count = Math.min(...array.shape);
    const step = array.strides[0] + array.strides[1];
    const positions = Int32Array.from({ length: count }, (_, k) => array.offset + k * step);
    writeValue(call.machine, array, positions, [count], call.value('value'), call.place);
    return none;
  },
  /** `.fill(value)`. */
  fill: (call) => {
    const array = call.array('a');
    writeValue(
      call.machine,
      array,
      positionsOf(array),
      array.shape,
      call.value('value'),
      call.place,
    );
    return none;
  },
  copyTo: (call) => {
    const array = call.array('target');
    let source = call.value('a');
    const condition = call.value('where');
    if (condition.kind !== 'number' || condition.value === 0) {
      source = call.give(choose(call, call.entry('where'), call.entry('a'), read(call, array)));
    }
    writeValue(call.machine, array, positionsOf(array), array.shape, source, call.place);
    return none;
  },
  /** Sets elements by their flat index. */
  put: (call) => {
    const array = call.array('a');
    const places = positionsOf(array);
    const indices = call.array('indices');
    if (indices.type === 'float') call.raise('TypeError', `${call.name}() needs integer indices`);
    call.machine.pin(read(call, indices), call.place);
    const positions = Int32Array.from(peek(call.machine.graph, indices), (at) => {
      const place = places.at(at);
      return place ?? call.raise('IndexError', `${call.name}(): the index ${at} is out of bounds`);
    });
    const values = call.value('values');
    writeValue(call.machine, array, positions, indices.shape, values, call.place);
    return none;
  },
  /** All index tuples of a shape, in order. */
  indexTuples: (call) => {
    const shape = extents(call);
    const strides = stridesOf(shape);
    let at = 0;
    const next = () => {
      if (at >= sizeOf(shape)) return null;
      const found = shape.map((extent, axis) => int(Math.floor(at / strides[axis]) % extent));
      at += 1;
      return tuple(found);
    };
    return { kind: 'iterator', next };
  },
  openMesh: (call) => {
    const arrays = call.rest('arrays').map((each) => {
      const array = arraysOf(call, list([each]))[0];
      if (array.type !== 'bool') return array;
      const found = nonzeroPlaces(call, array);
      return integers(call, found, [found.length]);
    });
    return tuple(
      arrays.map((array, which) => {
        const shape = arrays.map((_, axis) => (axis === which ? sizeOf(array.shape) : 1));
        return call.give(call.apply('reshape', [read(call, array)], { shape }));
      }),
    );
  },
  unravelIndex: (call) => {
    const array = call.array('indices');
    const shape = call.shape(call.value('shape'));
    call.machine.pin(read(call, array), call.place);
    const flat = Array.from(peek(call.machine.graph, array));
    if (flat.some((at) => at < 0 || at >= sizeOf(shape))) {
      call.raise('ValueError', `${call.name}(): an index is out of bounds`);
    }
    const strides = stridesOf(shape);
    return tuple(
      shape.map((extent, axis) =>
        integers(
          call,
          flat.map((at) => Math.floor(at / strides[axis]) % extent),
          array.shape,
        ),
      ),
    );
  },
  binCount: (call) => {
    const array = call.array('a');
    call.machine.pin(read(call, array), call.place);
    const values = Array.from(peek(call.machine.graph, array));
    if (array.type === 'float' && values.length > 0) {
      call.raise('TypeError', `${call.name}() takes integers only`);
    }
    if (values.some((value) => value < 0)) {
      call.raise('ValueError', `${call.name}() takes integers that are not negative`);
    }
    const size = Math.max(call.integer('minlength'), ...values.map((value) => value + 1));
    const positions = Int32Array.from(values);
    const weights = call.optional('weights');
    const ones = integers(
      call,
      values.map(() => 1),
      [values.length],
    );
    const counted =
      weights === null ? read(call, ones) : cast(call, call.entry('weights'), 'float');
    return call.give(call.apply('scatterAdd', [counted], { positions, shape: [size] }));
  },
  isIn: (call) => {
    const array = call.array('a');
    call.machine.pin(read(call, array), call.place);
    call.machine.pin(call.entry('among'), call.place);
    const among = new Set(call.machine.graph.value(call.entry('among')));
    const turned = call.flag('invert');
    const data = Array.from(peek(call.machine.graph, array), (value) =>
      Number(among.has(value) !== turned),
    );
    return call.give(call.machine.graph.constant(data, array.shape, 'bool', call.place));
  },
};

/** The indices of the elements that are not zero, an array an axis; pins which they are. */
export function nonzero(call: LibraryCall, array: ArrayValue): Value {
  const found = nonzeroPlaces(call, array);
  const strides = stridesOf(array.shape);
  return tuple(
    array.shape.map((extent, axis) =>
      integers(
        call,
        found.map((at) => Math.floor(at / strides[axis]) % extent),
        [found.length],
      ),
    ),
  );
}

function nonzeroPlaces(call: LibraryCall, array: ArrayValue): number[] {
  const truths = call.apply('cast', [read(call, array)], { type: 'bool' });
  call.machine.pin(truths, call.place);
  const values = call.machine.graph.value(truths);
  return Array.from(values).flatMap((value, at) => (value !== 0 ? [at] : []));
}

function accumulate(call: LibraryCall, negative: boolean): Value {
  const { machine, place } = call;
  const target = call.value('a');
  if (target.kind !== 'array') {
    return call.raise('TypeError', `${call.name}() changes an array, not ${describe(target)}`);
  }
  const chosen = select(machine, target, call.value('indices'), place);
  const positions = chosen.kind === 'view' ? positionsOf(chosen.view) : chosen.positions;
  const shape = chosen.kind === 'view' ? chosen.view.shape : chosen.shape;
  let added = call.entry('b');
  if (typeOf(call, added) === 'float' && target.type !== 'float') {
    call.raise('TypeError', `${call.name}() cannot add floats to an array of ${target.type}s`);
  }
  if (negative) added = call.apply('negate', [added], null);
  const spread = spreadTo(call, cast(call, added, target.type), shape);
  // Sum what falls on the same place, then write every place of the view once.
  const everywhere = positionsOf(target);
  const total = call.apply('scatterAdd', [spread], { positions, shape: [target.storage.length] });
  const own: EntryId = call.apply('gather', [total], {
    positions: everywhere,
    shape: target.shape,
  });
  const sum = call.apply('add', [read(call, target), own], null);
  writePositions(machine.graph, target, everywhere, sum, place);
  return none;
}

/** The storage positions that an index array picks along one axis. */
function alongAxis(call: LibraryCall): {
  array: ArrayValue;
  positions: Int32Array;
  shape: readonly number[];
} {
  const array = call.array('a');
  const indices = call.array('indices');
  const axis = call.axis(call.value('axis'), array.shape.length);
  if (indices.shape.length !== array.shape.length) {
    call.raise('ValueError', `${call.name}() needs indices with as many dimensions as the array`);
  }
  if (indices.type === 'float') call.raise('IndexError', `${call.name}() needs integer indices`);
  const shape = indices.shape.map((extent, each) => (each === axis ? extent : array.shape[each]));
  const spread = spreadTo(call, read(call, indices), shape);
  call.machine.pin(spread, call.place);
  const chosen = call.machine.graph.value(spread);
  const strides = stridesOf(shape);
  const positions = Int32Array.from(chosen, (index, at) => {
    const extent = array.shape[axis];
    const place = index < 0 ? index + extent : index;
    if (place < 0 || place >= extent) {
      call.raise(
        'IndexError',
        `${call.name}(): the index ${index} is out of bounds for the size ${extent}`,
      );
    }
    return shape.reduce((sum, size, each) => {
      const own = each === axis ? place : Math.floor(at / strides[each]) % size;
      return sum + own * array.strides[each];
    }, array.offset);
  });
  return { array, positions, shape };
}

type Holds = (row: number, column: number, k: number) => boolean;

function triangle(call: LibraryCall, holds: Holds): Value {
  const rows = call.integer('n');
  return places(call, rows, call.optional('m') === null ? rows : call.integer('m'), holds);
}

function triangleOf(call: LibraryCall, holds: Holds): Value {
  const { shape } = call.array('a');
  if (shape.length !== 2) call.raise('ValueError', `${call.name}() takes a matrix`);
  return places(call, shape[0], shape[1], holds);
}

/** The rows and the columns of the places that hold. */
function places(call: LibraryCall, rows: number, columns: number, holds: Holds): Value {
  const k = call.integer('k');
  const found: number[] = [];
  for (let at = 0; at < rows * columns; at++) {
    if (holds(Math.floor(at / columns), at % columns, k)) found.push(at);
  }
  const line = (value: (at: number) => number) => integers(call, found.map(value), [found.length]);
  return tuple([line((at) => Math.floor(at / columns)), line((at) => at % columns)]);
}
