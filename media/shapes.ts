/** Nested lists as flat rows, and how one entry of an array is called. */
import type { JsonArray } from '../src/check/report';

/** All numbers in order; what JSON has no number for as such. */
export function flatOf(value: JsonArray): number[] {
  return Array.isArray(value) ? value.flatMap(flatOf) : [Number(value)];
}

/** `x`, `w[0, 1]`. */
export function entryName(label: string, entry: number, shape: readonly number[]): string {
  return shape.length === 0 ? label : `${label}[${indexOf(entry, shape).join(', ')}]`;
}

/** The index of an entry of a flat array, row by row. */
export function indexOf(entry: number, shape: readonly number[]): number[] {
  const index: number[] = [];
  let rest = entry;
  for (const size of shape.toReversed()) {
    index.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return index;
}

/** The place of an index in the flat array; 0 for none. */
export function flatIndex(index: readonly number[], shape: readonly number[]): number {
  return index.reduce((place, each, axis) => place * shape[axis] + each, 0);
}
