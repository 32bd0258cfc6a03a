/**
 * Shapes: sizes and strides, how shapes fit together (broadcasting, matrix
 * products, reductions), and the tables that kernels walk. What does not fit is
 * null, so that a caller can ask before it applies an op.
 */
import type { Shape } from './graph';

export function sizeOf(shape: Shape): number {
  let size = 1;
  for (let axis = 0; axis < shape.length; axis++) size *= shape[axis];
  return size;
}

/** Row-major strides, in elements. */
export function stridesOf(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let stride = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = stride;
    stride *= shape[axis];
  }
  return strides;
}

export function sameShape(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let axis = 0; axis < a.length; axis++) if (a[axis] !== b[axis]) return false;
  return true;
}

/** Whether the second list has the shapes of the first, and none of them in its own place. */
export function areExchanged(shapes: readonly Shape[], others: readonly Shape[]): boolean {
  const [wanted, given] = [shapes.map(String), others.map(String)];
  return (
    given.every((each, at) => each !== wanted[at]) && String(given.sort()) === String(wanted.sort())
  );
}

/** As a person writes it: `(2, 3)`, `(4,)`, `()`. */
export function showShape(shape: Shape): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
}

/** The shape that both broadcast to; null when they do not fit. */
export function broadcastShapes(a: Shape, b: Shape): Shape | null {
  if (sameShape(a, b) || b.length === 0) return a;
  if (a.length === 0) return b;
  const rank = Math.max(a.length, b.length);
  const result = new Array<number>(rank);
  for (let back = 1; back <= rank; back++) {
    const left = a[a.length - back] ?? 1;
    const right = b[b.length - back] ?? 1;
    if (left !== right && left !== 1 && right !== 1) return null;
    result[rank - back] = left === 1 ? right : left;
  }
  return result;
}

/** Whether `from` broadcasts to exactly `to`. */
export function broadcastsTo(from: Shape, to: Shape): boolean {
  const joined = broadcastShapes(from, to);
  return joined !== null && sameShape(joined, to);
}

/** The shape of a matrix product of operands of rank 2 or more; null when they do not fit. */
export function matmulShape(a: Shape, b: Shape): Shape | null {
  if (a.length < 2 || b.length < 2 || a[a.length - 1] !== b[b.length - 2]) return null;
  const stack = broadcastShapes(a.slice(0, -2), b.slice(0, -2));
  return stack && [...stack, a[a.length - 2], b[b.length - 1]];
}

/** An axis counted from the front; null when there is no such axis. */
export function normalizeAxis(axis: number, rank: number): number | null {
  const counted = axis < 0 ? axis + rank : axis;
  return Number.isInteger(counted) && counted >= 0 && counted < rank ? counted : null;
}

/** Sorted axes from the front; all of them for null; null when one is missing or repeated. */
export function normalizeAxes(axes: readonly number[] | null, rank: number): number[] | null {
  if (axes === null) return Array.from({ length: rank }, (_, axis) => axis);
  const result: number[] = [];
  for (const axis of axes) {
    const counted = normalizeAxis(axis, rank);
    if (counted === null || result.includes(counted)) return null;
    result.push(counted);
  }
  return result.sort((a, b) => a - b);
}

/** The shape after reducing `axes` (normalised). */
export function reduceShape(shape: Shape, axes: readonly number[], keepDimensions: boolean): Shape {
  if (keepDimensions) return shape.map((extent, axis) => (axes.includes(axis) ? 1 : extent));
  return shape.filter((_, axis) => !axes.includes(axis));
}

/** The shape of the parts joined along `axis` (normalised); null when they do not fit. */
export function concatenateShape(shapes: readonly Shape[], axis: number): Shape | null {
  const first = shapes[0];
  if (first === undefined || axis >= first.length) return null;
  let extent = 0;
  for (const shape of shapes) {
    if (shape.length !== first.length) return null;
    for (let other = 0; other < first.length; other++) {
      if (other !== axis && shape[other] !== first[other]) return null;
    }
    extent += shape[axis];
  }
  return first.map((own, other) => (other === axis ? extent : own));
}

