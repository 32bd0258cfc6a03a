/**
 * The values of the interpreter: a union on `kind`. Numbers and arrays remember
 * their entry in the op graph; everything else is ordinary data of the program.
 */
import type { EntryId, NumberType, Place, Shape } from '../engine/graph';
import type { TableEntry } from '../syntax/tables';
import type { Stop } from './limits';
import type { ClassValue, Extension, FunctionValue, InstanceValue } from './object-values';
import { float } from './plain-number';

export type { ClassValue, FunctionValue, InstanceValue } from './object-values';
export { float, int, PlainNumber } from './plain-number';

/** A plain number of the language. `entry` is -1 for one that depends on nothing traced. */
export interface NumberValue {
  readonly kind: 'number';
  readonly value: number;
  readonly type: NumberType;
  readonly entry: EntryId;
  readonly extension?: Extension;
}

/** The numbers that views share. A write makes a new `entry` and raises `version`. */
export interface Storage {
  entry: EntryId;
  /** True once written: `entry` is then a `copy` or `write`, to be read by `gather` only. */
  region: boolean;
  version: number;
  readonly length: number;
  /** Parts that were read, by their offset, so that the same window is one entry in every round of a loop. */
  readings?: Map<number, ArrayValue>;
}

/** An array, or a view of one: element (i, j) stands at offset + i·strides[0] + j·strides[1]. */
export interface ArrayValue {
  readonly kind: 'array';
  readonly storage: Storage;
  readonly offset: number;
  readonly strides: Shape;
  readonly shape: Shape;
  readonly type: NumberType;
  readonly place: Place | null;
  /** The entry with this view's own shape, valid while `cachedVersion` is the storage's. */
  cachedEntry: EntryId;
  cachedVersion: number;
}

/** A function of `trace/library`, perhaps bound to the value it was read from. */
export interface LibraryValue {
  readonly kind: 'library';
  /** As the user wrote it: `np.sum`, `.reshape`. */
  readonly name: string;
  readonly id: string;
  readonly signature: string;
  readonly receiver: Value | null;
  /** As an attribute of a class it is a method. */
  readonly binds?: true;
}

/** What cannot be computed: carries its reason and its place. */
export interface UnknownValue {
  readonly kind: 'unknown';
  readonly reason: string;
  readonly hint: string;
  readonly place: Place;
}

export type Value =
  | NumberValue
  | ArrayValue
  | FunctionValue
  | ClassValue
  | InstanceValue
  | LibraryValue
  | UnknownValue
  | { readonly kind: 'none' }
  | { readonly kind: 'ellipsis' }
  /** What an operator method gives that leaves the answer to the other side. */
  | { readonly kind: 'notImplemented' }
  | { readonly kind: 'text'; readonly value: string; readonly extension?: Extension }
  | { readonly kind: 'list'; readonly items: Value[]; readonly extension?: Extension }
  | { readonly kind: 'tuple'; readonly items: readonly Value[]; readonly extension?: Extension }
  /** Keyed by `keyOf`; insertion order. A set has the same shape, keys only. */
  | {
      readonly kind: 'dict';
      readonly entries: Map<string, { key: Value; value: Value }>;
      readonly extension?: Extension;
    }
  | { readonly kind: 'set'; readonly entries: Map<string, Value> }
  | { readonly kind: 'slice'; readonly start: Value; readonly stop: Value; readonly step: Value }
  | { readonly kind: 'range'; readonly start: number; readonly stop: number; readonly step: number }
  /** A one-shot iterator: zip, enumerate, map, a generator's results. */
  | { readonly kind: 'iterator'; readonly next: () => Value | null; readonly generator?: Running }
  /** What `with` enters and leaves; leaving may swallow the exception it is given. */
  | {
      readonly kind: 'manager';
      readonly enter: () => Value;
      readonly leave: (stop: Stop | null) => boolean;
    }
  | { readonly kind: 'method'; readonly function: Value; readonly receiver: Value }
  | {
      readonly kind: 'module';
      readonly name: string;
      readonly names: (name: string, place: Place) => Value | null;
      /** What was read from a module of the library before: it stays as it is. */
      readonly known?: ReadonlyMap<string, Value>;
    }
  /** A number type as a value: `np.float64`, `int`. */
  | { readonly kind: 'type'; readonly name: string; readonly type: string }
  /** What `@staticmethod`, `@classmethod` and `@property` make of a function. */
  | {
      readonly kind: 'descriptor';
      readonly role: 'static' | 'class' | 'property';
      readonly function: Value;
      /** What `@name.setter` adds to a property. */
      readonly setter?: Value;
    }
  /** `super()`: looks up past `after` in the receiver's class. */
  | { readonly kind: 'super'; readonly after: ClassValue; readonly receiver: Value };

/** A generator's own controls. */
interface Running {
  /** What its `return` gave. */
  readonly result: () => Value;
  readonly close: () => void;
  readonly throw: (stop: Stop) => Value | null;
}

