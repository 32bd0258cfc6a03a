/** Which entries of an array are wrong, in words and for the report: how many, the first of them, the block they fill. */
import { multiIndex } from './plain';
import type { WrongReport } from './report';

/** Indices that a report lists; how many there are it always says. */
const mostListed = 8;

/** Null where none is. */
export function wrongReport(
  positions: readonly number[],
  shape: readonly number[],
): WrongReport | null {
  if (positions.length === 0) return null;
  return {
    count: positions.length,
    indices: positions.slice(0, mostListed).map((position) => multiIndex(position, shape)),
    block: blockOf(positions, shape),
  };
}

/**
 * "2 of 300 entries differ: [2, 3], [2, 4]"; '' where all of them do, or a number is all there is.
 * `side`: what they have in common, where that is known.
 */
export function wrongWords(
  wrong: WrongReport | null,
  shape: readonly number[],
  side: string | null,
): string {
  const size = shape.reduce((product, extent) => product * extent, 1);
  if (wrong === null || size === 1 || wrong.count === size) return '';
  if (wrong.count === 1)
    return size === 2 ? 'the other entry is right' : `the other ${size - 1} entries are right`;
  const head = `${wrong.count} of ${size} entries differ`;
  if (side !== null) return `${head}, ${side}`;
  if (wrong.block !== null) return `${head}: ${wrong.block}`;
  const listed = wrong.indices.map((index) => `[${index.join(', ')}]`).join(', ');
  return `${head}: ${listed}${wrong.count > wrong.indices.length ? ', …' : ''}`;
}

/** `[2, :]`, `[0:3, 4]`: the slice that holds these entries and no others; null where there is none. */
function blockOf(positions: readonly number[], shape: readonly number[]): string | null {
  if (shape.length === 0 || positions.length < 3) return null;
  const low = shape.map((extent) => extent);
  const high = shape.map(() => -1);
  for (const position of positions) {
    for (const [axis, at] of multiIndex(position, shape).entries()) {
      low[axis] = Math.min(low[axis], at);
      high[axis] = Math.max(high[axis], at);
    }
  }
  const volume = low.reduce((product, from, axis) => product * (high[axis] - from + 1), 1);
  if (volume !== positions.length) return null;
  const parts = low.map((from, axis) => {
    const to = high[axis] + 1;
    if (to - from === 1) return String(from);
    return from === 0 && to === shape[axis] ? ':' : `${from || ''}:${to === shape[axis] ? '' : to}`;
  });
  return `[${parts.join(', ')}]`;
}
