/** Flat numbers and shapes to the JSON-safe form of reports, and values to what `at` shows. */

import { positionAt, type Span } from '../syntax/span';
import { peek } from '../trace/arrays';
import type { Machine } from '../trace/machine';
import { showText } from '../trace/show';
import type { Value } from '../trace/values';
import type { JsonArray, JsonNumber, Range } from './report';

export function jsonNumber(value: number): JsonNumber {
  // JSON has no negative zero.
  if (Number.isFinite(value)) return value + 0;
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? 'Infinity' : '-Infinity';
}

/** Nested lists of a flat row-major array; entries that are not `known` become null. */
export function jsonArray(
  data: ArrayLike<number>,
  shape: readonly number[],
  known?: ArrayLike<number>,
): JsonArray {
  let next = 0;
  const build = (axis: number): JsonArray => {
    if (axis === shape.length) {
      const at = next++;
      return known !== undefined && known[at] === 0 ? null : jsonNumber(data[at]);
    }
    const items: JsonArray[] = [];
    for (let i = 0; i < shape[axis]; i++) items.push(build(axis + 1));
    return items;
  };
  return build(0);
}

/** A value of the program for the report: numbers and arrays as such, anything else as text. */
export function jsonValue(machine: Machine, value: Value): JsonArray | string {
  switch (value.kind) {
    case 'number':
      return value.type === 'bool' ? showText(machine, value) : jsonNumber(value.value);
    case 'array':
      return jsonArray(peek(machine.graph, value), value.shape);
    case 'list':
    case 'tuple': {
      const items = value.items.map((item) => jsonValue(machine, item));
      return items.some(
        (item) => typeof item === 'string' && Number.isNaN(Number(item)) && item !== 'NaN',
      )
        ? showText(machine, value)
        : (items as JsonArray);
    }
    default:
      return showText(machine, value);
  }
}

/** The multi-index of a flat position. */
export function multiIndex(position: number, shape: readonly number[]): number[] {
  const index = new Array<number>(shape.length);
  let rest = position;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const extent = Math.max(1, shape[axis]);
    index[axis] = rest % extent;
    rest = Math.floor(rest / extent);
  }
  return index;
}

export function rangeOf(starts: readonly number[], span: Span): Range {
  const from = positionAt(starts, span.start);
  const to = positionAt(starts, span.end);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}
