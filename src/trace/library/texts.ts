/** Methods of strings. */

import { stopUnknown } from '../convert';
import { formatValue } from '../format';
import { items } from '../iterate';
import type { LibraryCall } from '../library-call';
import { showQuoted, showText } from '../show';
import { bool, describe, int, list, text, type Value } from '../values';
import { integerOr } from './lists';
import type { Functions } from './shared';

export const texts: Functions = {
  'text.lower': (call) => text(own(call).toLowerCase()),
  'text.upper': (call) => text(own(call).toUpperCase()),
  'text.title': (call) => text(own(call).replace(/\p{L}+/gu, capital)),
  'text.capitalize': (call) => text(capital(own(call))),
  'text.strip': (call) => text(strip(call, true, true)),
  'text.stripStart': (call) => text(strip(call, true, false)),
  'text.stripEnd': (call) => text(strip(call, false, true)),
  'text.startsWith': (call) =>
    bool(parts(call, 'prefix').some((part) => own(call).startsWith(part))),
  'text.endsWith': (call) => bool(parts(call, 'prefix').some((part) => own(call).endsWith(part))),
  'text.replace': (call) => {
    const [old, fresh] = [textOf(call, call.value('old')), textOf(call, call.value('new'))];
    const most = integerOr(call, 'most', -1);
    let left = most < 0 ? Number.POSITIVE_INFINITY : most;
    return text(own(call).replaceAll(old, () => (left-- > 0 ? fresh : old)));
  },
  'text.join': (call) => {
    const all = items(call.machine, call.value('values'), call.place);
    return text(all.map((each) => textOf(call, each)).join(own(call)));
  },
  'text.split': (call) => {
    const separator = call.optional('separator');
    const most = integerOr(call, 'most', -1);
    const source = separator === null ? own(call).trim() : own(call);
    const found =
      separator === null
        ? source === ''
          ? []
          : source.split(/\s+/)
        : source.split(textOf(call, separator));
    if (most < 0 || found.length <= most + 1) return list(found.map(text));
    if (separator === null)
      return call.refuse(`${call.name}() at spaces with a limit is not supported`);
    const rest = found.slice(most).join(textOf(call, separator));
    return list([...found.slice(0, most), rest].map(text));
  },
  'text.lines': (call) =>
    list(
      own(call)
        .replace(/\r?\n$/, '')
        .split(/\r?\n/)
        .map(text),
    ),
  'text.find': (call) => int(own(call).indexOf(textOf(call, call.value('part')))),
  'text.index': (call) => {
    const at = own(call).indexOf(textOf(call, call.value('part')));
    return at >= 0
      ? int(at)
      : call.raise('ValueError', `${call.name}(): the part is not in the string`);
  },
  'text.count': (call) => int(own(call).split(textOf(call, call.value('part'))).length - 1),
  'text.isDigits': (call) => bool(/^\d+$/.test(own(call))),
  'text.isLetters': (call) => bool(/^\p{L}+$/u.test(own(call))),
  'text.zeroFill': (call) => text(own(call).padStart(call.integer('width'), '0')),
  'text.padEnd': (call) => text(own(call).padEnd(call.integer('width'), fillOf(call))),
  'text.padStart': (call) => text(own(call).padStart(call.integer('width'), fillOf(call))),
  'text.format': (call) => text(format(call)),
  formatted: (call) => {
    const spec = call.words('spec') ?? '';
    const shown = formatValue(call.machine, call.value('value'), spec);
    return text(shown ?? call.refuse(`the format '${spec}' is not supported`));
  },
  quoted: (call) => text(showQuoted(call.machine, call.value('value'))),
  characterCode: (call) => int((call.words('character') ?? '').codePointAt(0) ?? 0),
  'number.binary': (call) => text(inBase(call, 2, '0b')),
  'number.octal': (call) => text(inBase(call, 8, '0o')),
  'number.hexadecimal': (call) => text(inBase(call, 16, '0x')),
  character: (call) => text(String.fromCodePoint(call.integer('code'))),
};

function inBase(call: LibraryCall, base: number, prefix: string): string {
  const number = call.integer('x');
  return (number < 0 ? '-' : '') + prefix + Math.abs(number).toString(base);
}

export function own(call: LibraryCall): string {
  return textOf(call, call.value('self'));
}

export function textOf(call: LibraryCall, value: Value): string {
  if (value.kind === 'text') return value.value;
  if (value.kind === 'unknown') return stopUnknown(call.machine, value);
  return call.raise('TypeError', `${call.name}() needs a string, not ${describe(value)}`);
}

export function fillOf(call: LibraryCall): string {
  return call.words('fill') ?? ' ';
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}

function strip(call: LibraryCall, start: boolean, end: boolean): string {
  const given = call.optional('characters');
  const gone = given === null ? ' \t\r\n\v\f' : textOf(call, given);
  const source = own(call);
  let [from, to] = [0, source.length];
  while (start && from < to && gone.includes(source[from])) from += 1;
  while (end && from < to && gone.includes(source[to - 1])) to -= 1;
  return source.slice(from, to);
}

/** One string, or any of a tuple of strings. */
function parts(call: LibraryCall, name: string): string[] {
  const value = call.value(name);
  const all = value.kind === 'tuple' ? value.items : [value];
  return all.map((each) => textOf(call, each));
}

/** `'{} {1} {name:.3f}'.format(...)`: a field's format is applied to plain numbers only. */
function format(call: LibraryCall): string {
  const positional = call.rest('arguments');
  const named = call.optional('keywords');
  let next = 0;
  return own(call).replace(
    /\{\{|\}\}|\{([^{}:!]*)(?:!(\w))?(?::([^{}]*))?\}/g,
    (field, name, conversion, spec) => {
      if (field === '{{' || field === '}}') return field[0];
      let value: Value | undefined;
      if (name === '') value = positional[next++];
      else if (/^\d+$/.test(name)) value = positional[Number(name)];
      else if (named?.kind === 'dict') value = named.entries.get(`t${name}`)?.value;
      if (/[.[]/.test(name)) call.refuse(`the field {${name}} of ${call.name}() is not supported`);
      if (value === undefined)
        return call.raise('IndexError', `${call.name}() has no value for {${name}}`);
      return (
        formatValue(call.machine, converted(call, value, conversion), spec ?? '') ??
        call.refuse(`the format '${spec}' is not supported`)
      );
    },
  );
}

/** What `!r` and `!s` make of a field. */
function converted(call: LibraryCall, value: Value, conversion: string | undefined): Value {
  if (conversion === undefined) return value;
  const show = conversion === 's' ? showText : showQuoted;
  return text(show(call.machine, value));
}
