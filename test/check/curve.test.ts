/** A target along one entry of an input: value, the three gradients, and the error over the step. */
import assert from 'node:assert/strict';
import type { CurveRange, CurveReport } from '../../src/check/curve-report';
import { defaultOptions } from '../../src/check/report';
import { checker } from './support';

async function curve(
  text: string,
  range: CurveRange,
  moved: Readonly<Record<string, readonly number[]>> = {},
): Promise<CurveReport | null> {
  const source = { path: 'case.py', text };
  return (await checker()).curve(source, defaultOptions, 'f', moved, range);
}

const square = '# @gradcheck x=2, y=3\n# @grad x = 2*x*y + 1\ndef f(x, y):\n    return x**2 * y\n';
const overX = { input: 'x', entry: 0, low: -1, high: 5 };

describe('curve', () => {
  it('has the function and the three gradients at every place', async () => {
    const found = await curve(square, overX);
    assert.ok(found !== null);
    assert.equal(found.points.length, 61);
    for (const { x, value, analytic, numeric, written } of found.points) {
      assert.equal(value, x ** 2 * 3);
      assert.ok(Math.abs(Number(analytic) - 6 * x) < 1e-12);
      assert.ok(Math.abs(Number(numeric) - 6 * x) < 1e-6);
      assert.ok(Math.abs(Number(written) - (6 * x + 1)) < 1e-12);
    }
    assert.deepEqual([found.points[0].x, found.points[60].x], [-1, 5]);
    assert.deepEqual([found.here.x, found.here.value, found.here.analytic], [2, 12, 12]);
  });

  it('starts from where the other inputs were moved to', async () => {
    const found = await curve(square, overX, { y: [10] });
    assert.equal(found?.here.value, 40);
  });

  it('tells the error of each step, and the step that was chosen', async () => {
    const text = '# @gradcheck x=1\ndef f(x):\n    return np.exp(x)\n';
    const found = await curve(`import numpy as np\n${text}`, { ...overX, low: 0, high: 2 });
    assert.ok(found !== null);
    const errors = found.steps.map(({ error }) => Number(error));
    // The error of a central difference falls with the square of the step.
    const ratio = (Number(found.steps[2].step) / Number(found.steps[3].step)) ** 2;
    assert.ok(Math.abs(errors[2] / errors[3] / ratio - 1) < 0.01, `${errors}`);
    // With the smallest steps it rises again: rounding is divided by them.
    assert.ok((errors.at(-1) ?? 0) > 1e3 * Math.min(...errors), `${errors}`);
    assert.ok(Number(found.error) <= Math.min(...errors));
    assert.ok(found.chosenStep > 0 && found.chosenStep < 1);
  });

  it('has gaps where the function has no value', async () => {
    const text =
      '# @gradcheck x=2\ndef f(x):\n    if x < 0:\n        raise ValueError("no")\n    return x\n';
    const found = await curve(text, overX);
    const below = found?.points.filter(({ x }) => x < 0) ?? [];
    assert.ok(below.length > 5);
    for (const { value, analytic } of below) assert.deepEqual([value, analytic], [null, null]);
  });

  it('is none for what is no input or entry', async () => {
    assert.equal(await curve(square, { ...overX, input: 'z' }), null);
    assert.equal(await curve(square, { ...overX, entry: 1 }), null);
    assert.equal(await curve(square, { ...overX, low: 5, high: 5 }), null);
  });
});
