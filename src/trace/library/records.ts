/** Records: classes of declared fields, as a class decorator makes them. */

import { callFunction } from '../call';
import { compare, equal } from '../compare';
import { truth } from '../convert';
import type { LibraryCall } from '../library-call';
import { inherited, lineage, typeOf } from '../members';
import type { RecordField } from '../object-values';
import { fieldsOf, isRecord, method, part } from '../records';
import { showQuoted, showText } from '../show';
import {
  bool,
  type ClassValue,
  describe,
  type InstanceValue,
  keyOf,
  list,
  none,
  text,
  tuple,
  type Value,
} from '../values';
import type { Functions } from './shared';

export const records: Functions = {
  /** `@dataclass`, with and without a call. */
  'record.declare': (call) => {
    const type = call.optional('type');
    if (type?.kind === 'class') return declare(call, type);
    const options = [...call.values].filter(([name]) => name !== 'type');
    const entries = options.map(
      ([name, value]) => [`t${name}`, { key: text(name), value }] as const,
    );
    return {
      kind: 'library',
      name: call.name,
      id: 'record.declareWith',
      signature: 'options, type',
      receiver: { kind: 'dict', entries: new Map(entries) },
    };
  },
  'record.declareWith': (call) => {
    const type = call.value('type');
    if (type.kind !== 'class') return call.raise('TypeError', 'a dataclass is made of a class');
    const options = call.value('options');
    const named = options.kind === 'dict' ? [...options.entries.values()] : [];
    const values = new Map(named.map(({ key, value }) => [showText(call.machine, key), value]));
    return declare(call, type, values);
  },
  /** `field(default_factory=list)`: what a declaration is told of one field. */
  'record.field': (call) => ({
    kind: 'instance',
    type: fieldType(call),
    attributes: new Map(call.values),
  }),
  'record.initialize': (call) => {
    const object = instanceOf(call);
    const fields = fieldsOf(object.type);
    const given = [...call.rest('arguments')];
    const keywords = call.value('keywords');
    const named = new Map(keywords.kind === 'dict' ? keywords.entries : []);
    const { name: type } = object.type;
    for (const field of fields.filter((each) => each.given)) {
      const key = `t${field.name}`;
      const positional = field.keywordOnly ? undefined : given.shift();
      if (positional !== undefined && named.has(key)) {
        call.raise('TypeError', `${type}() got two values for ${field.name}`);
      }
      const value = positional ?? named.get(key)?.value ?? standard(call, field);
      named.delete(key);
      if (value === null) {
        return call.raise('TypeError', `${type}() is called without its argument ${field.name}`);
      }
      object.attributes.set(field.name, value);
    }
    for (const field of fields.filter((each) => !each.given)) {
      const value = standard(call, field);
      if (value !== null) object.attributes.set(field.name, value);
    }
    const [extra] = named.values();
    if (given.length > 0) call.raise('TypeError', `${type}() takes fewer arguments`);
    if (extra !== undefined) {
      call.raise('TypeError', `${type}() has no parameter ${showText(call.machine, extra.key)}`);
    }
    const after = inherited(object.type, '__post_init__');
    if (after?.kind === 'function') {
      const bound: Value = { kind: 'method', function: after, receiver: object };
      callFunction(call.machine, bound, [], new Map(), call.place);
    }
    return none;
  },
  'record.equal': (call) => {
    const [object, other] = [instanceOf(call), call.value('other')];
    if (other.kind !== 'instance' || other.type !== object.type) return bool(object === other);
    return bool(equal(call.machine, compared(object), compared(other), call.place));
  },
  'record.less': (call) => order(call, 'less'),
  'record.lessEqual': (call) => order(call, 'lessEqual'),
  'record.greater': (call) => order(call, 'greater'),
  'record.greaterEqual': (call) => order(call, 'greaterEqual'),
  'record.show': (call) => {
    const value = call.value('self');
    const type = typeOf(value);
    const fields = (type === null ? [] : fieldsOf(type)).filter((each) => each.shown);
    const shown = fields.map(
      ({ name }) => `${name}=${showQuoted(call.machine, part(value, name))}`,
    );
    return text(`${type?.name}(${shown.join(', ')})`);
  },
  'record.asDict': (call) => plain(call.value('self'), false),
  'record.asTuple': (call) => plain(call.value('self'), true),
  'record.replace': (call) => {
    const object = instanceOf(call);
    const given = new Map<string, Value>();
    for (const { name, given: parameter } of fieldsOf(object.type)) {
      if (parameter) given.set(name, part(object, name));
    }
    for (const [name, value] of call.keywords('keywords')) given.set(name, value);
    return callFunction(call.machine, object.type, [], given, call.place);
  },
  'record.fields': (call) => {
    const value = call.value('value');
    const type = value.kind === 'class' ? value : typeOf(value);
    if (type === null || !isRecord(type)) {
      return call.raise('TypeError', `${describe(value)} is no dataclass`);
    }
    const made = fieldsOf(type).map(({ name }): Value => {
      const attributes = new Map<string, Value>([['name', text(name)]]);
      return { kind: 'instance', type: fieldType(call), attributes };
    });
    return tuple(made);
  },
  'record.is': (call) => {
    const value = call.value('value');
    const type = value.kind === 'class' ? value : typeOf(value);
    return bool(type !== null && isRecord(type));
  },
};

