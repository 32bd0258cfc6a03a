/**
 * An array as a grid of cells: the last axis runs to the right, all others downward,
 * with a gap between matrices. Large arrays are cut, and it is said how much is shown.
 */
import type { JsonArray, JsonNumber } from '../src/check/report';
import { isList } from '../src/render/number';
import { indexOf } from './shapes';

export interface Cell {
  /** The index in the array. */
  readonly index: readonly number[];
  readonly row: number;
  readonly column: number;
  readonly value: JsonNumber | null;
  /** From -1 to 1: the value against the largest absolute one; 0 for what is no number. */
  readonly share: number;
}

export interface Heat {
  readonly cells: readonly Cell[];
  readonly rows: number;
  readonly columns: number;
  /** Rows after which a matrix ends, but for the last. */
  readonly gaps: readonly number[];
  /** The largest absolute value that is finite. */
  readonly largest: number;
  /** Not every entry is shown. */
  readonly cut: boolean;
}

/** Null for a scalar, which is its own picture. */
export function heatOf(
  value: JsonArray,
  shape: readonly number[],
  most: { readonly rows: number; readonly columns: number },
): Heat | null {
  if (!isList(value) || shape.includes(0)) return null;
  const columns = Math.min(shape[shape.length - 1], most.columns);
  const height = shape.slice(0, -1).reduce((size, each) => size * each, 1);
  const rows = Math.min(height, most.rows);
  const flat: (JsonNumber | null)[] = [];
  flatten(value, flat);
  const width = shape[shape.length - 1];
  const sizes = flat.map((each) => Math.abs(Number(each))).filter(Number.isFinite);
  const largest = sizes.reduce((most, each) => Math.max(most, each), 0);
  const cells: Cell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const entry = flat[row * width + column] ?? null;
      const share = entry === null || largest === 0 ? 0 : Number(entry) / largest;
      const index = indexOf(row * width + column, shape);
      const finite = Number.isFinite(share) ? share : 0;
      cells.push({ index, row, column, value: entry, share: finite });
    }
  }
  const matrix = shape.length > 2 ? shape[shape.length - 2] : height;
  const gaps: number[] = [];
  for (let row = matrix; row < rows; row += matrix) gaps.push(row);
  return { cells, rows, columns, gaps, largest, cut: rows < height || columns < width };
}

function flatten(value: JsonArray, into: (JsonNumber | null)[]): void {
  if (isList(value)) for (const each of value) flatten(each, into);
  else into.push(value);
}
