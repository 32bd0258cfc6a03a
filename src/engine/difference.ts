/**
 * Numeric derivatives by central differences with Richardson extrapolation on a
 * ladder of steps, each with an error bar from truncation and rounding noise.
 * The pieces stand in ladder.ts (samples, extrapolation) and shape-tests.ts
 * (kinks, jumps, flat stretches).
 */
import {
  addLevel,
  best,
  type Estimate,
  hasOwnLevels,
  type Ladder,
  newLadder,
  usableLevels,
} from './ladder';
import { measuredNoise } from './measured-noise';
import { unitRoundoff } from './noise';
import { findJump, findKink, isFlatWithin } from './shape-tests';

/** One evaluation of phi(t) = f(x + t v). */
export interface Sampled {
  readonly value: number;
  /** The evaluation took the same branches as at t = 0 (comparisons, ties, argmax). */
  readonly sameBranch: boolean;
}

export interface DifferenceOptions {
  /** phi(0). */
  readonly center: number;
  /** The size of x along the direction: |x| for a coordinate, 1 for a scaled direction. */
  readonly magnitude: number;
  /** The rounding noise of one evaluation of phi, absolute; null where nobody knows: it is measured. */
  readonly noise: number | null;
  /** The derivative under test: steers when to stop, and how hard a different value is doubted. */
  readonly expected: number;
  readonly rtol: number;
  /** Multiplies every step; 0.739085 for the confirmation ladder. */
  readonly stepFactor?: number;
}

/** Options whose noise is known. */
export type KnownOptions = DifferenceOptions & { readonly noise: number };

export type DifferenceState =
  /** A value whose error bar is small against it or at the noise level. */
  | 'resolved'
  /** A value, but with a wide error bar. */
  | 'weak'
  /** The one-sided slopes differ. */
  | 'kink'
  /** The function jumps at the point. */
  | 'jump'
  /** Every sample equals the value at the point. */
  | 'flat'
  /** No finite value around the point. */
  | 'undefined';

export interface Difference {
  readonly state: DifferenceState;
  /** The central derivative; at a kink the mean of the one-sided slopes. */
  readonly value: number;
  /** The half-width of the error bar, absolute. */
  readonly error: number;
  /** The one-sided slopes; equal to `value` unless `state` is `kink`. */
  readonly left: number;
  readonly right: number;
  readonly evaluations: number;
  /** The step whose extrapolation was chosen. */
  readonly step: number;
  /** The ladder as sampled: step, plain central difference, its error bar. */
  readonly levels: readonly {
    readonly step: number;
    readonly value: number;
    readonly error: number;
  }[];
}

/**
 * Estimates phi'(0). Steps are powers of two times a scale near the size of x; the ladder is
 * extended, to smaller steps where truncation dominates and to larger ones where noise does,
 * until the error bar is a tenth of `rtol` or nothing more is won.
 */
export function difference(phi: (t: number) => Sampled, options: DifferenceOptions): Difference {
  if (!isKnown(options)) return opaqueDifference(phi, options);
  const ladders: Ladder[] = [];
  let evaluations = 0;
  const scales = scalesOf(options.magnitude);
  for (const scale of scales) {
    const ladder = newLadder(phi, options, scale);
    ladders.push(ladder);
    climb(
      ladder,
      options,
      Math.min(mostEvaluations - evaluations, mostEvaluations / scales.length),
    );
    evaluations += ladder.evaluations;
    if (decided(best(ladder), options)) break;
  }
  const found = conclude(ladders, options, evaluations);
  return found.state === 'resolved' ? doubt(found, phi, options) : found;
}

function isKnown(options: DifferenceOptions): options is KnownOptions {
  return options.noise !== null;
}

/** With the noise that samples close to the point show. */
function opaqueDifference(phi: (t: number) => Sampled, options: DifferenceOptions): Difference {
  const scale = Math.min(...scalesOf(options.magnitude));
  const { noise, evaluations } = measuredNoise((t) => phi(t).value, scale);
  const found = difference(phi, { ...options, noise });
  return { ...found, evaluations: found.evaluations + evaluations };
}

/**
 * A value other than the expected one may come from steps that stride over a fine structure.
 * At the smallest step that could still tell the two apart, the plain difference must side
 * with the value found; else it is weak, with an error bar that reaches there.
 */
