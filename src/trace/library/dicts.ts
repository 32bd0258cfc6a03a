/** Methods of dicts. The views that keys, values and items give are copies. */

import { keyText } from '../index-access';
import { items } from '../iterate';
import type { LibraryCall } from '../library-call';
import { type DictValue, describe, list, none, tuple, type Value } from '../values';
import { key } from './lists';
import type { Functions } from './shared';

export const dicts: Functions = {
  'dict.get': (call) =>
    own(call).get(key(call, call.value('key')))?.value ?? call.value('standard'),
  'dict.keys': (call) => ({
    kind: 'set',
    entries: new Map([...own(call)].map(([name, entry]) => [name, entry.key])),
  }),
  'dict.values': (call) => list([...own(call).values()].map((entry) => entry.value)),
  'dict.items': (call) =>
    list([...own(call).values()].map((entry) => tuple([entry.key, entry.value]))),
  'dict.update': (call) => {
    const entries = own(call);
    const given = call.optional('other');
    if (given !== null)
      for (const [name, entry] of entriesOf(call, given)) entries.set(name, entry);
    const keywords = call.optional('keywords');
    if (keywords !== null)
      for (const [name, entry] of entriesOf(call, keywords)) entries.set(name, entry);
    return none;
  },
  'dict.pop': (call) => {
    const entries = own(call);
    const name = key(call, call.value('key'));
    const found = entries.get(name);
    entries.delete(name);
    if (found !== undefined) return found.value;
    const standard = call.values.get('standard');
    if (standard !== undefined && standard.kind !== 'ellipsis') return standard;
    return call.raise('KeyError', `the dict has no key ${keyText(call.value('key'))}`);
  },
  'dict.popItem': (call) => {
    const entries = own(call);
    const last = [...entries].at(-1);
    if (last === undefined) return call.raise('KeyError', 'the dict is empty');
    entries.delete(last[0]);
    return tuple([last[1].key, last[1].value]);
  },
  'dict.setDefault': (call) => {
    const entries = own(call);
    const name = key(call, call.value('key'));
    const found = entries.get(name);
    if (found !== undefined) return found.value;
    entries.set(name, { key: call.value('key'), value: call.value('standard') });
    return call.value('standard');
  },
  'dict.copy': (call) => ({ kind: 'dict', entries: new Map(own(call)) }),
  'dict.clear': (call) => {
    own(call).clear();
    return none;
  },
  /** A dict of keys that all have one value. */
  'dict.fromKeys': (call) => {
    const value = call.value('value');
    const keys = items(call.machine, call.value('keys'), call.place);
    return {
      kind: 'dict',
      entries: new Map(keys.map((each) => [key(call, each), { key: each, value }])),
    };
  },
};

function own(call: LibraryCall): DictValue['entries'] {
  const value = call.value('self');
  if (value.kind === 'dict') return value.entries;
  return call.raise('TypeError', `${call.name}() belongs to dicts, not to ${describe(value)}`);
}

/** The entries of a dict, or of an iterable of pairs. */
export function entriesOf(call: LibraryCall, value: Value): DictValue['entries'] {
  if (value.kind === 'dict') return value.entries;
  const entries: DictValue['entries'] = new Map();
  for (const pair of items(call.machine, value, call.place)) {
    const parts = items(call.machine, pair, call.place);
    if (parts.length !== 2)
      call.raise('ValueError', `${call.name}() needs pairs of a key and a value`);
    entries.set(key(call, parts[0]), { key: parts[0], value: parts[1] });
  }
  return entries;
}