/** Strides with which `from` is read in the layout of `to`: 0 along broadcast axes. */
export function broadcastStrides(from: Shape, to: Shape): number[] {
  const own = stridesOf(from);
  const lead = to.length - from.length;
  return to.map((_, axis) => {
    const source = axis - lead;
    return source < 0 || from[source] === 1 ? 0 : own[source];
  });
}

/**
 * For each index of `shape` in row-major order, the position that the given
 * strides lead to.
 */
export function stridedPositions(shape: Shape, strides: readonly number[], start = 0): Int32Array {
  const rank = shape.length;
  const positions = new Int32Array(sizeOf(shape));
  const index = new Array<number>(rank).fill(0);
  // The last axes that continue each other are one row.
  let outer = Math.max(0, rank - 1);
  const stride = rank > 0 ? strides[outer] : 0;
  let extent = rank > 0 ? shape[outer] : 1;
  while (outer > 0 && strides[outer - 1] === stride * extent) extent *= shape[--outer];
  let position = start;
  for (let flat = 0; flat < positions.length; ) {
    for (let end = flat + extent; flat < end; flat++) {
      positions[flat] = position;
      position += stride;
    }
    position -= stride * extent;
    for (let axis = outer - 1; axis >= 0; axis--) {
      position += strides[axis];
      if (++index[axis] < shape[axis]) break;
      position -= strides[axis] * shape[axis];
      index[axis] = 0;
    }
  }
  return positions;
}

/** Rows in which every operand is read with a fixed step of 0 or 1. */
export interface Runs {
  /** Elements in a row. */
  readonly count: number;
  /** Per operand: the step within a row. */
  readonly steps: readonly number[];
  /** Per operand: where each row starts. */
  readonly starts: readonly Int32Array[];
}

/** How operands that broadcast to `shape` are read row by row. */
export function broadcastRuns(shape: Shape, operands: readonly Shape[]): Runs {
  const strides = operands.map((operand) => broadcastStrides(operand, shape));
  let split = shape.length;
  const steps = operands.map(() => 0);
  const kinds: (number | null)[] = operands.map(() => null);
  while (split > 0) {
    const axis = split - 1;
    // An axis of extent 1 fits any row; else an operand either moves along all axes or along none.
    const fits =
      shape[axis] === 1 ||
      strides.every((own, which) => kinds[which] === null || kinds[which] === Math.sign(own[axis]));
    if (!fits) break;
    if (shape[axis] !== 1) {
      strides.forEach((own, which) => {
        kinds[which] = steps[which] = Math.sign(own[axis]);
      });
    }
    split -= 1;
  }
  const outer = shape.slice(0, split);
  return {
    count: sizeOf(shape.slice(split)),
    steps,
    starts: strides.map((own) => stridedPositions(outer, own.slice(0, split))),
  };
}

/** How a reduction reads its input row by row. */
export interface ReductionRuns {
  readonly count: number;
  /** A row reduces to one number; else it is combined with the result element by element. */
  readonly inner: boolean;
  /** Where in the result each row goes. */
  readonly starts: Int32Array;
}

export function reductionRuns(shape: Shape, axes: readonly number[]): ReductionRuns {
  const kept = reduceShape(shape, axes, true);
  const strides = broadcastStrides(kept, shape).map((stride, axis) =>
    axes.includes(axis) ? 0 : stride,
  );
  let split = shape.length;
  let inner: boolean | null = null;
  while (split > 0) {
    const reduced = axes.includes(split - 1);
    if (shape[split - 1] !== 1 && inner !== null && inner !== reduced) break;
    if (shape[split - 1] !== 1) inner = reduced;
    split -= 1;
  }
  return {
    count: sizeOf(shape.slice(split)),
    inner: inner ?? true,
    starts: stridedPositions(shape.slice(0, split), strides.slice(0, split)),
  };
}
