/** The numbers of a value of the program, flat, with their shape. */
import { sameShape } from '../engine/shape';
import { peek } from '../trace/arrays';
import { toArray } from '../trace/convert';
import type { Machine } from '../trace/machine';
import type { Value } from '../trace/values';

/** The numbers of a value; null when it is not numeric, or its rows have different shapes. */
export function flatten(
  machine: Machine,
  value: Value,
): { data: Float64Array; shape: readonly number[] } | null {
  if (regularShape(value) === null) return null;
  const array = toArray(machine, value, { path: '', start: 0, end: 0 });
  if (array === null) return null;
  if (array.kind === 'number') return { data: Float64Array.of(array.value), shape: [] };
  return { data: peek(machine.graph, array), shape: array.shape };
}

/** The shape of nested lists of numbers and arrays; null for anything else. */
function regularShape(value: Value): readonly number[] | null {
  switch (value.kind) {
    case 'number':
      return [];
    case 'array':
      return value.shape;
    case 'list':
    case 'tuple': {
      const [first, ...others] = value.items.map(regularShape);
      if (first === undefined) return [0];
      if (first === null || !others.every((each) => each !== null && sameShape(each, first))) {
        return null;
      }
      return [value.items.length, ...first];
    }
    default:
      return null;
  }
}
