/**
 * Every op's rules, one line an op: reverse mode against differences, forward
 * against reverse mode, and the same for the recorded sweep (second derivatives).
 */
import assert from 'node:assert/strict';
import { gatherAll } from '../../src/engine/build';
import { difference } from '../../src/engine/difference';
import { forwardSweep } from '../../src/engine/forward';
import { reverseSweep } from '../../src/engine/gradient';
import type { EntryId, Graph, Shape } from '../../src/engine/graph';
import { roundingNoise } from '../../src/engine/noise';
import type { OpName, OpParameters } from '../../src/engine/op';
import { ops } from '../../src/engine/ops';
import { Replay } from '../../src/engine/replay';
import { applyAny, assertClose, draw, drawInput, innerProduct, newGraph } from './support';

/** A shape, and the interval that its numbers are drawn from. */
type Drawn = readonly [shape: Shape, low?: number, high?: number];

interface Row<K extends OpName> {
  readonly inputs: readonly Drawn[];
  readonly parameters?: OpParameters[K];
  /** Where the op alone is not a value that may be used freely. */
  readonly build?: (graph: Graph, inputs: readonly EntryId[]) => EntryId;
}

const unary = (low: number, high: number) =>
  [{ inputs: [[[], low, high]] }, { inputs: [[[2, 3], low, high]] }] as const;

const binary = (low: number, high: number) =>
  [
    {
      inputs: [
        [[], low, high],
        [[], low, high],
      ],
    },
    {
      inputs: [
        [[3], low, high],
        [[3], low, high],
      ],
    },
    {
      inputs: [
        [[2, 3], low, high],
        [[], low, high],
      ],
    },
    {
      inputs: [
        [[2, 1], low, high],
        [[1, 3], low, high],
      ],
    },
    {
      inputs: [
        [[3], low, high],
        [[2, 1, 3], low, high],
      ],
    },
  ] as const;

const reduction = [
  { inputs: [[[5], 0.3, 2]], parameters: { axes: [0], keepDimensions: false } },
  { inputs: [[[2, 3]]], parameters: { axes: [0], keepDimensions: true } },
  { inputs: [[[2, 3, 2]]], parameters: { axes: [0, 2], keepDimensions: false } },
] as const;

const at = (...positions: number[]) => Int32Array.from(positions);

