/**
 * The Hessian of many outputs, weighted by a further parameter: `hess(x, v)` gives the second
 * derivative of Σ v·f, as solvers ask of constraints.
 */
import { attempt, finish, type Outcome } from '../outcome';
import { type Case, experimentsAgain } from './reconsider';

/** Null where what is written is no whole Hessian, or forward has one output. */
export function weightedHessian({ subject, outcome, variant }: Case): Outcome | null {
  const whole = outcome.experiments.some(({ jacobian, order }) => jacobian && order === 2);
  const procedure = whole ? variant({ weighted: true }) : null;
  if (procedure === null) return null;
  const experiments = experimentsAgain(outcome, procedure, (sample) => sample, false);
  if (experiments === null) return null;
  const tried = attempt(() => finish(subject, experiments, procedure.options));
  const note = `\`${procedure.name}\` has many outputs: the further parameter of its Hessian weights them`;
  return { ...tried, notes: [...outcome.notes, note] };
}
