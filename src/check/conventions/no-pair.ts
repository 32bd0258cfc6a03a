/**
 * Two functions whose names suggest a pair, but whose results do not: the one is no
 * function of real numbers, or the other has not the shape of a gradient.
 */
import { areExchanged } from '../../engine/shape';
import type { Pair } from '../detect/pair';
import type { Outcome } from '../outcome';
import type { Row } from '../rows';
import { shapeOf } from './changed';

/** What is written for several inputs has their shapes, but each that of another one. */
function areSwapped(rows: readonly Row[]): boolean {
  const written = rows.flatMap(({ report }) => (report.source === null ? [] : [report]));
  const given = written.map((each) => shapeOf(each.written) ?? []);
  return (
    written.length > 1 &&
    areExchanged(
      written.map(({ shape }) => shape),
      given,
    )
  );
}

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
  if (code === 'unread' && !speaks) return outcome.reason;
  if (open === 'nothing') return null;
  if (verdict === 'unsupported' || verdict === 'error') {
    return speaks && open === 'shape' ? null : outcome.reason;
  }
  const wrong = rows.filter((row) => row.report.verdict === 'mismatch');
  // A mismatch of shapes that were guessed is no mismatch, but no gradient either, unless others are gradients.
  const isGradient = ({ report: { source, verdict: own, analytic } }: Row) =>
    source !== null && own === 'pass' && [analytic].flat(9).some((each) => each !== 0);
  // One number for all entries is what a derivative that was forgotten looks like.
  const isOther = ({ report: { code: own, written } }: Row) =>
    own === 'drawn' ||
    own === 'layout' ||
    (own === 'shape' && !(speaks && [written].flat(9).length === 1));
  if (!rows.some(isGradient) && rows.some(isOther) && !areSwapped(rows)) {
    return 'what is written has not the shape of a gradient';
  }
  const explained = wrong.some(({ cause }) => cause !== null && cause.code !== 'zero');
  const settled = verdict === 'pass' || verdict === 'kink' || speaks || explained;
  if (open === 'value' && !settled) {
    return 'what is written is not the gradient, and nothing in its text says that it should be';
  }
  const flat = rows.every(({ report }) => [report.analytic].flat(9).every((each) => each === 0));
  if (!speaks && flat) return 'the function has no slope anywhere, and nothing speaks of gradients';
  return null;
}
