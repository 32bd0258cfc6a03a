/**
 * One call of a library function: its bound arguments, read as what the
 * function needs (an array, an axis, a flag), with errors in the user's words.
 */
import type { EntryId, NumberType, Place, Shape } from '../engine/graph';
import type { OpName, OpParameters } from '../engine/op';
import { arrayOf, readArray } from './arrays';
import { toArray, toInteger, toTrueArray, truth } from './convert';
import type { Machine } from './machine';
import { entryOf, numberOf } from './operate';
import { type ArrayValue, describe, type NumberValue, type Value } from './values';

export class LibraryCall {
  constructor(
    readonly machine: Machine,
    /** As the user wrote it: `np.sum`, `.reshape`. */
    readonly name: string,
    readonly values: ReadonlyMap<string, Value>,
    readonly place: Place,
  ) {}

  value(name: string): Value {
    const found = this.values.get(name);
    if (found === undefined) throw new Error(`${this.name} has no argument ${name}`);
    return found;
  }

  /** The argument, or null when it is None or absent. */
  optional(name: string): Value | null {
    const found = this.values.get(name);
    return found === undefined || found.kind === 'none' ? null : found;
  }

  /** The items of a `*rest` argument. */
  rest(name: string): readonly Value[] {
    const found = this.value(name);
    return found.kind === 'tuple' ? found.items : [found];
  }

  /** The names and values of a `**keywords` argument. */
  keywords(name: string): [string, Value][] {
    const found = this.value(name);
    if (found.kind !== 'dict') return [];
    return [...found.entries.values()].flatMap(({ key, value }): [string, Value][] =>
      key.kind === 'text' ? [[key.value, value]] : [],
    );
  }

  /** A number or an array; lists become arrays. */
  numeric(name: string): NumberValue | ArrayValue {
    const value = this.value(name);
    const found = toArray(this.machine, value, this.place);
    if (found !== null) return found;
    return this.raise(
      'TypeError',
      `${this.name}() needs a number or an array, not ${describe(value)}`,
    );
  }

  /** An array; numbers become 0-d. */
  array(name: string): ArrayValue {
    const value = this.value(name);
    const found = toTrueArray(this.machine, value, this.place);
    if (found !== null) return found;
    return this.raise('TypeError', `${this.name}() needs an array, not ${describe(value)}`);
  }

  /** The entry of a numeric argument. */
  entry(name: string): EntryId {
    return entryOf(this.machine, this.numeric(name), this.place);
  }

  integer(name: string): number {
    return toInteger(this.machine, this.value(name), `${name} of ${this.name}()`, this.place);
  }

  flag(name: string): boolean {
    const value = this.optional(name);
    return value !== null && truth(this.machine, value, this.place);
  }

  /** A string argument; null when it is None or absent. */
  words(name: string): string | null {
    const value = this.optional(name);
    if (value === null || value.kind === 'text') return value === null ? null : value.value;
    return this.raise(
      'TypeError',
      `${name} of ${this.name}() must be a string, not ${describe(value)}`,
    );
  }

  /** One axis of an array of this rank, non-negative. */
  axis(value: Value, rank: number): number {
    const axis = toInteger(this.machine, value, `axis of ${this.name}()`, this.place);
    if (axis < -rank || axis >= rank) {
      this.raise(
        'AxisError',
        `${this.name}(): axis ${axis} does not exist in an array of ${rank} dimensions`,
      );
    }
    return axis < 0 ? axis + rank : axis;
  }

  /** The axes of an argument that may be None (all), an integer or a tuple; sorted. */
  axes(name: string, rank: number): number[] {
    const value = this.optional(name);
    if (value === null) return axesUpTo(rank);
    if (value.kind !== 'tuple' && value.kind !== 'list') return [this.axis(value, rank)];
    const axes = value.items.map((item) => this.axis(item, rank)).sort((a, b) => a - b);
    if (new Set(axes).size < axes.length)
      this.raise('ValueError', `${this.name}(): an axis is named twice`);
    return axes;
  }

  /** A shape: an integer or a sequence of integers. */
  shape(value: Value): number[] {
    const what = `the shape given to ${this.name}()`;
    const extents = value.kind === 'tuple' || value.kind === 'list' ? value.items : null;
    if (extents === null && value.kind === 'array' && value.shape.length === 1) {
      if (value.type === 'float') this.raise('TypeError', `${what} must be integers, not floats`);
      return [...this.machine.graph.value(readArray(this.machine.graph, value, this.place))];
    }
    return (extents ?? [value]).map((each) => toInteger(this.machine, each, what, this.place));
  }

  /** The number type that a `dtype` argument names; `standard` when it is absent. */
  dtype(name: string, standard: NumberType): NumberType {
    const value = this.optional(name);
    if (value === null) return standard;
    const word = value.kind === 'type' ? value.type : value.kind === 'text' ? value.value : '';
    const type = numberTypeOf(word);
    return (
      type ??
      this.raise(
        'TypeError',
        `${this.name}(): ${describe(value)} is not a number type that is supported`,
      )
    );
  }

  apply<K extends OpName>(op: K, inputs: readonly EntryId[], parameters: OpParameters[K]): EntryId {
    return this.machine.graph.apply(op, inputs, parameters, this.place);
  }

  /** An entry as an array value. */
  give(entry: EntryId): ArrayValue {
    return arrayOf(this.machine.graph, entry, this.place);
  }

  /** An entry of size 1 as a plain number. */
  giveNumber(entry: EntryId): NumberValue {
    return numberOf(this.machine, entry);
  }

  shapeOf(entry: EntryId): Shape {
    return this.machine.graph.entry(entry).shape;
  }

  raise(type: string, message: string): never {
    return this.machine.raise(type, message, this.place);
  }

  refuse(message: string): never {
    return this.machine.refuse(message, this.place);
  }
}

function axesUpTo(rank: number): number[] {
  const axes: number[] = [];
  for (let axis = 0; axis < rank; axis++) axes.push(axis);
  return axes;
}

/** The number type of a dtype's word: `float32` and `double` are floats, `uint8` is an integer. */
export function numberTypeOf(word: string): NumberType | null {
  if (/^(float\d*|double|single|half|longdouble|floating|[fd]\d?)$/.test(word)) return 'float';
  if (/^(u?int\d*|long|intp|integer|i\d?)$/.test(word)) return 'int';
  return /^bool_?$/.test(word) ? 'bool' : null;
}
