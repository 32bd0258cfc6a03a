/** Tuples with named fields: the class, and its objects. */
import { lineage } from './members';
import type { RecordField } from './object-values';
import { type ClassValue, extensionOf, none, text, tuple, type Value } from './values';

/** Makes a class whose body declares fields one of tuples. */
export function declareTuple(made: ClassValue): void {
  const names = made.fields ?? [];
  const defaults = names.map((name) => made.attributes.get(name) ?? null);
  for (const name of names) made.attributes.delete(name);
  makeTupleClass(made, names, defaults);
}

/** Gives a class the fields, the constructor and the methods of a tuple with named fields. */
export function makeTupleClass(
  made: ClassValue,
  names: readonly string[],
  defaults: readonly (Value | null)[],
): void {
  made.record = {
    frozen: false,
    fields: names.map((name, at) => ({
      name,
      default: defaults[at],
      factory: null,
      given: true,
      compared: true,
      shown: true,
      keywordOnly: false,
    })),
  };
  const fieldNames = tuple(names.map(text));
  made.attributes.set('_fields', fieldNames);
  made.attributes.set('__match_args__', fieldNames);
  made.attributes.set('_make', {
    kind: 'descriptor',
    role: 'class',
    function: method('tuple.make', 'type, values'),
  });
  made.attributes.set('__new__', method('tuple.new', 'type, *arguments, **keywords'));
  made.attributes.set('_replace', method('tuple.replace', 'self, **keywords'));
  made.attributes.set('_asdict', method('tuple.asDict', 'self'));
}

/** A tuple of a class with named fields. */
export function makeTuple(
  type: ClassValue,
  fields: readonly string[],
  items: readonly Value[],
): Value {
  const attributes = new Map(fields.map((name, at) => [name, items[at] ?? none]));
  return { kind: 'tuple', items, extension: { type, attributes } };
}

/** A library function that is a method of a class. */
export function method(id: string, signature: string): Value {
  const name = `.${id.split('.').at(-1)}`;
  return { kind: 'library', name, id, signature, receiver: null, binds: true };
}

/** Whether a class is a record by its decorator, and not a tuple. */
export function isRecord(type: ClassValue): boolean {
  return lineage(type).some((each) => each.record !== undefined && each.holds === undefined);
}

/** The fields of a record or a tuple with named fields. */
export function fieldsOf(type: ClassValue): readonly RecordField[] {
  return lineage(type).find((each) => each.record !== undefined)?.record?.fields ?? [];
}

/** An attribute of an object itself; None when it is not there. */
export function part(value: Value, name: string): Value {
  const attributes = value.kind === 'instance' ? value.attributes : extensionOf(value)?.attributes;
  return attributes?.get(name) ?? none;
}

/** Whether a name is a field of a tuple, which does not change. */
export function isField(type: ClassValue, name: string): boolean {
  return fieldsOf(type).some((each) => each.name === name);
}