export type ListValue = Extract<Value, { kind: 'list' }>;
type TupleValue = Extract<Value, { kind: 'tuple' }>;
export type DictValue = Extract<Value, { kind: 'dict' }>;
export type SetValue = Extract<Value, { kind: 'set' }>;
type TextValue = Extract<Value, { kind: 'text' }>;

export const none: Value = { kind: 'none' };
export const ellipsis: Value = { kind: 'ellipsis' };
const notImplemented: Value = { kind: 'notImplemented' };
const yes: NumberValue = { kind: 'number', value: 1, type: 'bool', entry: -1 };
const no: NumberValue = { kind: 'number', value: 0, type: 'bool', entry: -1 };

export function bool(value: boolean): NumberValue {
  return value ? yes : no;
}

export function text(value: string): TextValue {
  return { kind: 'text', value };
}

export function list(items: Value[]): ListValue {
  return { kind: 'list', items };
}

export function tuple(items: readonly Value[]): TupleValue {
  return { kind: 'tuple', items };
}

export function unknown(reason: string, hint: string, place: Place): UnknownValue {
  return { kind: 'unknown', reason, hint, place };
}

/** What makes a value an object of a class that extends its builtin type. */
export function extensionOf(value: Value): Extension | undefined {
  switch (value.kind) {
    case 'number':
    case 'text':
    case 'list':
    case 'tuple':
    case 'dict':
      return value.extension;
    default:
      return undefined;
  }
}

/** The key under which a dict or set keeps a value; null for one that cannot be a key. */
export function keyOf(value: Value): string | null {
  switch (value.kind) {
    case 'number':
      return `n${value.value}`;
    case 'text':
      return `t${value.value}`;
    case 'none':
      return 'none';
    case 'array':
      return null;
    case 'tuple': {
      const keys = value.items.map(keyOf);
      return keys.includes(null)
        ? null
        : `(${keys.map((key) => `${key?.length}:${key}`).join(',')})`;
    }
    case 'instance':
      return value.type.hash === undefined ? identityOf(value) : value.type.hash(value);
    case 'class':
    case 'function':
      return identityOf(value);
    case 'method':
      return `m${keyOf(value.function)}:${keyOf(value.receiver)}`;
    case 'library':
      return value.receiver === null ? `l${value.id}` : identityOf(value);
    case 'type':
      return `y${value.type}`;
    case 'range':
      return `r${value.start}:${value.stop}:${value.step}`;
    default:
      return null;
  }
}

const identities = new WeakMap<Value, number>();
let identified = 0;

/** A key that no other object has. */
function identityOf(value: Value): string {
  let found = identities.get(value);
  if (found === undefined) {
    found = identified++;
    identities.set(value, found);
  }
  return `i${found}`;
}

/** Binds a key in a dict; an equal key that is there stays. False for what cannot be a key. */
export function setEntry(entries: DictValue['entries'], key: Value, value: Value): boolean {
  const name = keyOf(key);
  if (name === null) return false;
  entries.set(name, { key: entries.get(name)?.key ?? key, value });
  return true;
}

/** What the user calls a value of this kind, for sentences: "a list", "an array of shape (2, 3)". */
export function describe(value: Value): string {
  switch (value.kind) {
    case 'number':
      return value.type === 'bool' ? 'a bool' : value.type === 'int' ? 'an int' : 'a float';
    case 'array':
      return value.shape.length === 0
        ? 'a number'
        : `an array of shape (${value.shape.join(', ')}${value.shape.length === 1 ? ',' : ''})`;
    case 'none':
      return 'None';
    case 'text':
      return 'a string';
    case 'instance':
      return `a ${value.type.name} object`;
    case 'class':
      return `the class ${value.name}`;
    case 'function':
      return `the function ${value.compiled.definition.name || 'lambda'}`;
    case 'library':
      return `the function ${value.name}`;
    case 'module':
      return `the module ${value.name}`;
    case 'type':
      return `the type ${value.name}`;
    case 'unknown':
      return 'a value that is not known';
    case 'manager':
      return 'a context manager';
    case 'notImplemented':
      return 'NotImplemented';
    case 'ellipsis':
    case 'iterator':
      return `an ${value.kind}`;
    default:
      return `a ${value.kind}`;
  }
}

/** Turns a table entry into the value that its name stands for. */
export function tableValue(name: string, entry: TableEntry, place: Place): Value {
  switch (entry.kind) {
    case 'function':
      return { kind: 'library', name, id: entry.id, signature: entry.signature, receiver: null };
    case 'number':
      return float(entry.value);
    case 'none':
      return none;
    case 'notImplemented':
      return notImplemented;
    case 'ellipsis':
      return ellipsis;
    case 'boolean':
      return bool(entry.value);
    case 'text':
      return text(entry.value);
    case 'type':
      return { kind: 'type', name, type: entry.type };
    case 'refused':
      return unknown(`${name}: ${entry.reason}`, '', place);
    case 'module':
    case 'class':
    case 'base':
      throw new Error(`${name} is resolved by the machine`);
  }
}
