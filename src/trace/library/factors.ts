/** QR and Cholesky factors, triangular systems, the matrix exponential, and structured matrices. */
import type { EntryId } from '../../engine/graph';
import { sizeOf } from '../../engine/shape';
import type { LibraryCall } from '../library-call';
import { bool, tuple, type Value } from '../values';
import { algebra } from './algebra';
import { arraysOf, cast, constant, type Functions, pickAxis, read, reshape } from './shared';
import {
  cholesky,
  identity,
  matrixOf,
  product,
  range,
  solve,
  squareMatrix,
  transposed,
} from './solving';

export const factors: Functions = {
  orthogonalTriangular: (call) => {
    const a = matrixOf(call, 'a');
    const shape = call.shapeOf(a);
    if (shape.length !== 2) call.refuse(`${call.name}() is supported for single matrices only`);
    const mode = call.words('mode') ?? 'reduced';
    if (!['reduced', 'complete', 'r', 'full', 'economic'].includes(mode)) {
      call.refuse(`${call.name}() with mode='${mode}' is not supported`);
    }
    const { q, r } = householder(call, a, shape[0], shape[1]);
    const count = mode === 'complete' || mode === 'full' ? shape[0] : Math.min(...shape);
    const triangle = pickAxis(
      call,
      r,
      0,
      range(0, mode === 'r' && call.name.includes('scipy') ? shape[0] : count),
    );
    if (mode === 'r')
      return call.name.includes('scipy') ? tuple([call.give(triangle)]) : call.give(triangle);
    return tuple([call.give(pickAxis(call, q, 1, range(0, count))), call.give(triangle)]);
  },
  /** The lower factor, or the upper one, which is scipy's default. */
  choleskyFactor: (call) => call.give(choleskyFactor(call)),
  choleskyPair: (call) => tuple([call.give(choleskyFactor(call)), bool(call.flag('lower'))]),
  choleskySolve: (call) => {
    const pair = call.value('pair');
    if (pair.kind !== 'tuple' || pair.items.length !== 2) {
      return call.raise('TypeError', `${call.name}() takes what cho_factor gave`);
    }
    const [factor] = arraysOf(call, tuple([pair.items[0]]));
    const lower = pair.items[1].kind === 'number' && pair.items[1].value !== 0;
    const first = lower ? read(call, factor) : transposed(call, read(call, factor));
    return givenVector(call, (b) =>
      substituted(call, transposed(call, first), substituted(call, first, b, true), false),
    );
  },
  solveTriangular: (call) => {
    const a = squareMatrix(call, 'a');
    const given = call.value('trans');
    const turned = given.kind === 'text' ? given.value !== 'N' : call.integer('trans') !== 0;
    const lower = call.flag('lower');
    const n = call.shapeOf(a)[0];
    const mask = range(0, n * n).map((at) => {
      const [row, column] = [Math.floor(at / n), at % n];
      return Number(lower ? row >= column : row <= column);
    });
    const m = algebra(call);
    let triangle = m.product(a, constant(call, mask, [n, n]));
    if (call.flag('unit_diagonal')) {
      const unit = identity(call, n);
      triangle = m.choose(unit, unit, triangle);
    }
    if (turned) triangle = transposed(call, triangle);
    return givenVector(call, (b) => substituted(call, triangle, b, lower !== turned));
  },
  matrixExponential: (call) => call.give(exponential(call, squareMatrix(call, 'a'))),
  multiDot: (call) => {
    const arrays = arraysOf(call, call.value('arrays')).map((array) => read(call, array));
    const shapes = arrays.map((each) => call.shapeOf(each));
    const first = shapes[0].length === 1 ? reshape(call, arrays[0], [1, shapes[0][0]]) : arrays[0];
    const end = arrays.length - 1;
    const last =
      shapes[end].length === 1 ? reshape(call, arrays[end], [shapes[end][0], 1]) : arrays[end];
    const all = [first, ...arrays.slice(1, -1), last];
    const found = all.reduce((a, b) => product(call, a, b));
    const [rows, columns] = call.shapeOf(found);
    const shape = [
      ...(shapes[0].length === 1 ? [] : [rows]),
      ...(shapes[end].length === 1 ? [] : [columns]),
    ];
    return call.give(reshape(call, found, shape));
  },
  blockDiagonal: (call) => {
    const blocks = call.rest('arrays').map((each) => {
      const entry = cast(call, read(call, arraysOf(call, tuple([each]))[0]), 'float');
      const shape = call.shapeOf(entry);
      return shape.length === 2 ? entry : reshape(call, entry, [1, sizeOf(shape)]);
    });
    const width = blocks.reduce((sum, each) => sum + call.shapeOf(each)[1], 0);
    let before = 0;
    const rows = blocks.map((block) => {
      const [height, own] = call.shapeOf(block);
      const zeros = (count: number) =>
        constant(call, new Float64Array(height * count), [height, count]);
      const parts = [zeros(before), block, zeros(width - before - own)];
      before += own;
      return call.apply('concatenate', parts, { axis: 1 });
    });
    return call.give(call.apply('concatenate', rows, { axis: 0 }));
  },
  toeplitz: (call) => {
    const column = call.entry('c');
    const row = call.optional('r') === null ? column : call.entry('r');
    const [m, n] = [sizeOf(call.shapeOf(column)), sizeOf(call.shapeOf(row))];
    const line = call.apply('concatenate', [reshape(call, column, [m]), reshape(call, row, [n])], {
      axis: 0,
    });
    const positions = Int32Array.from({ length: m * n }, (_, at) => {
      const below = Math.floor(at / n) - (at % n);
      return below >= 0 ? below : m - below;
    });
    return call.give(call.apply('gather', [line], { positions, shape: [m, n] }));
  },
  /** Kronecker products column by column. */
  khatriRao: (call) => {
    const [a, b] = [call.entry('a'), call.entry('b')];
    const [rows, columns] = call.shapeOf(a);
    const [others, same] = call.shapeOf(b);
    if (columns !== same) call.raise('ValueError', `${call.name}(): the numbers of columns differ`);
    const m = algebra(call);
    const all = m.product(
      reshape(call, a, [rows, 1, columns]),
      reshape(call, b, [1, others, same]),
    );
    return call.give(reshape(call, all, [rows * others, columns]));
  },
};

