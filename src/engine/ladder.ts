/**
 * The ladder of steps of one numeric derivative: samples on both sides, plain
 * central differences with their noise, and Richardson's extrapolation of them.
 */
import type { KnownOptions, Sampled } from './difference';
import { unitRoundoff } from './noise';

/** One step of the ladder, sampled on both sides. */
export interface Level {
  readonly step: number;
  readonly above: number;
  readonly below: number;
  /** The plain central difference. */
  readonly value: number;
  /** The rounding noise of one sample at this step. */
  readonly sampleNoise: number;
  /** The rounding noise of `value`. */
  readonly noise: number;
  /** Both samples took the branches of the point itself. */
  readonly sameBranch: boolean;
  /** The noise exceeds the samples themselves: no digit of them can be trusted. */
  readonly drowned: boolean;
  /** `noise` and the distance to the next larger step's value. */
  error: number;
}

export interface Ladder {
  readonly phi: (t: number) => Sampled;
  readonly options: KnownOptions;
  readonly scale: number;
  /** Finite levels, from the largest step to the smallest. */
  readonly levels: Level[];
  evaluations: number;
  /** What the levels extrapolate to, until one is added. */
  estimate: Estimate | null | undefined;
}

/** An extrapolated derivative. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
  readonly step: number;
  /** The error bar is small against the value, or all of it is noise. */
  readonly resolved: boolean;
  /** Noise outweighs truncation: larger steps help, smaller ones do not. */
  readonly noiseDominated: boolean;
}

export function newLadder(
  phi: (t: number) => Sampled,
  options: KnownOptions,
  scale: number,
): Ladder {
  return { phi, options, scale, levels: [], evaluations: 0, estimate: undefined };
}

/** Below it numbers lose their digits. */
const smallestNormal = 2 ** -1022;

/** Samples the step scale × 2^-power; a level without finite samples is left out. */
export function addLevel(ladder: Ladder, power: number): void {
  const { phi, options, levels, scale } = ladder;
  const step = scale * 2 ** -power * (options.stepFactor ?? 1);
  const above = phi(step);
  const below = phi(-step);
  ladder.evaluations += 2;
  if (!Number.isFinite(above.value) || !Number.isFinite(below.value)) return;
  const value = (above.value - below.value) / (2 * step);
  const height = Math.max(Math.abs(options.center), Math.abs(above.value), Math.abs(below.value));
  const sampleNoise =
    smallestNormal +
    2 * Math.max(options.noise, unitRoundoff * height) +
    2 * unitRoundoff * options.magnitude * Math.abs(value);
  const level = {
    step,
    above: above.value,
    below: below.value,
    value,
    sampleNoise,
    noise: sampleNoise / step,
    drowned: options.noise > height,
    sameBranch: above.sameBranch && below.sameBranch,
    error: Infinity,
  };
  levels.push(level);
  for (let at = levels.length - 1; at > 0 && levels[at - 1].step < step; at--) {
    levels[at] = levels[at - 1];
    levels[at - 1] = level;
  }
  ladder.estimate = undefined;
}

/** Whether some level tells of the point's own branch. */
export function hasOwnLevels(ladder: Ladder): boolean {
  return ladder.levels.some(isOwn);
}

/**
 * The levels that tell of the point's own branch. None has one only where the point sits on
 * a branch itself: then all are used, and the tests for kinks and jumps decide.
 */
export function usableLevels(ladder: Ladder): readonly Level[] {
  const { levels } = ladder;
  if (levels.every(isOwn)) return levels;
  const own = levels.filter(isOwn);
  return own.length > 0 ? own : levels;
}

function isOwn(level: Level): boolean {
  return level.sameBranch;
}

/** Richardson's table over the usable levels: the entry with the smallest error bar. */
export function best(ladder: Ladder): Estimate | null {
  if (ladder.estimate === undefined) ladder.estimate = extrapolated(ladder);
  return ladder.estimate;
}

/** The rows of Richardson's table for one level and for the one before it, which change places. */
const table = Array.from({ length: 2 }, () => ({
  values: new Float64Array(5),
  noises: new Float64Array(5),
}));

function extrapolated(ladder: Ladder): Estimate | null {
  const { center } = ladder.options;
  const levels = usableLevels(ladder);
  let [own, previous] = table;
  let value = Number.NaN;
  let error = Infinity;
  let step = 0;
  let resolved = false;
  let noiseDominated = false;
  let chosen = false;
  let chosenRough = true;
  for (let k = 0; k < levels.length; k++) {
    const level = levels[k];
    [own, previous] = [previous, own];
    const { values, noises } = own;
    values[0] = level.value;
    noises[0] = level.noise;
    const rough = isRough(levels, k, center) || level.drowned;
    level.error = level.noise + 2 * Math.abs(level.value - (k > 0 ? previous.values[0] : Infinity));
    for (let j = 0; j <= Math.min(k, 4); j++) {
      let truncation = k > 0 ? Math.abs(values[j] - previous.values[j]) : Infinity;
      if (j > 0) {
        const ratio = (levels[k - j].step / level.step) ** 2;
        values[j] = (ratio * values[j - 1] - previous.values[j - 1]) / (ratio - 1);
        noises[j] = (ratio * noises[j - 1] + previous.noises[j - 1]) / (ratio - 1);
        truncation = Math.max(
          Math.abs(values[j] - values[j - 1]),
          Math.abs(values[j] - previous.values[j - 1]),
        );
      }
      const bar = 2 * truncation + noises[j];
      if (!Number.isFinite(values[j]) || Number.isNaN(bar)) continue;
      const better = !chosen || (chosenRough && !rough) || bar < error;
      if (!better || (rough && !chosenRough)) continue;
      chosen = true;
      chosenRough = rough;
      value = values[j];
      error = bar;
      step = level.step;
      resolved = !rough && (bar <= 0.1 * Math.abs(value) || 2 * truncation <= noises[j]);
      noiseDominated = noises[j] > 2 * truncation;
    }
  }
  return chosen ? { value, error, step, resolved, noiseDominated } : null;
}

/**
 * Whether a level is too coarse to see the function: the even part of a smooth one shrinks
 * with the square of the step, so by 16 from one level to the next; here it hardly shrinks.
 */
function isRough(levels: readonly Level[], k: number, center: number): boolean {
  if (k === 0) return false;
  const even = (level: Level) => Math.abs(level.above - center - (center - level.below));
  const own = even(levels[k]);
  const ratio = levels[k - 1].step / levels[k].step;
  return own > 8 * levels[k].sampleNoise && even(levels[k - 1]) < 0.5 * ratio ** 2 * own;
}
