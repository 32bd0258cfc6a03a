/**
 * A short way to write tables of names: one text of lines `name = id(signature)`
 * becomes entries, so that a table reads like the list of functions it is.
 */
import type { Names, TableEntry } from '../../../syntax/tables';

/**
 * Lines `exp = exp(x, out=None)`; several names before the `=` share the entry:
 * `abs absolute = abs(x)`. Throws on a line that is none: a bug in a table.
 */
export function functions(lines: string): Names {
  const names: Record<string, TableEntry> = {};
  for (const line of lines.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const found = /^([\w. ]+?) = ([\w.]+)\((.*)\)$/.exec(line);
    if (found === null) throw new Error(`a table line that cannot be read: ${line}`);
    const [, given, id, signature] = found;
    for (const name of given.split(' ')) names[name] = { kind: 'function', id, signature };
  }
  return names;
}

/** Number types and builtin types: `float64`, or `double = float64` for another name of one. */
export function types(words: string): Names {
  return named(words, (type) => ({ kind: 'type', type }));
}

/** Submodules by their last word. */
export function modules(parent: string, words: string): Names {
  return named(words, (word) => ({ kind: 'module', name: `${parent}.${word}` }));
}

/** Names that are known and refused, all for one reason. */
export function refused(words: string, reason: string): Names {
  return named(words, () => ({ kind: 'refused', reason }));
}

export function numbers(values: Readonly<Record<string, number>>): Names {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { kind: 'number', value }]),
  );
}

function named(words: string, entry: (word: string) => TableEntry): Names {
  return Object.fromEntries(
    words
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => {
        const [name, target] = word.split('=');
        return [name, entry(target ?? name)];
      }),
  );
}