/** Empty: the op has no derivative. */
const rows: { readonly [K in OpName]: readonly Row<K>[] } = {
  input: [],
  constant: [],
  copy: [
    {
      inputs: [[[2, 3]]],
      build: (graph, [a]) => gatherAll(graph, graph.apply('copy', [a], null), [3, 2]),
    },
  ],

  negate: unary(-2, 2),
  exp: unary(-2, 2),
  expm1: unary(-2, 2),
  log: unary(0.1, 3),
  log1p: unary(-0.8, 3),
  log2: unary(0.1, 3),
  log10: unary(0.1, 3),
  sqrt: unary(0.1, 3),
  cbrt: unary(0.1, 3),
  sin: unary(-3, 3),
  cos: unary(-3, 3),
  tan: unary(-1, 1),
  asin: unary(-0.9, 0.9),
  acos: unary(-0.9, 0.9),
  atan: unary(-3, 3),
  sinh: unary(-2, 2),
  cosh: unary(-2, 2),
  tanh: unary(-2, 2),
  asinh: unary(-2, 2),
  acosh: unary(1.2, 4),
  atanh: unary(-0.9, 0.9),
  sigmoid: unary(-4, 4),
  erf: unary(-2, 2),
  erfc: unary(-2, 2),
  erfcx: unary(-2, 2),
  erfinv: unary(-0.9, 0.9),
  erfcinv: unary(0.1, 1.9),
  logNdtr: unary(-4, 3),
  gammaln: [...unary(0.3, 5), ...unary(-1.8, -1.2)],
  gamma: [...unary(0.3, 4), ...unary(-1.8, -1.2)],
  polygamma: [
    { inputs: [[[5], 0.4, 5]], parameters: { order: 0 } },
    { inputs: [[[5], 0.4, 5]], parameters: { order: 1 } },
    { inputs: [[[3], -1.8, -1.2]], parameters: { order: 1 } },
    { inputs: [[[3], 0.5, 3]], parameters: { order: 2 } },
  ],
  besselI: [
    { inputs: [[[5], -3, 3]], parameters: { order: 0 } },
    { inputs: [[[5], -3, 3]], parameters: { order: 1 } },
    { inputs: [[[3], -3, 3]], parameters: { order: 2 } },
  ],
  abs: unary(-2, 2),
  sign: [],
  floor: [],
  ceil: [],
  trunc: [],
  round: [],
  cast: [{ inputs: [[[2, 3]]], parameters: { type: 'float' } }],
  not: [],
  isnan: [],
  isinf: [],

  add: binary(-2, 2),
  subtract: binary(-2, 2),
  multiply: binary(-2, 2),
  divide: binary(0.5, 2),
  chain: binary(0.1, 2),
  power: binary(0.5, 2),
  maximum: binary(-2, 2),
  minimum: binary(-2, 2),
  atan2: binary(-2, 2),
  hypot: binary(-2, 2),
  logaddexp: binary(-2, 2),
  floorDivide: [],
  floorMod: [
    {
      inputs: [
        [[2, 3], -9, 9],
        [[3], 0.9, 1.1],
      ],
    },
    {
      inputs: [
        [[4], -9, 9],
        [[], -2, -1],
      ],
    },
  ],
  remainder: [
    {
      inputs: [
        [[2, 3], -9, 9],
        [[3], 0.9, 1.1],
      ],
    },
    {
      inputs: [
        [[4], -9, 9],
        [[], -2, -1],
      ],
    },
  ],
  less: [],
  lessEqual: [],
  greater: [],
  greaterEqual: [],
  equal: [],
  notEqual: [],
  and: [],
  or: [],
  xor: [],
  bitAnd: [],
  bitOr: [],
  bitXor: [],
  shiftLeft: [],
  shiftRight: [],
  where: [
    {
      inputs: [[[2, 3]], [[3]]],
      build: (graph, [a, b]) => {
        const condition = graph.constant([1, 0], [2, 1], 'bool');
        return graph.apply('where', [condition, a, b], null);
      },
    },
  ],

  sum: reduction,
  max: reduction,
  min: reduction,
  prod: [
    ...reduction,
    { inputs: [[[7], 0.5, 1.5]], parameters: { axes: [0], keepDimensions: false } },
    { inputs: [[[3, 0]]], parameters: { axes: [1], keepDimensions: false } },
    {
      inputs: [[[5], -1, 1]],
      build: (graph, [a]) => {
        const masked = graph.apply('multiply', [a, graph.constant([1, 0, 1, 0, 1], [5])], null);
        return graph.apply('prod', [masked], { axes: [0], keepDimensions: false });
      },
    },
  ],
  any: [],
  all: [],
  argmax: [],
  argmin: [],
  cumsum: [
    { inputs: [[[5]]], parameters: { axis: 0 } },
    { inputs: [[[2, 3, 2]]], parameters: { axis: 1 } },
  ],

  matmul: [
    { inputs: [[[2, 3]], [[3, 4]]] },
    { inputs: [[[2, 2, 3]], [[3, 2]]] },
    { inputs: [[[3, 1, 2, 2]], [[2, 2, 1]]] },
  ],
  eigenvalues: [{ inputs: [[[3, 3]]] }, { inputs: [[[2, 2, 2]]] }],
  eigenvectors: [{ inputs: [[[3, 3]]] }, { inputs: [[[2, 2, 2]]] }],
  pseudoInverse: [
    { inputs: [[[2, 2], 0.5, 2]], parameters: { cutoff: 1e-15 } },
    { inputs: [[[4, 2]]], parameters: { cutoff: 1e-15 } },
    { inputs: [[[2, 2, 3]]], parameters: { cutoff: 1e-15 } },
  ],
  reshape: [{ inputs: [[[2, 3]]], parameters: { shape: [3, 2] } }],
  transpose: [{ inputs: [[[2, 3, 2]]], parameters: { axes: [2, 0, 1] } }],
  broadcast: [
    { inputs: [[[]]], parameters: { shape: [2, 2] } },
    { inputs: [[[2, 1]]], parameters: { shape: [3, 2, 2] } },
  ],
  concatenate: [
    { inputs: [[[2]], [[3]]], parameters: { axis: 0 } },
    { inputs: [[[2, 1]], [[2, 2]], [[2, 1]]], parameters: { axis: 1 } },
  ],
  gather: [
    { inputs: [[[2, 3]]], parameters: { positions: at(5, 0, 0, 3), shape: [2, 2] } },
    {
      inputs: [[[5, 5]]],
      build: (graph, [a]) => {
        const first = graph.apply('gather', [a], { positions: at(5, 0, 0, 24), shape: [4] });
        const second = graph.apply('gather', [a], { positions: at(7, 0, 24, 9), shape: [4] });
        return graph.apply('multiply', [first, second], null);
      },
    },
  ],
  scatterAdd: [{ inputs: [[[2, 2]]], parameters: { positions: at(5, 0, 0, 3), shape: [2, 3] } }],
  write: [
    {
      inputs: [[[2, 3]], [[4]]],
      build: (graph, [a, b]) => {
        const own = graph.apply('copy', [a], null);
        const written = graph.apply('write', [own, b], { positions: at(1, 4, 1, 0) });
        return gatherAll(graph, written, [6]);
      },
    },
    {
      inputs: [[[4]], [[2]]],
      build: (graph, [a, b]) => {
        const first = graph.apply('copy', [a], null);
        const before = graph.apply('gather', [first], { positions: at(0, 1), shape: [2] });
        const changed = graph.apply('multiply', [before, b], null);
        const second = graph.apply('write', [first, changed], { positions: at(1, 2) });
        const after = graph.apply('gather', [second], { positions: at(2, 3), shape: [2] });
        const third = graph.apply('write', [second, after], { positions: at(0, 1) });
        return gatherAll(graph, third, [4]);
      },
    },
  ],
};

