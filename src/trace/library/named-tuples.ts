/** Tuples with named fields, and how members of enumerations read. */
import { callFunction } from '../call';
import { items } from '../iterate';
import type { LibraryCall } from '../library-call';
import { typeOf } from '../members';
import { fieldsOf, makeTuple, makeTupleClass, method, part } from '../records';
import { showQuoted, showText } from '../show';
import { type ClassValue, text, type Value } from '../values';
import type { Functions } from './shared';

export const namedTuples: Functions = {
  'tuple.type': (call) => {
    const given = call.value('fields');
    const names =
      given.kind === 'text'
        ? given.value.replaceAll(',', ' ').split(' ')
        : items(call.machine, given, call.place).map((each) => fieldName(call, each));
    const fields = names.filter((name) => name !== '');
    const defaults = call.optional('defaults');
    const standards = defaults === null ? [] : items(call.machine, defaults, call.place);
    const type: ClassValue = {
      kind: 'class',
      name: call.words('name') ?? '',
      bases: [],
      attributes: new Map(),
      place: call.place,
      open: false,
      builtin: 'tuple',
      holds: 'tuple',
    };
    const lacking = fields.length - standards.length;
    makeTupleClass(
      type,
      fields,
      fields.map((_, at) => standards[at - lacking] ?? null),
    );
    type.attributes.set('__repr__', method('record.show', 'self'));
    return type;
  },
  'tuple.new': (call) => {
    const type = classOf(call);
    const given = [...call.rest('arguments')];
    const keywords = new Map(call.keywords('keywords'));
    const fields = fieldsOf(type);
    const values = fields.map((field) => {
      const value = given.shift() ?? keywords.get(field.name) ?? field.default;
      keywords.delete(field.name);
      if (value !== null) return value;
      return call.raise('TypeError', `${type.name}() is called without its argument ${field.name}`);
    });
    if (given.length + keywords.size > 0) {
      call.raise('TypeError', `${type.name}() takes ${fields.length} arguments`);
    }
    return makeTuple(
      type,
      fields.map((each) => each.name),
      values,
    );
  },
  'tuple.make': (call) => {
    const values = items(call.machine, call.value('values'), call.place);
    return callFunction(call.machine, classOf(call), values, new Map(), call.place);
  },
  'tuple.replace': (call) => {
    const value = call.value('self');
    const type = typeOf(value);
    if (value.kind !== 'tuple' || type === null) return value;
    const fields = fieldsOf(type).map((each) => each.name);
    const changed = new Map(call.keywords('keywords'));
    const extra = [...changed.keys()].find((name) => !fields.includes(name));
    if (extra !== undefined) call.raise('ValueError', `there is no field ${extra}`);
    return makeTuple(
      type,
      fields,
      value.items.map((item, at) => changed.get(fields[at]) ?? item),
    );
  },
  'tuple.asDict': (call) => {
    const value = call.value('self');
    const names = fieldsOf(typeOf(value) as ClassValue).map((each) => each.name);
    const entries = names.map(
      (name) => [`t${name}`, { key: text(name), value: part(value, name) }] as const,
    );
    return { kind: 'dict', entries: new Map(entries) };
  },

  'enumeration.show': (call) => {
    const value = call.value('self');
    return text(`${typeOf(value)?.name}.${showText(call.machine, part(value, 'name'))}`);
  },
  'enumeration.plain': (call) => text(showText(call.machine, part(call.value('self'), 'value'))),
  'enumeration.quote': (call) => {
    const value = call.value('self');
    const [name, held] = [part(value, 'name'), part(value, 'value')];
    const shown = `${typeOf(value)?.name}.${showText(call.machine, name)}`;
    return text(`<${shown}: ${showQuoted(call.machine, held)}>`);
  },
};

function classOf(call: LibraryCall): ClassValue {
  const type = call.value('type');
  return type.kind === 'class' ? type : call.raise('TypeError', `${call.name}() needs a class`);
}

function fieldName(call: LibraryCall, value: Value): string {
  return value.kind === 'text'
    ? value.value
    : call.raise('TypeError', 'a field is named by a string');
}