/** Householder's reflections, one a column, with the signs of LAPACK. */
function householder(
  call: LibraryCall,
  a: EntryId,
  m: number,
  n: number,
): { q: EntryId; r: EntryId } {
  const f = algebra(call);
  const { graph } = call.machine;
  let [q, r] = [identity(call, m), a];
  for (let step = 0; step < Math.min(m - 1, n); step++) {
    const below = constant(
      call,
      range(0, m).map((row) => Number(row >= step)),
      [m, 1],
    );
    const here = constant(
      call,
      range(0, m).map((row) => Number(row === step)),
      [m, 1],
    );
    const column = f.product(pickAxis(call, r, 1, [step]), below);
    const values = graph.value(column);
    const flat = values.every((value, row) => row === step || value === 0);
    if (flat && values[step] === 0) continue;
    const all = { axes: [0], keepDimensions: true };
    const length = f.sqrt(call.apply('sum', [f.product(column, column)], all));
    const sign = values[step] < 0 ? -1 : 1;
    const normal = f.sum(column, f.product(here, length, f.k(sign)));
    const size = call.apply('sum', [f.product(normal, normal)], all);
    const scaled = f.over(normal, size);
    const twice = f.product(scaled, f.k(2));
    r = f.minus(r, product(call, twice, product(call, transposed(call, normal), r)));
    q = f.minus(q, product(call, product(call, q, normal), transposed(call, twice)));
    // A column that needs no reflection keeps its sign.
    if (flat) {
      const signs = range(0, m).map((row) => (row === step ? -1 : 1));
      r = f.product(r, constant(call, signs, [m, 1]));
      q = f.product(q, constant(call, signs, [1, m]));
    }
  }
  const upper = range(0, m * n).map((at) => Number(Math.floor(at / n) <= at % n));
  return { q, r: f.choose(constant(call, upper, [m, n]), r, f.k(0)) };
}

function choleskyFactor(call: LibraryCall): EntryId {
  const a = squareMatrix(call, 'a');
  const lower = call.flag('lower');
  // The factor reads the lower triangle: for the upper one it is that of the transpose.
  const factor = cholesky(call, lower ? a : transposed(call, a));
  return lower ? factor : transposed(call, factor);
}

/** The right side as columns, and the result in its own shape. */
function givenVector(call: LibraryCall, solution: (b: EntryId) => EntryId): Value {
  const b = cast(call, call.entry('b'), 'float');
  const shape = call.shapeOf(b);
  const columns = shape.length === 1 ? reshape(call, b, [shape[0], 1]) : b;
  return call.give(reshape(call, solution(columns), shape));
}

/** The solution of a triangular system, row after row. */
function substituted(call: LibraryCall, a: EntryId, b: EntryId, lower: boolean): EntryId {
  const n = call.shapeOf(a)[0];
  if (call.shapeOf(b)[0] !== n) {
    call.raise('ValueError', `${call.name}(): the matrix and the right side do not fit`);
  }
  const f = algebra(call);
  const order = lower ? range(0, n) : range(0, n).reverse();
  const rows: EntryId[] = [];
  for (const [done, step] of order.entries()) {
    const row = pickAxis(call, a, 0, [step]);
    let rest = pickAxis(call, b, 0, [step]);
    if (done > 0) {
      const known = call.apply('concatenate', [...rows], { axis: 0 });
      rest = f.minus(rest, product(call, pickAxis(call, row, 1, order.slice(0, done)), known));
    }
    const pivot = pickAxis(call, row, 1, [step]);
    if (call.machine.graph.number(pivot) === 0)
      call.raise('LinAlgError', `${call.name}() of a singular matrix`);
    rows.push(f.over(rest, pivot));
  }
  return call.apply('concatenate', lower ? rows : rows.toReversed(), { axis: 0 });
}

/** By Padé's quotient of degree 8 for a small power, then by squaring. */
function exponential(call: LibraryCall, a: EntryId): EntryId {
  const f = algebra(call);
  const n = call.shapeOf(a).at(-1) ?? 0;
  const largest = call.machine.graph.value(a).reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  if (!Number.isFinite(largest))
    call.raise('ValueError', `${call.name}() of numbers that are not finite`);
  const squarings = Math.max(0, Math.ceil(Math.log2(Math.max(largest * n, 1e-300))) + 1);
  const small = f.product(a, f.k(2 ** -squarings));
  const degree = 8;
  let [term, factor]: [EntryId, number] = [identity(call, n), 1];
  let [above, below] = [term, term];
  for (let k = 1; k <= degree; k++) {
    factor *= (degree - k + 1) / (k * (2 * degree - k + 1));
    term = product(call, term, small);
    const part = f.product(term, f.k(factor));
    above = f.sum(above, part);
    below = k % 2 === 0 ? f.sum(below, part) : f.minus(below, part);
  }
  let result = solve(call, below, above);
  for (let k = 0; k < squarings; k++) result = product(call, result, result);
  return result;
}
