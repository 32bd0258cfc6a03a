/** The answer to "why?" as text, whole. */
import assert from 'node:assert/strict';
import type { WhyReport } from '../../src/check/why-report';
import { renderWhy } from '../../src/render/why';

const checked: WhyReport = {
  schema: 1,
  path: 'a.py',
  name: 'df',
  line: 5,
  target: true,
  reasons: ['`df` is named as the derivative of `f`'],
  conventions: [{ code: 'C6', words: 'a derivative named after its function' }],
  outcome: { verdict: 'pass', reason: 'analytic, numeric and written agree for x' },
  sample: [{ name: 'x', value: '0.5', origin: 'guessed from its name' }],
  notes: ['x: drawn by GradLens'],
};

function check(title: string, report: WhyReport, expected: readonly string[]): void {
  it(title, () => assert.equal(renderWhy(report), expected.map((line) => `${line}\n`).join('')));
}

describe('why as text', () => {
  check('of a target', checked, [
    'a.py:5: df is checked',
    '  - `df` is named as the derivative of `f`',
    '',
    'verdict: correct',
    '  analytic, numeric and written agree for x',
    '',
    'inputs of the first point:',
    '  - x = 0.5: guessed from its name',
    '',
    'notes:',
    '  - x: drawn by GradLens',
  ]);

  check('of what is none', { ...checked, target: false, outcome: null, sample: [], notes: [] }, [
    'a.py:5: df is not checked',
    '  - `df` is named as the derivative of `f`',
  ]);
});
