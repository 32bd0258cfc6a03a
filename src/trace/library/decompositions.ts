/** Eigenvalues of symmetric matrices, singular values, and what is made of them. */
import type { EntryId } from '../../engine/graph';
import { sizeOf } from '../../engine/shape';
import type { LibraryCall } from '../library-call';
import { int, tuple, type Value } from '../values';
import { algebra } from './algebra';
import { cast, constant, type Functions, filled, pickAxis, reshape } from './shared';
import { matrixOf, product, range, squareMatrix, transposed } from './solving';

export const decompositions: Functions = {
  eigenPairs: (call) => {
    const a = oneTriangle(call);
    const values = call.apply('eigenvalues', [a], null);
    if (call.values.has('eigvals_only') && call.flag('eigvals_only')) return call.give(values);
    return tuple([call.give(values), call.give(call.apply('eigenvectors', [a], null))]);
  },
  eigenvaluesOf: (call) => call.give(call.apply('eigenvalues', [oneTriangle(call)], null)),
  singularValues: (call) => call.give(singularValues(call, matrixOf(call, 'a'))),
  singularValueDecomposition: (call) => {
    const a = matrixOf(call, 'a');
    if (!call.flag('compute_uv')) return call.give(singularValues(call, a));
    return decompose(call, a);
  },
  pseudoInverse: (call) =>
    call.give(pseudoInverse(call, matrixOf(call, 'a'), cutoffOf(call, 1e-15))),
  leastSquares: (call) =>
    leastSquares(call, Number.EPSILON * Math.max(...call.shapeOf(call.entry('a')))),
  scipyLeastSquares: (call) => leastSquares(call, Number.EPSILON),
  /** How many singular values are not 0: a jump function, without a derivative. */
  matrixRank: (call) => {
    const array = call.entry('a');
    if (call.shapeOf(array).length < 2) {
      call.machine.graph.pin(array, call.place);
      return int(Number(call.machine.graph.value(array).some((value) => value !== 0)));
    }
    const a = matrixOf(call, 'a');
    const values = singularValues(call, a);
    const shape = call.shapeOf(a);
    const last = shape.length - 2;
    const m = algebra(call);
    const least =
      call.optional('tol') === null
        ? m.product(
            call.apply('max', [values], { axes: [last], keepDimensions: true }),
            m.k(Number.EPSILON * Math.max(...shape.slice(-2))),
          )
        : call.entry('tol');
    const counted = call.apply('sum', [m.above(values, least)], {
      axes: [last],
      keepDimensions: false,
    });
    return call.give(counted);
  },
};

/** A⁺, where singular values up to `cutoff` of the largest count as 0. */
function pseudoInverse(call: LibraryCall, a: EntryId, cutoff: number): EntryId {
  return call.apply('pseudoInverse', [a], { cutoff });
}

function cutoffOf(call: LibraryCall, standard: number): number {
  const given = call.optional('cutoff');
  if (given === null) return standard;
  const value = call.numeric('cutoff');
  if (value.kind !== 'number') return call.refuse(`${call.name}() takes one cutoff only`);
  call.machine.pin(value.entry, call.place);
  return value.value < 0 ? Number.EPSILON : value.value;
}

/** The symmetric matrix of which one triangle is given. */
function oneTriangle(call: LibraryCall): EntryId {
  const a = squareMatrix(call, 'a');
  const shape = call.shapeOf(a);
  const lower = call.values.has('UPLO') ? call.words('UPLO') !== 'U' : call.flag('lower');
  const n = shape[shape.length - 1];
  const positions = Int32Array.from({ length: sizeOf(shape) }, (_, at) => {
    const column = at % n;
    const row = Math.floor(at / n) % n;
    return row >= column === lower ? at : at + (column - row) * n + (row - column);
  });
  return call.apply('gather', [a], { positions, shape });
}

/** [[0, A], [Aᵀ, 0]]: its eigenvalues are the singular values of A, with both signs. */
function bordered(call: LibraryCall, a: EntryId): EntryId {
  const shape = call.shapeOf(a);
  const [m, n] = shape.slice(-2);
  const stack = shape.slice(0, -2);
  const [rows, columns] = [stack.length, stack.length + 1];
  const above = [filled(call, [...stack, m, m], 0), a];
  const below = [transposed(call, a), filled(call, [...stack, n, n], 0)];
  return call.apply(
    'concatenate',
    [above, below].map((parts) => call.apply('concatenate', parts, { axis: columns })),
    { axis: rows },
  );
}

