/**
 * The noise of a function of which nothing is known, from samples that lie so close that a
 * smooth function would hardly change: the differences of differences that remain are noise
 * (Hamming's table, as Moré and Wild use it).
 */

const samples = 9;
const tries = 8;
/** Deviations of single samples reach further than the standard deviation. */
const reach = 3;

/** The noise and how many samples it took; 0 where samples show none. */
export function measuredNoise(
  phi: (t: number) => number,
  scale: number,
): { readonly noise: number; readonly evaluations: number } {
  let spacing = 1.3713 * scale * 2 ** -36;
  let evaluations = 0;
  const levels: number[] = [];
  for (let attempt = 0; attempt < tries; attempt++) {
    const values = Array.from({ length: samples }, (_, i) =>
      phi((i - (samples - 1) / 2) * spacing),
    );
    evaluations += samples;
    if (new Set(values).size <= samples / 2) {
      spacing *= 128;
      continue;
    }
    const level = levelOf(values);
    if (level !== null) levels.push(level);
    if (levels.length === 2) break;
    // Where roundings happen to repeat from sample to sample, they do not at another spacing.
    spacing *= level === null ? 1 / 16 : 1.618;
  }
  return { noise: reach * Math.max(0, ...levels), evaluations };
}

/** The level that three orders of differences in a row agree on; null where they show the function itself. */
function levelOf(values: readonly number[]): number | null {
  const levels: number[] = [];
  let row = values;
  let factor = 1;
  for (let order = 1; order < values.length - 1; order++) {
    row = row.slice(1).map((value, i) => value - row[i]);
    factor *= order / (2 * (2 * order - 1));
    const alternates = row.some((value, i) => i > 0 && value * row[i - 1] < 0);
    const mean = row.reduce((sum, value) => sum + value * value, 0) / row.length;
    levels.push(alternates ? Math.sqrt(factor * mean) : Number.NaN);
    const last = levels.slice(-3);
    if (last.length === 3 && Math.max(...last) <= 4 * Math.min(...last)) return last[0];
  }
  return null;
}
