/**
 * Derivatives in terms of the output: `o * (1 - o)` is right where the caller passes
 * `f(x)`. Both forms are tried; the output form is named.
 */
import { attempt, finish, type Outcome } from '../outcome';
import { experimentsOf } from '../procedures/procedure';
import type { Case } from './reconsider';

/** Null where what is written is not the derivative in terms of the output either. */
export function outputForm({ subject, outcome, ofOutput: make }: Case): Outcome | null {
  const ofOutput = make();
  if (ofOutput === null) return null;
  const tried = attempt(() => {
    const again = outcome.experiments.flatMap(({ sample, integers, entry }) =>
      sample === null || (entry !== null && entry > 0)
        ? []
        : experimentsOf(ofOutput, sample, integers),
    );
    return finish(subject, again, ofOutput.options);
  });
  if (tried.verdict !== 'pass' && tried.verdict !== 'kink') return null;
  const source = tried.rows.find((row) => row.report.source !== null)?.report.source;
  const reason = `\`${source}\` is the derivative of ${subject.name} in terms of its output: right where it is given ${subject.name}(x), not x`;
  const rows = tried.rows.map((row) => ({
    ...row,
    report: { ...row.report, code: 'output-form', reason },
  }));
  return { ...tried, verdict: 'pass', code: 'output-form', reason, rows, notes: outcome.notes };
}
