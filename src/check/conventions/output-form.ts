/**
 * Derivatives in terms of the output: `o * (1 - o)` is right where the caller passes
 * `f(x)`. Both forms are tried; the output form is named.
 */
import type { Outcome } from '../outcome';
import { type Case, tryAgain } from './reconsider';

/** Null where what is written is not the derivative in terms of the output either. */
export function outputForm({ subject, outcome, variant }: Case): Outcome | null {
  const ofOutput = variant({ ofOutput: true });
  if (ofOutput === null) return null;
  const tried = tryAgain(subject, outcome, ofOutput);
  if (tried === null) return null;
  const source = tried.rows.find((row) => row.report.source !== null)?.report.source;
  const reason = `\`${source}\` is the derivative of ${subject.name} in terms of its output: right where it is given ${subject.name}(x), not x`;
  const rows = tried.rows.map((row) => ({
    ...row,
    report: { ...row.report, code: 'output-form', reason },
  }));
  return { ...tried, verdict: 'pass', code: 'output-form', reason, rows, notes: outcome.notes };
}