function doubt(found: Difference, phi: (t: number) => Sampled, options: KnownOptions): Difference {
  const { value, error, levels } = found;
  const gap = Math.abs(value - options.expected);
  const scale = Math.max(Math.abs(value), Math.abs(options.expected));
  if (!(gap > error + options.rtol * scale)) return found;
  const noise =
    Math.max(options.noise, unitRoundoff * Math.abs(options.center)) +
    unitRoundoff * options.magnitude * scale;
  const step = 2 ** Math.ceil(Math.log2((16 * noise) / gap)) * (options.stepFactor ?? 1);
  if (!(step < levels[levels.length - 1].step)) return found;
  const above = phi(step);
  const below = phi(-step);
  const evaluations = found.evaluations + 2;
  const near = (above.value - below.value) / (2 * step);
  if (!above.sameBranch || !below.sameBranch || !(Math.abs(near - value) > 0.25 * gap + error)) {
    return { ...found, evaluations };
  }
  return { ...found, state: 'weak', error: 2 * Math.abs(near - value), evaluations };
}

const mostEvaluations = 40;
const firstLevels = [8, 10, 12];
/** Levels are powers of two: step = scale × 2^-level. */
const largestStepLevel = 2;
const smallestStepLevel = 30;

/** A tiny or huge x has two scales: its own (where its steps are not lost below all numbers), and the one of the function around 0. */
function scalesOf(magnitude: number): number[] {
  const tiny = magnitude > 2 ** -900 && magnitude < 2 ** -6;
  const scales = tiny || magnitude > 64 ? [1, magnitude] : [Math.max(1, magnitude)];
  return scales.map((scale) => 2 ** Math.round(Math.log2(scale)));
}

function climb(ladder: Ladder, options: KnownOptions, budget: number): void {
  for (const level of firstLevels) addLevel(ladder, level);
  let smallest = firstLevels[2];
  let largest = firstLevels[0];
  let stale = 0;
  let estimate = best(ladder);
  while (!decided(estimate, options) && stale < 4 && ladder.evaluations + 2 <= budget) {
    const wantsSmaller =
      estimate === null || !estimate.resolved || !estimate.noiseDominated || !hasOwnLevels(ladder);
    const level = wantsSmaller ? (smallest += 2) : (largest -= 2);
    if (level > smallestStepLevel || level < largestStepLevel) break;
    const used = usableLevels(ladder).length;
    addLevel(ladder, level);
    const next = best(ladder);
    // A level outside the domain or on another branch tells nothing: keep going.
    if (!hasOwnLevels(ladder)) stale = 0;
    else if (usableLevels(ladder).length > used || !wantsSmaller) {
      stale = next !== null && next.error <= 0.5 * (estimate?.error ?? Infinity) ? 0 : stale + 1;
    }
    estimate = next;
  }
}

function decided(estimate: Estimate | null, options: KnownOptions): boolean {
  if (estimate === null || !estimate.resolved) return false;
  const scale = Math.max(Math.abs(options.expected), Math.abs(estimate.value));
  return estimate.error <= 0.1 * options.rtol * scale;
}

function conclude(
  ladders: readonly Ladder[],
  options: KnownOptions,
  evaluations: number,
): Difference {
  let chosen: { readonly ladder: Ladder; readonly estimate: Estimate } | null = null;
  for (const ladder of ladders) {
    const estimate = best(ladder);
    if (estimate !== null && (chosen === null || isBetter(estimate, chosen.estimate))) {
      chosen = { ladder, estimate };
    }
  }
  if (chosen === null || !Number.isFinite(options.center)) {
    return result('undefined', Number.NaN, Infinity, evaluations, 0, ladders[0]);
  }
  const { ladder, estimate } = chosen;
  const { value, error, step } = estimate;
  if (value === 0 && ladders.every((one) => isFlatWithin(one, step))) {
    // What rounding swallowed on its way, even where a slope of 0 hides that from the noise.
    const unseen = (2 * unitRoundoff * Math.max(1, Math.abs(options.center))) / step;
    return result('flat', 0, Math.max(error, unseen), evaluations, step, ladder);
  }
  const kink = findKink(ladders, options, value);
  if (kink !== null) {
    const { left, right } = kink;
    const mean = (left + right) / 2;
    const found = result('kink', mean, kink.error, evaluations, kink.step, ladder);
    return { ...found, left, right };
  }
  if (!estimate.resolved && ladders.some((one) => findJump(one))) {
    return result('jump', value, Infinity, evaluations, step, ladder);
  }
  // Where every step leaves the branch of the point, another function was seen.
  const settled = estimate.resolved && ladders.some(hasOwnLevels);
  return result(settled ? 'resolved' : 'weak', value, error, evaluations, step, ladder);
}

/** Resolved ones come first, then the one with the smaller error bar. */
function isBetter(a: Estimate, b: Estimate): boolean {
  return a.resolved === b.resolved ? a.error < b.error : a.resolved;
}

function result(
  state: DifferenceState,
  value: number,
  error: number,
  evaluations: number,
  step: number,
  ladder: Ladder,
): Difference {
  const levels = usableLevels(ladder);
  return { state, value, error, left: value, right: value, evaluations, step, levels };
}
