/** Containers beyond the builtin ones: dicts with a default, counters, queues with two ends. */
import { callFunction } from '../call';
import { compare } from '../compare';
import { fill, makeObject } from '../construct';
import { toInteger, truth } from '../convert';
import { items } from '../iterate';
import type { LibraryCall } from '../library-call';
import { typeOf } from '../members';
import { binary } from '../operate';
import { part } from '../records';
import { showQuoted } from '../show';
import {
  bool,
  type ClassValue,
  type DictValue,
  extensionOf,
  int,
  type ListValue,
  list,
  none,
  setEntry,
  text,
  tuple,
  type Value,
} from '../values';
import { key } from './lists';
import type { Functions } from './shared';

export const collections: Functions = {
  'defaultDict.initialize': (call) => {
    extensionOf(call.value('self'))?.attributes.set('default_factory', call.value('factory'));
    const keywords = new Map(call.keywords('keywords'));
    fill(call.machine, call.value('self'), call.rest('values'), keywords, call.place);
    return none;
  },
  'defaultDict.missing': (call) => {
    const factory = part(call.value('self'), 'default_factory');
    if (factory.kind === 'none') {
      const wanted = call.value('key');
      const message = `the dict has no key ${showQuoted(call.machine, wanted)}`;
      return call.machine.raise('KeyError', message, call.place, [wanted]);
    }
    const made = callFunction(call.machine, factory, [], new Map(), call.place);
    setEntry(dict(call).entries, call.value('key'), made);
    return made;
  },

  'counter.initialize': (call) => {
    count(call, dict(call).entries, 1);
    return none;
  },
  'counter.update': (call) => {
    count(call, dict(call).entries, 1);
    return none;
  },
  'counter.subtract': (call) => {
    count(call, dict(call).entries, -1);
    return none;
  },
  'counter.missing': () => int(0),
  'counter.mostCommon': (call) => {
    const { machine, place } = call;
    const pairs = [...dict(call).entries.values()];
    const more = (a: Value, b: Value) =>
      truth(machine, compare(machine, 'greater', a, b, place), place);
    pairs.sort((a, b) => (more(a.value, b.value) ? -1 : more(b.value, a.value) ? 1 : 0));
    const most = call.optional('n');
    const kept = most === null ? pairs : pairs.slice(0, call.integer('n'));
    return list(kept.map((each) => tuple([each.key, each.value])));
  },
  'counter.elements': (call) =>
    list(
      [...dict(call).entries.values()].flatMap(({ key: each, value }) =>
        new Array<Value>(Math.max(0, toInteger(call.machine, value, 'a count', call.place))).fill(
          each,
        ),
      ),
    ),
  'counter.total': (call) =>
    [...dict(call).entries.values()].reduce<Value>(
      (sum, each) => binary(call.machine, 'add', sum, each.value, call.place),
      int(0),
    ),
  'counter.add': (call) => merged(call, 'add'),
  'counter.less': (call) => merged(call, 'subtract'),

  'deque.initialize': (call) => {
    extensionOf(call.value('self'))?.attributes.set('maxlen', call.value('most'));
    const given = call.optional('values');
    if (given !== null) push(call, items(call.machine, given, call.place));
    return none;
  },
  'deque.append': (call) => push(call, [call.value('item')]),
  'deque.appendLeft': (call) => pushLeft(call, [call.value('item')]),
  'deque.extend': (call) => push(call, items(call.machine, call.value('values'), call.place)),
  'deque.extendLeft': (call) =>
    pushLeft(call, items(call.machine, call.value('values'), call.place)),
  'deque.popLeft': (call) =>
    queue(call).items.shift() ?? call.raise('IndexError', 'pop from an empty deque'),
  'deque.rotate': (call) => {
    const { items: held } = queue(call);
    const steps = held.length === 0 ? 0 : call.integer('n') % held.length;
    held.unshift(...held.splice((held.length - steps) % held.length));
    return none;
  },
  'deque.show': (call) =>
    text(
      `deque([${queue(call)
        .items.map((each) => showQuoted(call.machine, each))
        .join(', ')}])`,
    ),
  'deque.equal': (call) => {
    const other = call.value('other');
    const own = list(queue(call).items);
    if (other.kind !== 'list' || typeOf(other) === null) return bool(false);
    return compare(call.machine, 'equal', own, list(other.items), call.place);
  },
};

function dict(call: LibraryCall): DictValue {
  const value = call.value('self');
  if (value.kind === 'dict') return value;
  return call.raise('TypeError', `${call.name}() belongs to dicts`);
}

function queue(call: LibraryCall): ListValue {
  const value = call.value('self');
  if (value.kind === 'list') return value;
  return call.raise('TypeError', `${call.name}() belongs to deques`);
}

/** Adds what a counter is given: counts of a dict and of keywords, or one for each item. */
function count(call: LibraryCall, entries: DictValue['entries'], sign: number): void {
  const { machine, place } = call;
  const add = (each: Value, amount: Value) => {
    const name = key(call, each);
    const before = entries.get(name)?.value ?? int(0);
    const operator = sign > 0 ? 'add' : 'subtract';
    entries.set(name, {
      key: entries.get(name)?.key ?? each,
      value: binary(machine, operator, before, amount, place),
    });
  };
  const given = call.optional('values');
  if (given?.kind === 'dict') {
    for (const { key: each, value } of [...given.entries.values()]) add(each, value);
  } else if (given !== null) for (const each of items(machine, given, place)) add(each, int(1));
  for (const [name, value] of call.keywords('keywords')) add(text(name), value);
}

/** The sum or difference of two counters, of which positive counts stay. */
function merged(call: LibraryCall, operator: 'add' | 'subtract'): Value {
  const { machine, place } = call;
  const [own, other] = [dict(call), call.value('other')];
  const made = makeObject(machine, typeOf(own) as ClassValue, [], place);
  if (other.kind !== 'dict' || made.kind !== 'dict') {
    return call.raise('TypeError', 'a counter is added to a counter');
  }
  const all = new Map([...own.entries, ...other.entries]);
  for (const [name, { key: each }] of all) {
    const [a, b] = [own.entries.get(name)?.value, other.entries.get(name)?.value];
    const sum = binary(machine, operator, a ?? int(0), b ?? int(0), place);
    const positive = truth(machine, compare(machine, 'greater', sum, int(0), place), place);
    if (positive) made.entries.set(name, { key: each, value: sum });
  }
  return made;
}

function push(call: LibraryCall, added: readonly Value[]): Value {
  const { items: held } = queue(call);
  const most = mostOf(call);
  for (const each of added) {
    held.push(each);
    if (held.length > most) held.shift();
  }
  return none;
}

function pushLeft(call: LibraryCall, added: readonly Value[]): Value {
  const { items: held } = queue(call);
  const most = mostOf(call);
  for (const each of added) {
    held.unshift(each);
    if (held.length > most) held.pop();
  }
  return none;
}

/** How many items the queue holds at most. */
function mostOf(call: LibraryCall): number {
  const most = part(call.value('self'), 'maxlen');
  return most.kind === 'none'
    ? Number.POSITIVE_INFINITY
    : toInteger(call.machine, most, 'maxlen', call.place);
}
