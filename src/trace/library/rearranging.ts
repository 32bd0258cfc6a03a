/** Copies of elements in other places: take, repeat, tile, roll, pad, delete. */
import type { EntryId } from '../../engine/graph';
import { sizeOf, stridedPositions, stridesOf } from '../../engine/shape';
import { peek } from '../arrays';
import { toInteger, toTrueArray } from '../convert';
import type { LibraryCall } from '../library-call';
import { sliceBounds } from '../slices';
import { describe, int, tuple, type Value } from '../values';
import { axisList } from './shapes';
import {
  cast,
  checkedSize,
  choose,
  constant,
  type Functions,
  pickAxis,
  read,
  reshape,
  typeOf,
} from './shared';

export const rearranging: Functions = {
  take: (call) => {
    const { entry, axis } = along(call, 'a');
    const indices = call.array('indices');
    if (indices.type === 'float') call.raise('TypeError', `${call.name}() needs integer indices`);
    call.machine.pin(call.entry('indices'), call.place);
    const own = call.shapeOf(entry);
    const mode = call.values.has('mode') ? call.words('mode') : 'raise';
    const extent = own[axis];
    const places = Array.from(peek(call.machine.graph, indices), (at) => {
      if (mode === 'clip') return Math.min(Math.max(at, 0), extent - 1);
      return mode === 'wrap' ? ((at % extent) + extent) % extent : wrapped(call, at, extent);
    });
    const picked = pickAxis(call, entry, axis, places);
    return call.give(reshape(call, picked, own.toSpliced(axis, 1, ...indices.shape)));
  },
  repeat: (call) => {
    const { entry, axis } = along(call, 'a');
    const extent = call.shapeOf(entry)[axis];
    const counts = call.shape(call.value('repeats'));
    if (counts.length !== 1 && counts.length !== extent) {
      call.raise('ValueError', `${call.name}(): ${counts.length} repeats for ${extent} elements`);
    }
    const places: number[] = [];
    for (let at = 0; at < extent; at++) {
      const count = counts[counts.length === 1 ? 0 : at];
      if (count < 0) call.raise('ValueError', `${call.name}(): repeats cannot be negative`);
      checkedSize(call, [places.length + count]);
      for (let round = 0; round < count; round++) places.push(at);
    }
    return call.give(pickAxis(call, entry, axis, places));
  },
  tile: (call) => {
    const array = call.array('a');
    const counts = call.shape(call.value('reps'));
    const rank = Math.max(array.shape.length, counts.length);
    const shape = [...new Array<number>(rank - array.shape.length).fill(1), ...array.shape];
    let entry = reshape(call, read(call, array), shape);
    for (let axis = 0; axis < rank; axis++) {
      const count = counts[axis - (rank - counts.length)] ?? 1;
      if (count === 1) continue;
      checkedSize(call, [shape[axis], count]);
      const places = Array.from(
        { length: shape[axis] * Math.max(0, count) },
        (_, k) => k % shape[axis],
      );
      entry = pickAxis(call, entry, axis, places);
    }
    return call.give(entry);
  },
  roll: (call) => {
    const array = call.array('a');
    const shifts = call.shape(call.value('shift'));
    if (call.optional('axis') === null) {
      const total = shifts.reduce((sum, each) => sum + each, 0);
      const flat = reshape(call, read(call, array), [sizeOf(array.shape)]);
      return call.give(reshape(call, rolled(call, flat, 0, total), array.shape));
    }
    let entry = read(call, array);
    const axes = axisList(call, call.value('axis'), array.shape.length);
    const count = Math.max(axes.length, shifts.length);
    for (let at = 0; at < count; at++) {
      const axis = axes[axes.length === 1 ? 0 : at];
      entry = rolled(call, entry, axis, shifts[shifts.length === 1 ? 0 : at]);
    }
    return call.give(entry);
  },
  /** A quarter turn in the plane of two axes, k times. */
  rot90: (call) => {
    let entry = call.entry('m');
    const rank = call.shapeOf(entry).length;
    const plane = call.optional('axes') ?? tuple([int(0), int(1)]);
    const [first, second] = axisList(call, plane, rank);
    const turns = ((call.integer('k') % 4) + 4) % 4;
    for (let turn = 0; turn < turns; turn++) {
      const shape = call.shapeOf(entry);
      const flipped = pickAxis(call, entry, second, descending(shape[second]));
      const axes = shape.map((_, axis) =>
        axis === first ? second : axis === second ? first : axis,
      );
      entry = call.apply('transpose', [flipped], { axes });
    }
    return call.give(entry);
  },
  pad,
  delete: (call) => {
    const { entry, axis } = along(call, 'a');
    const extent = call.shapeOf(entry)[axis];
    const gone = new Set(placesOf(call, call.value('places'), extent));
    const kept = Array.from({ length: extent }, (_, k) => k).filter((k) => !gone.has(k));
    return call.give(pickAxis(call, entry, axis, kept));
  },
};

/** The operand, flattened when no axis is named, and the axis. */
function along(call: LibraryCall, name: string): { entry: EntryId; axis: number } {
  const array = call.array(name);
  const axis = call.optional('axis');
  if (axis !== null) return { entry: read(call, array), axis: call.axis(axis, array.shape.length) };
  return { entry: reshape(call, read(call, array), [sizeOf(array.shape)]), axis: 0 };
}

function wrapped(call: LibraryCall, at: number, extent: number): number {
  const place = at < 0 ? at + extent : at;
  if (place >= 0 && place < extent) return place;
  return call.raise(
    'IndexError',
    `${call.name}(): the index ${at} is out of bounds for the size ${extent}`,
  );
}

