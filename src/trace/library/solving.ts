/**
 * Linear systems, inverses, determinants and Cholesky factors, of matrices and
 * stacks of them, by elimination in ops: their derivatives come from the ops.
 */
import type { EntryId } from '../../engine/graph';
import { broadcastShapes, sizeOf } from '../../engine/shape';
import type { LibraryCall } from '../library-call';
import { misfit } from '../operate';
import { tuple, type Value } from '../values';
import { cast, constant, type Functions, pickAxis, reshape, scalar, spreadTo } from './shared';

export const solving: Functions = {
  solve: (call) => {
    const a = squareMatrix(call, 'a');
    const rank = call.shapeOf(a).length;
    const b = cast(call, call.entry('b'), 'float');
    // One dimension less than a: a vector (or a stack of them), not a matrix.
    const vector = call.shapeOf(b).length === rank - 1;
    const column = vector ? reshape(call, b, [...call.shapeOf(b), 1]) : b;
    const result = solve(call, a, column);
    if (!vector) return call.give(result);
    return call.give(reshape(call, result, call.shapeOf(result).slice(0, -1)));
  },
  inverse: (call) => {
    const a = squareMatrix(call, 'a');
    return call.give(solve(call, a, identity(call, call.shapeOf(a).at(-1) ?? 0)));
  },
  determinant: (call) => {
    const { pivots, sign } = eliminate(call, squareMatrix(call, 'a'), null);
    const product = pivots.reduce((a, b) => call.apply('multiply', [a, b], null), sign);
    return call.give(product);
  },
  /** The sign and the logarithm of the size of the determinant. */
  signAndLogDeterminant: (call): Value => {
    const { pivots, sign } = eliminate(call, squareMatrix(call, 'a'), null);
    let [signs, logs] = [sign, scalar(call, 0)];
    for (const pivot of pivots) {
      signs = call.apply('multiply', [signs, call.apply('sign', [pivot], null)], null);
      const size = call.apply('log', [call.apply('abs', [pivot], null)], null);
      logs = call.apply('add', [logs, size], null);
    }
    return tuple([call.give(signs), call.give(logs)]);
  },
  cholesky: (call) => call.give(cholesky(call, squareMatrix(call, 'a'))),
  matrixPower: (call) => {
    let base = squareMatrix(call, 'a');
    const extent = call.shapeOf(base).at(-1) ?? 0;
    let times = call.integer('n');
    if (times < 0) {
      base = solve(call, base, identity(call, extent));
      times = -times;
    }
    if (times === 0) return call.give(spreadTo(call, identity(call, extent), call.shapeOf(base)));
    let result = base;
    for (let round = 1; round < times; round++) result = call.apply('matmul', [result, base], null);
    return call.give(result);
  },
};

export function squareMatrix(call: LibraryCall, name: string): EntryId {
  const entry = cast(call, call.entry(name), 'float');
  const shape = call.shapeOf(entry);
  if (shape.length < 2 || shape.at(-1) !== shape.at(-2)) {
    call.raise(
      'LinAlgError',
      `${call.name}() needs a square matrix, not one of shape (${shape.join(', ')})`,
    );
  }
  return entry;
}

/** A matrix or a stack of them. */
export function matrixOf(call: LibraryCall, name: string): EntryId {
  const entry = cast(call, call.entry(name), 'float');
  const shape = call.shapeOf(entry);
  if (shape.length < 2) {
    call.raise('LinAlgError', `${call.name}() needs an array of at least two dimensions`);
  }
  return entry;
}

/** The matrix product of entries of two dimensions or more. */
export function product(call: LibraryCall, a: EntryId, b: EntryId): EntryId {
  return call.apply('matmul', [a, b], null);
}

/** With the last two axes swapped. */
export function transposed(call: LibraryCall, entry: EntryId): EntryId {
  const axes = call.shapeOf(entry).map((_, axis) => axis);
  const [row, column] = axes.splice(-2);
  return call.apply('transpose', [entry], { axes: [...axes, column, row] });
}

export function identity(call: LibraryCall, extent: number): EntryId {
  const data = new Float64Array(extent * extent);
  for (let at = 0; at < extent; at++) data[at * (extent + 1)] = 1;
  return constant(call, data, [extent, extent]);
}

export function solve(call: LibraryCall, a: EntryId, b: EntryId): EntryId {
  const [left, right] = [call.shapeOf(a), call.shapeOf(b)];
  const stack = broadcastShapes(left.slice(0, -2), right.slice(0, -2));
  if (stack === null || left.at(-1) !== right.at(-2)) {
    misfit(call.machine, { shape: left }, { shape: right }, `${call.name}()`, call.place);
  }
  const spreadA = spreadTo(call, a, [...stack, ...left.slice(-2)]);
  const spreadB = spreadTo(call, b, [...stack, ...right.slice(-2)]);
  return eliminate(call, spreadA, spreadB).solution;
}

interface Elimination {
  /** One number (a matrix of the stack) for each column. */
  readonly pivots: readonly EntryId[];
  /** −1 for an odd number of exchanged rows. */
  readonly sign: EntryId;
  /** The right side after elimination; `a` itself without one. */
  readonly solution: EntryId;
}

