/**
 * The last word on a pair that nobody annotated: whether it is one at all, what a
 * convention makes of a mismatch, and that only what is written counts.
 */
import type { Pair } from '../detect/pair';
import type { Outcome } from '../outcome';
import { worstVerdict } from '../rows';
import { whyNoPair } from './no-pair';
import { type Case, reconsider } from './reconsider';

export interface Unsettled extends Case {
  readonly open: Pair['open'];
  /** What is written speaks of gradients. */
  readonly speaks: boolean;
}

export function settle(given: Unsettled): Outcome {
  const { outcome, open, speaks } = given;
  const noPair = whyNoPair(outcome, { open, speaks });
  if (noPair !== null) return { ...outcome, noPair };
  return onlyWritten(reconsider(given));
}

/** Of a pair only what is written counts: other inputs were looked at, but nobody asked. */
function onlyWritten(outcome: Outcome): Outcome {
  const rows = outcome.rows.filter((row) => row.report.source !== null);
  if (rows.length === 0 || rows.length === outcome.rows.length) return outcome;
  const verdict = worstVerdict(rows.map((row) => row.report.verdict));
  if (verdict === outcome.verdict) return { ...outcome, rows };
  const worst = rows.find((row) => row.report.verdict === verdict);
  const names = [...new Set(rows.map((row) => row.report.name))].join(', ');
  const reason =
    verdict === 'pass'
      ? `analytic, numeric and written agree for ${names}`
      : (worst?.report.reason ?? outcome.reason);
  return { ...outcome, verdict, code: worst?.report.code ?? null, reason, rows };
}
