/** The members of builtin values, by the language's tables. */
import type { Place } from '../engine/graph';
import { nearest } from '../syntax/nearest';
import type { MemberOwner } from '../syntax/tables';
import { library } from './library';
import { LibraryCall } from './library-call';
import type { Machine } from './machine';
import { describe, unknown, type Value } from './values';

/** A method or property of a builtin value. What the language has and we have not is refused by name. */
export function ownMember(
  machine: Machine,
  object: Value,
  owner: MemberOwner,
  name: string,
  place: Place,
): Value {
  const properties = machine.tables.properties[owner];
  if (Object.hasOwn(properties, name)) {
    const call = new LibraryCall(machine, `.${name}`, new Map([['value', object]]), place);
    return library[properties[name]](call);
  }
  const methods = machine.tables.members[owner];
  const entry = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (entry?.kind === 'function') {
    return {
      kind: 'library',
      name: `.${name}`,
      id: entry.id,
      signature: entry.signature,
      receiver: object,
    };
  }
  const special = SPECIAL[name];
  if (special !== undefined && owner !== 'number') {
    const [id, signature] = special;
    return { kind: 'library', name: `.${name}`, id, signature, receiver: object };
  }
  if (entry?.kind === 'refused') return unknown(`.${name}: ${entry.reason}`, '', place);
  const known = [...Object.keys(methods), ...Object.keys(properties)];
  if (!isOpen(machine, object, owner, name)) {
    return missing(machine, describe(object), name, known, place);
  }
  const close = nearest(name, known);
  return unknown(
    `.${name} of ${describe(object)} is not supported`,
    close === null ? '' : `did you mean .${close}?`,
    place,
  );
}

/** Whose members a builtin type has. */
const OWNERS: Readonly<Record<string, MemberOwner | undefined>> = {
  dict: 'dict',
  float: 'number',
  int: 'number',
  list: 'list',
  set: 'set',
  str: 'text',
  tuple: 'tuple',
};

/** A method that is read from a type, to be called with the object: `str.upper`; null for none. */
export function typeMember(
  machine: Machine,
  type: Extract<Value, { kind: 'type' }>,
  name: string,
  place: Place,
): Value | null {
  const owner = OWNERS[type.type];
  const shown = `${type.name}.${name}`;
  const entry =
    owner !== undefined && hasMember(machine, owner, name)
      ? machine.tables.members[owner][name]
      : undefined;
  if (entry?.kind === 'function') {
    const { id, signature } = entry;
    return { kind: 'library', name: shown, id, signature, receiver: null };
  }
  const special = owner === undefined || owner === 'number' ? undefined : SPECIAL[name];
  if (special !== undefined) {
    const [id, signature] = special;
    return { kind: 'library', name: shown, id, signature, receiver: null };
  }
  const known = entry?.kind === 'refused' || /^__.*__$/.test(name);
  return known ? unknown(`${shown} is not supported`, '', place) : null;
}

/** Methods by which containers answer the language's own syntax. */
const SPECIAL: Readonly<Record<string, readonly [id: string, signature: string] | undefined>> = {
  __contains__: ['item.has', 'self, item'],
  __delitem__: ['item.delete', 'self, index'],
  __getitem__: ['item.get', 'self, index'],
  __iter__: ['iterator', 'values'],
  __len__: ['length', 'value'],
  __setitem__: ['item.set', 'self, index, value'],
};

/** Whether the tables name a member. */
export function hasMember(machine: Machine, owner: MemberOwner, name: string): boolean {
  const { members, properties } = machine.tables;
  return Object.hasOwn(members[owner], name) || Object.hasOwn(properties[owner], name);
}

/** Whether a builtin value may have members that the tables do not name: arrays, and numbers of arrays. */
function isOpen(machine: Machine, object: Value, owner: MemberOwner, name: string): boolean {
  if (owner === 'array') return true;
  if (name.startsWith('__') && name.endsWith('__')) return true;
  const { members, properties } = machine.tables;
  return (
    object.kind === 'number' &&
    (Object.hasOwn(members.array, name) || Object.hasOwn(properties.array, name))
  );
}

/** Raises AttributeError with the nearest spelling. */
export function missing(
  machine: Machine,
  what: string,
  name: string,
  known: Iterable<string>,
  place: Place,
): never {
  const close = nearest(name, known);
  const hint = close === null ? '' : `: did you mean .${close}?`;
  return machine.raise('AttributeError', `${what} has no attribute .${name}${hint}`, place);
}
