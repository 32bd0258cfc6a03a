/** Parameters that hold whole numbers: lists of sizes, labels that decide a branch. */
import type { Clues } from './clues';
import type { Found } from './decide';
import type { Hypothesis, Literal } from './hypothesis';
import { hyperparameter, isPermutation } from './names';
import { lastName } from './uses';

/** How many sizes there are where nothing tells: two layers have three. */
const usualCount = 3;

const listsOfSizes =
  /^(layers?_?(dims|sizes|units)|dims|sizes|(hidden|layer)_?(dims|sizes|layers|units)|topology|architecture)$/;

const tuples = /shape|stride|pad|kernel|window|dilation|(^|_)size$/;

/** A list or tuple of sizes; null where the items are something else. */
export function sizesIn(hypothesis: Hypothesis, clues: Clues, path: string): Found | null {
  const { uses } = clues;
  const item = `${path}[]`;
  const name = lastName(path);
  const at = uses.sizes.get(item) ?? uses.wholes.get(item);
  const isNamed = listsOfSizes.test(name) && !uses.members.has(path);
  if ((at === undefined && !isNamed) || uses.arrays.has(item) || uses.labels.has(path)) return null;
  const { dimensions } = hypothesis;
  const count = uses.counts.get(path)?.count ?? usualCount;
  const options = (hyperparameter(name)?.options ?? []).flatMap((each) =>
    each.kind === 'whole' ? [each.value] : [],
  );
  const of = Array.from({ length: Math.max(1, count) }, (_, index) =>
    options.length > 0
      ? dimensions.literal(Math.max(1, options[index % options.length]))
      : dimensions.fresh(),
  );
  return {
    kind: { kind: 'sizes', of, tuple: tuples.test(name) },
    origin: at === undefined ? 'guessed from its name' : `used as sizes, line ${clues.line(at)}`,
    firm: at !== undefined,
  };
}

/** A number that a branch compares with whole numbers: each of them in turn, and one more. */
export function casesOf(clues: Clues, path: string): Found | null {
  const { uses } = clues;
  const cases = uses.cases.get(path);
  if (cases === undefined || uses.members.has(path) || (uses.least.get(path)?.rank ?? 0) > 0) {
    return null;
  }
  const values = [...cases.values];
  // One case alone stands against another one.
  if (values.length === 1) values.push(values[0] === 0 ? 1 : 0);
  const options = values.map((value): Literal => ({ kind: 'whole', value }));
  return {
    kind: { kind: 'choice', options, at: 0, spread: true },
    origin: `compared with ${values.join(' and ')}, line ${clues.line(cases.at)}`,
    firm: true,
  };
}

/** `cuts`, `knots`, or anything that is said to be in order. */
export function isAscending(clues: Clues, path: string): boolean {
  const name = lastName(path);
  if (/^(cuts|cut_?points|knots|breaks|break_?points|bin_?edges|edges|borders)$/.test(name))
    return true;
  const said = clues.mentions.get(name) ?? [];
  return said.some(({ words }) => /\b(ascending|increasing|sorted|in order)\b/i.test(words));
}

/** A rotation of three axes, which is not its own inverse; null where it orders nothing. */
export function permutationOf(clues: Clues, path: string): Found | null {
  const at = clues.uses.orders.get(path);
  if (at === undefined || !isPermutation(lastName(path))) return null;
  const options: Literal[] = [
    { kind: 'order', value: [1, 2, 0] },
    { kind: 'order', value: [1, 0] },
  ];
  return {
    kind: { kind: 'choice', options, at: 0, spread: false },
    origin: `the order of axes, line ${clues.line(at)}`,
    firm: true,
  };
}

/** A parameter of a curve: one number, positive where its name says so. */
export function curveNumber(clues: Clues, path: string): Found | null {
  const handed = clues.handed.get(path);
  if (handed?.rank !== 0) return null;
  const isPositive = clues.uses.logs.has(path) || hyperparameter(path) !== null;
  const domain = isPositive ? { low: 0.3, high: 2 } : null;
  const origin = `a number, as the call in line ${clues.line(handed.at)} hands it over`;
  return { kind: { kind: 'number', domain, fixed: false }, origin, firm: true };
}
