/**
 * Library functions on plain arguments, as loops call them over and over: what
 * they give is known without binding a signature. Everything else is null here
 * and goes to the function itself.
 */
import { float, int, PlainNumber, type Value } from '../values';
import { plainScalar } from './scalars';

/** What a call with these positional arguments gives; null where the function itself is needed. */
export function plainResult(id: string, given: readonly Value[]): Value | null {
  if (id === 'range') return rangeOf(given);
  const [first] = given;
  if (given.length !== 1) return null;
  if (id === 'length') {
    const isPlain = first.kind === 'list' || first.kind === 'tuple';
    return isPlain && first.extension === undefined ? int(first.items.length) : null;
  }
  if (!(first instanceof PlainNumber) || !id.startsWith('number.')) return null;
  const result = plainScalar(id)?.(first.value) ?? null;
  return result === null ? null : float(result);
}

function rangeOf(given: readonly Value[]): Value | null {
  const bounds: number[] = [];
  for (const each of given) {
    if (!(each instanceof PlainNumber) || each.type !== 'int') return null;
    bounds.push(each.value);
  }
  if (bounds.length === 1) return { kind: 'range', start: 0, stop: bounds[0], step: 1 };
  const [start, stop, step = 1] = bounds;
  if (bounds.length < 2 || bounds.length > 3 || step === 0) return null;
  return { kind: 'range', start, stop, step };
}
