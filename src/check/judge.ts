/**
 * The verdict on one input of one experiment: analytic, numeric and written held
 * side by side, entry by entry, by the rules for tolerance and error bars.
 */
import { unitRoundoff } from '../engine/noise';
import type { Code } from './codes';
import type { Analytic } from './derivative';
import type { Input, Written } from './experiment';
import type { Numeric } from './numeric/gradient';
import { type Estimated, mostBlur } from './numeric/line';
import { type Verdict, verdictOrder } from './report';
import { roundsTo } from './rounded';

export interface Judgement {
  readonly verdict: Verdict;
  readonly code: Code | null;
  /** The flat position of the worst entry; -1 when the whole is judged (a wrong shape). */
  readonly worst: number;
  /** The flat positions of all entries that are a mismatch. */
  readonly wrong: readonly number[];
  readonly relativeError: number;
  readonly slopes: { readonly left: number; readonly right: number } | null;
}

export interface Tolerance {
  readonly rtol: number;
  readonly atol: number;
  /** What is nothing beside the largest gradient, where the numbers do not say otherwise. */
  readonly floor: number;
}

/** Judges the written gradient, or the analytic one when `written` is null. */
export function judge(
  index: number,
  input: Pick<Input, 'shape'>,
  analytic: Pick<Analytic, 'gradients' | 'rounding' | 'noiseOf'>,
  numeric: Pick<Numeric, 'differences' | 'directions'>,
  written: Pick<Written, 'shape' | 'data' | 'decimals'> | null,
  tolerance: Tolerance,
): Judgement {
  const reference = analytic.gradients[index];
  if (written !== null && !shapesAgree(written.shape, input.shape)) {
    return {
      verdict: 'mismatch',
      code: 'shape',
      worst: -1,
      wrong: [],
      relativeError: Number.NaN,
      slopes: null,
    };
  }
  const { rtol, atol, floor } = tolerance;
  const wrong: number[] = [];
  let largest = 0;
  for (let at = 0; at < reference.length; at++)
    largest = Math.max(largest, Math.abs(reference[at]));
  let worst: EntryJudgement = { verdict: 'pass', code: null, relativeError: 0, slopes: null };
  let worstAt = 0;
  const passing = verdictOrder.indexOf('pass');
  let rank = passing;
  for (let at = 0; at < reference.length; at++) {
    // Most entries of large arrays were not differenced, and agree: they only count for the largest distance.
    const tested = written === null ? reference[at] : written.data[at];
    const isPlain = numeric.differences[at] === null;
    if (isPlain && isClose(tested, reference[at], atol, rtol)) {
      const distance = relativeDistance(tested, reference[at]);
      if (rank === passing && distance > worst.relativeError) {
        worst = {
          verdict: 'pass',
          code: worst.code,
          relativeError: distance,
          slopes: worst.slopes,
        };
        worstAt = at;
      }
      continue;
    }
    const entry = judgeEntry(
      reference[at],
      numeric.differences[at],
      written === null ? null : { value: tested, decimal: written.decimals?.[at] ?? null },
      {
        rtol,
        atol,
        floor,
        largest,
        rounding: analytic.rounding[index][at],
        noise: () => analytic.noiseOf(index, at),
      },
    );
    if (entry.verdict === 'mismatch') wrong.push(at);
    const entryRank = verdictOrder.indexOf(entry.verdict);
    const worse =
      entryRank < rank || (entryRank === rank && entry.relativeError > worst.relativeError);
    if (worse || (worst.code === null && entryRank === rank && entry.code !== null)) {
      worst = entry;
      worstAt = at;
      rank = entryRank;
    }
  }
  const { verdict, code, relativeError, slopes } = worst;
  const found = { verdict, code, worst: worstAt, wrong, relativeError, slopes };
  return judgeDirections(numeric, found, rtol, written !== null);
}

