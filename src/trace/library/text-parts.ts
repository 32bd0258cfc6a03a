/** More methods of strings: cutting at separators, centering, questions about all characters. */
import type { LibraryCall } from '../library-call';
import { bool, int, list, text, tuple, type Value } from '../values';
import { integerOr } from './lists';
import type { Functions } from './shared';
import { fillOf, own, textOf } from './texts';

export const textParts: Functions = {
  'text.center': (call) => {
    const [source, width] = [own(call), call.integer('width')];
    const missing = Math.max(0, width - source.length);
    // The odd character stands on the left of an odd width.
    const left = (missing >> 1) + (missing & width & 1);
    return text(source.padStart(source.length + left, fillOf(call)).padEnd(width, fillOf(call)));
  },
  'text.partition': (call) => {
    const [source, separator] = [own(call), textOf(call, call.value('separator'))];
    const at = source.indexOf(separator);
    return at < 0 ? texts(source, '', '') : cut(source, at, separator);
  },
  'text.partitionLast': (call) => {
    const [source, separator] = [own(call), textOf(call, call.value('separator'))];
    const at = source.lastIndexOf(separator);
    return at < 0 ? texts('', '', source) : cut(source, at, separator);
  },
  'text.splitLast': (call) => {
    const separator = call.optional('separator');
    const most = integerOr(call, 'most', -1);
    const parts =
      separator === null
        ? own(call)
            .split(/\s+/)
            .filter((each) => each !== '')
        : own(call).split(textOf(call, separator));
    if (most < 0 || parts.length <= most + 1) return list(parts.map(text));
    if (separator === null) {
      return call.refuse(`${call.name}() at spaces with a limit is not supported`);
    }
    const head = parts.slice(0, parts.length - most).join(textOf(call, separator));
    return list([head, ...parts.slice(parts.length - most)].map(text));
  },
  'text.findLast': (call) => int(own(call).lastIndexOf(textOf(call, call.value('part')))),
  'text.indexLast': (call) => {
    const at = own(call).lastIndexOf(textOf(call, call.value('part')));
    if (at >= 0) return int(at);
    return call.raise('ValueError', `${call.name}(): the part is not in the string`);
  },
  'text.withoutPrefix': (call) => {
    const [source, part] = [own(call), textOf(call, call.value('part'))];
    return text(source.startsWith(part) ? source.slice(part.length) : source);
  },
  'text.withoutSuffix': (call) => {
    const [source, part] = [own(call), textOf(call, call.value('part'))];
    return text(source.endsWith(part) ? source.slice(0, source.length - part.length) : source);
  },
  'text.swapCase': (call) =>
    text(
      [...own(call)]
        .map((each) => (each === each.toUpperCase() ? each.toLowerCase() : each.toUpperCase()))
        .join(''),
    ),
  'text.isLower': (call) => bool(cased(call) && own(call) === own(call).toLowerCase()),
  'text.isUpper': (call) => bool(cased(call) && own(call) === own(call).toUpperCase()),
  'text.isSpace': (call) => bool(/^\s+$/.test(own(call))),
  'text.isWord': (call) => bool(/^[\p{L}\p{N}]+$/u.test(own(call))),
  'text.isPlain': (call) => bool([...own(call)].every((each) => each.charCodeAt(0) < 128)),
};

/** Whether the string holds a letter that has two cases. */
function cased(call: LibraryCall): boolean {
  return own(call).toLowerCase() !== own(call).toUpperCase();
}

function cut(source: string, at: number, separator: string): Value {
  return texts(source.slice(0, at), separator, source.slice(at + separator.length));
}

function texts(...parts: readonly string[]): Value {
  return tuple(parts.map(text));
}
