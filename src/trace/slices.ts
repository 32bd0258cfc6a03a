/** Slices over an axis or a sequence. */
import type { Place } from '../engine/graph';
import { toInteger } from './convert';
import type { Machine } from './machine';
import type { Value } from './values';

/** Start, step and count of a slice over an axis, by the language's clamping rules. */
export function sliceBounds(
  machine: Machine,
  slice: Extract<Value, { kind: 'slice' }>,
  extent: number,
  place: Place,
): { start: number; step: number; count: number } {
  const part = (value: Value) =>
    value.kind === 'none' ? null : toInteger(machine, value, 'a slice bound', place);
  const step = part(slice.step) ?? 1;
  if (step === 0) machine.raise('ValueError', 'a slice step cannot be zero', place);
  const low = step > 0 ? 0 : -1;
  const high = step > 0 ? extent : extent - 1;
  const clamp = (value: number | null, missing: number) => {
    if (value === null) return missing;
    return Math.min(high, Math.max(low, value < 0 ? value + extent : value));
  };
  const start = clamp(part(slice.start), step > 0 ? low : high);
  const stop = clamp(part(slice.stop), step > 0 ? high : low);
  return { start, step, count: Math.max(0, Math.ceil((stop - start) / step)) };
}
