/**
 * Lists and arrays in flat code: what rows read from them, store into them and
 * make. Each function gives false, or a kind that gave up, where the general road
 * must see it.
 */
import type { Place } from '../engine/graph';
import { view } from './arrays';
import type { Journal } from './flat-journal';
import type { Machine } from './machine';
import { boxed, gaveUp, real, registers, single, whole } from './unboxed';
import { elementAt, itemAt, offsetAt } from './unboxed-leaves';
import { loadPlain } from './unboxed-operand';
import { list, PlainNumber, type Value } from './values';

/** What the registers hold, in the words of `unboxed`. */
export const kinds = new Uint8Array(registers.length);

/** Longer lists are made by the general road. */
const mostItems = 100_000;

/** The number at a position in a list, tuple or array, into register `d`; its kind. */
export function readItem(machine: Machine, from: Value | undefined, at: number, d: number): number {
  if (from === undefined || kinds[at] !== whole) return gaveUp;
  const position = registers[at];
  if (from.kind === 'list' && from.extension === undefined) {
    const item = from.items[position < 0 ? position + from.items.length : position];
    if (item instanceof PlainNumber) {
      registers[d] = item.value;
      return item.type === 'float' ? real : whole;
    }
    return loadPlain(machine.graph, item, d);
  }
  if (from.kind !== 'array') return loadPlain(machine.graph, itemAt(from, position), d);
  registers[d] = position;
  return elementAt(machine.graph, from, d, 1);
}

/** A list in a list, or a row of an array; undefined for anything else. */
export function readInner(from: Value | undefined, at: number): Value | undefined {
  if (from === undefined || kinds[at] !== whole) return undefined;
  const position = registers[at];
  if (from.kind !== 'array') return itemAt(from, position);
  const { shape, strides, offset } = from;
  const wrapped = position < 0 ? position + shape[0] : position;
  if (shape.length < 2 || !(wrapped >= 0 && wrapped < shape[0])) return undefined;
  return view(from, offset + wrapped * strides[0], strides.slice(1), shape.slice(1), null);
}

/** The number at a position of the list, or row of an array, that stands at another. */
export function readNested(
  machine: Machine,
  from: Value | undefined,
  outer: number,
  at: number,
  d: number,
): number {
  return readItem(machine, readInner(from, outer), at, d);
}

/** How many items there are; -1 where that is not known here. */
export function lengthOf(from: Value | undefined): number {
  if (from === undefined) return -1;
  if (from.kind === 'array') return from.shape[0] ?? -1;
  if (from.kind !== 'list' && from.kind !== 'tuple') return -1;
  return from.extension === undefined ? from.items.length : -1;
}

/** Stores the number in register `value` at the `count` indices from register `at` on. */
export function store(
  machine: Machine,
  journal: Journal,
  into: Value | undefined,
  value: number,
  at: number,
  count: number,
  named: boolean,
  place: Place,
): boolean {
  const kind = kinds[value];
  if (into === undefined || kind >= gaveUp) return false;
  for (let axis = at; axis < at + count; axis++) if (kinds[axis] !== whole) return false;
  if (into.kind === 'array') {
    // Integers of arrays are cut off: that is for the general road.
    if (into.type !== 'float' && kind !== whole) return false;
    const offset = offsetAt(machine.graph, into, at, count);
    if (offset < 0) return false;
    journal.setElement(machine.graph, into.storage, offset, registers[value], place);
    return true;
  }
  if (into.kind !== 'list' || into.extension !== undefined || count !== 1) return false;
  const { items } = into;
  const position = registers[at] < 0 ? registers[at] + items.length : registers[at];
  if (!(position >= 0 && position < items.length) || !mayShare(value, named)) return false;
  journal.setItem(items, position, boxed(machine, kind, registers[value], place));
  return true;
}

export function append(
  machine: Machine,
  journal: Journal,
  into: Value | undefined,
  value: number,
  named: boolean,
  place: Place,
): boolean {
  const kind = kinds[value];
  if (into?.kind !== 'list' || into.extension !== undefined || kind >= gaveUp) return false;
  if (!mayShare(value, named)) return false;
  journal.append(into.items, boxed(machine, kind, registers[value], place));
  return true;
}

export function appendObject(
  journal: Journal,
  into: Value | undefined,
  item: Value | undefined,
): boolean {
  if (into?.kind !== 'list' || into.extension !== undefined || item === undefined) return false;
  journal.append(into.items, item);
  return true;
}

/** A list of the numbers in registers; null where one is none. */
export function makeList(machine: Machine, at: number, count: number, place: Place): Value | null {
  const items: Value[] = [];
  for (let i = at; i < at + count; i++) {
    if (kinds[i] >= gaveUp) return null;
    items.push(boxed(machine, kinds[i], registers[i], place));
  }
  return list(items);
}

/** A list of one number over and over, in the same object. */
export function repeatList(
  machine: Machine,
  at: number,
  times: number,
  place: Place,
): Value | null {
  if (kinds[times] !== whole || !(registers[times] <= mostItems)) return null;
  const made = makeList(machine, at, 1, place);
  if (made?.kind !== 'list') return null;
  const count = Math.max(0, registers[times]);
  return list(new Array<Value>(count).fill(made.items[0]));
}

/** Two names of a number share its object, which shows with elements of arrays and with nan. */
function mayShare(value: number, named: boolean): boolean {
  return !named || (kinds[value] < single && !Number.isNaN(registers[value]));
}
