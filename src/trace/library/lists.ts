/** Methods of lists and tuples. */

import { callFunction } from '../call';
import { compare, equal } from '../compare';
import { stopUnknown, toInteger, truth } from '../convert';
import { items } from '../iterate';
import type { LibraryCall } from '../library-call';
import { describe, int, keyOf, type ListValue, list, none, type Value } from '../values';
import type { Functions } from './shared';

export const lists: Functions = {
  'list.append': (call) => {
    own(call).items.push(call.value('item'));
    return none;
  },
  'list.extend': (call) => {
    const added = items(call.machine, call.value('values'), call.place);
    own(call).items.push(...added);
    return none;
  },
  'list.insert': (call) => {
    own(call).items.splice(call.integer('at'), 0, call.value('item'));
    return none;
  },
  'list.pop': (call) => {
    const { items: held } = own(call);
    const at = call.integer('at');
    const place = at < 0 ? at + held.length : at;
    if (place < 0 || place >= held.length) {
      call.raise(
        'IndexError',
        held.length === 0 ? 'pop from an empty list' : `the index ${at} is out of range`,
      );
    }
    return held.splice(place, 1)[0];
  },
  'list.remove': (call) => {
    own(call).items.splice(find(call, own(call).items), 1);
    return none;
  },
  'list.clear': (call) => {
    own(call).items.length = 0;
    return none;
  },
  'list.reverse': (call) => {
    own(call).items.reverse();
    return none;
  },
  'list.copy': (call) => list([...own(call).items]),
  'list.sort': (call) => {
    const held = own(call).items;
    held.splice(0, held.length, ...sorted(call, [...held]));
    return none;
  },
  'sequence.index': (call) => int(find(call, held(call))),
  'sequence.count': (call) => {
    const { machine, place } = call;
    return int(held(call).filter((item) => equal(machine, item, call.value('item'), place)).length);
  },
};

function own(call: LibraryCall): ListValue {
  const value = call.value('self');
  if (value.kind === 'list') return value;
  return call.raise('TypeError', `${call.name}() belongs to lists, not to ${describe(value)}`);
}

function held(call: LibraryCall): readonly Value[] {
  const value = call.value('self');
  if (value.kind === 'list' || value.kind === 'tuple') return value.items;
  return call.raise(
    'TypeError',
    `${call.name}() belongs to lists and tuples, not to ${describe(value)}`,
  );
}

function find(call: LibraryCall, among: readonly Value[]): number {
  const { machine, place } = call;
  const at = among.findIndex((item) => equal(machine, item, call.value('item'), place));
  if (at >= 0) return at;
  return call.raise(
    'ValueError',
    `${call.name}(): ${describe(call.value('item'))} is not in the list`,
  );
}

/** The key of a value in a set or a dict; raises TypeError for one that cannot be a key. */
export function key(call: LibraryCall, value: Value): string {
  if (value.kind === 'unknown') return stopUnknown(call.machine, value);
  return keyOf(value) ?? call.raise('TypeError', `${describe(value)} cannot be a key`);
}

/** The items in ascending order by `key=`, descending with `reverse=`; equal ones keep their order. */
export function sorted(call: LibraryCall, among: Value[]): Value[] {
  const { machine, place } = call;
  const by = call.optional('key');
  const ranked = among.map((item) => ({
    item,
    rank: by === null ? item : callFunction(machine, by, [item], new Map(), place),
  }));
  const turned = call.flag('reverse') ? -1 : 1;
  const below = (a: Value, b: Value) =>
    truth(machine, compare(machine, 'less', a, b, place), place);
  ranked.sort((a, b) => {
    if (below(a.rank, b.rank)) return -turned;
    return below(b.rank, a.rank) ? turned : 0;
  });
  return ranked.map((each) => each.item);
}

/** An integer argument that may be absent. */
export function integerOr(call: LibraryCall, name: string, standard: number): number {
  const value = call.optional(name);
  return value === null
    ? standard
    : toInteger(call.machine, value, `${name} of ${call.name}()`, call.place);
}
