/**
 * Conversions between values: anything numeric to an array, a number or an
 * integer; any value to a truth. What steers the control flow is pinned here.
 */
import type { EntryId, NumberType, Place } from '../engine/graph';
import { sameShape, sizeOf } from '../engine/shape';
import { arrayOf, castTo, peek } from './arrays';
import { callFunction } from './call';
import type { Machine } from './machine';
import { findMember, methodOf } from './members';
import { entryOf } from './operate';
import { type ArrayValue, describe, type NumberValue, type Value } from './values';

/** An array or number of a value; lists and tuples become arrays. null when it is not numeric. */
export function toArray(
  machine: Machine,
  value: Value,
  place: Place,
): ArrayValue | NumberValue | null {
  if (value.kind === 'array' || value.kind === 'number') return value;
  if (value.kind === 'unknown') return stopUnknown(machine, value);
  return fromSequence(machine, value, place);
}

/** Like `toArray`, and numbers become 0-d arrays. */
export function toTrueArray(machine: Machine, value: Value, place: Place): ArrayValue | null {
  const array = toArray(machine, value, place);
  if (array === null || array.kind === 'array') return array;
  return arrayOf(machine.graph, entryOf(machine, array, place), place);
}

/** The entry of nested sequences of numbers and arrays of equal shape. */
function fromSequence(machine: Machine, value: Value, place: Place): ArrayValue | null {
  const { graph } = machine;
  const plain = plainNumbers(value);
  if (plain !== null) {
    return arrayOf(graph, graph.constant(plain.data, plain.shape, plain.type, place), place);
  }
  const items = itemsOf(value);
  if (items === null || items.length === 0) return null;
  const entries: EntryId[] = [];
  for (const item of items) {
    const part = toArray(machine, item, place);
    if (part === null) return null;
    entries.push(entryOf(machine, part, place));
  }
  const shape = graph.entry(entries[0]).shape;
  if (entries.some((entry) => !sameShape(graph.entry(entry).shape, shape))) {
    return machine.raise('ValueError', 'the rows of this array have different shapes', place);
  }
  const type = entries.map((entry) => graph.entry(entry).type).reduce(widerType);
  const rows = entries.map((entry) =>
    graph.apply('reshape', [castTo(graph, entry, type, place)], { shape: [1, ...shape] }, place),
  );
  return arrayOf(graph, graph.apply('concatenate', rows, { axis: 0 }, place), place);
}

function itemsOf(value: Value): readonly Value[] | null {
  if (value.kind === 'list' || value.kind === 'tuple') return value.items;
  if (value.kind !== 'range') return null;
  const items: Value[] = [];
  for (let at = value.start; value.step > 0 ? at < value.stop : at > value.stop; at += value.step) {
    items.push({ kind: 'number', value: at, type: 'int', entry: -1 });
  }
  return items;
}

interface Plain {
  readonly data: number[];
  readonly shape: number[];
  readonly type: NumberType;
}

/** Nested sequences of untraced numbers as flat data; null when anything else is inside. */
function plainNumbers(value: Value): Plain | null {
  if (value.kind === 'number') {
    return value.entry < 0 ? { data: [value.value], shape: [], type: value.type } : null;
  }
  const items = itemsOf(value);
  if (items === null) return null;
  if (items.length === 0) return { data: [], shape: [0], type: 'float' };
  const data: number[] = [];
  let type: NumberType = 'bool';
  let shape: number[] | null = null;
  for (const item of items) {
    const part = plainNumbers(item);
    if (part === null || (shape !== null && !sameShape(shape, part.shape))) return null;
    shape = part.shape;
    type = widerType(type, part.type);
    for (const each of part.data) data.push(each);
  }
  return { data, shape: [items.length, ...(shape ?? [])], type };
}

export function widerType(a: NumberType, b: NumberType): NumberType {
  if (a === 'float' || b === 'float') return 'float';
  return a === 'int' || b === 'int' ? 'int' : 'bool';
}