function check<K extends OpName>(op: K, row: Row<K>): void {
  const graph = newGraph();
  const inputs = row.inputs.map(([shape, low, high], i) =>
    drawInput(graph, 100 + 7 * i, shape, low, high),
  );
  const output = row.build
    ? row.build(graph, inputs)
    : applyAny(graph, op, inputs, row.parameters ?? null);
  const { shape, size } = graph.entry(output);
  const scalar = innerProduct(graph, output, graph.constant(draw(5, size, 0.5, 1.5), shape));
  checkGradient(graph, scalar, inputs, op);

  const gradient = reverseSweep(graph, scalar, null, inputs);
  const directions = inputs.flatMap((input, i) => {
    const adjoint = gradient.adjoints.get(input);
    if (adjoint === undefined) return [];
    const own = graph.entry(input);
    const direction = graph.constant(draw(40 + i, own.size, 0.5, 1.5), own.shape);
    return [innerProduct(graph, adjoint, direction)];
  });
  const slope = directions.reduce((a, b) => graph.apply('add', [a, b], null));
  checkGradient(graph, slope, inputs, `${op}, second derivative`);
}

/** Reverse mode of a scalar entry against differences, and against forward mode. */
function checkGradient(
  graph: Graph,
  scalar: EntryId,
  inputs: readonly EntryId[],
  what: string,
): void {
  const sweep = reverseSweep(graph, scalar, null, inputs);
  const gradients = inputs.map((input) => {
    const adjoint = sweep.adjoints.get(input);
    return adjoint === undefined
      ? new Float64Array(graph.entry(input).size)
      : graph.value(adjoint).slice();
  });
  checkForward(graph, scalar, inputs, gradients, what);
  inputs.forEach((input, which) => {
    const alone = reverseSweep(graph, scalar, null, [input]).adjoints.get(input);
    const values = alone === undefined ? gradients[which].map(() => 0) : graph.value(alone);
    assertClose(values, gradients[which], 1e-15, 0, `${what}, input ${which} alone`);
    checkForward(graph, scalar, [input], [gradients[which]], what);
  });

  const replay = new Replay(graph, [scalar]);
  const noise = roundingNoise(graph, sweep, scalar);
  const largest = Math.max(1e-3, ...gradients.flatMap((gradient) => [...gradient].map(Math.abs)));
  inputs.forEach((input, which) => {
    const point = replay.input(input);
    point.forEach((x, i) => {
      const expected = gradients[which][i];
      const phi = (t: number) => {
        point[i] = x + t;
        replay.run();
        point[i] = x;
        return { value: replay.value(scalar)[0], sameBranch: true };
      };
      const center = graph.number(scalar);
      const found = difference(phi, {
        center,
        magnitude: Math.abs(x),
        noise,
        expected,
        rtol: 1e-6,
      });
      const where = `${what}, input ${which}[${i}]`;
      assert.match(found.state, /^(resolved|flat)$/, where);
      assert.ok(found.error <= 1e-6 * largest, `${where}: error bar ${found.error}`);
      assertClose([found.value], [expected], 1e-9, found.error, where);
    });
  });
}

/** <J v, 1> = <v, Jᵀ 1>. */
function checkForward(
  graph: Graph,
  scalar: EntryId,
  inputs: readonly EntryId[],
  gradients: readonly Float64Array[],
  what: string,
): void {
  let expected = 0;
  let scale = 0;
  const tangents = new Map<EntryId, EntryId>();
  inputs.forEach((input, which) => {
    const { shape, size } = graph.entry(input);
    const direction = draw(900 + which, size);
    tangents.set(input, graph.constant(direction, shape));
    direction.forEach((v, i) => {
      expected += v * gradients[which][i];
      scale += Math.abs(v * gradients[which][i]);
    });
  });
  const tangent = forwardSweep(graph, scalar, tangents);
  const pushed = tangent === null ? 0 : graph.number(tangent);
  assertClose([pushed], [expected], 0, 1e-12 * scale, `${what}, forward mode`);
}

describe('derivatives', () => {
  for (const [name, own] of Object.entries(rows)) {
    if (own.length === 0) continue;
    it(name, () => {
      for (const row of own) check(name as OpName, row as Row<OpName>);
    });
  }

  it('exist for every differentiable op', () => {
    const without = Object.keys(rows).filter((name) => rows[name as OpName].length === 0);
    const flat = Object.keys(ops).filter((name) => !ops[name as OpName].differentiable);
    assert.deepEqual(without.sort(), [...flat, 'input'].sort());
  });
});