/** The places that an integer, a slice, a list of integers or a mask means. */
function placesOf(call: LibraryCall, given: Value, extent: number): number[] {
  if (given.kind === 'slice') {
    const { start, step, count } = sliceBounds(call.machine, given, extent, call.place);
    return Array.from({ length: count }, (_, k) => start + k * step);
  }
  if (given.kind === 'number') {
    return [
      wrapped(
        call,
        toInteger(call.machine, given, `an index of ${call.name}()`, call.place),
        extent,
      ),
    ];
  }
  const array = toTrueArray(call.machine, given, call.place);
  if (array === null)
    return call.raise('TypeError', `${describe(given)} is no index for ${call.name}()`);
  call.machine.pin(read(call, array), call.place);
  const values = Array.from(peek(call.machine.graph, array));
  if (array.type === 'bool') return values.flatMap((value, at) => (value !== 0 ? [at] : []));
  return values.map((value) => wrapped(call, value, extent));
}

function descending(extent: number): number[] {
  return Array.from({ length: extent }, (_, k) => extent - 1 - k);
}

function rolled(call: LibraryCall, entry: EntryId, axis: number, shift: number): EntryId {
  const extent = call.shapeOf(entry)[axis];
  const places = Array.from(
    { length: extent },
    (_, k) => (((k - shift) % extent) + extent) % extent,
  );
  return pickAxis(call, entry, axis, places);
}

function pad(call: LibraryCall): Value {
  const array = call.array('a');
  const rank = array.shape.length;
  const widths = pairs(call, call.array('width'), rank);
  const mode = call.words('mode') ?? 'constant';
  if (widths.some(([before, after]) => before < 0 || after < 0)) {
    call.raise('ValueError', `${call.name}(): the widths cannot be negative`);
  }
  const entry = read(call, array);
  if (mode === 'constant') return call.give(padConstant(call, entry, widths));
  let padded = entry;
  for (const [axis, [before, after]] of widths.entries()) {
    const extent = array.shape[axis];
    const places = Array.from({ length: before + extent + after }, (_, k) =>
      mirrored(call, mode, k - before, extent),
    );
    padded = pickAxis(call, padded, axis, places);
  }
  return call.give(padded);
}

/** Which element stands at a place outside, by the mode's rule. */
function mirrored(call: LibraryCall, mode: string, at: number, extent: number): number {
  const modulo = (value: number, period: number) => ((value % period) + period) % period;
  switch (mode) {
    case 'edge':
      return Math.min(extent - 1, Math.max(0, at));
    case 'wrap':
      return modulo(at, extent);
    case 'reflect': {
      const period = Math.max(1, 2 * (extent - 1));
      const place = modulo(at, period);
      return place < extent ? place : period - place;
    }
    case 'symmetric': {
      const place = modulo(at, 2 * extent);
      return place < extent ? place : 2 * extent - 1 - place;
    }
    default:
      return call.refuse(`mode='${mode}' of ${call.name}() is not supported`);
  }
}

function padConstant(call: LibraryCall, entry: EntryId, widths: readonly number[][]): EntryId {
  const own = call.shapeOf(entry);
  const shape = own.map((extent, axis) => extent + widths[axis][0] + widths[axis][1]);
  checkedSize(call, shape);
  const strides = stridesOf(shape);
  const start = widths.reduce((sum, [before], axis) => sum + before * strides[axis], 0);
  const positions = stridedPositions(own, strides, start);
  const padded = call.apply('scatterAdd', [entry], { positions, shape });
  const border = call.array('values');
  const plain = border.shape.length === 0 ? call.machine.graph.number(read(call, border)) : null;
  if (plain === 0 && !call.machine.graph.dependsOnInput(read(call, border))) return padded;
  if (border.shape.length > 0 && new Set(peek(call.machine.graph, border)).size > 1) {
    call.refuse(
      `different constant_values of ${call.name}() for different sides are not supported`,
    );
  }
  const inside = new Float64Array(sizeOf(shape));
  for (const at of positions) inside[at] = 1;
  const first = call.apply('gather', [read(call, border)], {
    positions: Int32Array.of(0),
    shape: [],
  });
  const outside = cast(call, first, typeOf(call, entry));
  return choose(call, constant(call, inside, shape, 'bool'), padded, outside);
}

/** (before, after) of every axis, from one number, one pair or a pair an axis. */
function pairs(
  call: LibraryCall,
  given: ReturnType<LibraryCall['array']>,
  rank: number,
): number[][] {
  if (given.type === 'float')
    call.raise('TypeError', `the widths of ${call.name}() must be integers`);
  call.machine.pin(read(call, given), call.place);
  const values = peek(call.machine.graph, given);
  const { shape } = given;
  const axes = Array.from({ length: rank }, (_, axis) => axis);
  if (values.length === 1) return axes.map(() => [values[0], values[0]]);
  if (shape[shape.length - 1] === 2 && values.length === 2)
    return axes.map(() => [values[0], values[1]]);
  if (shape.length === 2 && shape[0] === rank && shape[1] === 2) {
    return axes.map((axis) => [values[2 * axis], values[2 * axis + 1]]);
  }
  if (shape.length === 2 && shape[0] === rank && shape[1] === 1) {
    return axes.map((axis) => [values[axis], values[axis]]);
  }
  return call.raise(
    'ValueError',
    `${call.name}(): the widths do not fit an array of ${rank} dimensions`,
  );
}
