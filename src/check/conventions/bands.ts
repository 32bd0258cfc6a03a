/** Jacobians that hold the bands of a matrix, and are read as something else. */
import { analyticGradient } from '../derivative';
import { isClose } from '../judge';
import type { Outcome } from '../outcome';
import { explained } from './reconsider';

/** The outcome, in which nobody is blamed for bands; `written` is the name of what is written. */
export function withoutBands(outcome: Outcome, written: string): Outcome {
  if (outcome.verdict !== 'mismatch') return outcome;
  const whole = outcome.experiments.some((each) => each.jacobian);
  const why = whole
    ? holdsBands(outcome) && 'its rows are the bands of the Jacobian'
    : /band|(^|_)bjac/i.test(written) && 'its name says that it holds bands of the Jacobian';
  if (why === false) return outcome;
  return explained(
    outcome,
    'unverified',
    'layout',
    ({ reason }) => `${reason}; ${why}, a layout that GradLens does not read`,
  );
}

/** Whether the rows of a square array are diagonals of the Jacobian: entry (i, j) in row u + i - j, for some u. */
function holdsBands({ experiments }: Outcome): boolean {
  const [{ sample }] = experiments;
  const rows = experiments.flatMap((each) => {
    const [own] = each.sample === sample && each.entry !== null ? each.written : [];
    if (own === undefined) return [];
    const { gradients } = analyticGradient(each.machine.graph, each.loss, each.inputs);
    return [{ written: own.data, analytic: gradients[own.input] }];
  });
  const size = rows.length;
  if (size < 3 || rows.some(({ written }) => written.length !== size)) return false;
  const isBand = (above: number) =>
    rows.every(({ written }, row) =>
      written.every((value, column) => {
        const slope = rows[row - above + column]?.analytic[column];
        return slope === undefined || isClose(value, slope, 1e-9, 1e-9);
      }),
    );
  return rows.some((_, above) => isBand(above));
}
