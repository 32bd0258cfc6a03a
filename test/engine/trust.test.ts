/**
 * A sample of the trust bench: random expressions against their exact gradients, hard points,
 * kinks and jumps; and the table in the documentation, which repeats the sample.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { LanguageFrontEnd } from '../../src/languages';
import { floatOf, pythonNumber, randomPoints } from '../bench/trust/expressions';
import { hardPoints, jumpPoints, kinkPoints } from '../bench/trust/hard';
import { pointOf } from '../bench/trust/parse';
import { tableOf } from '../bench/trust/report';
import { rules } from '../bench/trust/rules';
import { quantile, type Study, study } from '../bench/trust/study';
import { python } from '../trace/python';

const seed = 1;
const points = 150;

describe('trust', function () {
  this.timeout(60000);
  let front: LanguageFrontEnd;
  let studied: Study;
  before(async () => {
    front = await python();
    studied = study(front, seed, points);
  });

  it('flags no right gradient and passes no mistake that float64 can see', () => {
    assert.deepEqual(studied.wrong, []);
    assert.ok(studied.visible.every((count) => count > 100));
    const [{ flagged, passed }] = studied.tallies;
    assert.deepEqual([flagged, ...passed], [0, 0, 0, 0, 0]);
  });

  it('calls no smooth coordinate a kink, and takes few evaluations', () => {
    const [{ evaluations }] = studied.tallies;
    assert.equal(studied.kinks, 0);
    assert.ok(evaluations.length === studied.coordinates && studied.coordinates >= points);
    assert.ok(quantile(evaluations, 0.5) <= 8);
  });

  it('stands in the documentation as it is measured', () => {
    const text = readFileSync('docs/trust.md', 'utf8');
    for (const line of tableOf(studied)) assert.ok(text.includes(line), line);
  });

  it('covers the true error at hard points, and is never falsely confident', () => {
    const hard = hardPoints(front);
    const families = [...new Set(hard.map(({ family }) => family))];
    assert.equal(families.length, 10);
    for (const family of families) {
      assert.ok(hard.filter((each) => each.family === family).length >= 10, family);
    }
    assert.deepEqual(
      hard.filter(({ falselyConfident }) => falselyConfident).map(({ name }) => name),
      [],
    );
    assert.ok(hard.filter(({ covered }) => covered).length >= 0.98 * hard.length);
    // A bar that is always wide would cover everything.
    const fine = hard.filter(({ error, truth }) => error <= 1e-3 * Math.abs(truth));
    assert.ok(fine.length >= 0.8 * hard.length, `${fine.length} of ${hard.length} are fine`);
  });

  it('recognises kinks with both slopes, and jumps', () => {
    const kinks = kinkPoints(front);
    const all = [...kinks, ...jumpPoints(front)];
    assert.ok(kinks.length >= 30);
    assert.deepEqual(
      all.filter(({ recognised }) => !recognised),
      [],
    );
  });
});

describe('trust: the bench itself', () => {
  it('draws equal points from equal seeds', () => {
    const texts = (from: number) => randomPoints(from, 20).map(({ text, at }) => [text, at]);
    assert.deepEqual(texts(7), texts(7));
    assert.notDeepEqual(texts(7), texts(8));
  });

  it('has truths that tiny steps of the same many digits confirm', () => {
    for (const [text, x, truth] of [
      ['sin(square(x))', 1.5, 3 * Math.cos(2.25)],
      ['sigmoid(x)', 0.7, 1 / (2 + 2 * Math.cosh(0.7))],
      ['log1p(cube(x))', 0.9, 2.43 / 1.729],
      ['maximum(x, 1 / x)', 0.5, -4],
      ['tanh(x) * sqrt(x)', 1, 1 / Math.cosh(1) ** 2 + Math.tanh(1) / 2],
      ['arctan(x) - arcsin(x)', 0.3, 1 / 1.09 - 1 / Math.sqrt(0.91)],
    ] as const) {
      const [found] = pointOf(text, text, x).gradient;
      assert.ok(Math.abs(found - truth) <= 1e-14 * Math.abs(truth), `${text}: ${found}`);
    }
  });

  it('writes numbers that Python reads as floats', () => {
    assert.deepEqual([1e20, 1e200, 0.5, -3].map(pythonNumber), [
      '100000000000000000000.0',
      '1e+200',
      '0.5',
      '-3',
    ]);
  });

  it('computes in float64 as Python does', () => {
    const x = { kind: 'variable', index: 0 } as const;
    const of = { kind: 'call', name: 'sigmoid', arguments: [x] } as const;
    assert.equal(floatOf(of, [2]), 1 / (1 + Math.exp(-2)));
  });

  it('has rules that accept an easy gradient and reject twice of it', () => {
    const judged = rules.map(({ accepts }) =>
      [1, 2].map((k) => accepts(Math.exp, 0.5, k * Math.exp(0.5))),
    );
    // A step forward alone is good to eight digits, and one rule asks for more where f is large.
    assert.ok(judged.every(([, twice]) => !twice));
    assert.ok(judged.filter(([right]) => right).length >= rules.length - 1);
  });
});
