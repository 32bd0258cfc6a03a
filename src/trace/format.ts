/**
 * Values in a format: the fields of `'{:.3f}'.format(x)` and of `'%.3f' % x`.
 * A number is shown by its value alone.
 */
import { peek } from './arrays';
import { callFunction } from './call';
import type { Machine } from './machine';
import { methodOf, typeOf } from './members';
import { showQuoted, showText } from './show';
import { text, type Value } from './values';

/** A value in a format such as `.3f`, `02d`, `e` or `>8`; null for a format that is not known. */
export function formatValue(machine: Machine, value: Value, format: string): string | null {
  const own = ownFormat(machine, value, format);
  if (own !== null) return own;
  const plain = showText(machine, value);
  if (format === '') return plain;
  const found = FORMAT.exec(format);
  if (found === null) return null;
  const [, given, side, sign, marked, zero, width, comma, digits, type] = found;
  const number = numberOf(machine, value);
  const isText = value.kind === 'text';
  const word = isText && digits !== undefined ? plain.slice(0, Number(digits)) : plain;
  const unsigned = shownNumber(number, type, digits, marked !== '') ?? word;
  const grouped =
    comma === '' ? unsigned : unsigned.replace(/^-?\d+/, (whole) => inThousands(whole, comma));
  const signed = (sign === '+' || sign === ' ') && number >= 0;
  const shown = signed ? sign + grouped : grouped;
  const wide = Number(width);
  const fill = given ?? (zero === '' ? ' ' : '0');
  if (side === '=' || (side === undefined && zero !== '' && !isText)) {
    const lead = /^[+ -]?(?:0[xXob])?/.exec(shown)?.[0] ?? '';
    return lead + shown.slice(lead.length).padStart(wide - lead.length, fill);
  }
  if (side === '^') {
    const left = Math.floor((wide + shown.length) / 2);
    return shown.padStart(left, fill).padEnd(wide, fill);
  }
  const toRight = side === '>' || (side === undefined && !isText);
  return toRight ? shown.padStart(wide, fill) : shown.padEnd(wide, fill);
}

const FORMAT = /^(?:(.)?([<>=^]))?([+ -]?)(#?)(0?)(\d*)([,_]?)(?:\.(\d+))?([bcdeEfFgGosxX%]?)$/su;

/** What an object's own `__format__` makes of it; null when it has none. */
function ownFormat(machine: Machine, value: Value, format: string): string | null {
  const type = typeOf(value);
  const method = type === null ? null : methodOf(machine, value, '__format__', type.place);
  if (type === null || method === null) return null;
  const said = callFunction(machine, method, [text(format)], new Map(), type.place);
  return said.kind === 'text' ? said.value : null;
}

/** `template % values`: the values of a tuple in turn, or the one value; null when it is not known. */
export function formatPercent(machine: Machine, template: string, values: Value): string | null {
  const given = values.kind === 'tuple' ? [...values.items] : [values];
  const named = values.kind === 'dict' ? values.entries : null;
  let known = true;
  const shown = template.replace(
    /%(?:%|(?:\((\w+)\))?(-?)([+ ]?0?\d*(?:\.\d+)?)([difFeEgGsrxXo]))|%/g,
    (
      field,
      name: string | undefined,
      left: string | undefined,
      size: string | undefined,
      type: string | undefined,
    ) => {
      if (field === '%%') return '%';
      const value = name === undefined ? given.shift() : named?.get(`t${name}`)?.value;
      if (value === undefined || type === undefined) {
        known = false;
        return field;
      }
      const side = left === '-' ? '<' : /^[+ ]?0/.test(size ?? '') ? '' : '>';
      const letter = type === 'i' ? 'd' : type === 'r' ? 's' : type;
      const asText =
        type === 'r' ? showQuoted(machine, value) : type === 's' ? showText(machine, value) : null;
      const shownAs = asText === null ? value : text(asText);
      const written = formatValue(machine, shownAs, `${side}${size ?? ''}${letter}`);
      known &&= written !== null;
      return written ?? field;
    },
  );
  return known && (given.length === 0 || named !== null) ? shown : null;
}

function inThousands(digits: string, separator: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, separator);
}

function numberOf(machine: Machine, value: Value): number {
  if (value.kind === 'number') return value.value;
  return value.kind === 'array' && value.shape.length === 0
    ? peek(machine.graph, value)[0]
    : Number.NaN;
}

function shownNumber(
  number: number,
  type: string,
  digits: string | undefined,
  marked: boolean,
): string | null {
  if (!Number.isFinite(number) || type === 's') return null;
  const base = BASES[type.toLowerCase()];
  if (base !== undefined) {
    const mark = marked ? `0${type.toLowerCase()}` : '';
    const shown = `${number < 0 ? '-' : ''}${mark}${Math.abs(number).toString(base)}`;
    return type === 'X' ? shown.toUpperCase() : shown;
  }
  const places = digits === undefined ? 6 : Number(digits);
  switch (type) {
    case 'd':
      return String(Math.trunc(number));
    case 'c':
      return String.fromCodePoint(number);
    case 'f':
    case 'F':
      return fixed(number, places);
    case '%':
      return `${fixed(number * 100, places)}%`;
    case 'e':
      return exponential(number, places);
    case 'E':
      return exponential(number, places).toUpperCase();
    case '':
      return digits === undefined ? null : general(number, places);
    default:
      return general(number, places);
  }
}

const BASES: Readonly<Record<string, number | undefined>> = { b: 2, o: 8, x: 16 };

/** Halves go to the even digit, where JavaScript sends them up. */
function fixed(number: number, places: number): string {
  const shown = number.toFixed(places);
  const tie = /^50*$/.test(
    number
      .toFixed(Math.min(100, places + 30))
      .split('.')[1]
      ?.slice(places),
  );
  const odd = '13579'.includes(shown.at(-1) ?? '');
  return tie && odd ? (number - Math.sign(number) * 0.5 * 10 ** -places).toFixed(places) : shown;
}

/** An exponent has at least two digits. */
function exponential(number: number, places: number): string {
  return number.toExponential(places).replace(/e([+-])(\d)$/, 'e$10$2');
}

/** Significant digits without trailing zeros, with an exponent where that is shorter. */
function general(number: number, given: number): string {
  const digits = Math.max(1, given);
  if (number === 0) return '0';
  const exponent = Number(number.toExponential(digits - 1).split('e')[1]);
  if (exponent < -4 || exponent >= digits) {
    return exponential(number, digits - 1).replace(/\.?0*e/, 'e');
  }
  const fixed = number.toFixed(digits - 1 - exponent);
  return fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed;
}
