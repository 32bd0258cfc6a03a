/** Probes of large inputs: what they cover, and whom they blame when an analytic gradient is wrong. */
import assert from 'node:assert/strict';
import { type Analytic, analyticGradient } from '../../../src/check/derivative';
import { type Mode, numericGradient } from '../../../src/check/numeric/gradient';
import type { Differenced } from '../../../src/check/numeric/line';
import type { EntryId } from '../../../src/engine/graph';
import { draw, newGraph } from '../../engine/support';

const settings = { mode: 'auto' as Mode, rtol: 1e-6, seed: 0 };

/** Σ sin(x)·w, with `size` numbers x. */
function sineSum(size: number): { experiment: Differenced; loss: EntryId; analytic: Analytic } {
  const graph = newGraph();
  const data = draw(3, size, -2, 2);
  const x = graph.input('x', data, [size]);
  const weighted = graph.apply(
    'multiply',
    [graph.apply('sin', [x], null), graph.constant(draw(4, size, 0.5, 1.5), [size])],
    null,
  );
  const loss = graph.apply('sum', [weighted], { axes: [0], keepDimensions: false });
  const inputs = [{ name: 'x', entry: x, shape: [size], data }];
  const rerun = () => Number.NaN;
  const analytic = analyticGradient(graph, loss, inputs);
  return { experiment: { machine: { graph }, inputs, pins: 0, rerun }, loss, analytic };
}

function spoiled(analytic: Analytic, at: readonly number[], factor: number): Analytic {
  const gradients = analytic.gradients.map((each) => each.slice());
  for (const position of at) gradients[0][position] *= factor;
  return { ...analytic, gradients };
}

/** Positions whose numeric derivative lies further from the analytic one than its error bar. */
function blamed(size: number, wrong: readonly number[], factor: number): number[] {
  const { experiment, loss, analytic } = sineSum(size);
  const doctored = spoiled(analytic, wrong, factor);
  const [{ differences }] = numericGradient(experiment, loss, doctored, settings);
  return differences.flatMap((each, at) =>
    each !== null && Math.abs(each.value - doctored.gradients[0][at]) > each.error + 1e-9
      ? [at]
      : [],
  );
}

describe('probes', () => {
  it('few entries are enumerated, many are probed', () => {
    for (const [size, differenced, directions] of [
      [64, 64, 0],
      [65, 4, 2],
      [500, 4, 2],
    ]) {
      const { experiment, loss, analytic } = sineSum(size);
      const [found] = numericGradient(experiment, loss, analytic, settings);
      assert.equal(found.differences.filter((each) => each !== null).length, differenced);
      assert.equal(found.directions.length, directions);
      assert.equal(found.checked, directions === 0 ? 'all' : 'probes');
    }
  });

  it('mode full enumerates, mode probe does not', () => {
    const { experiment, loss, analytic } = sineSum(200);
    const [full] = numericGradient(experiment, loss, analytic, { ...settings, mode: 'full' });
    assert.ok(full.differences.every((each) => each !== null));
    const few = sineSum(20);
    const probe = { ...settings, mode: 'probe' as Mode };
    const [found] = numericGradient(few.experiment, few.loss, few.analytic, probe);
    assert.equal(found.differences.filter((each) => each !== null).length, 4);
  });

  it('a right gradient is blamed nowhere', () => {
    assert.deepEqual(blamed(1000, [], 1), []);
  });

  const rows: readonly (readonly [number, readonly number[], number])[] = [
    [1000, [417], 1.1],
    [1000, [0], -1],
    [1000, [999], 0],
    [1000, [3, 4, 511, 900], 2],
    [333, [110, 111], 0.5],
    [4096, [2048], 1.001],
  ];
  for (const [size, wrong, factor] of rows) {
    it(`bisection finds entries ${wrong.join(', ')} of ${size}, times ${factor}`, () => {
      assert.deepEqual(blamed(size, wrong, factor), wrong);
    });
  }
});