/** Probed directions speak for the entries that were not computed one by one. */
function judgeDirections(
  numeric: Pick<Numeric, 'directions'>,
  worst: Judgement,
  rtol: number,
  isWritten: boolean,
): Judgement {
  if (worst.verdict !== 'pass') return worst;
  for (const { difference, expected } of numeric.directions) {
    const written = isWritten ? { value: expected, decimal: null } : null;
    const noise = () => (difference.analyticNoise ?? 0) / mostBlur;
    const tolerance = { rtol, atol: 0, floor: 0, largest: 0, rounding: difference.error, noise };
    const entry = judgeEntry(expected, difference, written, tolerance);
    if (entry.verdict !== 'pass' && entry.verdict !== 'kink')
      return { ...entry, worst: worst.worst, wrong: worst.wrong };
  }
  return worst;
}

type EntryJudgement = Omit<Judgement, 'worst' | 'wrong'>;

/** The tolerance of one entry. */
interface EntryTolerance extends Tolerance {
  /** The largest entry of the analytic gradient of the same input. */
  readonly largest: number;
  /** The bound 16u·Σ|contributions|. */
  readonly rounding: number;
  /** The rounding noise of the analytic derivative with all that it depends on. */
  readonly noise: () => number;
}

function judgeEntry(
  analytic: number,
  numeric: Estimated | null,
  written: { readonly value: number; readonly decimal: string | null } | null,
  { rtol, atol: given, floor, largest, rounding, noise }: EntryTolerance,
): EntryJudgement {
  // Where a slope is infinite, so is the bound, and says nothing.
  const atol = given + (Number.isFinite(rounding) ? rounding : 0);
  const tested = written === null ? analytic : written.value;
  const distance = relativeDistance(tested, analytic);
  const plain = (verdict: Verdict, code: Code | null = null): EntryJudgement => ({
    verdict,
    code,
    relativeError: distance,
    slopes: null,
  });
  if (numeric?.state === 'kink') {
    const kink = judgeKink(tested, numeric, atol, rtol);
    // Slopes that leave out the analytic value are no kink of this function: the steps stride over its structure.
    const strange =
      Number.isFinite(analytic) && judgeKink(analytic, numeric, atol, rtol).verdict !== 'kink';
    if (strange && written !== null) return plain('unverified', 'unreliable');
    // Without a written gradient an outside value is our own, and no one else's mistake.
    if (kink.verdict === 'kink' || written !== null) return kink;
    return plain('error', 'engine-doubt');
  }
  const near = (value: number, slack: number) =>
    numeric === null || isClose(value, numeric.value, numeric.error + slack, rtol);
  // What rounding alone may explain is right where the numeric derivative confirms it as finely, or sees nothing at all.
  const within = (reach: number) =>
    isClose(tested, analytic, reach, rtol) &&
    near(tested, given) &&
    (numeric === null ||
      numeric.error <= rtol * Math.abs(tested) ||
      Math.max(Math.abs(analytic), Math.abs(tested)) <= Math.max(numeric.error, reach));
  const close =
    isClose(tested, analytic, given, rtol) ||
    within(atol) ||
    (within(atol + floor) && within(atol + mostOfNoise * noise()));
  const rounded =
    written !== null && written.decimal !== null && roundsTo(written.decimal, analytic);
  const agrees = close || rounded;
  const good = () => plain('pass', close ? null : 'rounded');
  if (numeric === null) return agrees ? good() : plain('mismatch');
  if (numeric.state === 'undefined' || numeric.state === 'jump') {
    return plain('undefined', numeric.state === 'jump' ? 'jump' : 'domain');
  }
  if (!Number.isFinite(analytic)) return plain('undefined', 'domain');
  const contradicted = numeric.state === 'resolved' && !near(analytic, atol);
  const blur = contradicted ? mostBlur * noise() : 0;
  const consistent = near(analytic, atol + blur);
  if (!consistent && numeric.state === 'resolved') {
    if (written === null) return plain('error', 'engine-doubt');
    if (agrees) return plain('unverified', 'numeric-alone');
    // Written and numeric side against our own graph, which is never blamed on the user.
    return near(tested, atol) ? plain('error', 'engine-doubt') : plain('unverified', 'three-ways');
  }
  if (blur > 0) {
    // The analytic value is too blurred to be a reference: the numeric one may still confirm.
    if (written !== null && near(tested, given)) return plain('pass');
    const sharp = blur <= 0.01 * Math.abs(analytic);
    if (written === null || !sharp || isClose(tested, analytic, atol + 4 * blur, rtol)) {
      return plain('unverified', 'blurred');
    }
  }
  if (!agrees) {
    // Where the numbers cannot tell the two apart, nothing is claimed.
    const telling = consistent && !near(tested, atol);
    return telling ? plain('mismatch') : plain('unverified', doubtOf(numeric));
  }
  if (written !== null) return consistent ? good() : plain('unverified', doubtOf(numeric));
  // What sums to nothing but rounding is 0, as the function says.
  const isRounding = Math.abs(analytic) <= rounding && Number.isFinite(rounding);
  if (numeric.state === 'flat' && !isRounding) return plain('unverified', 'flat');
  // With nothing written, an entry is confirmed as finely as the largest one beside it, or what cancels in it.
  const parts = Number.isFinite(rounding) ? rounding / (16 * unitRoundoff) : 0;
  return consistent && isFine(numeric, analytic, atol, rtol, Math.max(largest, parts))
    ? good()
    : plain('unverified', doubtOf(numeric));
}

