/** The vote of written, analytic and numeric: who stands against whom, and who is blamed. */
import assert from 'node:assert/strict';
import { judge } from '../../src/check/judge';
import type { Estimated } from '../../src/check/numeric/line';
import type { Verdict } from '../../src/check/report';
import type { DifferenceState } from '../../src/engine/difference';

interface Row {
  readonly title: string;
  readonly written: number | null;
  readonly analytic: number;
  readonly numeric: number;
  readonly error?: number;
  readonly state?: DifferenceState;
  /** How far the analytic value may be off by its own rounding. */
  readonly noise?: number;
  /** What its contributions may leave when they cancel. */
  readonly rounding?: number;
  readonly verdict: Verdict;
  readonly code: string | null;
}

const rows: readonly Row[] = [
  { title: 'all three agree', written: 2, analytic: 2, numeric: 2, verdict: 'pass', code: null },
  { title: 'two agree', written: null, analytic: 2, numeric: 2, verdict: 'pass', code: null },
  {
    title: 'analytic and numeric stand against written',
    written: 3,
    analytic: 2,
    numeric: 2,
    verdict: 'mismatch',
    code: null,
  },
  {
    title: 'written and numeric stand against analytic',
    written: 3,
    analytic: 2,
    numeric: 3,
    verdict: 'error',
    code: 'engine-doubt',
  },
  {
    title: 'analytic and numeric disagree, nothing is written',
    written: null,
    analytic: 2,
    numeric: 3,
    verdict: 'error',
    code: 'engine-doubt',
  },
  {
    title: 'written and analytic stand against numeric',
    written: 2,
    analytic: 2,
    numeric: 3,
    verdict: 'unverified',
    code: 'numeric-alone',
  },
  {
    title: 'all three differ',
    written: 4,
    analytic: 2,
    numeric: 3,
    verdict: 'unverified',
    code: 'three-ways',
  },
  {
    title: 'written and analytic agree, numeric is weak',
    written: 2,
    analytic: 2,
    numeric: 2.1,
    error: 0.5,
    verdict: 'pass',
    code: null,
  },
  {
    title: 'numeric is weak, nothing is written',
    written: null,
    analytic: 2,
    numeric: 2.001,
    error: 0.01,
    verdict: 'unverified',
    code: 'weak',
  },
  {
    title: 'numeric is too weak to tell written from analytic',
    written: 2.01,
    analytic: 2,
    numeric: 2,
    error: 0.5,
    verdict: 'unverified',
    code: 'weak',
  },
  {
    title: 'weak, but enough to refute',
    written: 4,
    analytic: 2,
    numeric: 2,
    error: 0.5,
    verdict: 'mismatch',
    code: null,
  },
  {
    title: 'nothing settled',
    written: null,
    analytic: 2,
    numeric: 2,
    error: 0.5,
    state: 'weak',
    verdict: 'unverified',
    code: 'unreliable',
  },
  {
    title: 'nothing settled, far from analytic, with a narrow bar',
    written: null,
    analytic: 2,
    numeric: 5,
    error: 1e-9,
    state: 'weak',
    verdict: 'unverified',
    code: 'unreliable',
  },
  {
    title: 'both zero at the level of noise',
    written: null,
    analytic: 1e-14,
    numeric: -1e-13,
    error: 1e-12,
    verdict: 'pass',
    code: null,
  },
  {
    title: 'flat, and analytic is zero',
    written: null,
    analytic: 0,
    numeric: 0,
    state: 'flat',
    verdict: 'pass',
    code: null,
  },
  {
    title: 'flat, and analytic is not zero',
    written: null,
    analytic: 1e-30,
    numeric: 0,
    state: 'flat',
    verdict: 'unverified',
    code: 'flat',
  },
  {
    title: 'flat, and analytic is what contributions leave that cancel',
    written: null,
    analytic: 2e-16,
    numeric: 0,
    error: 1e-12,
    state: 'flat',
    rounding: 1e-15,
    verdict: 'pass',
    code: null,
  },
  {
    title: 'a jump',
    written: 2,
    analytic: 2,
    numeric: 2,
    state: 'jump',
    verdict: 'undefined',
    code: 'jump',
  },
  {
    title: 'analytic has lost its own digits, nothing is written',
    written: null,
    analytic: 2.01,
    numeric: 2,
    noise: 0.01,
    verdict: 'unverified',
    code: 'blurred',
  },
  {
    title: 'analytic has lost its own digits, written is right',
    written: 2,
    analytic: 2.01,
    numeric: 2,
    noise: 0.01,
    verdict: 'pass',
    code: null,
  },
];

describe('the vote', () => {
  for (const row of rows) {
    it(row.title, () => {
      const { analytic, written, noise = 0, rounding = 0 } = row;
      const found = judge(
        0,
        { shape: [] },
        {
          gradients: [Float64Array.of(analytic)],
          rounding: [Float64Array.of(rounding)],
          noiseOf: () => noise,
        },
        { differences: [differenceOf(row)], directions: [] },
        written === null ? null : { shape: [], data: Float64Array.of(written), decimals: null },
        { rtol: 1e-6, atol: 0, floor: 0 },
      );
      assert.deepEqual([found.verdict, found.code], [row.verdict, row.code]);
    });
  }

  it('a direction that stands alone blames nobody either', () => {
    const rows: readonly (readonly [number | null, string])[] = [
      [2, 'numeric-alone'],
      [null, 'engine-doubt'],
    ];
    for (const [written, code] of rows) {
      const difference = differenceOf({ numeric: 7, state: 'resolved' });
      const found = judge(
        0,
        { shape: [1] },
        {
          gradients: [Float64Array.of(2)],
          rounding: [new Float64Array(1)],
          noiseOf: () => 0,
        },
        { differences: [null], directions: [{ difference, expected: 2 }] },
        written === null ? null : { shape: [1], data: Float64Array.of(written), decimals: null },
        { rtol: 1e-6, atol: 0, floor: 0 },
      );
      assert.equal(found.code, code);
    }
  });
});

function differenceOf({
  numeric,
  error = 1e-9,
  state = 'resolved',
}: Pick<Row, 'numeric' | 'error' | 'state'>): Estimated {
  const slopes = { left: numeric, right: numeric };
  return { state, value: numeric, error, ...slopes, evaluations: 6, step: 1e-3, levels: [] };
}
