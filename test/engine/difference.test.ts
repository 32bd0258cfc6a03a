/** Numeric derivatives at easy and hard points: the value, the error bar, and what kind of point it is. */
import assert from 'node:assert/strict';
import {
  type Difference,
  type DifferenceState,
  difference,
  type Sampled,
} from '../../src/engine/difference';

interface Options {
  /** The derivative under test, where it is not the true one. */
  readonly expected?: number;
  readonly noise?: number;
  readonly stepFactor?: number;
  /** Which branch a point takes. */
  readonly branch?: (x: number) => boolean;
}

function run(f: (x: number) => number, x: number, slope: number, options: Options): Difference {
  const branch = options.branch ?? (() => true);
  const phi = (t: number): Sampled => ({
    value: f(x + t),
    sameBranch: branch(x + t) === branch(x),
  });
  return difference(phi, {
    center: f(x),
    magnitude: Math.abs(x),
    noise: options.noise ?? 0,
    expected: options.expected ?? slope,
    rtol: 1e-6,
    stepFactor: options.stepFactor,
  });
}

type Row = readonly [
  name: string,
  f: (x: number) => number,
  x: number,
  slope: number,
  /** The widest relative error bar that will do. */
  within: number,
  options?: Options,
];

const resolved: readonly Row[] = [
  ['a line', (x) => 3 * x - 1, 0.7, 3, 1e-12],
  ['exp', Math.exp, 0.3, Math.exp(0.3), 1e-11],
  ['sin', Math.sin, 1, Math.cos(1), 1e-11],
  ['sin, steps off the powers of two', Math.sin, 1, Math.cos(1), 1e-11, { stepFactor: 0.739085 }],
  ['a wrong expectation', Math.sin, 1, Math.cos(1), 1e-6, { expected: 2 * Math.cos(1) }],
  ['log near 0', Math.log, 1e-3, 1e3, 1e-7],
  ['log at a tiny point', Math.log, 1e-50, 1e50, 1e-9],
  ['log |x| at a tiny point', (x) => Math.log(Math.abs(x)), 1e-50, 1e50, 1e-9],
  ['log at a huge point', Math.log, 1e200, 1e-200, 1e-7],
  ['sqrt near 0', Math.sqrt, 1e-8, 5e3, 1e-9],
  ['the edge of the domain is near', (x) => Math.log(x - 0.9999), 1, 1e4, 1e-5],
  ['1/x at a tiny point', (x) => 1 / x, -1e-9, -1e18, 1e-9],
  ['x² at a huge point', (x) => x * x, 1e100, 2e100, 1e-9],
  ['a fast oscillation', (x) => Math.sin(1e4 * x), 1, 1e4 * Math.cos(1e4), 1e-6],
  [
    'an oscillation at the limit',
    (x) => Math.sin(1e6 * x),
    1,
    1e6 * Math.cos(1e6),
    1e-6,
    { noise: 1e6 * 2 ** -52 },
  ],
  ['near a pole', Math.tan, 1.57, 1 + Math.tan(1.57) ** 2, 1e-6],
  ['cancellation', (x) => 1e8 + x * x, 3, 6, 1e-6, { noise: 1e8 * 2 ** -53 }],
  ['x·|x| at 1', (x) => x * Math.abs(x), 1, 2, 1e-10],
  ['a kink close by', (x) => Math.max(0, x), 1e-9, 1, 1e-9],
  ['a kink closer by', (x) => Math.abs(x - 1), 1 + 2 ** -20, 1, 1e-6],
  [
    'the own branch alone',
    (x) => (x > 1 ? x * x : 100),
    1.0001,
    2.0002,
    1e-7,
    { branch: (x) => x > 1 },
  ],
];

const weak: readonly Row[] = [
  ['noise as large as the function', (x) => (x + 1e16) % 7, 1, 1, Infinity, { noise: 4 }],
  ['cancellation beyond the digits', (x) => 1e14 + x * x, 3, 6, 0.1, { noise: 1e14 * 2 ** -53 }],
  [
    'a fine structure below a smooth one',
    (x) => x + 1e-7 * Math.sin(1e12 * x),
    0.5,
    1 + 1e5 * Math.cos(5e11),
    Infinity,
    { noise: 1e-11 },
  ],
];

function close(found: Difference, slope: number): void {
  const bar = found.error + 1e-12 * Math.abs(slope);
  assert.ok(Math.abs(found.value - slope) <= bar, `${found.value} ± ${found.error}`);
}

