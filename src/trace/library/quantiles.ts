/** Quantiles, percentiles and medians, over one axis, several or all, with and without NaN. */
import type { EntryId } from '../../engine/graph';
import { sizeOf } from '../../engine/shape';
import type { LibraryCall } from '../library-call';
import { algebra } from './algebra';
import { cast, constant, type Functions, finish, pickAxis, reshape, scalar } from './shared';
import { sortedEntry } from './sorting';

export const quantiles: Functions = {
  median: (call) => finish(call, quantile(call, { values: [0.5], shape: [] }, false)),
  nanMedian: (call) => finish(call, quantile(call, { values: [0.5], shape: [] }, true)),
  quantile: (call) => finish(call, quantile(call, fractions(call, 1), false)),
  percentile: (call) => finish(call, quantile(call, fractions(call, 100), false)),
  nanQuantile: (call) => finish(call, quantile(call, fractions(call, 1), true)),
  nanPercentile: (call) => finish(call, quantile(call, fractions(call, 100), true)),
};

interface Fractions {
  readonly values: readonly number[];
  readonly shape: readonly number[];
}

/** What part of the values is to lie below. */
function fractions(call: LibraryCall, whole: number): Fractions {
  const entry = call.entry('q');
  const { graph } = call.machine;
  graph.pin(entry, call.place);
  const values = Array.from(graph.value(entry), (value) => value / whole);
  if (values.some((value) => !(value >= 0 && value <= 1))) {
    call.raise('ValueError', `${call.name}(): q must be between 0 and ${whole}`);
  }
  return { values, shape: call.shapeOf(entry) };
}

function quantile(call: LibraryCall, q: Fractions, skipNan: boolean): EntryId {
  const entry = cast(call, call.entry('a'), 'float');
  const shape = call.shapeOf(entry);
  const axes = call.axes('axis', shape.length);
  const others = shape.map((_, axis) => axis).filter((axis) => !axes.includes(axis));
  const kept = others.map((axis) => shape[axis]);
  const length = sizeOf(axes.map((axis) => shape[axis]));
  if (length === 0) call.raise('ValueError', `${call.name}() of an empty array has no value`);
  const turned = call.apply('transpose', [entry], { axes: [...others, ...axes] });
  const lanes = reshape(call, turned, [sizeOf(kept), length]);
  const found = skipNan ? withoutNan(call, lanes, q) : along(call, lanes, q);
  const inner = call.flag('keepdims')
    ? shape.map((extent, axis) => (axes.includes(axis) ? 1 : extent))
    : kept;
  return reshape(call, found, [...q.shape, ...inner]);
}

/** One row for each fraction, one column for each lane. */
function along(call: LibraryCall, lanes: EntryId, q: Fractions): EntryId {
  const m = algebra(call);
  const [count, length] = call.shapeOf(lanes);
  const sorted = sortedEntry(call, lanes, 1);
  const column = (place: number) => reshape(call, pickAxis(call, sorted, 1, [place]), [1, count]);
  // NaN comes last in the order.
  const unknown = call.apply('isnan', [column(length - 1)], null);
  const rows = q.values.map((fraction) => {
    const [low, part] = placeOf(call, fraction, length);
    const below = column(low);
    const value =
      part === 0
        ? below
        : m.sum(below, m.product(m.minus(column(low + 1), below), scalar(call, part)));
    return m.choose(unknown, m.k(Number.NaN), value);
  });
  return rows.length === 0
    ? constant(call, [], [0, count])
    : call.apply('concatenate', rows, { axis: 0 });
}

/** The place among sorted values, and the part of the way to the next. */
function placeOf(call: LibraryCall, fraction: number, length: number): [number, number] {
  const at = fraction * (length - 1);
  const low = Math.min(Math.floor(at), length - 1);
  const method = call.values.has('method') ? call.words('method') : 'linear';
  switch (method) {
    case 'linear':
      return [low, low === length - 1 ? 0 : at - low];
    case 'lower':
      return [low, 0];
    case 'higher':
      return [Math.ceil(at), 0];
    case 'midpoint':
      return [low, at === low ? 0 : 0.5];
    case 'nearest':
      return [at - low === 0.5 ? low + (low % 2) : Math.round(at), 0];
    default:
      return call.refuse(`${call.name}() with method='${method}' is not supported`);
  }
}

function withoutNan(call: LibraryCall, lanes: EntryId, q: Fractions): EntryId {
  const { graph } = call.machine;
  const [count, length] = call.shapeOf(lanes);
  const missing = call.apply('isnan', [lanes], null);
  graph.pin(missing, call.place);
  const flags = graph.value(missing).slice();
  const columns = Array.from({ length: count }, (_, lane) => {
    const places = Array.from({ length }, (_, k) => k).filter(
      (k) => flags[lane * length + k] === 0,
    );
    if (places.length === 0) {
      return constant(
        call,
        q.values.map(() => Number.NaN),
        [q.values.length, 1],
      );
    }
    return along(call, pickAxis(call, pickAxis(call, lanes, 0, [lane]), 1, places), q);
  });
  return call.apply('concatenate', columns, { axis: 1 });
}
