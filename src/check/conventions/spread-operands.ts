/**
 * Operations of a library that speaks of broadcasting: one operand is made to be spread over
 * the other, whose gradient must then be summed to the shape of its own.
 */
import { Stop } from '../../trace/limits';
import { attempt, finish, type Outcome } from '../outcome';
import { experimentsOf } from '../procedures/procedure';
import { changed, shapeOf } from './changed';
import type { Case } from './reconsider';

/** The outcome where that shows a mistake; null where it shows none, or nothing is spread here. */
export function spreadOperands({ subject, outcome, procedure }: Case): Outcome | null {
  const [first] = outcome.experiments;
  if (outcome.verdict !== 'pass' || procedure.broadcasts !== true || first === undefined)
    return null;
  if (first.sample === null) return null;
  const { sample, integers } = first;
  const arrays = [...sample.recipes.keys()].flatMap((name) => {
    const shown = Object.entries(first.at).find(([each]) => each.split('.')[0] === name);
    const shape = shown === undefined ? null : shapeOf(shown[1]);
    return shape === null || shape.length === 0 ? [] : [{ name, shape }];
  });
  for (const { name, shape } of arrays) {
    if (arrays.filter((each) => String(each.shape) === String(shape)).length < 2) continue;
    for (const smaller of [[1, ...shape.slice(1)], shape.slice(1)]) {
      const size = smaller.reduce((product, each) => product * each, 1);
      const spread = changed(name, (data) => ({ data: data.slice(0, size), shape: smaller }));
      try {
        const experiments = experimentsOf(procedure, spread(sample), integers, false);
        const tried = attempt(() => finish(subject, experiments, procedure.options));
        if (tried.verdict !== 'mismatch') continue;
        const reason = `${tried.reason}; it is right where no operand is spread over the other`;
        return { ...tried, reason, notes: outcome.notes };
      } catch (stop) {
        // Operands of other shapes need not be meant.
        if (!(stop instanceof Stop)) throw stop;
      }
    }
  }
  return null;
}
