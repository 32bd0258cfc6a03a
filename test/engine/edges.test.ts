/** Gradients at the points that break careless rules: zeros, masks, saturation, ties. */
import assert from 'node:assert/strict';
import { forwardSweep } from '../../src/engine/forward';
import { reverseSweep } from '../../src/engine/gradient';
import type { EntryId, Graph } from '../../src/engine/graph';
import type { Op, OpName } from '../../src/engine/op';
import { ops } from '../../src/engine/ops';
import { applyAny, assertClose, newGraph } from './support';

/** Reverse and forward mode both give the derivative of `build` at `x`. */
function check(
  build: (graph: Graph, x: EntryId) => EntryId,
  x: number | number[],
  expected: number | number[],
): void {
  const graph = newGraph();
  const data = [x].flat();
  const input = graph.input('x', data, Array.isArray(x) ? [data.length] : []);
  let output = build(graph, input);
  const axes = graph.entry(output).shape.map((_, axis) => axis);
  if (axes.length > 0) output = graph.apply('sum', [output], { axes, keepDimensions: false });
  const adjoint = reverseSweep(graph, output, null, [input]).adjoints.get(input)!;
  assertClose(graph.value(adjoint), [expected].flat(), 1e-14, 0, 'reverse');
  [expected].flat().forEach((slope, i) => {
    const direction = data.map((_, j) => (i === j ? 1 : 0));
    const tangent = graph.constant(direction, graph.entry(input).shape);
    const pushed = forwardSweep(graph, output, new Map([[input, tangent]]));
    assertClose([graph.number(pushed!)], [slope], 1e-14, 0, 'forward');
  });
}

const apply =
  (op: OpName, ...more: number[]) =>
  (graph: Graph, x: EntryId) =>
    applyAny(graph, op, [x, ...more.map((value) => graph.scalar(value))], null);

const ordered = (op: OpName, order: number) => (graph: Graph, x: EntryId) =>
  applyAny(graph, op, [x], { order });

/** The constant comes first. */
const applyTo = (op: OpName, constant: number) => (graph: Graph, x: EntryId) =>
  applyAny(graph, op, [graph.scalar(constant), x], null);

/** where(x > 0, op(x), 0): the other branch is never taken into account. */
const masked = (build: (graph: Graph, x: EntryId) => EntryId) => (graph: Graph, x: EntryId) => {
  const positive = graph.apply('greater', [x, graph.scalar(0)], null);
  return graph.apply('where', [positive, build(graph, x), graph.scalar(0)], null);
};

const all = { axes: [0], keepDimensions: false };
const prod = (graph: Graph, x: EntryId) => graph.apply('prod', [x], all);

describe('gradients at special points', () => {
  it('are 0 for a power whose exponent is 0, and right at base 0', () => {
    check(apply('power', 0), 0, 0);
    check(apply('power', 0), 3, 0);
    check(apply('power', 2), 0, 0);
    check(apply('power', 1), 0, 1);
    check(apply('power', 3), -2, 12);
    check(apply('power', -1), -2, -0.25);
    check(apply('power', 0.5), 0, Infinity);
    check(applyTo('power', 0), 2, 0);
    check(applyTo('power', 0), 0, 0);
  });

  it('do not let a masked branch through', () => {
    check(masked(apply('sqrt')), [0, -1, 4], [0, 0, 0.25]);
    check(masked(apply('log')), [0, -1, 4], [0, 0, 0.25]);
    check(masked(applyTo('divide', 1)), [0, 2], [0, -0.25]);
    check(masked(apply('power', -0.5)), [0, 4], [0, -1 / 16]);
    check(
      masked((graph, x) => graph.apply('hypot', [x, x], null)),
      [0, 3],
      [0, Math.SQRT2],
    );
    check(masked(apply('acosh')), [0, 2], [0, 1 / Math.sqrt(3)]);
  });

  it('are right for products with zeros', () => {
    check(prod, [2, 0, 5], [0, 10, 0]);
    check(prod, [0, 0, 5], [0, 0, 0]);
    check(prod, [2, 3, 5, 7, 11], [1155, 770, 462, 330, 210]);
    check(prod, [1e-200, 1e-200, 1e300], [1e100, 1e100, 0]);
  });

  it('keep their digits where the function saturates', () => {
    check(apply('sigmoid'), 40, Math.exp(-40));
    check(apply('sigmoid'), -800, 0);
    check(apply('tanh'), 20, 4 * Math.exp(-40));
    check(apply('expm1'), -40, Math.exp(-40));
    check(apply('logaddexp', 0), 800, 1);
    check(apply('logaddexp', 0), -800, 0);
    check(apply('hypot', 1e-200), 1e200, 1);
    check(apply('atan'), 1e200, 0);
    check(apply('erf'), 30, 0);
    check(apply('erfc'), -30, 0);
    check(apply('logNdtr'), 40, 0);
    check(apply('logNdtr'), -1e8, 1e8);
    check(apply('erf'), 0, 2 / Math.sqrt(Math.PI));
    check(apply('gammaln'), 1e200, Math.log(1e200));
    check(ordered('besselI', 0), 0, 0);
    check(ordered('besselI', 1), 0, 0.5);
  });

  it('exist where eigenvalues are equal, for what does not choose among their vectors', () => {
    check(symmetricMatrix('eigenvalues'), [3, 0, 0, 3], [1, 0, 0, 1]);
    check(
      (graph, x) => {
        const matrix = graph.apply('reshape', [x], { shape: [2, 2] });
        return graph.apply('pseudoInverse', [matrix], { cutoff: 1e-15 });
      },
      [2, 0, 0, 2],
      [-0.25, -0.25, -0.25, -0.25],
    );
  });

  it('share equally at a tie', () => {
    check(apply('maximum', 1), 1, 0.5);
    check(apply('minimum', 1), 1, 0.5);
    check((graph, x) => graph.apply('maximum', [x, x], null), 1, 1);
    check((graph, x) => graph.apply('max', [x], all), [3, 1, 3], [0.5, 0, 0.5]);
    check((graph, x) => graph.apply('min', [x], all), [3, 1, 3], [0, 1, 0]);
    check(apply('abs'), [0, -0, -2], [0, 0, -1]);
    check(apply('hypot', 0), 0, 0);
  });
});

