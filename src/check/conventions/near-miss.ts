/** A written gradient that is almost right: an approximation beside an exact formula, a guard term. */
import { analyticGradient } from '../derivative';
import type { Experiment } from '../experiment';
import type { Outcome } from '../outcome';
import { shortNumber } from '../sentences';

const closest = 1e-4;
const farthest = 1e-2;

/** The largest difference of a written gradient of an experiment, relative to its largest entry. */
function distance({ machine, loss, inputs, written }: Experiment): number {
  const { gradients } = analyticGradient(machine.graph, loss, inputs);
  return Math.max(
    0,
    ...written.map(({ input, data }) => {
      const truth = gradients[input];
      if (truth.length !== data.length) return Number.POSITIVE_INFINITY;
      const size = truth.reduce((most, each) => Math.max(most, Math.abs(each)), 1e-300);
      const off = data.reduce((most, each, at) => Math.max(most, Math.abs(each - truth[at])), 0);
      return off / size;
    }),
  );
}

/** The same outcome; where all that is off is off by so little, with a code and sentence that say so. */
export function nearMiss(outcome: Outcome): Outcome {
  const wrong = outcome.rows.filter((row) => row.report.verdict === 'mismatch');
  if (wrong.length === 0 || wrong.some(({ report }) => report.code === 'shape')) return outcome;
  const largest = Math.max(...outcome.experiments.map(distance));
  if (!(largest >= closest && largest <= farthest)) return outcome;
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
