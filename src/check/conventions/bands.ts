/** Jacobians that say of themselves that they hold bands, and are read as something else. */
import type { Outcome } from '../outcome';
import { explained } from './reconsider';

/** The outcome, in which nobody is blamed for bands; `written` is the name of what is written. */
export function withoutBands(outcome: Outcome, written: string): Outcome {
  if (!/band|(^|_)bjac/i.test(written)) return outcome;
  return explained(
    outcome,
    'unverified',
    'layout',
    ({ reason }) =>
      `${reason}; its name says that it holds the bands of the Jacobian, in a layout that GradLens does not read`,
  );
}
