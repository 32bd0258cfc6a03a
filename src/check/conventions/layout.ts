/** Jacobians that say of themselves that they hold bands, and are read as something else. */
import type { Outcome } from '../outcome';
import { type Case, explained } from './reconsider';

/** Null where no name speaks of bands. */
export function bandedJacobian({ outcome, procedure }: Case): Outcome | null {
  const [, written] = procedure.bodies;
  if (written === undefined || !/band|(^|_)bjac/i.test(written.name)) return null;
  return explained(
    outcome,
    'unverified',
    'layout',
    ({ reason }) =>
      `${reason}; its name says that it holds the bands of the Jacobian, in a layout that GradLens does not read`,
  );
}
