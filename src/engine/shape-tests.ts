/**
 * What the samples of a ladder tell about the function's shape at the point: a
 * kink with its one-sided slopes, a jump, or nothing but one value everywhere.
 */
import type { KnownOptions } from './difference';
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
 * with h where phi is smooth. null where it does, or where noise hides it.
 */
export function findKink(
  ladders: readonly Ladder[],
  options: KnownOptions,
  value: number,
): Kink | null {
  for (const ladder of ladders) {
    const levels = usableLevels(ladder);
    let largest = 0;
    for (const level of levels) largest = Math.max(largest, Math.abs(angleAt(level, options)));
    let k = levels.length - 1;
    while (k >= 2 && angleNoise(levels[k]) > 0.05 * largest) k -= 1;
    if (k < 2) continue;
    const angle = extrapolatedAngle(levels, k, options);
    const before = extrapolatedAngle(levels, k - 1, options);
    const error = 2 * Math.abs(angle - before) + angleNoise(levels[k]);
    const scale = Math.max(Math.abs(options.expected), Math.abs(value));
    if (Math.abs(angle) <= 4 * error || Math.abs(angle) <= options.rtol * scale) continue;
    if (!seenFurtherIn(ladders, angle, levels[k].step, options)) continue;
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

/** Whether smaller steps, as far as noise lets them, show the same angle: else the kink is only near. */
function seenFurtherIn(
  ladders: readonly Ladder[],
  angle: number,
  step: number,
  options: KnownOptions,
): boolean {
  return ladders.every((ladder) =>
    usableLevels(ladder).every(
      (level) =>
        level.step >= step ||
        angleNoise(level) > 0.1 * Math.abs(angle) ||
        Math.abs(angleAt(level, options) - angle) <= 0.5 * Math.abs(angle),
    ),
  );
}

function angleAt({ above, below, step }: Level, { center }: KnownOptions): number {
  return (above - center - (center - below)) / step;
}

function angleNoise(level: Level): number {
  return (4 * level.sampleNoise) / level.step;
}

/** On each side the deviation stays the same as the step shrinks; one is far above the noise. */
export function findJump(ladder: Ladder): boolean {
  const { center } = ladder.options;
  const last = usableLevels(ladder).slice(-4);
  if (last.length < 3) return false;
  const noise = Math.max(...last.map((level) => level.sampleNoise));
  const sides = [last.map(({ above }) => above - center), last.map(({ below }) => below - center)];
  const height = Math.max(...sides.flat().map(Math.abs));
  const steady = sides.every((side) => Math.max(...side) - Math.min(...side) <= 0.2 * height);
  return steady && height > 256 * noise;
}

/** Up to a step, every sample equals the value at the point. */
export function isFlatWithin(ladder: Ladder, largest: number): boolean {
  const { center } = ladder.options;
  return usableLevels(ladder).every(
    ({ above, below, step }) => step > largest || (above === center && below === center),
  );
}

/** Without the part that shrinks in proportion to the step. */
function extrapolatedAngle(levels: readonly Level[], k: number, options: KnownOptions): number {
  const ratio = levels[k - 1].step / levels[k].step;
  const coarse = angleAt(levels[k - 1], options);
  return (ratio * angleAt(levels[k], options) - coarse) / (ratio - 1);
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
