/**
 * Hard points of functions of which the engine sees values alone: noise in them, float32
 * inside, solvers that stop when they are close. The truth is that of the function meant.
 */

/** The float64 numbers that a black box gives, the function that it stands for, and the point. */
export type Opaque = readonly [f: (x: number) => number, meant: string, x: number];

const { fround } = Math;

/** Within ±1, without pattern. */
function jitter(x: number): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, x);
  let mixed = bits.getUint32(0) ^ Math.imul(bits.getUint32(4), 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 31 - 1;
}

/** Newton's method until a step is small. */
function newton(
  f: (y: number) => number,
  slope: (y: number) => number,
  start: number,
  stop: number,
) {
  let y = start;
  for (let round = 0; round < 200; round++) {
    const step = f(y) / slope(y);
    y -= step;
    if (Math.abs(step) <= stop) break;
  }
  return y;
}

/** Halves an interval until it is short. */
function bisect(f: (y: number) => number, from: number, to: number, stop: number): number {
  let low = from;
  let high = to;
  while (high - low > stop) {
    const middle = (low + high) / 2;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Simpson's rule with n intervals. */
function simpson(f: (t: number) => number, to: number, n: number): number {
  const h = to / n;
  let sum = f(0) + f(to);
  for (let i = 1; i < n; i++) sum += (i % 2 === 1 ? 4 : 2) * f(i * h);
  return (sum * h) / 3;
}

export const opaque: Readonly<Record<string, readonly Opaque[]>> = {
  noisy: [
    [(x) => Math.sin(x) + 1e-10 * jitter(x), 'sin(x)', 1],
    [(x) => Math.sin(x) + 1e-8 * jitter(x), 'sin(x)', 0.4],
    [(x) => Math.exp(x) + 1e-6 * jitter(x), 'exp(x)', 0.7],
    [(x) => Math.exp(x) * (1 + 1e-9 * jitter(x)), 'exp(x)', 3],
    [(x) => x * x + 1e-4 * jitter(x), 'square(x)', 2],
    [(x) => Math.log(x) + 1e-12 * jitter(x), 'log(x)', 5],
    [(x) => Math.sqrt(x) + 1e-9 * jitter(x), 'sqrt(x)', 10],
    [(x) => 1e6 * Math.cos(x) + 1e-3 * jitter(x), '1e6 * cos(x)', 1.2],
    [(x) => Math.tanh(x) + 1e-7 * jitter(x), 'tanh(x)', 0.2],
    [(x) => 1 / x + 1e-8 * jitter(x), '1 / x', 0.5],
    [(x) => Math.round(1e9 * Math.sin(x)) / 1e9, 'sin(x)', 0.9],
    [(x) => Math.round(1e6 * Math.exp(x)) / 1e6, 'exp(x)', 1],
  ],
  'float32 inside': [
    [(x) => fround(Math.sin(fround(x))), 'sin(x)', 1],
    [(x) => fround(Math.exp(fround(x))), 'exp(x)', 0.3],
    [(x) => fround(fround(x) * fround(x)), 'square(x)', 3],
    [(x) => fround(Math.log(fround(x))), 'log(x)', 20],
    [(x) => fround(Math.tanh(fround(x))), 'tanh(x)', 0.5],
    [(x) => fround(1 / fround(1 + fround(Math.exp(-fround(x))))), 'sigmoid(x)', 0.8],
    [(x) => Math.sin(x) + fround(Math.cos(x)), 'sin(x) + cos(x)', 2],
    [(x) => fround(Math.sqrt(fround(x))), 'sqrt(x)', 7],
    [(x) => fround(fround(x) * fround(x)) * x, 'cube(x)', 1.7],
    [(x) => fround(1 / fround(x)), '1 / x', 0.3],
    [(x) => fround(100 + fround(Math.sin(fround(x)))), '100 + sin(x)', 1],
  ],
  'iterative solver': [
    [
      (x) =>
        newton(
          (y) => y * y - x,
          (y) => 2 * y,
          x,
          1e-12,
        ),
      'sqrt(x)',
      2,
    ],
    [
      (x) =>
        newton(
          (y) => y * y - x,
          (y) => 2 * y,
          x,
          1e-8,
        ),
      'sqrt(x)',
      50,
    ],
    [
      (x) =>
        newton(
          (y) => y ** 3 - x,
          (y) => 3 * y * y,
          1 + x,
          1e-10,
        ),
      'cbrt(x)',
      5,
    ],
    [
      (x) =>
        newton(
          (y) => Math.exp(y) - x,
          (y) => Math.exp(y),
          1,
          1e-10,
        ),
      'log(x)',
      4,
    ],
    [(x) => bisect((y) => y * y - x, 0, 10, 1e-12), 'sqrt(x)', 3],
    [(x) => bisect((y) => y ** 3 - x, 0, 8, 1e-10), 'cbrt(x)', 6],
    [(x) => bisect((y) => Math.exp(y) - x, -5, 5, 1e-8), 'log(x)', 2],
    [(x) => bisect((y) => Math.tan(y) - x, -1.5, 1.5, 1e-11), 'arctan(x)', 0.7],
    [(x) => bisect((y) => Math.sinh(y) - x, -9, 9, 1e-9), 'log(x + sqrt(square(x) + 1))', 1.3],
    [(x) => simpson((t) => Math.cos(t), x, 400), 'sin(x)', 1.1],
    [(x) => simpson((t) => Math.exp(-t), x, 400), '1 - exp(-x)', 0.6],
    [
      (x) =>
        newton(
          (y) => y + Math.exp(y) - x - Math.exp(x),
          (y) => 1 + Math.exp(y),
          0,
          1e-9,
        ),
      'x',
      1,
    ],
  ],
};
