/** Arrays of a regular pattern: ranges, identity matrices, triangles, grids. */
import type { EntryId } from '../../engine/graph';
import { sizeOf, stridedPositions, stridesOf } from '../../engine/shape';
import { view } from '../arrays';
import { toNumber } from '../convert';
import type { LibraryCall } from '../library-call';
import { describe, list, type NumberValue, tuple, type Value } from '../values';
import {
  arraysOf,
  cast,
  checkedSize,
  commonEntries,
  constant,
  type Functions,
  filled,
  pair,
  read,
  reshape,
  scalar,
  spreadTo,
} from './shared';

export const ranges: Functions = {
  arange,
  linspace: (call) => {
    const { entry, step } = evenly(call);
    const result = call.give(cast(call, entry, call.dtype('dtype', 'float')));
    return call.flag('retstep') ? tuple([result, call.give(step)]) : result;
  },
  /** Powers of a base with evenly spaced exponents. */
  logspace: (call) => call.give(pair(call, 'power', call.entry('base'), evenly(call).entry)),
  eye: (call) => {
    const rows = call.integer('n');
    const columns = call.optional('m') === null ? rows : call.integer('m');
    const k = call.integer('k');
    const data = mask(call, rows, columns, (row, column) => column - row === k);
    return call.give(constant(call, data, [rows, columns], call.dtype('dtype', 'float')));
  },
  tri: (call) => {
    const rows = call.integer('n');
    const columns = call.optional('m') === null ? rows : call.integer('m');
    const k = call.integer('k');
    const data = mask(call, rows, columns, (row, column) => column - row <= k);
    return call.give(constant(call, data, [rows, columns], call.dtype('dtype', 'float')));
  },
  tril: (call) => triangle(call, (row, column, k) => column - row <= k),
  triu: (call) => triangle(call, (row, column, k) => column - row >= k),
  diag: (call) => {
    const array = call.array('v');
    const k = call.integer('k');
    if (array.shape.length === 2) return diagonal(call, array, k, 0, 1);
    if (array.shape.length !== 1) {
      call.raise('ValueError', `${call.name}() takes an array of 1 or 2 dimensions`);
    }
    return call.give(onDiagonal(call, read(call, array), k));
  },
  diagflat: (call) => {
    const entry = call.entry('v');
    const flat = reshape(call, entry, [sizeOf(call.shapeOf(entry))]);
    return call.give(onDiagonal(call, flat, call.integer('k')));
  },
  diagonal: (call) => {
    const array = call.array('a');
    const rank = array.shape.length;
    if (rank < 2)
      call.raise('ValueError', `${call.name}() needs an array of at least two dimensions`);
    const [first, second] = ['axis1', 'axis2'].map((name) => call.axis(call.value(name), rank));
    return diagonal(call, array, call.integer('offset'), first, second);
  },
  trace: (call) => {
    const array = call.array('a');
    const rank = array.shape.length;
    if (rank < 2)
      call.raise('ValueError', `${call.name}() needs an array of at least two dimensions`);
    const [first, second] = ['axis1', 'axis2'].map((name) => call.axis(call.value(name), rank));
    const entry = read(call, diagonal(call, array, call.integer('offset'), first, second));
    return call.give(call.apply('sum', [entry], { axes: [rank - 2], keepDimensions: false }));
  },
  meshgrid: (call) => {
    const arrays = call.rest('arrays').flatMap((each) => arraysOf(call, list([each])));
    const swapped = call.words('indexing') !== 'ij' && arrays.length > 1;
    const place = (which: number) => (swapped && which < 2 ? 1 - which : which);
    const shape = new Array<number>(arrays.length);
    for (const [which, array] of arrays.entries()) shape[place(which)] = sizeOf(array.shape);
    return list(
      arrays.map((array, which) => {
        const own = shape.map((extent, axis) => (axis === place(which) ? extent : 1));
        const line = reshape(call, read(call, array), own);
        return call.give(call.flag('sparse') ? line : spreadTo(call, line, shape));
      }),
    );
  },
};

