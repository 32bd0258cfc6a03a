/** Sorting, and what follows from an order: the permutation is pinned, the values flow through it. */
import type { EntryId } from '../../engine/graph';
import { sizeOf, stridedPositions, stridesOf } from '../../engine/shape';
import { positionsOf } from '../arrays';
import { writeValue } from '../index-access';
import type { LibraryCall } from '../library-call';
import { none, tuple, type Value } from '../values';
import { constant, type Functions, read, reshape } from './shared';

export const sorting: Functions = {
  sort: (call) => {
    const { entry, axis } = alongAxis(call);
    return call.give(axis === null ? entry : sortedEntry(call, entry, axis));
  },
  /** Sorts an array in place. */
  sortInPlace: (call) => {
    const array = call.array('a');
    const axis = call.axis(call.value('axis'), array.shape.length);
    const sorted = call.give(sortedEntry(call, read(call, array), axis));
    writeValue(call.machine, array, positionsOf(array), array.shape, sorted, call.place);
    return none;
  },
  argsort: (call) => {
    const { entry, axis } = alongAxis(call);
    if (axis === null) return call.give(constant(call, [0], [], 'int'));
    return call.give(constant(call, orderOf(call, entry, axis).ranks, call.shapeOf(entry), 'int'));
  },
  unique,
};

/** The entry with one axis sorted; what the order was is pinned. */
export function sortedEntry(call: LibraryCall, entry: EntryId, axis: number): EntryId {
  const { positions } = orderOf(call, entry, axis);
  return call.apply('gather', [entry], { positions, shape: call.shapeOf(entry) });
}

/** For each place along the axis, which element comes there: within its lane, and flat. */
function orderOf(
  call: LibraryCall,
  entry: EntryId,
  axis: number,
): { ranks: Float64Array; positions: Int32Array } {
  const { graph } = call.machine;
  graph.pin(entry, call.place);
  const shape = call.shapeOf(entry);
  const strides = stridesOf(shape);
  const values = graph.value(entry).slice();
  const ranks = new Float64Array(values.length);
  const positions = new Int32Array(values.length);
  const others = shape.map((extent, each) => (each === axis ? 1 : extent));
  for (const start of stridedPositions(others, strides)) {
    const lane = Array.from({ length: shape[axis] }, (_, k) => k);
    const at = (k: number) => values[start + k * strides[axis]];
    lane.sort((a, b) => ascending(at(a), at(b)));
    for (const [place, from] of lane.entries()) {
      ranks[start + place * strides[axis]] = from;
      positions[start + place * strides[axis]] = start + from * strides[axis];
    }
  }
  return { ranks, positions };
}

/** NaN comes last. */
function ascending(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a - b;
}

/** The operand and the axis; `axis=None` flattens. The axis is null for a single number. */
function alongAxis(call: LibraryCall): { entry: EntryId; axis: number | null } {
  const entry = call.entry('a');
  const shape = call.shapeOf(entry);
  const axis = call.optional('axis');
  if (axis === null) return { entry: reshape(call, entry, [sizeOf(shape)]), axis: 0 };
  return { entry, axis: shape.length === 0 ? null : call.axis(axis, shape.length) };
}

/** Sorted distinct values, each from where it first stands. */
function unique(call: LibraryCall): Value {
  const entry = call.entry('a');
  const { graph } = call.machine;
  graph.pin(entry, call.place);
  const values = graph.value(entry).slice();
  const found = Float64Array.from(new Set(values)).sort(ascending);
  const firsts = Array.from(found, (value) =>
    values.findIndex((each) => Object.is(each, value) || each === value),
  );
  const positions = Int32Array.from(firsts);
  const shape = [found.length];
  const parts: Value[] = [call.give(call.apply('gather', [entry], { positions, shape }))];
  const rank = new Map(Array.from(found, (value, at) => [value, at]));
  const ints = (data: number[]) => call.give(constant(call, data, [data.length], 'int'));
  if (call.flag('return_index')) parts.push(ints(firsts));
  if (call.flag('return_inverse')) {
    parts.push(ints(Array.from(values, (value) => rank.get(value) ?? 0)));
  }
  if (call.flag('return_counts')) {
    const counts = new Array<number>(found.length).fill(0);
    for (const value of values) counts[rank.get(value) ?? 0] += 1;
    parts.push(ints(counts));
  }
  return parts.length === 1 ? parts[0] : tuple(parts);
}
