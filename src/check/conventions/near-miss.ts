/** A written gradient that is almost right: an approximation beside an exact formula, a guard term. */
import type { Outcome } from '../outcome';
import { shortNumber } from '../sentences';

const closest = 1e-4;
const farthest = 1e-2;

/** The same outcome; where all that is off is off by so little, with a code and sentence that say so. */
export function nearMiss(outcome: Outcome): Outcome {
  const wrong = outcome.rows.filter((row) => row.report.verdict === 'mismatch');
  const near = wrong.every(({ report }) => {
    const off = report.relativeError;
    return typeof off === 'number' && off <= farthest && report.code !== 'shape';
  });
  const largest = Math.max(...wrong.map(({ report }) => Number(report.relativeError)));
  if (!near || largest < closest || wrong.length === 0) return outcome;
  const note = `only ${shortNumber(Number(largest.toPrecision(2)))} of it away: an approximation differentiated as if it were exact, or the other way round?`;
  const rows = outcome.rows.map((row) =>
    row.report.verdict === 'mismatch'
      ? {
          ...row,
          report: {
            ...row.report,
            code: 'near-miss',
            reason: `${row.report.reason}; ${note}`,
          },
        }
      : row,
  );
  return { ...outcome, code: 'near-miss', reason: `${outcome.reason}; ${note}`, rows };
}
