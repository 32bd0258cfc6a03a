/**
 * Two functions whose names suggest a pair, but whose results do not: the one is no
 * function of real numbers, or the other has not the shape of a gradient.
 */
import type { Pair } from '../detect/pair';
import type { Outcome } from '../outcome';

/** Why a pair that was found by convention is none after all; null: it is one. */
export function whyNoPair(
  outcome: Outcome,
  details: {
    readonly open: Pair['open'];
    /** What is written speaks of gradients. */
    readonly speaks: boolean;
  },
): string | null {
  const { verdict, code, stop, rows } = outcome;
  const { open, speaks } = details;
  if (code === 'skeleton' || code === 'annotation' || code === 'skipped') return null;
  if (stop?.code === 'output' || code === 'no-input') {
    return 'nothing that it returns can be differentiated';
  }
  if (open === 'nothing') return null;
  if (verdict === 'unsupported' || verdict === 'error') {
    return speaks && open === 'shape' ? null : outcome.reason;
  }
  const wrong = rows.filter((row) => row.report.verdict === 'mismatch');
  if (wrong.some((row) => row.report.code === 'shape')) {
    return 'what is written has not the shape of a gradient';
  }
  const explained = wrong.some(({ cause }) => cause !== null && cause.code !== 'zero');
  if (wrong.length > 0 && open === 'value' && !speaks && !explained) {
    return 'what is written is not the gradient, and nothing in its text says that it should be';
  }
  return null;
}
