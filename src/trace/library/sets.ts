/** Methods of sets. */
import { items } from '../iterate';
import type { LibraryCall } from '../library-call';
import { showQuoted } from '../show';
import { bool, describe, none, type Value } from '../values';
import { key } from './lists';
import type { Functions } from './shared';

export const sets: Functions = {
  'set.add': (call) => {
    const name = key(call, call.value('item'));
    // An equal item that is there stays.
    if (!own(call).has(name)) own(call).set(name, call.value('item'));
    return none;
  },
  'set.update': (call) => {
    for (const given of call.rest('values')) {
      for (const [name, item] of read(call, given)) own(call).set(name, item);
    }
    return none;
  },
  'set.discard': (call) => {
    own(call).delete(key(call, call.value('item')));
    return none;
  },
  'set.remove': (call) => {
    const item = call.value('item');
    if (own(call).delete(key(call, item))) return none;
    const message = `the set has no ${showQuoted(call.machine, item)}`;
    return call.machine.raise('KeyError', message, call.place, [item]);
  },
  'set.pop': (call) => {
    const [first] = own(call);
    if (first === undefined) return call.raise('KeyError', 'pop from an empty set');
    own(call).delete(first[0]);
    return first[1];
  },
  'set.clear': (call) => {
    own(call).clear();
    return none;
  },
  'set.copy': (call) => made(own(call)),
  'set.union': (call) => {
    const joined = new Map(own(call));
    for (const each of call.rest('others')) {
      for (const [name, item] of read(call, each)) {
        if (!joined.has(name)) joined.set(name, item);
      }
    }
    return made(joined);
  },
  'set.intersection': (call) => {
    const others = other(call);
    return made([...own(call)].filter(([name]) => others.has(name)));
  },
  'set.difference': (call) => {
    const others = other(call);
    return made([...own(call)].filter(([name]) => !others.has(name)));
  },
  'set.symmetricDifference': (call) => {
    const [mine, others] = [own(call), other(call)];
    const left = [...mine].filter(([name]) => !others.has(name));
    return made([...left, ...[...others].filter(([name]) => !mine.has(name))]);
  },
  'set.isSubset': (call) => {
    const others = other(call);
    return bool([...own(call).keys()].every((name) => others.has(name)));
  },
  'set.isSuperset': (call) => bool([...other(call).keys()].every((name) => own(call).has(name))),
  'set.isDisjoint': (call) => bool(![...other(call).keys()].some((name) => own(call).has(name))),
};

function own(call: LibraryCall): Map<string, Value> {
  const value = call.value('self');
  if (value.kind === 'set') return value.entries;
  return call.raise('TypeError', `${call.name}() belongs to sets, not to ${describe(value)}`);
}

function other(call: LibraryCall): Map<string, Value> {
  return read(call, call.value('other'));
}

function read(call: LibraryCall, value: Value): Map<string, Value> {
  return new Map(items(call.machine, value, call.place).map((item) => [key(call, item), item]));
}

function made(entries: Iterable<readonly [string, Value]>): Value {
  return { kind: 'set', entries: new Map(entries) };
}