/** Whether an error bar is fine enough to confirm a value: narrow beside it, or noise that is all there is to see. */
function isFine(
  { value, error, state }: Estimated,
  analytic: number,
  atol: number,
  rtol: number,
  largest: number,
): boolean {
  const scale = Math.max(Math.abs(analytic), Math.abs(value));
  return error <= rtol * Math.max(scale, largest) + atol || (scale <= error && state !== 'weak');
}

/** Why a numeric derivative cannot decide. */
function doubtOf({ state }: Estimated): Code {
  if (state === 'flat') return 'flat';
  return state === 'weak' ? 'unreliable' : 'weak';
}

/** What is written may round differently, and worse, than the analytic derivative. */
const mostOfNoise = 4;

/** At a kink every value between the one-sided slopes is right. */
function judgeKink(tested: number, numeric: Estimated, atol: number, rtol: number): EntryJudgement {
  const low = Math.min(numeric.left, numeric.right);
  const high = Math.max(numeric.left, numeric.right);
  const slack = numeric.error + atol + rtol * Math.max(Math.abs(low), Math.abs(high));
  const within = tested >= low - slack && tested <= high + slack;
  const nearest = Math.min(Math.max(tested, low), high);
  return {
    verdict: within ? 'kink' : 'mismatch',
    code: 'kink',
    relativeError: relativeDistance(tested, nearest),
    slopes: { left: numeric.left, right: numeric.right },
  };
}

export function isClose(a: number, b: number, atol: number, rtol: number): boolean {
  if (a === b) return true;
  const distance = Math.abs(a - b);
  // Nothing is close to infinity, to which every tolerance is relative.
  return (
    distance < Number.POSITIVE_INFINITY &&
    distance <= atol + rtol * Math.max(Math.abs(a), Math.abs(b))
  );
}

/** |a - b| / max(|a|, |b|); 0 for equal values, NaN when one is not a number. */
function relativeDistance(a: number, b: number): number {
  if (a === b) return 0;
  return Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}

/** Equal shapes; a single number may be written with axes of size 1. */
export function shapesAgree(written: readonly number[], own: readonly number[]): boolean {
  if (written.length === own.length && written.every((extent, axis) => extent === own[axis]))
    return true;
  const single = (shape: readonly number[]) => shape.every((extent) => extent === 1);
  return single(written) && single(own);
}
