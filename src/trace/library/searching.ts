/** Where values stand among others: searches, bins, histograms, and interpolation between points. */
import type { EntryId } from '../../engine/graph';
import { sizeOf } from '../../engine/shape';
import type { LibraryCall } from '../library-call';
import { tuple, type Value } from '../values';
import { algebra } from './algebra';
import { cast, constant, type Functions, pair, reshape, scalar, spreadTo } from './shared';

export const searching: Functions = {
  searchsorted: (call) => {
    const a = ordered(call, call.entry('a'));
    return call.give(rank(call, a, call.entry('v'), call.words('side') === 'right'));
  },
  digitize: (call) => {
    const bins = call.entry('bins');
    const values = call.machine.graph.value(bins).slice();
    const right = call.flag('right');
    if (values.every((value, i) => i === 0 || value >= values[i - 1])) {
      return call.give(rank(call, bins, call.entry('x'), !right));
    }
    if (!values.every((value, i) => i === 0 || value <= values[i - 1])) {
      call.raise('ValueError', `${call.name}(): the bins must rise or fall`);
    }
    const below = rank(call, bins, call.entry('x'), !right);
    return call.give(call.apply('subtract', [scalar(call, values.length, 'int'), below], null));
  },
  histogram: (call) => {
    const a = flat(call, 'a');
    const edges = edgesOf(call, a);
    const { graph } = call.machine;
    const [values, limits] = [graph.value(a), graph.value(edges)];
    const bins = limits.length - 1;
    const places: number[] = [];
    const inside: number[] = [];
    for (const [at, value] of values.entries()) {
      if (!(value >= limits[0] && value <= limits[bins])) continue;
      let bin = 0;
      while (bin < bins - 1 && value >= limits[bin + 1]) bin++;
      places.push(bin);
      inside.push(at);
    }
    graph.pin(a, call.place);
    const shape = [bins];
    const positions = Int32Array.from(places);
    const weighted = call.optional('weights') !== null;
    const chosen = weighted
      ? call.apply('gather', [flat(call, 'weights')], {
          positions: Int32Array.from(inside),
          shape: [inside.length],
        })
      : constant(call, new Float64Array(inside.length).fill(1), [inside.length], 'int');
    const counts = call.apply('scatterAdd', [chosen], { positions, shape });
    if (!call.flag('density')) return tuple([call.give(counts), call.give(edges)]);
    const m = algebra(call);
    const widths = m.minus(part(call, edges, 1, bins + 1), part(call, edges, 0, bins));
    const total = call.apply('sum', [counts], { axes: [0], keepDimensions: false });
    return tuple([call.give(m.over(counts, m.product(widths, total))), call.give(edges)]);
  },
  interpolate: (call) => {
    const m = algebra(call);
    const [x, xp, fp] = [m.get('x'), m.get('xp'), m.get('fp')];
    const { graph } = call.machine;
    const count = sizeOf(call.shapeOf(xp));
    if (count !== sizeOf(call.shapeOf(fp))) {
      call.raise('ValueError', `${call.name}(): xp and fp have different lengths`);
    }
    if (count === 0) call.raise('ValueError', `${call.name}() needs points`);
    const shape = call.shapeOf(x);
    const before = rank(call, xp, x, true);
    graph.pin(before, call.place);
    const found = graph.value(before).slice();
    const pick = (line: EntryId, step: number) =>
      call.apply('gather', [line], {
        positions: Int32Array.from(found, (k) => Math.min(Math.max(k - 1, 0) + step, count - 1)),
        shape,
      });
    const [left, right] = [pick(xp, 0), pick(xp, 1)];
    const gap = m.minus(right, left);
    const width = m.choose(m.equal(gap, m.k(0)), m.k(1), gap);
    const slope = m.over(m.minus(pick(fp, 1), pick(fp, 0)), width);
    const inner = m.sum(pick(fp, 0), m.product(m.minus(x, left), slope));
    const outside = (name: string, place: number) =>
      call.optional(name) === null ? part(call, fp, place, place + 1, []) : m.get(name);
    const low = m.less(x, part(call, xp, 0, 1, []));
    const high = m.above(x, part(call, xp, count - 1, count, []));
    const lifted = m.choose(low, outside('left', 0), inner);
    return call.give(m.choose(high, outside('right', count - 1), lifted));
  },
};

/** For each value how many of the line are below it (or equal, when `equal`). */
function rank(call: LibraryCall, line: EntryId, values: EntryId, equal: boolean): EntryId {
  const shape = call.shapeOf(values);
  const column = reshape(call, values, [...shape, 1]);
  const below = pair(call, equal ? 'lessEqual' : 'less', line, column);
  return call.apply('sum', [below], { axes: [shape.length], keepDimensions: false });
}

/** The line in the order that `sorter` gives. */
function ordered(call: LibraryCall, line: EntryId): EntryId {
  if (call.optional('sorter') === null) return line;
  const sorter = call.entry('sorter');
  call.machine.graph.pin(sorter, call.place);
  const positions = Int32Array.from(call.machine.graph.value(sorter));
  return call.apply('gather', [line], { positions, shape: [positions.length] });
}

function flat(call: LibraryCall, name: string): EntryId {
  const entry = call.entry(name);
  return reshape(call, entry, [sizeOf(call.shapeOf(entry))]);
}

/** Places from `from` up to `to` of a line. */
function part(
  call: LibraryCall,
  line: EntryId,
  from: number,
  to: number,
  shape: readonly number[] = [to - from],
): EntryId {
  const positions = Int32Array.from({ length: to - from }, (_, k) => from + k);
  return call.apply('gather', [line], { positions, shape });
}

/** The borders of the bins: given, or evenly from the least value to the largest. */
function edgesOf(call: LibraryCall, a: EntryId): EntryId {
  const bins = call.numeric('bins');
  if (bins.kind === 'array' && bins.shape.length > 0) return call.entry('bins');
  const count = call.integer('bins');
  if (count < 1) call.raise('ValueError', `${call.name}() needs at least one bin`);
  const m = algebra(call);
  const [low, high] = limits(call, a);
  const steps = constant(
    call,
    Float64Array.from({ length: count + 1 }, (_, k) => k / count),
    [count + 1],
  );
  return spreadTo(call, m.sum(m.product(m.minus(high, low), steps), low), [count + 1]);
}

function limits(call: LibraryCall, a: EntryId): [EntryId, EntryId] {
  const given: Value | null = call.optional('range');
  if (given !== null) {
    const pairOf = cast(call, call.entry('range'), 'float');
    return [part(call, pairOf, 0, 1, []), part(call, pairOf, 1, 2, [])];
  }
  const all = { axes: [0], keepDimensions: false };
  const floats = cast(call, a, 'float');
  const [low, high] = [call.apply('min', [floats], all), call.apply('max', [floats], all)];
  const { graph } = call.machine;
  if (graph.number(low) !== graph.number(high)) return [low, high];
  const m = algebra(call);
  return [m.minus(low, m.k(0.5)), m.sum(high, m.k(0.5))];
}