function arange(call: LibraryCall): Value {
  const one = call.optional('stop') === null;
  const start = one ? null : numeric(call, 'start');
  const stop = numeric(call, one ? 'start' : 'stop');
  const step = call.optional('step') === null ? null : numeric(call, 'step');
  const given = [start, stop, step].filter((each) => each !== null);
  for (const each of given) call.machine.pin(each.entry, call.place);
  const [from, by] = [start?.value ?? 0, step?.value ?? 1];
  if (by === 0) call.raise('ZeroDivisionError', `${call.name}(): the step is zero`);
  const count = Math.max(0, Math.ceil((stop.value - from) / by));
  checkedSize(call, [count]);
  const whole = given.every((each) => each.type !== 'float');
  const type = call.dtype('dtype', whole ? 'int' : 'float');
  const traced = (start?.entry ?? -1) >= 0 || (step?.entry ?? -1) >= 0;
  if (!traced) {
    // The gap between the first two values, as it is after rounding.
    const gap = from + by - from;
    const data = Float64Array.from({ length: count }, (_, k) => from + k * gap);
    return call.give(cast(call, constant(call, data, [count], whole ? 'int' : 'float'), type));
  }
  const counter = constant(
    call,
    Float64Array.from({ length: count }, (_, k) => k),
    [count],
    'int',
  );
  const steps = step === null ? counter : pair(call, 'multiply', counter, call.entry('step'));
  return call.give(
    cast(call, start === null ? steps : pair(call, 'add', call.entry('start'), steps), type),
  );
}

function numeric(call: LibraryCall, name: string): NumberValue {
  const value = call.value(name);
  const number = toNumber(call.machine, value, call.place);
  if (number !== null) return number;
  return call.raise(
    'TypeError',
    `${name} of ${call.name}() must be a number, not ${describe(value)}`,
  );
}

function evenly(call: LibraryCall): { entry: EntryId; step: EntryId } {
  const [start, stop] = [cast(call, call.entry('start'), 'float'), call.entry('stop')];
  const count = call.integer('num');
  const withEnd = call.flag('endpoint');
  const gaps = withEnd ? count - 1 : count;
  const width = pair(call, 'subtract', stop, start);
  const step = call.apply(
    'divide',
    [width, scalar(call, gaps > 0 ? gaps : Number.NaN, 'float')],
    null,
  );
  const rank = call.shapeOf(width).length;
  const column = [count, ...new Array<number>(rank).fill(1)];
  const counter = constant(
    call,
    Float64Array.from({ length: count }, (_, k) => k),
    column,
  );
  const safe = gaps > 0 ? step : filled(call, [], 0);
  const points = pair(call, 'add', pair(call, 'multiply', counter, safe), start);
  if (!withEnd || count < 2) return { entry: points, step };
  // The last point is the end itself, not what rounding makes of it.
  const last = constant(
    call,
    Float64Array.from({ length: count }, (_, k) => Number(k === count - 1)),
    column,
    'bool',
  );
  return { entry: call.apply('where', [last, stop, points], null), step };
}

function mask(
  call: LibraryCall,
  rows: number,
  columns: number,
  holds: (row: number, column: number) => boolean,
): Float64Array {
  const data = new Float64Array(checkedSize(call, [rows, columns]));
  for (let at = 0; at < data.length; at++) {
    if (holds(Math.floor(at / columns), at % columns)) data[at] = 1;
  }
  return data;
}

function triangle(
  call: LibraryCall,
  holds: (row: number, column: number, k: number) => boolean,
): Value {
  const [entry] = commonEntries(call, [call.array('m')]);
  const shape = call.shapeOf(entry);
  const full = shape.length === 1 ? [shape[0], shape[0]] : shape;
  const [rows, columns] = full.slice(-2);
  const k = call.integer('k');
  const kept = constant(
    call,
    mask(call, rows, columns, (row, column) => holds(row, column, k)),
    [rows, columns],
    'bool',
  );
  const type = call.machine.graph.entry(entry).type;
  return call.give(call.apply('where', [kept, entry, scalar(call, 0, type)], null));
}

/** The k-th diagonal over two axes, as a view with that axis last. */
function diagonal(
  call: LibraryCall,
  array: ReturnType<LibraryCall['array']>,
  k: number,
  first: number,
  second: number,
) {
  const { shape, strides } = array;
  if (first === second) call.raise('ValueError', `${call.name}(): the two axes must differ`);
  const others = shape.map((_, axis) => axis).filter((axis) => axis !== first && axis !== second);
  const [down, across] = [Math.max(0, -k), Math.max(0, k)];
  const count = Math.max(0, Math.min(shape[first] - down, shape[second] - across));
  const offset =
    count > 0 ? array.offset + down * strides[first] + across * strides[second] : array.offset;
  return view(
    array,
    offset,
    [...others.map((axis) => strides[axis]), strides[first] + strides[second]],
    [...others.map((axis) => shape[axis]), count],
    call.place,
  );
}

/** A square matrix of zeros with a vector on its k-th diagonal. */
function onDiagonal(call: LibraryCall, vector: EntryId, k: number): EntryId {
  const [length] = call.shapeOf(vector);
  const extent = length + Math.abs(k);
  const shape = [extent, extent];
  checkedSize(call, shape);
  const start = k >= 0 ? k : -k * extent;
  const positions = stridedPositions([length], [stridesOf(shape)[0] + 1], start);
  return call.apply('scatterAdd', [vector], { positions, shape });
}
