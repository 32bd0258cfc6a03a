/**
 * The values that a program defines itself: functions, classes and their objects.
 */
import type { Place } from '../engine/graph';
import type { CompiledFunction, Frame } from './frame';
import type { Value } from './values';

export interface FunctionValue {
  readonly kind: 'function';
  readonly compiled: CompiledFunction;
  readonly outer: Frame;
  /** The values of parameter defaults, evaluated when the function was defined. */
  readonly defaults: readonly (Value | undefined)[];
  /** The class that defines it, for `super()`. */
  owner: ClassValue | null;
  /** What the program has set on the function. */
  attributes?: Map<string, Value>;
  /** The results by arguments of a function that remembers them. */
  readonly results?: Map<string, Value>;
  /** A generator function of which each call is a context manager. */
  readonly manages?: true;
}

export interface ClassValue {
  readonly kind: 'class';
  readonly name: string;
  readonly bases: readonly ClassValue[];
  readonly attributes: Map<string, Value>;
  readonly place: Place;
  /** Has a base that is not known, so that a missing attribute may stand there. */
  readonly open: boolean;
  /** The builtin type that its objects extend: `dict`. */
  readonly builtin?: string;
  /** The kind of value that its objects are, where that is not an instance. */
  readonly holds?: Holds;
  /** Classes below a `record` are tuples with named fields. */
  readonly role?: 'record';
  /** The names that its body declares with a type. */
  readonly fields?: readonly string[];
  /** What its objects are made of, where the class is declared as a record of fields. */
  record?: RecordType;
  /** The members of an enumeration by name. */
  members?: Map<string, Value>;
  /** The key of an object in dicts and sets, where it is not the object itself; null: it has none. */
  hash?: (object: InstanceValue) => string | null;
}

export type Holds = 'number' | 'text' | 'list' | 'tuple' | 'dict';

export interface RecordType {
  readonly fields: readonly RecordField[];
  readonly frozen: boolean;
}

export interface RecordField {
  readonly name: string;
  readonly default: Value | null;
  /** Called for a default of its own for each object. */
  readonly factory: Value | null;
  /** Is a parameter of the constructor. */
  readonly given: boolean;
  readonly compared: boolean;
  readonly shown: boolean;
  readonly keywordOnly: boolean;
}

export interface InstanceValue {
  readonly kind: 'instance';
  readonly type: ClassValue;
  readonly attributes: Map<string, Value>;
}

/** What makes a builtin value an object of a class that extends its type. */
export interface Extension {
  readonly type: ClassValue;
  readonly attributes: Map<string, Value>;
}
