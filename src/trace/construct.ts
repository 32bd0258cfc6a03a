/** Calling a class: makes an object and runs its constructor. */
import type { Place } from '../engine/graph';
import { callFunction, type Keywords, run } from './call';
import { memberOf } from './enumerations';
import { items } from './iterate';
import type { Machine } from './machine';
import { inherited, isException, lineage, methodOf, typeOf } from './members';
import {
  type ClassValue,
  type DictValue,
  describe,
  type InstanceValue,
  setEntry,
  text,
  tuple,
  type Value,
} from './values';

export function construct(
  machine: Machine,
  type: ClassValue,
  positional: readonly Value[],
  keywords: Keywords,
  place: Place,
): Value {
  if (type.members !== undefined) return memberOf(machine, type, positional, place);
  const maker = inherited(type, '__new__');
  if (maker !== null) {
    const given = maker.kind === 'descriptor' ? maker.function : maker;
    const all = [type, ...positional];
    const made =
      given.kind === 'function'
        ? run(machine, given, all, keywords, type, place)
        : callFunction(machine, given, all, keywords, place);
    const own = typeOf(made);
    if (own === null || !lineage(own).includes(type)) return made;
    return initialize(machine, made, own, positional, keywords, place);
  }
  const object = makeObject(machine, type, positional, place);
  return initialize(machine, object, type, positional, keywords, place);
}

/** An object before its constructor: an instance, or a builtin value that the class extends. */
export function makeObject(
  machine: Machine,
  type: ClassValue,
  positional: readonly Value[],
  place: Place,
): Value {
  const attributes = new Map<string, Value>();
  const extension = { type, attributes };
  const holds = lineage(type).find((each) => each.holds !== undefined)?.holds;
  switch (holds) {
    case 'dict':
      return { kind: 'dict', entries: new Map(), extension };
    case 'list':
      return { kind: 'list', items: [], extension };
    case 'tuple': {
      const held = positional.length === 0 ? [] : items(machine, positional[0], place);
      return { kind: 'tuple', items: held, extension };
    }
    case 'text':
    case 'number': {
      const word = lineage(type).find((each) => each.builtin !== undefined)?.builtin ?? '';
      const builtin: Value = { kind: 'type', name: word, type: word };
      const value = callFunction(machine, builtin, positional.slice(0, 1), new Map(), place);
      return { ...value, extension } as Value;
    }
    default: {
      if (isException(machine, type)) attributes.set('args', tuple(positional));
      return { kind: 'instance', type, attributes } satisfies InstanceValue;
    }
  }
}

function initialize(
  machine: Machine,
  object: Value,
  type: ClassValue,
  positional: readonly Value[],
  keywords: Keywords,
  place: Place,
): Value {
  const name = machine.tables.protocols.constructor;
  const initializer = inherited(type, name);
  if (initializer?.kind === 'function') {
    run(machine, initializer, [object, ...positional], keywords, object, place);
    return object;
  }
  const bound = initializer === null ? null : methodOf(machine, object, name, place);
  if (bound !== null) {
    callFunction(machine, bound, positional, keywords, place);
    return object;
  }
  if (fill(machine, object, positional, keywords, place)) return object;
  const line = lineage(type);
  const lenient =
    isException(machine, type) ||
    line.some((each) => each.open) ||
    inherited(type, '__new__') !== null;
  if (positional.length + keywords.size > 0 && !lenient) {
    machine.raise('TypeError', `${type.name}() takes no arguments`, place);
  }
  return object;
}

/** What the constructor of the builtin type does; false for an object of none. */
export function fill(
  machine: Machine,
  object: Value,
  positional: readonly Value[],
  keywords: Keywords,
  place: Place,
): boolean {
  const [first] = positional;
  if (object.kind === 'list') {
    if (first !== undefined) object.items.push(...items(machine, first, place));
    return true;
  }
  if (object.kind !== 'dict') return object.kind !== 'instance';
  if (first !== undefined) addEntries(machine, object.entries, first, place);
  for (const [name, value] of keywords) setEntry(object.entries, text(name), value);
  return true;
}

function addEntries(
  machine: Machine,
  entries: DictValue['entries'],
  given: Value,
  place: Place,
): void {
  if (given.kind === 'dict') {
    for (const { key, value } of given.entries.values()) setEntry(entries, key, value);
    return;
  }
  for (const pair of items(machine, given, place)) {
    const parts = items(machine, pair, place);
    if (parts.length !== 2) machine.raise('ValueError', 'a dict needs pairs', place);
    if (!setEntry(entries, parts[0], parts[1])) {
      machine.raise('TypeError', `${describe(parts[0])} cannot be a key of a dict`, place);
    }
  }
}
