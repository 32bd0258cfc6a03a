/** Enumerations: classes whose plain attributes become members with a name and a value. */
import type { Place } from '../engine/graph';
import { run } from './call';
import { equal } from './compare';
import type { Machine } from './machine';
import { inherited, lineage } from './members';
import { showQuoted } from './show';
import { type ClassValue, int, text, type Value } from './values';

/** Turns the attributes of a fresh class into its members; an equal value is another name of one. */
export function makeMembers(machine: Machine, type: ClassValue, place: Place): void {
  const members = new Map<string, Value>();
  const holds = lineage(type).find((each) => each.holds !== undefined)?.holds;
  let last = 0;
  for (const [name, given] of type.attributes) {
    if (name.startsWith('_') || !isPlain(given)) continue;
    const automatic = given.kind === 'instance' && given.type.name === 'auto';
    const value = automatic ? int(last + 1) : given;
    if (value.kind === 'number') last = value.value;
    const same = [...members.values()].find((each) =>
      equal(machine, valueOfMember(each), value, place),
    );
    const member = same ?? makeMember(type, name, value, holds !== undefined);
    if (same === undefined) prepare(machine, type, member, value, place);
    members.set(name, member);
    type.attributes.set(name, member);
  }
  type.members = members;
}

/** `Color(1)`: the member with this value. */
export function memberOf(
  machine: Machine,
  type: ClassValue,
  positional: readonly Value[],
  place: Place,
): Value {
  const [wanted] = positional;
  if (type.members === undefined || type.members.size === 0) {
    return machine.refuse(`${type.name}() with names is not supported: write a class`, place);
  }
  for (const member of type.members.values()) {
    if (wanted === member) return member;
    if (wanted !== undefined && equal(machine, valueOfMember(member), wanted, place)) return member;
  }
  const shown = wanted === undefined ? 'nothing' : showQuoted(machine, wanted);
  return machine.raise('ValueError', `${shown} is not a valid ${type.name}`, place);
}

/** Runs the constructor of an enumeration for one member. */
function prepare(
  machine: Machine,
  type: ClassValue,
  member: Value,
  value: Value,
  place: Place,
): void {
  const initializer = inherited(type, machine.tables.protocols.constructor);
  if (initializer?.kind !== 'function') return;
  const given = value.kind === 'tuple' ? value.items : [value];
  run(machine, initializer, [member, ...given], new Map(), member, place);
}

function makeMember(type: ClassValue, name: string, value: Value, extends_: boolean): Value {
  const attributes = new Map<string, Value>([
    ['name', text(name)],
    ['value', value],
    ['_name_', text(name)],
    ['_value_', value],
  ]);
  if (extends_ && (value.kind === 'number' || value.kind === 'text')) {
    return { ...value, extension: { type, attributes } };
  }
  return { kind: 'instance', type, attributes };
}

function valueOfMember(member: Value): Value {
  const attributes =
    member.kind === 'instance'
      ? member.attributes
      : member.kind === 'number' || member.kind === 'text'
        ? member.extension?.attributes
        : undefined;
  return attributes?.get('value') ?? member;
}

function isPlain(value: Value): boolean {
  return value.kind !== 'function' && value.kind !== 'descriptor' && value.kind !== 'class';
}
