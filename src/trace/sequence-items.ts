/** Items and slices of lists, tuples, ranges and strings. */
import type { Place } from '../engine/graph';
import { toInteger } from './convert';
import { items } from './iterate';
import type { Machine } from './machine';
import { sliceBounds } from './slices';
import { int, type ListValue, list, type NumberValue, text, tuple, type Value } from './values';

type Sequence = Extract<Value, { kind: 'list' | 'tuple' | 'range' | 'text' }>;

export function getItem(machine: Machine, object: Sequence, index: Value, place: Place): Value {
  const length = lengthOf(object);
  const item = (position: number): Value => {
    if (object.kind === 'text') return text(object.value[position]);
    if (object.kind === 'range') {
      return int(object.start + position * object.step);
    }
    return object.items[position];
  };
  if (index.kind === 'slice') {
    const { start, step, count } = sliceBounds(machine, index, length, place);
    const chosen = Array.from({ length: count }, (_, k) => item(start + k * step));
    if (object.kind === 'text') {
      return text(chosen.map((each) => (each.kind === 'text' ? each.value : '')).join(''));
    }
    return object.kind === 'tuple' ? tuple(chosen) : list(chosen);
  }
  return item(sequencePosition(machine, index, length, object.kind, place));
}

/** The item of a list or tuple at a plain integer; undefined for everything that takes more. */
export function quickItem(object: Value, index: Value): Value | undefined {
  if ((object.kind !== 'list' && object.kind !== 'tuple') || object.extension !== undefined) {
    return undefined;
  }
  if (!isPlainInteger(index)) return undefined;
  return object.items[index.value < 0 ? index.value + object.items.length : index.value];
}

/** Stores an item of a list at a plain integer; false for everything that takes more. */
export function setQuickItem(object: Value, index: Value, value: Value): boolean {
  if (object.kind !== 'list' || object.extension !== undefined) return false;
  if (!isPlainInteger(index)) return false;
  const at = index.value < 0 ? index.value + object.items.length : index.value;
  if (!(at >= 0 && at < object.items.length)) return false;
  object.items[at] = value;
  return true;
}

/** An integer that depends on nothing traced. */
export function isPlainInteger(value: Value): value is NumberValue {
  return value.kind === 'number' && value.type === 'int' && value.entry < 0;
}

function sequencePosition(
  machine: Machine,
  index: Value,
  length: number,
  kind: string,
  place: Place,
): number {
  const at = toInteger(machine, index, `the index of a ${kind}`, place);
  const wrapped = at < 0 ? at + length : at;
  if (wrapped < 0 || wrapped >= length) {
    machine.raise(
      'IndexError',
      `the index ${at} is out of range: the ${kind} has ${length} items`,
      place,
    );
  }
  return wrapped;
}

/** The number of items of a sequence. */
export function lengthOf(object: Sequence): number {
  if (object.kind === 'text') return object.value.length;
  if (object.kind === 'range') {
    return Math.max(0, Math.ceil((object.stop - object.start) / object.step));
  }
  return object.items.length;
}

/** `list[index] = value`, with a slice for an index as well. */
export function setItem(
  machine: Machine,
  object: ListValue,
  index: Value,
  value: Value,
  place: Place,
): void {
  const length = object.items.length;
  if (index.kind !== 'slice') {
    object.items[sequencePosition(machine, index, length, 'list', place)] = value;
    return;
  }
  const given = items(machine, value, place);
  const { start, step, count } = sliceBounds(machine, index, length, place);
  if (step === 1) {
    object.items.splice(start, count, ...given);
    return;
  }
  if (given.length !== count) {
    const message = `${given.length} values do not fill a slice of ${count} items`;
    machine.raise('ValueError', message, place);
  }
  for (const [k, item] of given.entries()) object.items[start + k * step] = item;
}

/** `del list[index]`, with a slice for an index as well. */
export function deleteItem(machine: Machine, object: ListValue, index: Value, place: Place): void {
  const length = object.items.length;
  if (index.kind !== 'slice') {
    object.items.splice(sequencePosition(machine, index, length, 'list', place), 1);
    return;
  }
  const { start, step, count } = sliceBounds(machine, index, length, place);
  const gone = new Set(Array.from({ length: count }, (_, k) => start + k * step));
  const kept = object.items.filter((_, position) => !gone.has(position));
  object.items.splice(0, length, ...kept);
}
