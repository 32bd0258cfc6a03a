/** Differences, gradients, areas, covariances, and polynomials by their coefficients. */
import type { EntryId } from '../../engine/graph';
import { sizeOf } from '../../engine/shape';
import { toTrueArray } from '../convert';
import type { LibraryCall } from '../library-call';
import { describe, list, type Value } from '../values';
import { algebra } from './algebra';
import { axisList } from './shapes';
import {
  cast,
  constant,
  type Functions,
  pair,
  pickAxis,
  read,
  reshape,
  spreadTo,
  typeOf,
} from './shared';
import { product, range, transposed } from './solving';

export const calculus: Functions = {
  difference: (call) => {
    let entry = call.entry('a');
    const axis = call.axis(call.value('axis'), call.shapeOf(entry).length);
    const before = edge(call, 'prepend', entry, axis);
    const after = edge(call, 'append', entry, axis);
    const parts = [...before, entry, ...after];
    if (parts.length > 1) {
      const floats = parts.some((part) => typeOf(call, part) === 'float');
      const same = floats ? parts.map((part) => cast(call, part, 'float')) : parts;
      entry = call.apply('concatenate', same, { axis });
    }
    for (let round = call.integer('n'); round > 0; round--) entry = step(call, entry, axis);
    return call.give(entry);
  },
  flatDifference: (call) => {
    const entry = call.entry('a');
    return call.give(step(call, reshape(call, entry, [sizeOf(call.shapeOf(entry))]), 0));
  },
  gradient,
  /** The area under points by the trapezoidal rule, along an axis. */
  trapezoid: (call) => {
    const m = algebra(call);
    const y = call.entry('y');
    const shape = call.shapeOf(y);
    const axis = call.axis(call.value('axis'), shape.length);
    const length = shape[axis];
    const both = m.sum(
      pickAxis(call, y, axis, range(1, length)),
      pickAxis(call, y, axis, range(0, length - 1)),
    );
    let width = call.entry('dx');
    if (call.optional('x') !== null) {
      const x = call.entry('x');
      const line = call.shapeOf(x).length === 1;
      const along = line ? 0 : axis;
      if (call.shapeOf(x)[along] !== length)
        call.raise('ValueError', `${call.name}(): x and y have different lengths`);
      width = step(call, x, along);
      if (line) width = reshape(call, width, alongAxis(shape, axis, length - 1));
    }
    const areas = m.product(both, m.k(0.5), width);
    return call.give(call.apply('sum', [areas], { axes: [axis], keepDimensions: false }));
  },
  covariance: (call) => call.give(covariance(call)),
  correlation: (call) => {
    const m = algebra(call);
    const c = covariance(call);
    if (call.shapeOf(c).length === 0) return call.give(m.over(c, c));
    const n = call.shapeOf(c)[0];
    const positions = Int32Array.from({ length: n }, (_, k) => k * (n + 1));
    const scale = m.sqrt(call.apply('gather', [c], { positions, shape: [n] }));
    return call.give(m.over(m.over(c, scale), reshape(call, scale, [n, 1])));
  },
  /** Powers of x in columns, the highest first unless `increasing`. */
  vandermonde: (call) => {
    const x = call.entry('x');
    const count = call.optional('n') === null ? sizeOf(call.shapeOf(x)) : call.integer('n');
    return call.give(powers(call, x, count, call.flag('increasing')));
  },
  polynomialFit: (call) => {
    const m = algebra(call);
    const [x, y] = [m.get('x'), m.get('y')];
    const degree = call.integer('degree');
    const rows = sizeOf(call.shapeOf(x));
    if (call.shapeOf(x).length !== 1)
      call.raise('TypeError', `${call.name}() takes a vector for x`);
    if (call.shapeOf(y)[0] !== rows || call.shapeOf(y).length > 2) {
      call.raise('TypeError', `${call.name}() takes as many values of y as of x`);
    }
    let left = powers(call, x, degree + 1, false);
    const line = call.shapeOf(y).length === 1;
    let right = line ? reshape(call, y, [rows, 1]) : y;
    if (call.optional('w') !== null) {
      const w = reshape(call, m.get('w'), [rows, 1]);
      [left, right] = [m.product(left, w), m.product(right, w)];
    }
    const squares = call.apply('sum', [m.product(left, left)], { axes: [0], keepDimensions: true });
    const scale = m.sqrt(squares);
    const inverse = call.apply('pseudoInverse', [m.over(left, scale)], {
      cutoff: rows * Number.EPSILON,
    });
    const found = m.over(product(call, inverse, right), transposed(call, scale));
    return call.give(line ? reshape(call, found, [degree + 1]) : found);
  },
  polynomialDerivative: (call) => {
    let p = call.entry('p');
    for (let round = call.integer('m'); round > 0; round--) {
      const degree = call.shapeOf(p)[0] - 1;
      const factors = range(0, degree).map((k) => degree - k);
      const kept = pickAxis(call, p, 0, range(0, degree));
      p = call.apply('multiply', [kept, constant(call, factors, [degree], 'int')], null);
    }
    return call.give(p);
  },
  polynomialIntegral: (call) => {
    const m = algebra(call);
    let p = m.get('p');
    for (let round = call.integer('m'); round > 0; round--) {
      const count = call.shapeOf(p)[0];
      const factors = constant(
        call,
        range(0, count).map((k) => count - k),
        [count],
      );
      const last = reshape(call, m.get('k'), [1]);
      p = call.apply('concatenate', [m.over(p, factors), last], { axis: 0 });
    }
    return call.give(p);
  },
  polynomialSum: (call) => call.give(polynomials(call, 'add')),
  polynomialDifference: (call) => call.give(polynomials(call, 'subtract')),
};

