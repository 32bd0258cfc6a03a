/** Reading and writing attributes: objects, classes, modules, and the members of builtin values. */
import type { Place } from '../engine/graph';
import { hasMember, missing, ownMember, typeMember } from './builtin-members';
import { callFunction } from './call';
import { stopUnknown } from './convert';
import type { Machine } from './machine';
import { isField } from './records';
import { classMember, functionMember, generatorMember, liveAttributes } from './special-members';
import {
  type ClassValue,
  describe,
  extensionOf,
  type InstanceValue,
  text,
  unknown,
  type Value,
} from './values';

/** `object.name`; raises AttributeError with the nearest spelling. */
export function getMember(machine: Machine, object: Value, name: string, place: Place): Value {
  switch (object.kind) {
    case 'instance':
    case 'super': {
      const found = findMember(machine, object, name, place);
      if (found !== null) return found;
      const type = object.kind === 'instance' ? object.type : object.after;
      if (object.kind === 'instance') {
        if (name === '__class__') return object.type;
        if (name === '__dict__') return liveAttributes(object.attributes);
        const fallback = findMember(machine, object, '__getattr__', place);
        if (fallback !== null) {
          return callFunction(machine, fallback, [text(name)], new Map(), place);
        }
      } else if (lineage(type).some((each) => each.holds !== undefined)) {
        return getMember(
          machine,
          { ...object.receiver, extension: undefined } as Value,
          name,
          place,
        );
      }
      if (OBJECT_MEMBERS.has(name)) return unknown(`.${name} is not supported`, '', place);
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
      const found = classMember(object, name);
      if (found !== null) return found;
      if (OBJECT_MEMBERS.has(name)) return unknown(`.${name} is not supported`, '', place);
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
    case 'function': {
      const found = functionMember(object, name);
      if (found !== null) return found;
      break;
    }
    case 'method':
      if (name === '__self__') return object.receiver;
      return name === '__func__'
        ? object.function
        : getMember(machine, object.function, name, place);
    case 'iterator': {
      const found = generatorMember(object, name, place);
      if (found !== null) return found;
      break;
    }
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
      const method = typeMember(machine, object, name, place);
      if (method !== null) return method;
      break;
    }
    case 'number':
    case 'text':
    case 'list':
    case 'tuple':
    case 'dict': {
      const { extension } = object;
      if (extension === undefined) return ownMember(machine, object, object.kind, name, place);
      if (name === '__class__') return extension.type;
      if (name === '__dict__') return liveAttributes(extension.attributes);
      const found = methodOf(machine, object, name, place);
      if (found !== null) return found;
      const fallback = hasMember(machine, object.kind, name)
        ? null
        : methodOf(machine, object, '__getattr__', place);
      if (fallback !== null) return callFunction(machine, fallback, [text(name)], new Map(), place);
      return ownMember(machine, object, object.kind, name, place);
    }
    case 'array':
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
    const type = typeOf(receiver) ?? object.after;
    const line = lineage(type);
    const past = line.slice(line.indexOf(object.after) + 1);
    found = past.find((each) => each.attributes.has(name))?.attributes.get(name) ?? null;
    // What no class defines is the constructor of objects and exceptions.
    if (found === null && Object.hasOwn(OBJECT_METHODS, name)) {
      const [id, signature] = OBJECT_METHODS[name];
      const bound = name === '__new__' ? null : receiver;
      return { kind: 'library', name, id, signature, receiver: bound };
    }
    if (name === '__new__') return found;
  } else {
    const own = object.attributes.get(name);
    if (own !== undefined) return own;
    receiver = object;
    found = inherited(object.type, name);
  }
  return found === null ? null : bindMember(machine, found, receiver, place);
}

/** What every object has, where no class of the program says otherwise. */
const OBJECT_METHODS: Readonly<Record<string, readonly [id: string, signature: string]>> = {
  __init__: ['initialize', 'self, *arguments, **keywords'],
  __new__: ['newObject', 'type, *arguments, **keywords'],
  __setattr__: ['setPlainly', 'object, name, value'],
};

/** Members of all objects and classes that are not supported. */
const OBJECT_MEMBERS = new Set(
  '__doc__ __module__ __mro__ __bases__ __dict__ __qualname__ __subclasses__ __annotations__ __hash__ __eq__ __ne__ __str__ __repr__ __reduce__ __sizeof__ __dir__ __format__ __weakref__'.split(
    ' ',
  ),
);

/** A method of an object of the program's own, builtin values that its classes extend included; null for none. */
export function methodOf(machine: Machine, value: Value, name: string, place: Place): Value | null {
  if (value.kind === 'instance') return findMember(machine, value, name, place);
  const extension = extensionOf(value);
  if (extension === undefined) return null;
  const own = extension.attributes.get(name);
  if (own !== undefined) return own;
  const found = inherited(extension.type, name);
  return found === null ? null : bindMember(machine, found, value, place);
}

/** The class of an object; null for values that no class of the program made. */
export function typeOf(value: Value): ClassValue | null {
  return value.kind === 'instance' ? value.type : (extensionOf(value)?.type ?? null);
}

/** What an attribute of a class is when it is read from an object. */
function bindMember(machine: Machine, found: Value, receiver: Value, place: Place): Value {
  if (found.kind === 'function') return { kind: 'method', function: found, receiver };
  if (found.kind === 'library' && found.binds) return { ...found, receiver };
  if (found.kind !== 'descriptor') return found;
  if (found.role === 'static') return found.function;
  const bound: Value = {
    kind: 'method',
    function: found.function,
    receiver: found.role === 'class' ? (typeOf(receiver) ?? receiver) : receiver,
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
  /** As `object.__setattr__` does: past the program's own `__setattr__`. */
  plainly = false,
): void {
  if (object.kind === 'instance') {
    const setter = inherited(object.type, '__setattr__');
    if (setter?.kind === 'function' && !plainly) {
      callFunction(machine, setter, [object, text(name), value], new Map(), place);
      return;
    }
    if (lineage(object.type).some((each) => each.record?.frozen === true) && !plainly) {
      machine.raise('FrozenInstanceError', `cannot assign to the field ${name}`, place);
    }
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
  if (object.kind === 'function') {
    object.attributes ??= new Map();
    object.attributes.set(name, value);
    return;
  }
  const extension = extensionOf(object);
  if (extension !== undefined) {
    const setter = plainly ? null : methodOf(machine, object, '__setattr__', place);
    if (setter !== null) {
      callFunction(machine, setter, [text(name), value], new Map(), place);
      return;
    }
    if (!isField(extension.type, name)) {
      extension.attributes.set(name, value);
      return;
    }
  }
  if (object.kind === 'unknown') stopUnknown(machine, object);
  machine.raise(
    'AttributeError',
    `the attribute .${name} of ${describe(object)} cannot be set`,
    place,
  );
}
