/** The reasoning behind verdicts, as data: it says again what the check found, and what that rests on. */
import assert from 'node:assert/strict';
import type { ExplainReport } from '../../src/check/explain-report';
import { defaultOptions } from '../../src/check/report';
import { checker } from './support';

async function explain(
  text: string,
  name: string,
  wanted: { name: string; index: readonly number[] | null } | null = null,
): Promise<ExplainReport> {
  const source = { path: 'case.py', text: `import numpy as np\n${text}` };
  const report = (await checker()).explain(source, defaultOptions, name, wanted);
  assert.ok(report !== null, name);
  return report;
}

const wrong =
  '# @gradcheck x=3, gradient=g\ndef f(x):\n    return x**2\n\n\ndef g(x):\n    return 3 * x\n';

describe('explain', () => {
  it('a mismatch: the votes, the rule, how it was found', async () => {
    const report = await explain(wrong, 'f');
    assert.deepEqual([report.verdict, report.line], ['mismatch', 3]);
    assert.match(report.found.join(), /an annotation asks for it, line 2/);
    assert.deepEqual(report.inputs, [{ name: 'x', value: '3', origin: 'given in the annotation' }]);
    const [x] = report.parameters;
    assert.deepEqual([x.analytic, x.written, x.source], [6, 9, 'g']);
    assert.deepEqual(
      x.votes.map(({ between, agree }) => [...between, agree]),
      [
        ['written', 'analytic', false],
        ['analytic', 'numeric', true],
        ['written', 'numeric', false],
      ],
    );
    assert.match(x.rule, /analytic and numeric agree, and what is written lies outside/);
    assert.equal(x.curve, null);
  });

  it('the ladder holds the step that was chosen', async () => {
    const [{ numeric }] = (await explain(wrong, 'f')).parameters;
    assert.ok(numeric.levels.some(({ step }) => step === numeric.step));
    assert.equal(numeric.state, 'resolved');
    assert.equal(numeric.levels.length * 2, numeric.evaluations);
    assert.ok(Math.abs(Number(numeric.value) - 6) <= Number(numeric.error));
  });

  it('forward and reverse mode along one direction', async () => {
    const text = '# @gradcheck x: (3, 4)\ndef f(x):\n    return np.sum(np.sin(x) * x)\n';
    const [{ forward }] = (await explain(text, 'f')).parameters;
    const gap = Math.abs(Number(forward.forward) - Number(forward.reverse));
    assert.ok(gap <= 1e-12 * Math.abs(Number(forward.reverse)));
  });

  it('the curve of a smooth function is a V', async () => {
    const text = '# @gradcheck x=1\ndef f(x):\n    return np.sin(3 * x)\n';
    const [{ curve }] = (await explain(text, 'f', { name: 'x', index: null })).parameters;
    assert.ok(curve !== null);
    const errors = curve.map(({ error }) => Number(error));
    const lowest = errors.indexOf(Math.min(...errors));
    const step = Number(curve[lowest].step);
    assert.ok(step > 1e-7 && step < 1e-4, String(step));
    assert.ok(errors[0] > 1e6 * errors[lowest]);
    assert.ok((errors.at(-1) ?? 0) > 1e4 * errors[lowest]);
  });

  it('one entry of an array that is asked for', async () => {
    const text = '# @gradcheck x=[[1, 2], [3, 4]]\ndef f(x):\n    return np.sum(x**2)\n';
    const { parameters } = await explain(text, 'f', { name: 'x', index: [1, 0] });
    assert.deepEqual(parameters[0].index, [1, 0]);
    assert.equal(parameters[0].analytic, 6);
  });

  it('an input that there is not leaves its names', async () => {
    const report = await explain(wrong, 'f', { name: 'y', index: null });
    assert.deepEqual([report.parameters, report.names], [[], ['x']]);
  });

  it('rounding that hides a slope is put where it comes from', async () => {
    const text = '# @gradcheck x=1e-7\ndef f(x):\n    return (1 - np.cos(x)) / x\n';
    const report = await explain(text, 'f');
    assert.deepEqual([report.verdict, report.code], ['unverified', 'blurred']);
    const [{ numeric, rule }] = report.parameters;
    assert.equal(numeric.noiseSource, 'cancellation in `1 - np.cos(x)`, line 4');
    assert.match(rule, /loses its digits/);
  });

  it('a kink shows both slopes', async () => {
    const report = await explain('# @gradcheck x=0\ndef f(x):\n    return abs(x)\n', 'f');
    assert.deepEqual(report.parameters[0].numeric.slopes, { left: -1, right: 1 });
  });

  it('what could not be run has a reason and no derivatives', async () => {
    const report = await explain('# @gradcheck x=2\ndef f(x):\n    return nothing.f(x)\n', 'f');
    assert.deepEqual([report.verdict, report.parameters], ['error', []]);
    assert.match(report.reason, /nothing/);
  });

  it('a wrong shape holds no entry against another', async () => {
    const text =
      '# @gradcheck x: (3,), gradient=g\ndef f(x):\n    return np.sum(x**2)\n\n\ndef g(x):\n    return np.ones((2, 2))\n';
    const [x] = (await explain(text, 'f')).parameters;
    assert.deepEqual([x.code, x.written], ['shape', null]);
  });

  it('a claim and a function without annotation can be explained', async () => {
    const claim = 'x = 2\ny = x * x\ndx = 2 * x  # @grad d(y)/d(x)\n';
    assert.equal((await explain(claim, 'dx')).verdict, 'pass');
    const bare = await explain('def f(x):\n    return x * x\n', 'f');
    assert.equal(bare.parameters.length, 1);
  });

  it('either half of a pair stands for both', async () => {
    const pair =
      'def scale_forward(x, scale_param):\n    return x * scale_param["pad"], (x, scale_param)\n\n\ndef scale_backward(dout, cache):\n    x, scale_param = cache\n    return dout * scale_param["pad"]\n';
    const report = await explain(pair, 'scale_forward');
    assert.deepEqual([report.name, report.verdict], ['scale_backward', 'pass']);
    assert.equal(report.inputs[1].origin, '`pad`: guessed from its name');
  });

  it('there is no such function', async () => {
    const source = { path: 'case.py', text: wrong };
    assert.equal((await checker()).explain(source, defaultOptions, 'h', null), null);
  });
});