describe('difference: resolved', () => {
  for (const [name, f, x, slope, within, options] of resolved) {
    it(name, () => {
      const found = run(f, x, slope, options ?? {});
      assert.equal(found.state, 'resolved');
      close(found, slope);
      assert.ok(found.error <= within * Math.abs(slope), `error bar ${found.error}`);
      assert.ok(found.evaluations <= 42);
      assert.deepEqual([found.left, found.right], [found.value, found.value]);
    });
  }

  it('takes six evaluations where nothing is hard', () => {
    assert.equal(run(Math.sin, 1, Math.cos(1), {}).evaluations, 6);
  });

  it('shows its ladder, from the largest step to the smallest', () => {
    const { levels } = run(Math.sin, 1, Math.cos(1), {});
    assert.deepEqual(
      levels.map(({ step }) => step),
      [2 ** -8, 2 ** -10, 2 ** -12],
    );
    assert.ok(
      levels.every(({ value, error }, i) => i === 0 || Math.abs(value - Math.cos(1)) < error),
    );
  });
});

describe('difference: not verified', () => {
  for (const [name, f, x, slope, within, options] of weak) {
    it(name, () => {
      const found = run(f, x, slope, options ?? {});
      assert.ok(found.error > 1e-6 * Math.abs(slope), `${found.state}: ${found.error}`);
      assert.ok(Math.abs(found.value - slope) <= Math.max(found.error, within * Math.abs(slope)));
    });
  }
});

const kinks: readonly [
  name: string,
  f: (x: number) => number,
  x: number,
  left: number,
  right: number,
  options?: Options,
][] = [
  ['|x|', Math.abs, 0, -1, 1],
  ['relu', (x) => Math.max(0, x), 0, 0, 1],
  ['relu, the midpoint expected', (x) => Math.max(0, x), 0, 0, 1, { expected: 0.5 }],
  ['a branch', (x) => (x > 0 ? 2 * x : x), 0, 1, 2, { branch: (x) => x > 0 }],
  ['relu on top of 1e6', (x) => 1e6 + Math.max(0, x), 0, 0, 1],
  [
    'a slight change of slope',
    (x) => Math.sin(x) + 1e-3 * Math.abs(x - 1),
    1,
    Math.cos(1) - 1e-3,
    Math.cos(1) + 1e-3,
  ],
  ['with curvature', (x) => Math.exp(x) * Math.max(x, 3 * x), 0, 1, 3],
  ['leaky, far out', (x) => Math.max(x - 1000, 0.1 * (x - 1000)), 1000, 0.1, 1],
  ['tiny scale', (x) => Math.abs(x - 1e-12), 1e-12, -1, 1],
];

describe('difference: kinks', () => {
  for (const [name, f, x, left, right, options] of kinks) {
    it(name, () => {
      const found = run(f, x, (left + right) / 2, options ?? {});
      assert.equal(found.state, 'kink');
      assert.ok(Math.abs(found.left - left) <= found.error + 1e-9, `left ${found.left}`);
      assert.ok(Math.abs(found.right - right) <= found.error + 1e-9, `right ${found.right}`);
      assert.equal(found.value, (found.left + found.right) / 2);
      assert.ok(found.error < 1e-4 * Math.abs(right - left));
    });
  }
});

const others: readonly [
  name: string,
  state: DifferenceState,
  f: (x: number) => number,
  x: number,
  options?: Options,
][] = [
  ['floor at an integer', 'jump', Math.floor, 2],
  ['sign at 0', 'jump', Math.sign, 0],
  ['a step on a slope', 'jump', (x) => x + Math.floor(x), 2],
  ['a branch that jumps', 'jump', (x) => (x > 0 ? 1 + x : x), 0, { branch: (x) => x > 0 }],
  ['a constant', 'flat', () => 3, 0.5],
  ['saturated', 'flat', (x) => 1 / (1 + Math.exp(-x)), 60],
  ['floor between integers', 'flat', Math.floor, 0.5],
  ['sqrt at 0', 'undefined', Math.sqrt, 0],
  ['NaN everywhere', 'undefined', () => Number.NaN, 1],
  ['infinite at the point', 'undefined', (x) => 1 / x, 0],
];

describe('difference: other points', () => {
  for (const [name, state, f, x, options] of others) {
    it(name, () => assert.equal(run(f, x, 0, options ?? {}).state, state));
  }

  const smooth: readonly [name: string, f: (x: number) => number, x: number, slope: number][] = [
    ['x·|x| at 0', (x) => x * Math.abs(x), 0, 0],
    ['x² at 0', (x) => x * x, 0, 0],
    ['x³ at 0', (x) => x ** 3, 0, 0],
    ['huber at its joint', (x) => (Math.abs(x) <= 1 ? (x * x) / 2 : Math.abs(x) - 0.5), 1, 1],
    ['elu at 0', (x) => (x > 0 ? x : Math.expm1(x)), 0, 1],
    ['softplus', (x) => Math.log1p(Math.exp(x)), 0, 0.5],
    ['cos at 0', Math.cos, 0, 0],
  ];
  for (const [name, f, x, slope] of smooth) {
    it(`${name} is neither kink nor jump`, () => {
      const found = run(f, x, slope, {});
      assert.match(found.state, /^(resolved|weak)$/);
      close(found, slope);
      assert.ok(found.error < 1e-6);
    });
  }
});
