/** What an operation teaches that wants more axes than it was given. */
import type { Operands } from '../../trace/limits';
import type { Value } from '../../trace/values';
import type { Hypothesis } from './hypothesis';
import {
  arrayPaths,
  arraysIn,
  isOpen,
  type Lesson,
  lineOf,
  ownersOf,
  present,
  withForm,
} from './lesson';

/** An operation that wants more axes than it was given. */
export function raised(
  lesson: Lesson,
  operands: Operands,
  values: readonly Value[],
  wanted: number | null = null,
): Hypothesis[] {
  const { hypothesis } = lesson;
  const found: (Hypothesis | null)[] = [];
  for (const value of values) {
    const shape = value.kind === 'array' ? value.shape : value.kind === 'number' ? [] : null;
    if (shape === null) continue;
    const owners = ownersOf(lesson, operands.graph, value);
    const near = owners.size > 0 ? owners : arrayPaths(hypothesis);
    const origin = `needs more axes${lineOf(lesson)}`;
    for (const path of near) {
      const own = hypothesis.shape(path);
      const isNumber = hypothesis.kind(path)?.kind === 'number';
      if (
        (own === null && !isNumber) ||
        (own?.length ?? 0) > shape.length ||
        !isOpen(hypothesis, path)
      )
        continue;
      const least = wanted ?? shape.length + 1;
      const forms = hypothesis.known.get(path)?.forms ?? [];
      const ranks = [
        ...new Set([least, ...forms.filter((each) => each !== 'column' && each > least)]),
      ];
      for (const [at, rank] of ranks.slice(0, 2).entries()) {
        found.push(
          withForm(
            hypothesis,
            path,
            rank,
            origin,
            (owners.size > 0 ? 0.2 : 0.5) + at / 2,
            wanted !== null,
          ),
        );
      }
    }
  }
  return [...present(found), ...present(found).flatMap((each) => withSiblings(hypothesis, each))];
}

/** What is numbered alike (`p0`, `p1`, `p2`) and was alike before is alike again: one more axis for each. */
function withSiblings(before: Hypothesis, after: Hypothesis): Hypothesis[] {
  const rank = (hypothesis: Hypothesis, path: string) => hypothesis.shape(path)?.length ?? 0;
  const raisedPath = [...after.known.keys()].find(
    (path) => rank(after, path) > rank(before, path) && /\d$/.test(path),
  );
  if (raisedPath === undefined) return [];
  const stem = (path: string) => path.replace(/\d+$/, '');
  const siblings = [...after.known.keys()].filter(
    (path) =>
      path !== raisedPath &&
      /\d$/.test(path) &&
      stem(path) === stem(raisedPath) &&
      rank(before, path) === rank(before, raisedPath) &&
      isOpen(after, path),
  );
  const shape = after.shape(raisedPath);
  if (siblings.length === 0 || shape === null) return [];
  const next = after.copy(0.05);
  for (const path of siblings) next.reshape(path, shape, `numbered like \`${raisedPath}\``, false);
  return [next];
}

/** An axis that is not there: one more for what the array is computed from. */
export function deepened(lesson: Lesson, operands: Operands): Hypothesis[] {
  const { hypothesis } = lesson;
  const origin = `needs more axes${lineOf(lesson)}`;
  const found = new Map<string, number>();
  for (const each of arraysIn(operands.values)) {
    const owners = ownersOf(lesson, operands.graph, each);
    // What nothing was computed from is a gradient that comes in: any input may make it what it is.
    const near = owners.size > 0 ? owners : arrayPaths(hypothesis);
    for (const path of near) {
      found.set(path, Math.min(found.get(path) ?? 1, owners.size > 0 ? 0.2 : 0.3));
    }
  }
  return present(
    [...found].map(([path, cost]) => {
      const rank = (hypothesis.shape(path)?.length ?? 0) + 1;
      return isOpen(hypothesis, path) ? withForm(hypothesis, path, rank, origin, cost) : null;
    }),
  );
}
