/** How many axes each array has at first, and which dimension variables stand there. */
import type { NamedDimensions } from './axes';
import { roleOf, usualRoles } from './axes';
import type { Clues } from './clues';
import type { Dimension } from './dimensions';
import type { Form, Hypothesis } from './hypothesis';
import { type Look, lookOf } from './names';
import { mentionOf } from './said';
import { countName, lastName, type NamedAxes, type Uses } from './uses';
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
  for (const { paths } of clues.uses.sameShapes) {
    const [one, two] = paths.map((each) => hypothesis.shape(each));
    if (one === null || two === null || one.length !== two.length) continue;
    for (const [axis, each] of one.entries()) hypothesis.dimensions.unite(each, two[axis]);
  }
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
    if (counted !== null && (counted > 1 || rank === 1)) return dimensions.literal(counted);
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
  const origin = originOf(clues, own, said === null ? null : mention, index, before.origin);
  const shaped = origin.firm || before.firm;
  hypothesis.reshape(path, shape, before.firm ? before.origin : origin.text, shaped);
  const known = hypothesis.known.get(path);
  if (known !== undefined) {
    hypothesis.known.set(path, { ...known, least, forms: origin.exact ? [] : forms });
  }
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

/** Numbers of axes to try, the likeliest first. */
function formsOf(
  hypothesis: Hypothesis,
  clues: Clues,
  path: string,
  least: number,
  isLabels: boolean,
): Form[] {
  const { uses } = clues;
  const name = lastName(path);
  // The weights of one output: `X @ w`.
  const single = /^(w|theta|beta|weights?|coef_?)$/.test(name) && hypothesis.known.has('X');
  const look = single ? 'vector' : lookIn(uses, name);
  const arrays = uses.arrays.has(path) || least > 0;
  const order = (): Form[] => {
    if (isLabels) return [1, 2, 0];
    // Many numbers at once see all sides of what they are compared with.
    const compared = uses.thresholds.has(path) && !uses.scalars.has(path);
    if (/^(max|min)_/.test(name) && least === 0) return [0, 1, 2];
    if (uses.limits.has(path) && least === 0 && !uses.members.has(path)) return [0, 1, 2];
    if (compared && !arrays) return [1, 0, 2];
    if (!uses.anyArray && !arrays) return [0, 1, 2];
    if (uses.vectors.has(path)) return [1];
    if (look === 'scalar' && !clues.isLayer && least === 0 && !uses.members.has(path))
      return [0, 1, 2];
    // Items that are read by number or unpacked are numbers, mostly.
    const counted = uses.counts.get(path)?.count ?? 0;
    if (counted > 0) return [1, 2, 3];
    const widened = uses.widened.get(path) ?? 0;
    if (widened > 0) return [widened, widened + 1, widened + 2];
    const partner = partnerOf(hypothesis, clues, path);
    if (partner !== null)
      return [partner, ...([1, 2, 3, 0] as const).filter((each) => each !== partner)];
    const shifts = /^(beta|gamma)$/.test(name);
    const isShift = shifts && hypothesis.known.has('beta') && hypothesis.known.has('gamma');
    if (shifts && !isShift && !arrays) return [0, 1, 2];
    // One output has one bias.
    if (
      /^(b|bias|b0|intercept)$/.test(name) &&
      hypothesis.known.has('X') &&
      hypothesis.known.has('w')
    ) {
      return [0, 1, 2];
    }
    if (look === 'vector')
      return uses.columns && !single ? ['column', 1, 2, 0] : [1, 2, 'column', 0];
    if (look === 'matrix' && (arrays || /^([XYRWUVZKQMH][\w]*|A_prev|Theta\d*)$|w/.test(name))) {
      return [2, 1, 4, 3, 0];
    }
    if (path.endsWith('[]')) return [1, 2, 0, 3];
    const isInput =
      /^[XZA]\d*$/.test(name) ||
      (clues.isLayer && /^(x|z|a|h|c|inputs?|data|\w*_prev|prev_\w+|feat\w*)\d*$/.test(name));
    // A vector in the place of a batch would hide a transposition.
    if (uses.batches.has(path)) return [2, 1, 3, 4, 0];
    if (!arrays) return isInput ? [2, 1, 0, 4, 3] : [0, 1, 2];
    // A layer for one example takes a column.
    if (isInput && clues.isLayer) return [2, 1, 'column', 4, 3, 0];
    return isInput || clues.isOperation || /^[A-Z]/.test(name) ? [2, 1, 4, 3, 0] : [1, 2, 3, 4, 0];
  };
  return order().filter((each) => (each === 'column' ? 2 : each) >= least);
}

function originOf(
  clues: Clues,
  own: readonly NamedAxes[],
  mention: Mention | null,
  index: { readonly rank: number; readonly at: number } | undefined,
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
  if (index !== undefined) {
    const text = `indexed in line ${clues.line(index.at)}`;
    return { text, firm: index.rank > 1, exact: false };
  }
  return { text: before, firm: false, exact: false };
}

/** The number of axes of what a path is subtracted from, where that is settled and none of the two is spread over the other. */
function partnerOf(hypothesis: Hypothesis, clues: Clues, path: string): number | null {
  if (lookIn(clues.uses, lastName(path)) === 'vector') return null;
  for (const pair of clues.uses.differences) {
    const other = pair.find((each) => each !== path);
    if (other === undefined || !pair.includes(path)) continue;
    const rank = hypothesis.shape(other)?.length ?? 0;
    if (rank > 0 && lookIn(clues.uses, lastName(other)) !== 'vector') return rank;
  }
  return null;
}

/** Where no matrices are multiplied, `b` is no bias. */
function lookIn(uses: Uses, name: string): Look {
  return /^[a-z]$/.test(name) && !uses.multiplies && lookOf(name) === 'vector'
    ? 'unknown'
    : lookOf(name);
}
