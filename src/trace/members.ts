/** Reading and writing attributes: objects, classes, modules, and the members of builtin values. */
import type { Place } from '../engine/graph';
import { nearest } from '../syntax/nearest';
import type { MemberOwner } from '../syntax/tables';
import { callFunction } from './call';
import { stopUnknown } from './convert';
import { library } from './library';
import { LibraryCall } from './library-call';
import type { Machine } from './machine';
import { type ClassValue, describe, type InstanceValue, text, unknown, type Value } from './values';

/** `object.name`; raises AttributeError with the nearest spelling. */
export function getMember(machine: Machine, object: Value, name: string, place: Place): Value {
  switch (object.kind) {
    case 'instance':
    case 'super': {
      const found = findMember(machine, object, name, place);
      if (found !== null) return found;
      if (name === '__class__' && object.kind === 'instance') return object.type;
      const type = object.kind === 'instance' ? object.type : object.after;
      if (lineage(type).some((each) => each.open)) {
        return unknown(
          `.${name} may come from a base class of ${type.name} that is not known`,
          'define it in the class itself',
          place,
        );
      }
      const own = object.kind === 'instance' ? [...object.attributes.keys()] : [];
      const inherited = lineage(type).flatMap((each) => [...each.attributes.keys()]);
      return missing(machine, `the ${type.name} object`, name, [...own, ...inherited], place);
    }
    case 'class': {
      if (name === '__name__') return text(object.name);
      const found = inherited(object, name);
      if (found?.kind === 'descriptor') {
        if (found.role === 'static') return found.function;
        if (found.role === 'class')
          return { kind: 'method', function: found.function, receiver: object };
      }
      if (found !== null) return found;
      if (lineage(object).some((each) => each.open)) {
        return unknown(`${object.name}.${name} is not known`, '', place);
      }
      return missing(machine, `the class ${object.name}`, name, object.attributes.keys(), place);
    }
    case 'module': {
      const found = object.names(name, place);
      return found ?? missing(machine, describe(object), name, [], place);
    }
    case 'unknown':
      return object;
    case 'descriptor':
      if (name !== 'setter' || object.role !== 'property') break;
      return {
        kind: 'library',
        name: '.setter',
        id: 'decorate.setter',
        signature: 'property, function',
        receiver: object,
      };
    case 'function':
      if (name === '__name__') return text(object.compiled.definition.name);
      break;
    case 'library': {
      if (name === '__name__') return text(object.name.split('.').at(-1) ?? '');
      const found = machine.attribute(object.id, object.name, name, place);
      if (found !== null) return found;
      break;
    }
    case 'type': {
      if (name === '__name__' || name === 'name') return text(object.type);
      if (name === 'type') return object;
      const found = machine.attribute(object.type, object.name, name, place);
      if (found !== null) return found;
      break;
    }
    case 'array':
    case 'number':
    case 'text':
    case 'list':
    case 'tuple':
    case 'dict':
    case 'set':
      return ownMember(machine, object, object.kind, name, place);
    default:
      break;
  }
  return missing(machine, describe(object), name, [], place);
}

/** `object.name` that is about to be called: a method comes before a property of the same name. */
export function getMethod(machine: Machine, object: Value, name: string, place: Place): Value {
  if (object.kind !== 'array') return getMember(machine, object, name, place);
  const entry = Object.hasOwn(machine.tables.members.array, name)
    ? machine.tables.members.array[name]
    : undefined;
  if (entry?.kind !== 'function') return getMember(machine, object, name, place);
  const { id, signature } = entry;
  return { kind: 'library', name: `.${name}`, id, signature, receiver: object };
}

/** The attribute of an object with its methods bound; null when it has none of that name. */
export function findMember(
  machine: Machine,
  object: InstanceValue | Extract<Value, { kind: 'super' }>,
  name: string,
  place: Place,
): Value | null {
  let found: Value | null;
  let receiver: Value;
  if (object.kind === 'super') {
    receiver = object.receiver;
    const type = receiver.kind === 'instance' ? receiver.type : object.after;
    const line = lineage(type);
    const past = line.slice(line.indexOf(object.after) + 1);
    found = past.find((each) => each.attributes.has(name))?.attributes.get(name) ?? null;
    // What no class defines is the constructor of objects and exceptions.
    if (found === null && name === machine.tables.protocols.constructor) {
      return {
        kind: 'library',
        name,
        id: 'initialize',
        signature: 'self, *arguments, **keywords',
        receiver,
      };
    }
  } else {
    const own = object.attributes.get(name);
    if (own !== undefined) return own;
    receiver = object;
    found = inherited(object.type, name);
  }
  if (found === null) return null;
  if (found.kind === 'function') return { kind: 'method', function: found, receiver };
  if (found.kind !== 'descriptor') return found;
  if (found.role === 'static') return found.function;
  const bound: Value = {
    kind: 'method',
    function: found.function,
    receiver: found.role === 'class' && receiver.kind === 'instance' ? receiver.type : receiver,
  };
  return found.role === 'class' ? bound : callFunction(machine, bound, [], new Map(), place);
}

/** A class and its bases in the order in which attributes are looked up. */
export function lineage(type: ClassValue): ClassValue[] {
  const found: ClassValue[] = [];
  const visit = (each: ClassValue) => {
    // A shared base comes after all classes that share it.
    const earlier = found.indexOf(each);
    if (earlier >= 0) found.splice(earlier, 1);
    found.push(each);
    each.bases.forEach(visit);
  };
  visit(type);
  return found;
}

/** Whether a class is a builtin exception or derives from one. */
export function isException(machine: Machine, type: ClassValue): boolean {
  return lineage(type).some((each) => machine.isException(each));
}

export function inherited(type: ClassValue, name: string): Value | null {
  for (const each of lineage(type)) {
    const found = each.attributes.get(name);
    if (found !== undefined) return found;
  }
  return null;
}

export function setMember(
  machine: Machine,
  object: Value,
  name: string,
  value: Value,
  place: Place,
): void {
  if (object.kind === 'instance') {
    const found = inherited(object.type, name);
    if (found?.kind === 'descriptor' && found.role === 'property') {
      const set = found.setter;
      if (set === undefined) return missing(machine, 'this object', `${name} to set`, [], place);
      callFunction(machine, set, [object, value], new Map(), place);
      return;
    }
  }
  if (object.kind === 'instance' || object.kind === 'class') {
    object.attributes.set(name, value);
    return;
  }
  if (object.kind === 'unknown') stopUnknown(machine, object);
  machine.raise(
    'AttributeError',
    `the attribute .${name} of ${describe(object)} cannot be set`,
    place,
  );
}

function ownMember(
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
  if (entry?.kind === 'refused') return unknown(`.${name}: ${entry.reason}`, '', place);
  const known = [...Object.keys(methods), ...Object.keys(properties)];
  const close = nearest(name, known);
  return unknown(
    `.${name} of ${describe(object)} is not supported`,
    close === null ? '' : `did you mean .${close}?`,
    place,
  );
}

function missing(
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
