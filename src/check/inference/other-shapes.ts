/** What a hypothesis that is right leaves out: an axis of one entry, another number of axes. */
import type { Hypothesis } from './hypothesis';
import { otherForms } from './learn';

/** The same with other shapes, each of which changes one thing; none of them need suit. */
export function otherShapes(hypothesis: Hypothesis): Hypothesis[] {
  const { dimensions } = hypothesis;
  const axes = new Set(
    [...hypothesis.known.keys()].flatMap((path) =>
      (hypothesis.shape(path) ?? []).map((each) => dimensions.root(each)),
    ),
  );
  const single = [...axes].flatMap((axis) => {
    if (!dimensions.isFree(axis)) return [];
    const next = hypothesis.copy();
    next.dimensions.unite(axis, next.dimensions.literal(1));
    return [next];
  });
  return [...single, ...otherForms(hypothesis, 0, () => 0, 2)];
}
