/**
 * Eigenvalues and eigenvectors of one symmetric matrix by Jacobi's rotations,
 * and singular values through them. Small, and accurate to the last digits.
 */

export interface Eigen {
  /** Ascending. */
  readonly values: Float64Array;
  /** Row-major; column j belongs to value j. */
  readonly vectors: Float64Array;
}

/** Of the symmetric part of the n×n matrix at `from`, row by row. */
export function symmetricEigen(v: Float64Array, from: number, n: number): Eigen {
  const a = new Float64Array(n * n);
  const q = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    q[i * n + i] = 1;
    for (let j = 0; j < n; j++) a[i * n + j] = (v[from + i * n + j] + v[from + j * n + i]) / 2;
  }
  if (!a.every(Number.isFinite))
    return { values: a.subarray(0, n).fill(NaN), vectors: q.fill(NaN) };
  for (let sweep = 0; sweep < 60; sweep++) {
    let changed = false;
    for (let p = 0; p < n; p++) {
      for (let r = p + 1; r < n; r++) changed = rotate(a, q, n, p, r) || changed;
    }
    if (!changed) break;
  }
  return sorted(a, q, n);
}

/** The singular values (descending) and the pairs of vectors of an m×n matrix, min(m, n) of them. */
export function singularPairs(
  v: Float64Array,
  from: number,
  m: number,
  n: number,
): {
  values: number[];
  left: (row: number, k: number) => number;
  right: (row: number, k: number) => number;
} {
  const size = m + n;
  const both = new Float64Array(size * size);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      both[i * size + m + j] = v[from + i * n + j];
      both[(m + j) * size + i] = v[from + i * n + j];
    }
  }
  const { values, vectors } = symmetricEigen(both, 0, size);
  const count = Math.min(m, n);
  const at = (row: number, k: number) => vectors[row * size + size - 1 - k] * Math.SQRT2;
  return {
    values: Array.from({ length: count }, (_, k) => Math.max(0, values[size - 1 - k])),
    left: (row, k) => at(row, k),
    right: (row, k) => at(m + row, k),
  };
}

/** Makes a[p][r] zero; false when it already is, to the last digit. */
function rotate(a: Float64Array, q: Float64Array, n: number, p: number, r: number): boolean {
  const off = a[p * n + r];
  const [first, second] = [a[p * n + p], a[r * n + r]];
  if (Math.abs(off) <= 1e-17 * Math.sqrt(Math.abs(first)) * Math.sqrt(Math.abs(second))) {
    if (off === 0) return false;
    a[p * n + r] = a[r * n + p] = 0;
    return false;
  }
  const theta = (second - first) / (2 * off);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(1, theta));
  const cosine = 1 / Math.hypot(1, tangent);
  const sine = tangent * cosine;
  if (first - tangent * off === first && second + tangent * off === second && sine ** 2 < 1e-40) {
    a[p * n + r] = a[r * n + p] = 0;
    return false;
  }
  for (let k = 0; k < n; k++) {
    const [x, y] = [a[k * n + p], a[k * n + r]];
    a[k * n + p] = cosine * x - sine * y;
    a[k * n + r] = sine * x + cosine * y;
  }
  for (let k = 0; k < n; k++) {
    const [x, y] = [a[p * n + k], a[r * n + k]];
    a[p * n + k] = cosine * x - sine * y;
    a[r * n + k] = sine * x + cosine * y;
    const [left, right] = [q[k * n + p], q[k * n + r]];
    q[k * n + p] = cosine * left - sine * right;
    q[k * n + r] = sine * left + cosine * right;
  }
  a[p * n + p] = first - tangent * off;
  a[r * n + r] = second + tangent * off;
  a[p * n + r] = a[r * n + p] = 0;
  return true;
}

/** Ascending; each vector with a sign that no small change turns. */
function sorted(a: Float64Array, q: Float64Array, n: number): Eigen {
  const order = Array.from({ length: n }, (_, k) => k).sort((i, j) => a[i * n + i] - a[j * n + j]);
  const vectors = new Float64Array(n * n);
  for (const [column, source] of order.entries()) {
    let sum = 0;
    // Weights without a simple ratio: symmetric vectors such as (1, -1) do not sum to 0.
    for (let row = 0; row < n; row++) sum += q[row * n + source] / (1 + 0.6180339887498949 * row);
    const sign = sum < 0 ? -1 : 1;
    for (let row = 0; row < n; row++) vectors[row * n + column] = sign * q[row * n + source];
  }
  return { values: Float64Array.from(order, (k) => a[k * n + k]), vectors };
}
