/** How many axes an array may have where neither code nor words say it, by its name and its uses. */
import type { Clues } from './clues';
import type { Form, Hypothesis } from './hypothesis';
import { type Look, lookOf } from './names';
import { lastName, type Uses } from './uses';

/** Numbers of axes to try, the likeliest first. */
export function formsOf(
  hypothesis: Hypothesis,
  clues: Clues,
  path: string,
  least: number,
  isLabels: boolean,
): Form[] {
  const { uses } = clues;
  const name = lastName(path);
  // The weights of one output: `X @ w`, `w0 + x @ w`.
  const hasIntercept = ['w0', 'w_0'].some((each) => hypothesis.known.has(each));
  const single =
    /^(w|theta|beta|weights?|coef_?)$/.test(name) && (hypothesis.known.has('X') || hasIntercept);
  const look = single ? 'vector' : lookIn(hypothesis, uses, name);
  const arrays = uses.arrays.has(path) || least > 0;
  const order = (): Form[] => {
    const handed = clues.handed.get(path);
    if (handed !== undefined) return [handed.rank];
    if (isLabels) return uses.picks.has(path) ? [1] : [1, 2, 0];
    // Many numbers at once see all sides of what they are compared with.
    const compared = uses.thresholds.has(path) && !uses.scalars.has(path);
    const widened = uses.widened.get(path) ?? 0;
    if (widened > 0) return [widened, widened + 1, widened + 2];
    if (/^(max|min)_/.test(name) && least === 0) return [0, 1, 2];
    if (uses.limits.has(path) && least === 0 && !uses.members.has(path)) return [0, 1, 2];
    if (compared && !arrays) return [1, 0, 2];
    if (!uses.anyArray && !arrays) return [0, 1, 2];
    if (uses.vectors.has(path)) return [1];
    if (uses.outer.has(path)) return [1];
    if (look === 'scalar' && !clues.isLayer && least === 0 && !uses.members.has(path))
      return [0, 1, 2];
    // Items that are read by number or unpacked are numbers, mostly.
    const counted = uses.counts.get(path)?.count ?? 0;
    if (counted > 0) return [1, 2, 3];
    const partner = partnerOf(hypothesis, clues, path);
    if (partner !== null)
      return [partner, ...([1, 2, 3, 0] as const).filter((each) => each !== partner)];
    const shifts = /^(beta|gamma)$/.test(name);
    const isShift = shifts && hypothesis.known.has('beta') && hypothesis.known.has('gamma');
    if (shifts && !isShift && !arrays) return [0, 1, 2];
    // One output has one bias.
    const ofOne = hypothesis.known.has('w') && (hypothesis.known.has('X') || hasIntercept);
    if (/^(b|bias|b0|w_?0|intercept)$/.test(name) && ofOne) return [0, 1, 2];
    // The constants of Lamé.
    if (name === 'mu' && ['lam', 'lmbda', 'lambda_'].some((each) => hypothesis.known.has(each)))
      return [0, 1, 2];
    if (look === 'vector')
      return uses.columns && !single && !isOfVectors(hypothesis)
        ? ['column', 1, 2, 0]
        : [1, 2, 'column', 0];
    if (look === 'matrix' && (arrays || /^([XYRWUVZKQMH][\w]*|A_prev|Theta\d*)$|w/.test(name))) {
      return [2, 1, 4, 3, 0];
    }
    if (path.endsWith('[]')) {
      return uses.multiplied.has(path) || uses.batches.has(path) ? [2, 1, 3] : [1, 2, 0, 3];
    }
    const isInput =
      /^[XZA]\d*$/.test(name) ||
      (clues.isLayer &&
        clues.isPassed(path) &&
        /^(x|z|a|h|c|inputs?|data|\w*_prev|prev_\w+|feat\w*)\d*$/.test(name));
    // A vector in the place of a batch would hide a transposition.
    if (uses.batches.has(path)) return [2, 1, 3, 4, 0];
    if (!arrays) return isInput ? [2, 1, 0, 4, 3] : [0, 1, 2];
    // A layer for one example takes a column.
    if (isInput && clues.isLayer) return [2, 1, 'column', 4, 3, 0];
    return isInput || clues.isOperation || /^[A-Z]/.test(name) ? [2, 1, 4, 3, 0] : [1, 2, 3, 4, 0];
  };
  const found = order().filter((each) => (each === 'column' ? 2 : each) >= least);
  const exact = least > 2 && uses.contracted.has(path) && found.includes(least);
  return exact ? [least, ...found.filter((each) => each !== least)] : found;
}

/** The number of axes of what a path is subtracted from, where that is settled and none of the two is spread over the other. */
function partnerOf(hypothesis: Hypothesis, clues: Clues, path: string): number | null {
  if (lookIn(hypothesis, clues.uses, lastName(path)) === 'vector') return null;
  for (const pair of clues.uses.differences) {
    const other = pair.find((each) => each !== path);
    if (other === undefined || !pair.includes(path)) continue;
    const rank = hypothesis.shape(other)?.length ?? 0;
    if (rank > 0 && lookIn(hypothesis, clues.uses, lastName(other)) !== 'vector') return rank;
  }
  return null;
}

/** What goes into the products is known to be single vectors, no columns side by side. */
function isOfVectors(hypothesis: Hypothesis): boolean {
  return [...hypothesis.known].some(
    ([path, { kind, firm }]) =>
      firm &&
      kind.kind === 'array' &&
      kind.shape.length === 1 &&
      /^([xhcas]\d*|\w*_?prev|inputs?|state)$/.test(lastName(path)),
  );
}

/** Where no matrices are multiplied, and there are none, `b` is no bias. */
function lookIn(hypothesis: Hypothesis, uses: Uses, name: string): Look {
  const weighs = uses.multiplies || hypothesis.known.has('Wx') || hypothesis.known.has('Wh');
  return /^[a-z]$/.test(name) && !weighs && lookOf(name) === 'vector' ? 'unknown' : lookOf(name);
}
