/**
 * Numbers as every surface writes them: about six significant digits, integers
 * plain, `1e-10` for the tiny and the huge, nested lists cut with `…`.
 */
import type { JsonArray, JsonNumber } from '../check/report';

/** What stands where there is no number. */
export const missing = '–';

/** `0.333333`, `12`, `1.5e-10`, `NaN`, `∞`; `digits` is the number of significant digits. */
export function formatNumber(value: JsonNumber | null, digits = 6): string {
  if (value === null) return missing;
  const number = Number(value);
  if (Number.isNaN(number)) return 'NaN';
  if (!Number.isFinite(number)) return number > 0 ? '∞' : '-∞';
  if (number === 0) return '0';
  if (Number.isInteger(number) && Math.abs(number) < 1e15) return String(number);
  return trim(number.toPrecision(digits));
}

/** `7 ± 2e-12`: the error bar rounded up to one digit. */
export function formatWithError(
  value: JsonNumber | null,
  error: JsonNumber | null,
  digits = 6,
): string {
  const text = formatNumber(value, digits);
  return error === null || value === null ? text : `${text} ± ${formatBound(error)}`;
}

/** One significant digit, rounded up, for error bars: `2e-12`, `0.5`. */
export function formatBound(value: JsonNumber | null): string {
  if (value === null || typeof value === 'string' || value === 0) return formatNumber(value);
  const size = Math.abs(value);
  const [leading, exponent] = size.toExponential(0).split('e');
  const nearest = Number(`${leading}e${exponent}`);
  const bound = nearest < size ? Number(`${Number(leading) + 1}e${exponent}`) : nearest;
  return bound >= 1e-3 && bound < 1e5 ? String(bound) : trim(bound.toExponential(0));
}

/** `3.9e-3`: numbers of which the size alone matters. */
export function formatPower(value: JsonNumber, digits = 1): string {
  return Number(value).toExponential(digits).replace('e+', 'e');
}

/** A relative error: two digits are enough to judge it by. */
export function formatRelative(value: JsonNumber | null): string {
  return formatNumber(value, 2);
}

/** The fewest digits, at least six, with which numbers that differ also look different. */
export function digitsToTell(values: readonly (JsonNumber | null)[]): number {
  const different = new Set(values);
  for (let digits = 6; digits < 17; digits += 1) {
    const texts = new Set([...different].map((value) => formatNumber(value, digits)));
    if (texts.size === different.size) return digits;
  }
  return 17;
}

/**
 * `[[1, 2], [3, 4]]`, with as much of the middle left out as `maximum` characters
 * ask for; `array (100, 3)` where that would say nothing.
 */
export function formatArray(value: JsonArray, maximum = 60, digits = 6): string {
  if (!isList(value)) return formatNumber(value, digits);
  for (const edge of [Number.POSITIVE_INFINITY, 3, 2, 1]) {
    if (countShown(value, edge) > maximum) continue;
    const text = formatList(value, edge, digits);
    if (text.length <= maximum) return text;
  }
  return `array ${formatShape(shapeOf(value))}`;
}

/** `(4, 3)`, `(3,)`, `()`: as NumPy writes shapes. */
export function formatShape(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
}

/** `x = 3, A = [[1, 2], [3, 4]]`. */
export function formatPoint(
  at: Readonly<Record<string, JsonArray | string>>,
  maximum = 40,
): string {
  return Object.entries(at)
    .map(([name, value]) => `${name} = ${formatValue(value, maximum)}`)
    .join(', ');
}

/** The number at `index` of nested lists; null where there is none. */
export function entryAt(value: JsonArray, index: readonly number[]): JsonNumber | null {
  let part = value;
  for (const position of index) {
    if (!isList(part)) return null;
    part = part[position] ?? null;
  }
  return isList(part) ? null : part;
}

/** `W[0, 1]`, or the bare name for a scalar. */
export function entryName(name: string, index: readonly number[]): string {
  return index.length === 0 ? name : `${name}[${index.join(', ')}]`;
}

export function isList(value: JsonArray): value is readonly JsonArray[] {
  return Array.isArray(value);
}

function formatValue(value: JsonArray | string, maximum: number): string {
  const number = typeof value !== 'string' || ['NaN', 'Infinity', '-Infinity'].includes(value);
  return number ? formatArray(value as JsonArray, maximum) : (value as string);
}

function formatList(value: JsonArray, edge: number, digits: number): string {
  if (!isList(value)) return formatNumber(value, digits);
  const items = cut(value, edge).map((item) =>
    item === hole ? '…' : formatList(item, edge, digits),
  );
  return `[${items.join(', ')}]`;
}

function shapeOf(value: JsonArray): number[] {
  return isList(value) ? [value.length, ...(value.length > 0 ? shapeOf(value[0]) : [])] : [];
}

const hole = Symbol('left out');

function cut(items: readonly JsonArray[], edge: number): readonly (JsonArray | typeof hole)[] {
  if (items.length <= 2 * edge + 1) return items;
  return [...items.slice(0, edge), hole, ...items.slice(items.length - edge)];
}

/** How many numbers a list would show; cheap, so that huge lists are never printed in full. */
function countShown(value: JsonArray, edge: number): number {
  if (!isList(value)) return 1;
  const shown = Math.min(value.length, 2 * edge);
  return value.length === 0 ? 0 : shown * countShown(value[0], edge);
}

/** `1.50000e+10` → `1.5e10`. */
function trim(text: string): string {
  const [mantissa, exponent] = text.split('e');
  const short = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
  return exponent === undefined ? short : `${short}e${exponent.replace('+', '')}`;
}