function declare(call: LibraryCall, type: ClassValue, options = call.values): ClassValue {
  const flag = (name: string): boolean => {
    const value = options.get(name);
    return value !== undefined && truth(call.machine, value, call.place);
  };
  const fields = new Map<string, RecordField>();
  for (const base of lineage(type).slice(1).toReversed()) {
    for (const field of base.record?.fields ?? []) fields.set(field.name, field);
  }
  for (const name of type.fields ?? []) {
    fields.set(name, readField(call, type, name, flag('kw_only')));
  }
  type.record = { fields: [...fields.values()], frozen: flag('frozen') };
  const add = (name: string, id: string, signature: string) => {
    if (!type.attributes.has(name)) type.attributes.set(name, method(id, signature));
  };
  if (flag('init')) add('__init__', 'record.initialize', 'self, *arguments, **keywords');
  if (flag('repr')) add('__repr__', 'record.show', 'self');
  if (flag('eq') && !type.attributes.has('__eq__')) {
    add('__eq__', 'record.equal', 'self, other');
    const frozen = flag('frozen') || flag('unsafe_hash');
    type.hash ??= (object) => (frozen ? `record ${type.name} ${keyOf(compared(object))}` : null);
  }
  if (flag('order')) {
    add('__lt__', 'record.less', 'self, other');
    add('__le__', 'record.lessEqual', 'self, other');
    add('__gt__', 'record.greater', 'self, other');
    add('__ge__', 'record.greaterEqual', 'self, other');
  }
  const positional = type.record.fields.filter((each) => each.given && !each.keywordOnly);
  type.attributes.set('__match_args__', tuple(positional.map((each) => text(each.name))));
  return type;
}

/** A field by what the class body assigned to its name. */
function readField(
  call: LibraryCall,
  type: ClassValue,
  name: string,
  keywordOnly: boolean,
): RecordField {
  const assigned = type.attributes.get(name) ?? null;
  const simple = {
    name,
    default: assigned,
    factory: null,
    given: true,
    compared: true,
    shown: true,
    keywordOnly,
  };
  if (assigned?.kind === 'list' || assigned?.kind === 'dict' || assigned?.kind === 'set') {
    const kind = describe(assigned);
    call.raise('ValueError', `${kind} cannot be the default of ${name}: use default_factory`);
  }
  if (assigned?.kind !== 'instance' || assigned.type !== fieldType(call)) return simple;
  const said = (each: string): Value | null => {
    const value = assigned.attributes.get(each);
    return value === undefined || value.kind === 'ellipsis' ? null : value;
  };
  const holds = (each: string) => {
    const value = said(each);
    return value === null || truth(call.machine, value, call.place);
  };
  const standard = said('default');
  if (standard === null) type.attributes.delete(name);
  else type.attributes.set(name, standard);
  return {
    name,
    default: standard,
    factory: said('default_factory'),
    given: holds('init'),
    compared: holds('compare'),
    shown: holds('repr'),
    keywordOnly: said('kw_only') === null ? keywordOnly : holds('kw_only'),
  };
}

function fieldType(call: LibraryCall): ClassValue {
  return call.machine.ownClass('Field', call.place);
}

function standard(call: LibraryCall, field: RecordField): Value | null {
  if (field.factory === null) return field.default;
  return callFunction(call.machine, field.factory, [], new Map(), call.place);
}

function instanceOf(call: LibraryCall): InstanceValue {
  const value = call.value('self');
  if (value.kind === 'instance') return value;
  return call.raise('TypeError', `${call.name}() needs an object of a dataclass`);
}

/** The fields that comparisons look at. */
function compared(object: InstanceValue): Value {
  const fields = fieldsOf(object.type).filter((each) => each.compared);
  return tuple(fields.map(({ name }) => part(object, name)));
}

function order(
  call: LibraryCall,
  operator: 'less' | 'lessEqual' | 'greater' | 'greaterEqual',
): Value {
  const [object, other] = [instanceOf(call), call.value('other')];
  if (other.kind !== 'instance' || other.type !== object.type) {
    return call.raise('TypeError', `${describe(object)} is not compared with ${describe(other)}`);
  }
  return compare(call.machine, operator, compared(object), compared(other), call.place);
}

/** A record and all records inside as dicts, or as tuples. */
function plain(value: Value, asTuple: boolean): Value {
  const inner = (each: Value) => plain(each, asTuple);
  switch (value.kind) {
    case 'instance': {
      if (!isRecord(value.type)) return value;
      const names = fieldsOf(value.type).map((each) => each.name);
      if (asTuple) return tuple(names.map((name) => inner(part(value, name))));
      const entries = names.map(
        (name) => [`t${name}`, { key: text(name), value: inner(part(value, name)) }] as const,
      );
      return { kind: 'dict', entries: new Map(entries) };
    }
    case 'list':
      return list(value.items.map(inner));
    case 'tuple':
      return value.extension === undefined ? tuple(value.items.map(inner)) : value;
    case 'dict': {
      const entries = [...value.entries].map(
        ([key, entry]) => [key, { key: entry.key, value: inner(entry.value) }] as const,
      );
      return { kind: 'dict', entries: new Map(entries) };
    }
    default:
      return value;
  }
}