function alongAxis(shape: readonly number[], axis: number, extent: number): number[] {
  return shape.map((_, each) => (each === axis ? extent : 1));
}

/** Each element minus the one before it. */
function step(call: LibraryCall, entry: EntryId, axis: number): EntryId {
  const length = call.shapeOf(entry)[axis];
  const later = pickAxis(call, entry, axis, range(1, Math.max(1, length)));
  const earlier = pickAxis(call, entry, axis, range(0, Math.max(0, length - 1)));
  const op = typeOf(call, entry) === 'bool' ? 'notEqual' : 'subtract';
  return call.apply(op, [later, earlier], null);
}

/** What `prepend` or `append` gives: a number stands for one layer of it. */
function edge(call: LibraryCall, name: string, entry: EntryId, axis: number): EntryId[] {
  if (call.optional(name) === null) return [];
  const given = call.entry(name);
  if (call.shapeOf(given).length > 0) return [given];
  const shape = call.shapeOf(entry).map((extent, each) => (each === axis ? 1 : extent));
  return [spreadTo(call, given, shape)];
}

/** Central differences inside, one-sided ones at the ends; a list for several axes. */
function gradient(call: LibraryCall): Value {
  const f = cast(call, call.entry('f'), 'float');
  const rank = call.shapeOf(f).length;
  const given = call.optional('axis');
  const axes = given === null ? range(0, rank) : axisList(call, given, rank);
  const spacings = call.rest('spacings');
  if (spacings.length > 1 && spacings.length !== axes.length) {
    call.raise('TypeError', `${call.name}() needs one spacing for each axis`);
  }
  const found = axes.map((axis, at) => {
    const spacing = spacings.length === 1 ? spacings[0] : spacings[at];
    return call.give(slope(call, f, axis, spacing ?? null));
  });
  return found.length === 1 ? found[0] : list(found);
}

