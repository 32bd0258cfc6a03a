/** How many axes each array has at first, and which dimension variables stand there. */
import type { NamedDimensions } from './axes';
import { roleOf, usualRoles } from './axes';
import type { Clues } from './clues';
import type { Dimension } from './dimensions';
import { formsOf } from './forms';
import type { Hypothesis } from './hypothesis';
import { isData, lookOf } from './names';
import { mentionOf } from './said';
import { countName, type Least, lastName, type NamedAxes } from './uses';
import type { Mention } from './words';

export function shapeParameters(
  hypothesis: Hypothesis,
  clues: Clues,
  named: NamedDimensions,
): void {
  // Shapes that the code or words name come first: their variables are shared.
  for (const [path, { kind }] of hypothesis.known) {
    if (kind.kind === 'given') nameGiven(hypothesis, clues, named, path, kind.shape);
  }
  for (const [path, { kind }] of hypothesis.known) {
    if (kind.kind !== 'array' && kind.kind !== 'labels' && kind.kind !== 'mask') continue;
    if (kind.shape.length > 0) continue;
    shapeOne(hypothesis, clues, named, path, kind.kind === 'labels');
  }
  cutEvenly(hypothesis, clues);
  for (const paths of clues.uses.sameLengths) {
    const [one, two] = paths.map((each) => lengthOf(hypothesis, each));
    if (one !== null && two !== null) hypothesis.dimensions.unite(one, two);
  }
  for (const { paths } of clues.uses.sameShapes) {
    const [one, two] = paths.map((each) => hypothesis.shape(each));
    if (one === null || two === null || one.length !== two.length) continue;
    for (const [axis, each] of one.entries()) hypothesis.dimensions.unite(each, two[axis]);
  }
}

/** There are as many labels as places along the axis of the data that they pick from. */
export function pickAlong(hypothesis: Hypothesis, { uses }: Clues): void {
  for (const [path, axis] of uses.picks) {
    const [own, ...further] = hypothesis.shape(path) ?? [];
    const matrices = [...hypothesis.known].flatMap(([other, { kind }]) =>
      kind.kind === 'array' && kind.shape.length === 2 ? [{ name: lastName(other), kind }] : [],
    );
    const data = matrices.length > 1 ? matrices.filter(({ name }) => isData(name)) : matrices;
    if (own === undefined || further.length > 0 || data.length !== 1) continue;
    hypothesis.dimensions.unite(data[0].kind.shape[axis], own);
  }
}

/** Axes that are cut into equal parts are so many times a part. */
function cutEvenly(hypothesis: Hypothesis, { uses, standard }: Clues): void {
  const { dimensions } = hypothesis;
  for (const { path, axis, times, part } of uses.cuts) {
    const own = hypothesis.shape(path)?.[axis];
    const more = uses.cuts.some(
      (each) => each.path === path && each.axis === axis && each.times > times,
    );
    if (own === undefined || more) continue;
    const kind = part === null ? null : hypothesis.kind(part);
    const size = part !== null && kind?.kind === 'absent' ? standard(part) : null;
    const each =
      kind?.kind === 'size'
        ? kind.dimension
        : size?.kind === 'whole' && size.value > 0
          ? dimensions.literal(size.value)
          : dimensions.fresh();
    dimensions.unite(
      own,
      dimensions.bound({ kind: 'product', of: [dimensions.literal(times), each] }),
    );
  }
}

/** How many items a list or an array has. */
function lengthOf(hypothesis: Hypothesis, path: string): Dimension | null {
  const kind = hypothesis.kind(path);
  if (kind?.kind === 'list') return kind.length;
  return hypothesis.shape(path)?.[0] ?? null;
}

/** The names that the code has for axes of what the annotation gives. */
function nameGiven(
  hypothesis: Hypothesis,
  clues: Clues,
  named: NamedDimensions,
  path: string,
  shape: readonly Dimension[],
): void {
  for (const each of clues.uses.axes) {
    if (each.path !== path) continue;
    for (const [at, name] of each.names.entries()) {
      const own = shape[each.from + at];
      if (own !== undefined && name !== null) {
        hypothesis.dimensions.unite(named.of(name, each.scope), own);
      }
    }
  }
}