/** A number of a plain number or an array of size 1; null for anything else. */
export function toNumber(machine: Machine, value: Value, place: Place): NumberValue | null {
  if (value.kind === 'number') return value;
  if (value.kind === 'instance') {
    return numberOfObject(machine, value, ['__float__', '__index__', '__int__'], place);
  }
  if (value.kind !== 'array' || sizeOf(value.shape) !== 1) return null;
  const entry = entryOf(machine, value, place);
  const varies = machine.graph.dependsOnInput(entry);
  const flat =
    varies && value.shape.length > 0
      ? machine.graph.apply('reshape', [entry], { shape: [] }, place)
      : entry;
  const number = machine.graph.number(flat);
  return { kind: 'number', value: number, type: value.type, entry: varies ? flat : -1 };
}

/** What an object says it is as a number: `__float__`, `__index__`; null when it does not say. */
function numberOfObject(
  machine: Machine,
  value: Value,
  names: readonly string[],
  place: Place,
): NumberValue | null {
  for (const name of names) {
    const method = methodOf(machine, value, name, place);
    if (method === null) continue;
    const said = callFunction(machine, method, [], new Map(), place);
    return said.kind === 'instance' ? null : toNumber(machine, said, place);
  }
  return null;
}

/**
 * An integer for an index, a shape or a count. A real number that holds a whole
 * value is taken as that integer (annotated points are real), with a note.
 */
export function toInteger(
  machine: Machine,
  value: Value,
  what: string,
  place: Place,
  exception = 'TypeError',
): number {
  if (value.kind === 'unknown') stopUnknown(machine, value);
  const number =
    value.kind === 'instance'
      ? numberOfObject(machine, value, ['__index__'], place)
      : toNumber(machine, value, place);
  if (number === null) {
    return machine.raise(exception, `${what} must be an integer, not ${describe(value)}`, place);
  }
  machine.pin(number.entry, place);
  if (!Number.isInteger(number.value)) {
    return machine.raise(exception, `${what} must be an integer, not ${number.value}`, place);
  }
  if (number.type === 'float') {
    if (number.entry < 0) {
      return machine.raise(
        exception,
        `${what} must be an integer, not the float ${number.value}`,
        place,
      );
    }
    if (!takeAsIntegers(machine, number.entry)) {
      return machine.raise(exception, `${what} must be an integer, not a float`, place);
    }
  }
  return number.value;
}

/** Notes that an input holds integers, where it does: annotated points are real. False for anything else. */
export function takeAsIntegers(machine: Machine, entry: EntryId): boolean {
  const leaf = entry < 0 ? null : machine.graph.entry(entry);
  if (leaf?.op !== 'input' || !machine.graph.value(entry).every(Number.isInteger)) return false;
  machine.integers.add((leaf.parameters as { name: string }).name);
  return true;
}

/** Whether a value counts as true; pins what decided it. */
export function truth(machine: Machine, value: Value, place: Place): boolean {
  switch (value.kind) {
    case 'number':
      machine.pin(value.entry, place);
      return value.value !== 0;
    case 'array': {
      const size = sizeOf(value.shape);
      if (size > 1) {
        machine.raise(
          'ValueError',
          'the truth of an array with more than one element is ambiguous: use .any() or .all()',
          place,
        );
      }
      if (size === 0) return false;
      machine.pin(entryOf(machine, value, place), place);
      return peek(machine.graph, value)[0] !== 0;
    }
    case 'none':
      return false;
    case 'text':
      return value.value !== '';
    case 'notImplemented':
      return machine.raise('TypeError', 'NotImplemented is neither true nor false', place);
    case 'list':
    case 'tuple':
      return value.items.length > 0;
    case 'dict':
    case 'set':
      return value.entries.size > 0;
    case 'range':
      return value.step > 0 ? value.start < value.stop : value.start > value.stop;
    case 'unknown':
      return stopUnknown(machine, value);
    case 'instance': {
      for (const name of machine.tables.protocols.truth) {
        const method = findMember(machine, value, name, place);
        if (method === null) continue;
        return truth(machine, callFunction(machine, method, [], new Map(), place), place);
      }
      return true;
    }
    default:
      return true;
  }
}

/** A value that is not known is needed to go on. */
export function stopUnknown(machine: Machine, value: Extract<Value, { kind: 'unknown' }>): never {
  const hint = value.hint === '' ? '' : ` (${value.hint})`;
  return machine.refuse(`${value.reason}${hint}`, value.place);
}