const symmetricMatrix = (op: OpName) => (graph: Graph, x: EntryId) =>
  applyAny(graph, op, [graph.apply('reshape', [x], { shape: [2, 2] })], null);

/** Whether the op that `build` ends with says that it sits on a kink or jump. */
function tied(build: (graph: Graph, x: EntryId) => EntryId, x: number | number[]): boolean {
  const graph = newGraph();
  const data = [x].flat();
  const input = graph.input('x', data, Array.isArray(x) ? [data.length] : []);
  const entry = graph.entry(build(graph, input));
  const op = ops[entry.op] as Op<unknown>;
  assert.ok(op.tieRule);
  return op.ties!(graph, entry, entry.parameters);
}

const argument = { axis: 0, keepDimensions: false };
const tieRows: readonly [
  name: string,
  build: (graph: Graph, x: EntryId) => EntryId,
  tied: readonly (number | number[])[],
  free: readonly (number | number[])[],
][] = [
  ['abs', apply('abs'), [0, -0, [1, 0]], [1e-300, [1, 2]]],
  ['sign', apply('sign'), [0], [1e-300]],
  ['floor', apply('floor'), [0, 3, 0.1 + 0.2 + 0.7 - 1e-16], [0.5, 3.0001]],
  ['ceil', apply('ceil'), [-2], [-2.5]],
  ['trunc', apply('trunc'), [2, -1], [0, 0.5]],
  ['round', apply('round'), [0.5, -1.5], [0, 1, 0.4]],
  ['maximum', apply('maximum', 0.3), [0.3, 0.1 + 0.2], [0.3001, -0.3]],
  ['maximum of one value with itself', (graph, x) => graph.apply('maximum', [x, x], null), [], [1]],
  ['less', apply('less', 1), [1, [0, 1]], [0.99, [0, 2]]],
  ['equal', apply('equal', 0), [0], [1e-9]],
  ['floorDivide', apply('floorDivide', 0.1), [0.3, 0], [0.35]],
  ['floorMod', apply('floorMod', 2), [4, 0], [3]],
  ['remainder', apply('remainder', 2), [4], [3, 0]],
  ['atan2', (graph, x) => graph.apply('atan2', [x, graph.scalar(-1)], null), [0], [1]],
  ['hypot', apply('hypot', 0), [0], [1]],
  [
    'max',
    (graph, x) => graph.apply('max', [x], all),
    [
      [1, 3, 3],
      [0.3, 0.1 + 0.2],
    ],
    [[1, 1, 3]],
  ],
  ['eigenvalues', symmetricMatrix('eigenvalues'), [[2, 0, 0, 2]], [[2, 1, 1, 2]]],
  ['eigenvectors', symmetricMatrix('eigenvectors'), [[2, 0, 0, 2]], [[2, 1, 1, 2]]],
  ['argmax', (graph, x) => graph.apply('argmax', [x], argument), [[1, 3, 3]], [[1, 1, 3]]],
  ['cast to int', (graph, x) => graph.apply('cast', [x], { type: 'int' }), [2], [2.5, 0]],
  ['cast to bool', (graph, x) => graph.apply('cast', [x], { type: 'bool' }), [0], [2]],
  ['cast to float', (graph, x) => graph.apply('cast', [x], { type: 'float' }), [], [0]],
];

describe('ties', () => {
  for (const [name, build, on, off] of tieRows) {
    it(name, () => {
      for (const x of on) assert.equal(tied(build, x), true, `${x}`);
      for (const x of off) assert.equal(tied(build, x), false, `${x}`);
    });
  }

  it('do not count where nothing varies with the inputs', () => {
    assert.equal(
      tied((graph) => graph.apply('abs', [graph.scalar(0)], null), 1),
      false,
    );
  });
});
