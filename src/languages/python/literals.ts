/**
 * Python's literals: numbers and the escapes of string literals, read from
 * their source text.
 */

export type NumberLiteral =
  | { readonly kind: 'number'; readonly value: number; readonly integer: boolean }
  | { readonly kind: 'unsupported'; readonly reason: string; readonly hint: string };

/** `1_000`, `0x10`, `1e-3`; complex numbers and integers beyond 2**53 are refused by name. */
export function readNumber(source: string, float: boolean): NumberLiteral {
  const text = source.replaceAll('_', '').toLowerCase();
  if (text.endsWith('j')) {
    return refuse(`The complex number ${source} is not supported.`, 'Use real numbers.');
  }
  if (float) return { kind: 'number', value: Number(text), integer: false };
  const digits = text.endsWith('l') ? text.slice(0, -1) : text;
  if (/^0[0-9]*[1-9]/.test(digits)) {
    const octal = `0o${digits.replace(/^0+/, '')}`;
    return refuse(`${source} is an octal number of Python 2.`, `Write ${octal}.`);
  }
  const value = Number(digits);
  if (!Number.isSafeInteger(value)) {
    return refuse(
      `The integer ${shorten(source)} is beyond 2**53, where numbers are no longer exact.`,
      `Write a float, such as ${value.toExponential()}.`,
    );
  }
  return { kind: 'number', value, integer: true };
}

export interface StringPrefix {
  readonly raw: boolean;
  readonly bytes: boolean;
  readonly format: boolean;
}

/** The prefix of an opening quote such as `Rb'''`. */
export function readPrefix(opening: string): StringPrefix {
  const letters = opening.replace(/['"]+$/, '').toLowerCase();
  return {
    raw: letters.includes('r'),
    bytes: letters.includes('b'),
    format: letters.includes('f') || letters.includes('t'),
  };
}

/** The text that the content between the quotes stands for. */
export function readText(content: string, prefix: StringPrefix): string {
  const text = prefix.format ? content.replaceAll('{{', '{').replaceAll('}}', '}') : content;
  return prefix.raw || !text.includes('\\') ? text : text.replace(ESCAPE, readEscape);
}

const ESCAPE = /\\(?:\r\n|[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[\s\S])/g;

const SIMPLE: Readonly<Record<string, string>> = {
  '\n': '',
  '\r': '',
  '\r\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** Unknown escapes stand for themselves, as in Python. */
function readEscape(written: string): string {
  const body = written.slice(1);
  const simple = SIMPLE[body];
  if (simple !== undefined) return simple;
  if (/^[0-7]/.test(body)) return String.fromCharCode(Number.parseInt(body, 8));
  if (/^[xuU]./.test(body)) {
    const code = Number.parseInt(body.slice(1), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : written;
  }
  return written;
}

function refuse(reason: string, hint: string): NumberLiteral {
  return { kind: 'unsupported', reason, hint };
}

function shorten(source: string): string {
  return source.length <= 24 ? source : `${source.slice(0, 20)}...`;
}