/** Descending, and never below 0. */
export function singularValues(call: LibraryCall, a: EntryId): EntryId {
  const shape = call.shapeOf(a);
  const [m, n] = shape.slice(-2);
  const values = call.apply('eigenvalues', [bordered(call, a)], null);
  const places = range(0, Math.min(m, n)).map((k) => m + n - 1 - k);
  const found = pickAxis(call, values, shape.length - 2, places);
  return call.apply('abs', [found], null);
}

/** U, the singular values, and Vᵀ; what the singular value 0 leaves open is a choice. */
function decompose(call: LibraryCall, a: EntryId): Value {
  const shape = call.shapeOf(a);
  const [m, n] = shape.slice(-2);
  if (shape.length > 2)
    call.refuse(`${call.name}() with vectors is supported for single matrices only`);
  const values = singularValues(call, a);
  const vectors = call.apply('eigenvectors', [bordered(call, a)], null);
  const numbers = call.machine.graph.value(values);
  const present = numbers.filter((value) => value > 1e-14 * numbers[0]).length;
  const pairs = pickAxis(
    call,
    vectors,
    1,
    range(0, present).map((k) => m + n - 1 - k),
  );
  const scaled = call.apply('multiply', [pairs, algebra(call).k(Math.SQRT2)], null);
  const full = call.flag('full_matrices');
  const smaller = Math.min(m, n);
  const side = (from: number, extent: number) => {
    const known = pickAxis(call, scaled, 0, range(from, from + extent));
    const count = full ? extent : smaller;
    if (count === present) return known;
    // With all singular values there, the vectors of eigenvalue 0 all belong to this side.
    const own = present === smaller && extent > smaller;
    const others = own
      ? pickAxis(
          call,
          pickAxis(call, vectors, 1, range(smaller, extent)),
          0,
          range(from, from + extent),
        )
      : complement(call, known, extent, count - present);
    return call.apply('concatenate', [known, others], { axis: 1 });
  };
  const right = transposed(call, side(m, n));
  return tuple([call.give(side(0, m)), call.give(values), call.give(right)]);
}

/** Unit columns at right angles to the given ones and to each other, by Gram and Schmidt. */
function complement(call: LibraryCall, known: EntryId, extent: number, count: number): EntryId {
  const m = algebra(call);
  const all = { axes: [0], keepDimensions: true };
  let columns = known;
  const made: EntryId[] = [];
  for (let tried = 0; tried < extent && made.length < count; tried++) {
    const axis = range(0, extent).map((i) => Number(i === tried));
    let candidate = constant(call, axis, [extent, 1]);
    for (let round = 0; round < 2; round++) {
      const parts = product(call, transposed(call, columns), candidate);
      candidate = m.minus(candidate, product(call, columns, parts));
    }
    const length = m.sqrt(call.apply('sum', [m.product(candidate, candidate)], all));
    if (call.machine.graph.number(length) < 0.1 / extent) continue;
    made.push(m.over(candidate, length));
    columns = call.apply('concatenate', [known, ...made], { axis: 1 });
  }
  return call.apply('concatenate', made, { axis: 1 });
}

/** The solution of least squares (the shortest one), residuals, rank and singular values. */
function leastSquares(call: LibraryCall, standard: number): Value {
  const a = matrixOf(call, 'a');
  const b = cast(call, call.entry('b'), 'float');
  const [rows, columns] = call.shapeOf(a);
  const shape = call.shapeOf(b);
  if (call.shapeOf(a).length !== 2 || shape[0] !== rows) {
    call.raise('LinAlgError', `${call.name}(): the matrix and the right side do not fit`);
  }
  const cutoff = cutoffOf(call, standard);
  const right = shape.length === 1 ? reshape(call, b, [rows, 1]) : b;
  const x = product(call, pseudoInverse(call, a, cutoff), right);
  const values = singularValues(call, a);
  const numbers = call.machine.graph.value(values);
  const rank = numbers.filter((value) => value > cutoff * numbers[0]).length;
  const m = algebra(call);
  const gap = m.minus(product(call, a, x), right);
  const squares = call.apply('sum', [m.product(gap, gap)], { axes: [0], keepDimensions: false });
  const known = rank === columns && rows > columns;
  const residuals = known ? squares : filled(call, [0], 0);
  const solution = shape.length === 1 ? reshape(call, x, [columns]) : x;
  return tuple([call.give(solution), call.give(residuals), int(rank), call.give(values)]);
}