function slope(call: LibraryCall, f: EntryId, axis: number, spacing: Value | null): EntryId {
  const m = algebra(call);
  const shape = call.shapeOf(f);
  const n = shape[axis];
  const second = call.integer('edge_order') === 2;
  if (n < (second ? 3 : 2))
    call.raise('ValueError', `${call.name}() needs more points along the axis`);
  const at = (from: number, to: number) => pickAxis(call, f, axis, range(from, to));
  const one = (place: number) => at(place, place + 1);
  let gap: EntryId = m.k(1);
  if (spacing !== null) {
    const array = toTrueArray(call.machine, spacing, call.place);
    if (array === null)
      call.raise('TypeError', `${call.name}() takes numbers as spacings, not ${describe(spacing)}`);
    else gap = cast(call, read(call, array), 'float');
  }
  if (call.shapeOf(gap).length === 1) {
    if (call.shapeOf(gap)[0] !== n)
      call.raise('ValueError', `${call.name}(): the coordinates do not fit the axis`);
    if (second) call.refuse(`edge_order=2 of ${call.name}() with coordinates is not supported`);
    const steps = reshape(call, step(call, gap, 0), alongAxis(shape, axis, n - 1));
    const width = (from: number, to: number) => pickAxis(call, steps, axis, range(from, to));
    const [before, after] = [width(0, n - 2), width(1, n - 1)];
    const both = m.sum(before, after);
    const inner = m.sum(
      m.product(m.negate(m.over(after, m.product(before, both))), at(0, n - 2)),
      m.product(m.over(m.minus(after, before), m.product(before, after)), at(1, n - 1)),
      m.product(m.over(before, m.product(after, both)), at(2, n)),
    );
    const first = m.over(m.minus(one(1), one(0)), width(0, 1));
    const last = m.over(m.minus(one(n - 1), one(n - 2)), width(n - 2, n - 1));
    return call.apply('concatenate', n > 2 ? [first, inner, last] : [first, last], { axis });
  }
  const inner = m.over(m.minus(at(2, n), at(0, n - 2)), m.product(m.k(2), gap));
  const ends = second
    ? [
        m.sum(
          m.product(m.k(-1.5), one(0)),
          m.product(m.k(2), one(1)),
          m.product(m.k(-0.5), one(2)),
        ),
        m.sum(
          m.product(m.k(1.5), one(n - 1)),
          m.product(m.k(-2), one(n - 2)),
          m.product(m.k(0.5), one(n - 3)),
        ),
      ]
    : [m.minus(one(1), one(0)), m.minus(one(n - 1), one(n - 2))];
  const [first, last] = ends.map((end) => m.over(end, gap));
  return call.apply('concatenate', n > 2 ? [first, inner, last] : [first, last], { axis });
}

/** Of variables in rows. */
function covariance(call: LibraryCall): EntryId {
  const m = algebra(call);
  const rows = (name: string) => {
    const entry = m.get(name);
    const shape = call.shapeOf(entry);
    if (shape.length < 2) return reshape(call, entry, [1, sizeOf(shape)]);
    return call.flag('rowvar') || shape[0] === 1 ? entry : transposed(call, entry);
  };
  const x =
    call.optional('y') === null
      ? rows('m')
      : call.apply('concatenate', [rows('m'), rows('y')], { axis: 0 });
  const [count, n] = call.shapeOf(x);
  const total = call.apply('sum', [x], { axes: [1], keepDimensions: true });
  const centred = m.minus(x, m.over(total, m.k(n)));
  const freedom =
    call.values.has('ddof') && call.optional('ddof') !== null
      ? call.integer('ddof')
      : Number(!call.flag('bias'));
  const found = m.over(product(call, centred, transposed(call, centred)), m.k(n - freedom));
  return count === 1 ? reshape(call, found, []) : found;
}

function powers(call: LibraryCall, x: EntryId, count: number, rising: boolean): EntryId {
  const shape = call.shapeOf(x);
  if (shape.length !== 1) call.raise('ValueError', `${call.name}() takes a line of points`);
  const exponents = range(0, count).map((k) => (rising ? k : count - 1 - k));
  const line = constant(call, exponents, [count], 'int');
  return pair(call, 'power', reshape(call, x, [shape[0], 1]), line);
}

/** Coefficients of equal powers combined: the shorter is filled up in front. */
function polynomials(call: LibraryCall, op: 'add' | 'subtract'): EntryId {
  const lines = ['a', 'b'].map((name) => call.entry(name));
  const length = Math.max(...lines.map((entry) => sizeOf(call.shapeOf(entry))));
  const filled = lines.map((entry) => {
    const missing = length - sizeOf(call.shapeOf(entry));
    const zeros = constant(call, new Float64Array(missing), [missing], typeOf(call, entry));
    const flat = reshape(call, entry, [length - missing]);
    return missing === 0 ? flat : call.apply('concatenate', [zeros, flat], { axis: 0 });
  });
  return pair(call, op, filled[0], filled[1]);
}
