/**
 * Two functions whose names suggest a pair, but whose results do not: the one is no
 * function of real numbers, or the other has not the shape of a gradient.
 */
import type { Outcome } from '../outcome';

/** Why a pair that was found by convention is none after all; null: it is one. */
export function whyNoPair(
  outcome: Outcome,
  details: {
    /** The names alone do not settle it. */
    readonly tentative: boolean;
    /** What is written speaks of gradients. */
    readonly speaks: boolean;
  },
): string | null {
  const { verdict, code, stop, rows } = outcome;
  if (code === 'skeleton' || code === 'annotation' || code === 'skipped') return null;
  if (stop?.code === 'output' || code === 'no-input') {
    return 'nothing that it returns can be differentiated';
  }
  if (code === 'unread' && !details.speaks) return outcome.reason;
  if (!details.tentative) return null;
  if (verdict === 'unsupported' || verdict === 'error') return outcome.reason;
  const wrong = rows.filter(
    (row) => row.report.verdict === 'mismatch' || row.report.code === 'drawn',
  );
  const misshapen = wrong.some((row) => row.report.code === 'shape' || row.report.code === 'drawn');
  if (misshapen) return 'what is written has not the shape of a gradient';
  if (wrong.length > 0 && !details.speaks && wrong.every((row) => row.cause === null)) {
    return 'what is written is not the gradient, and nothing in its text says that it should be';
  }
  return null;
}
