/**
 * What the samples of a ladder tell about the function's shape at the point: a
 * kink with its one-sided slopes, a jump, or nothing but one value everywhere.
 */
import type { DifferenceOptions } from './difference';
import { type Ladder, type Level, usableLevels } from './ladder';

export interface Kink {
  readonly left: number;
  readonly right: number;
  /** The half-width of the error bar of either slope. */
  readonly error: number;
  readonly step: number;
}

/**
 * The difference of the one-sided slopes, J(h) = (phi(h) - 2 phi(0) + phi(-h)) / h, vanishes
 * with h where phi is smooth. null where it does.
 */
export function findKink(ladder: Ladder, options: DifferenceOptions, value: number): Kink | null {
  const levels = usableLevels(ladder);
  const jumps = levels.map(
    ({ above, below, step }) => (above - options.center - (options.center - below)) / step,
  );
  const largest = Math.max(0, ...jumps.map(Math.abs));
  for (let k = levels.length - 1; k >= 2; k--) {
    const noise = (4 * levels[k].sampleNoise) / levels[k].step;
    if (noise > 0.05 * largest) continue;
    const angle = extrapolate(levels, jumps, k);
    const error = 2 * Math.abs(angle - extrapolate(levels, jumps, k - 1)) + noise;
    const scale = Math.max(Math.abs(options.expected), Math.abs(value));
    if (Math.abs(angle) <= 4 * error || Math.abs(angle) <= options.rtol * scale) return null;
    const left = oneSided(levels, k, (level) => (options.center - level.below) / level.step);
    const right = oneSided(levels, k, (level) => (level.above - options.center) / level.step);
    return {
      left: left.value,
      right: right.value,
      error: Math.max(left.error, right.error),
      step: levels[k].step,
    };
  }
  return null;
}

/** The largest deviation stays the same as the step shrinks, far above the noise. */
export function findJump(ladder: Ladder): boolean {
  const { center } = ladder.options;
  const last = usableLevels(ladder).slice(-3);
  const heights = last.map(({ above, below }) =>
    Math.max(Math.abs(above - center), Math.abs(below - center)),
  );
  if (heights.length < 3) return false;
  const least = Math.min(...heights);
  const noise = Math.max(...last.map((level) => level.sampleNoise));
  return Math.max(...heights) <= 1.2 * least && least > 256 * noise;
}

export function everywhereFlat(ladder: Ladder): boolean {
  const { center } = ladder.options;
  return ladder.levels.every(({ above, below }) => above === center && below === center);
}

/** Removes the part that shrinks in proportion to the step. */
function extrapolate(levels: readonly Level[], values: readonly number[], k: number): number {
  const ratio = levels[k - 1].step / levels[k].step;
  return (ratio * values[k] - values[k - 1]) / (ratio - 1);
}

/** Richardson's extrapolation of a one-sided slope, whose error has all powers of the step. */
function oneSided(
  levels: readonly Level[],
  end: number,
  slope: (level: Level) => number,
): { value: number; error: number } {
  let chosen = { value: slope(levels[end]), error: Infinity };
  let row: number[] = [];
  let noise: number[] = [];
  for (let k = 0; k <= end; k++) {
    const above = row;
    const aboveNoise = noise;
    row = [slope(levels[k])];
    noise = [(2 * levels[k].sampleNoise) / levels[k].step];
    for (let j = 1; j <= Math.min(k, 4); j++) {
      const ratio = levels[k - j].step / levels[k].step;
      row[j] = (ratio * row[j - 1] - above[j - 1]) / (ratio - 1);
      noise[j] = (ratio * noise[j - 1] + aboveNoise[j - 1]) / (ratio - 1);
      const truncation = Math.max(Math.abs(row[j] - row[j - 1]), Math.abs(row[j] - above[j - 1]));
      const error = 2 * truncation + noise[j];
      if (error < chosen.error) chosen = { value: row[j], error };
    }
  }
  return chosen;
}