/** Gauss-Jordan elimination with exchange of rows. Which rows change places is no part of the result. */
function eliminate(call: LibraryCall, a: EntryId, b: EntryId | null): Elimination {
  const shape = call.shapeOf(a);
  const extent = shape[shape.length - 1];
  const stack = shape.slice(0, -2);
  const [rows, columns] = [stack.length, stack.length + 1];
  let work = b === null ? a : call.apply('concatenate', [a, b], { axis: columns });
  const width = call.shapeOf(work)[columns];
  const pivots: EntryId[] = [];
  const signs = new Float64Array(sizeOf(stack)).fill(1);
  for (let step = 0; step < extent; step++) {
    work = exchanged(call, work, step, signs);
    const row = pickAxis(call, work, rows, [step]);
    const pivot = pickAxis(call, row, columns, [step]);
    if (b !== null && call.machine.graph.value(pivot).some((value) => value === 0)) {
      call.raise('LinAlgError', `${call.name}() of a singular matrix`);
    }
    pivots.push(reshape(call, pivot, stack));
    if (b === null && step === extent - 1) break;
    if (b === null) refuseHole(call, a, pivot);
    const scaled = call.apply('divide', [row, pivot], null);
    // Rows above are cleared too when there is a right side to solve for.
    const others = Array.from({ length: extent }, (_, k) =>
      Number(k > step || (k < step && b !== null)),
    );
    const mask = constant(call, others, [extent, 1]);
    const factors = call.apply('multiply', [pickAxis(call, work, columns, [step]), mask], null);
    const cleared = call.apply(
      'subtract',
      [work, call.apply('multiply', [factors, scaled], null)],
      null,
    );
    const here = constant(
      call,
      others.map((_, k) => Number(k === step)),
      [extent, 1],
      'bool',
    );
    work =
      b === null
        ? safe(call, pivot, cleared, work)
        : call.apply('where', [here, scaled, cleared], null);
  }
  const solution = b === null ? work : pickAxis(call, work, columns, range(extent, width));
  return { pivots, sign: constant(call, signs, stack), solution };
}

/** A determinant whose matrix lacks two ranks loses the way to its derivative. */
function refuseHole(call: LibraryCall, a: EntryId, pivot: EntryId): void {
  const { graph } = call.machine;
  if (graph.dependsOnInput(a) && graph.value(pivot).includes(0)) {
    call.refuse(`${call.name}() of this singular matrix is not supported`);
  }
}

/** Rows stay as they are where the pivot is 0: its column is all zeros. */
function safe(call: LibraryCall, pivot: EntryId, cleared: EntryId, work: EntryId): EntryId {
  if (!call.machine.graph.value(pivot).includes(0)) return cleared;
  const usable = call.apply('notEqual', [pivot, scalar(call, 0)], null);
  return call.apply('where', [usable, cleared, work], null);
}

/** The rows from `step` on with the largest element of that column brought up, per matrix. */
function exchanged(call: LibraryCall, work: EntryId, step: number, signs: Float64Array): EntryId {
  const shape = call.shapeOf(work);
  const [height, width] = shape.slice(-2);
  const values = call.machine.graph.value(work);
  const positions = Int32Array.from(values, (_, at) => at);
  let changed = false;
  for (let matrix = 0; matrix < signs.length; matrix++) {
    const start = matrix * height * width;
    let best = step;
    for (let row = step + 1; row < height; row++) {
      const size = Math.abs(values[start + row * width + step]);
      if (size > Math.abs(values[start + best * width + step])) best = row;
    }
    if (best === step) continue;
    changed = true;
    signs[matrix] = -signs[matrix];
    for (let column = 0; column < width; column++) {
      const [upper, lower] = [start + step * width + column, start + best * width + column];
      [positions[upper], positions[lower]] = [lower, upper];
    }
  }
  return changed ? call.apply('gather', [work], { positions, shape }) : work;
}

/** The lower factor, column by column; reads the lower triangle only. */
export function cholesky(call: LibraryCall, a: EntryId): EntryId {
  const shape = call.shapeOf(a);
  const extent = shape[shape.length - 1];
  const [rows, columns] = [shape.length - 2, shape.length - 1];
  const parts: EntryId[] = [];
  let rest = a;
  for (let step = 0; step < extent; step++) {
    const column = pickAxis(call, rest, columns, [step]);
    const head = pickAxis(call, column, rows, [step]);
    if (call.machine.graph.value(head).some((value) => !(value > 0))) {
      call.raise('LinAlgError', `${call.name}(): the matrix is not positive definite`);
    }
    const below = constant(
      call,
      range(0, extent).map((row) => Number(row >= step)),
      [extent, 1],
    );
    const masked = call.apply('multiply', [column, below], null);
    const factor = call.apply('divide', [masked, call.apply('sqrt', [head], null)], null);
    parts.push(factor);
    const outer = call.apply('multiply', [factor, transposed(call, factor)], null);
    rest = call.apply('subtract', [rest, outer], null);
  }
  return call.apply('concatenate', parts, { axis: columns });
}

export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, k) => from + k);
}
