/** What an update in place teaches: axes along which there is one entry alone. */
import type { Operands } from '../../trace/limits';
import type { Hypothesis } from './hypothesis';
import { arraysIn, dimensionsOf, type Lesson, ownersOf } from './lesson';

/**
 * `self.b -= rate * g`: where the target has one entry along an axis, so has what is taken
 * off; null where no axis is of that kind.
 */
export function learnFromUpdate(lesson: Lesson, operands: Operands): Hypothesis[] | null {
  const [target, result] = arraysIn(operands.values);
  const next = lesson.hypothesis.copy(0.1);
  const { dimensions } = next;
  const near = dimensionsOf(next, ownersOf(lesson, operands.graph, result));
  let changed = false;
  for (const [axis, size] of result.shape.entries()) {
    if (target.shape[axis] !== 1 || size < 2) continue;
    changed = dimensions.unite(dimensions.explain(size, near), dimensions.literal(1)) || changed;
  }
  return changed ? [next] : null;
}
