/** Square Jacobians that are written input by output: right, and said to be so. */
import type { Outcome } from '../outcome';
import { type Case, tryAgain } from './reconsider';

/** Null where no Jacobian is written, or its transpose is not right either. */
export function transposedJacobian({ subject, outcome, variant }: Case): Outcome | null {
  if (!outcome.experiments.some((each) => each.jacobian)) return null;
  const procedure = variant({ transposed: true });
  if (procedure === null) return null;
  return tryAgain(subject, outcome, procedure);
}
