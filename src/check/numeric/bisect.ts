/**
 * The entries that a contradicted direction is to be blamed on: the index set is
 * halved, and the halves whose own directions are contradicted are halved again.
 */
import { type Source, signedMagnitudes } from '../random';
import type { Line } from './line';

/** Entries after which the search ends, and directions that it may take. */
const mostFound = 8;
const mostDirections = 64;

/** Positions of an input of `size` entries where the numeric derivative is not the analytic one. */
export function wrongEntries(line: Line, index: number, size: number, source: Source): number[] {
  const found: number[] = [];
  const open: { from: number; to: number }[] = [{ from: 0, to: size }];
  let directions = 0;
  while (open.length > 0 && found.length < mostFound && directions < mostDirections) {
    const { from, to } = open.pop()!;
    if (to - from === 1) {
      found.push(from);
      continue;
    }
    const middle = (from + to) >> 1;
    // The later half is looked at last, so that the entries come in order.
    for (const half of [
      { from: middle, to },
      { from, to: middle },
    ]) {
      const direction = new Float64Array(size);
      direction.set(signedMagnitudes(source, half.to - half.from), half.from);
      directions += 1;
      if (line.contradicts(line.direction(index, direction))) open.push(half);
    }
  }
  return found;
}