function shapeOne(
  hypothesis: Hypothesis,
  clues: Clues,
  named: NamedDimensions,
  path: string,
  isLabels: boolean,
): void {
  const before = hypothesis.known.get(path);
  if (before === undefined) return;
  const { dimensions } = hypothesis;
  const own = clues.uses.axes.filter((each) => each.path === path);
  const whole = own.find((each) => each.whole);
  const mention = mentionOf(clues, path);
  const index = clues.uses.least.get(path);
  const reach = own.map((each) => each.from + each.names.length);
  // A vector in the place of a matrix would hide a transposition.
  const isMatrix = /(^|\.)[XW]$/.test(path) && clues.uses.multiplied.has(path);
  const least = Math.max(index?.rank ?? 0, ...reach, isMatrix ? 2 : 0);
  const said = whole === undefined && mention !== null ? saidAxes(mention, least) : null;
  const name = lastName(path);
  const [form, ...forms] =
    whole !== undefined
      ? [whole.names.length]
      : said !== null
        ? [said.length]
        : formsOf(hypothesis, clues, path, least, isLabels);
  const rank = form === 'column' ? 2 : (form ?? 1);
  const roles = usualRoles(rank, lookOf(name) === 'matrix' && /^(w|k)/i.test(name));
  const shape = Array.from({ length: rank }, (_, axis): Dimension => {
    if (form === 'column' && axis === 1) return dimensions.literal(1);
    const naming = namesAt(own, axis)[0];
    if (naming !== undefined) {
      const found = named.of(naming.name, naming.scope);
      dimensions.suit(found, roleOf(naming.name) === 'plain' ? roles[axis] : roleOf(naming.name));
      return found;
    }
    if (said !== null && mention !== null) return named.written(said[axis], mention.scope);
    const counted = clues.uses.counts.get(countName(path, axis))?.count ?? null;
    const isAlone = rank === 1 && !isTakenWhole(clues, path);
    if (counted !== null && (counted > 1 || isAlone)) return dimensions.literal(counted);
    return dimensions.fresh(roles[axis]);
  });
  for (const [axis, each] of shape.entries()) {
    for (const { name: other, scope } of namesAt(own, axis)) {
      dimensions.unite(each, named.of(other, scope));
    }
    if (said !== null && mention !== null && whole === undefined) {
      dimensions.unite(each, named.written(said[axis], mention.scope));
    } else if (
      mention?.shape !== undefined &&
      mention?.shape !== null &&
      mention.shape.length === rank
    ) {
      if (!mention.shape.includes('...'))
        dimensions.unite(each, named.written(mention.shape[axis], mention.scope));
    }
  }
  const handed = clues.handed.get(path);
  const origin =
    handed !== undefined && whole === undefined && said === null
      ? handedOrigin(clues, handed)
      : originOf(clues, path, own, said === null ? null : mention, index, before.origin);
  const shaped = origin.firm || before.firm;
  hypothesis.reshape(path, shape, before.firm ? before.origin : origin.text, shaped);
  const known = hypothesis.known.get(path);
  if (known !== undefined) {
    hypothesis.known.set(path, { ...known, least, forms: origin.exact ? [] : forms });
  }
}

/** Beside its first item, it is multiplied or gone through as a whole: one item would show little. */
function isTakenWhole({ uses }: Clues, path: string): boolean {
  return uses.multiplied.has(path) || uses.lists.has(path) || uses.vectors.has(path);
}

function handedOrigin(
  clues: Clues,
  { rank, at }: { readonly rank: number; readonly at: number },
): ReturnType<typeof originOf> {
  const what = rank === 1 ? 'a vector' : 'a number';
  return {
    text: `${what}, as the call in line ${clues.line(at)} hands it over`,
    firm: true,
    exact: true,
  };
}

function namesAt(
  own: readonly NamedAxes[],
  axis: number,
): { name: string; scope: NamedAxes['scope'] }[] {
  return own.flatMap((each) => {
    const name = each.names[axis - each.from];
    return name === null || name === undefined ? [] : [{ name, scope: each.scope }];
  });
}

/** The axes that words name: `...` stands for one more, or for two where more are needed. */
function saidAxes(mention: Mention, least: number): readonly string[] | null {
  const { shape } = mention;
  if (shape === null) return null;
  const open = shape.indexOf('...');
  const axes =
    open < 0
      ? shape
      : shape.length <= 2
        ? shape.toSpliced(open, 1, '_', '_')
        : shape.filter((each) => each !== '...');
  return axes.length < least ? null : axes;
}

function originOf(
  clues: Clues,
  path: string,
  own: readonly NamedAxes[],
  mention: Mention | null,
  index: Least | undefined,
  before: string,
): { text: string; firm: boolean; exact: boolean } {
  const whole = own.find((each) => each.whole);
  if (whole !== undefined) {
    const names = whole.names.map((each) => each ?? '_').join(', ');
    const text = `unpacked as ${names} = ${whole.path}.shape, line ${clues.line(whole.at)}`;
    return { text, firm: true, exact: true };
  }
  if (mention !== null) {
    return { text: `${mention.source}: ${mention.words}`, firm: true, exact: true };
  }
  if (own.length > 0) {
    const text = `${own[0].path}.shape[${own[0].from}] is read in line ${clues.line(own[0].at)}`;
    return { text, firm: false, exact: false };
  }
  if (clues.uses.outer.has(path)) {
    return { text: 'a vector, as its products need', firm: true, exact: true };
  }
  if (index !== undefined) {
    const text = `indexed in line ${clues.line(index.at)}`;
    return { text, firm: index.rank > 1 && !index.loose, exact: false };
  }
  return { text: before, firm: false, exact: false };
}
