/**
 * What compiled flat code leaves to JavaScript: lists and arrays, and functions that
 * WebAssembly lacks. Each row that needs them imports a function of its own, which
 * throws `signal` where the row gives up.
 */
import type { Place } from '../engine/graph';
import { Code, type FlatCode, rowLength } from './flat-codes';
import type { Journal } from './flat-journal';
import {
  append,
  appendObject,
  kinds,
  lengthOf,
  makeList,
  readInner,
  readItem,
  readNested,
  repeatList,
  store,
} from './flat-objects';
import type { Machine } from './machine';
import { gaveUp, real, registers, single, whole } from './unboxed';
import { elementAt } from './unboxed-leaves';
import { type ArrayValue, PlainNumber, type Value } from './values';

/** Thrown by what gives up in the middle of compiled code. */
export const signal = { gaveUp: true };

/** What the imports of a loop work on. */
export interface Surroundings {
  /** While the loop runs: its last machine lives no longer than others want it. */
  machine: Machine | null;
  readonly journal: Journal;
  readonly objects: (Value | undefined)[];
  /** Where the kind of a number goes that can be of several. */
  readonly kind: Int32Array;
}

export interface Import {
  readonly arity: number;
  readonly call: (...given: number[]) => number;
}

/** More indices or items are rare. */
const most = 4;

/** The import of a row that reads or changes objects; `only` is the kind it must give, -1 for any. */
export function importOf(
  { rows, places }: FlatCode,
  row: number,
  only: number,
  around: Surroundings,
): Import | null {
  const [code, d, a, b, c] = rows.subarray(row, row + rowLength);
  const { journal, objects } = around;
  const place = places.get(row) as Place;
  const given = (kind: number, at: number) => {
    if (only >= 0 ? kind !== only : kind >= gaveUp) throw signal;
    if (only < 0) around.kind[0] = kind;
    return registers[at];
  };
  const type = only === real ? 'float' : only === whole ? 'int' : null;
  switch (code as Code) {
    case Code.item:
      return imported(1, (at) => {
        const from = objects[a];
        const number = only < 0 ? null : itemOf(from, at, type);
        if (number !== null) return number;
        put(b, at, whole);
        return given(readItem(machineOf(around), from, b, d), d);
      });
    case Code.nested:
      return imported(2, (outer, at) => {
        const from = objects[a];
        if (only >= 0 && from?.kind === 'list' && from.extension === undefined) {
          const inner = from.items[outer < 0 ? outer + from.items.length : outer];
          const number = itemOf(inner, at, type);
          if (number !== null) return number;
        }
        put(b, outer, whole);
        put(c, at, whole);
        return given(readNested(machineOf(around), from, b, c, d), d);
      });
    case Code.element:
      if (c > most) return null;
      return imported(c, (i, j, k, l) => {
        const from = objects[a];
        if (from?.kind !== 'array') throw signal;
        if (c === 2 && only >= 0) {
          const number = elementOf(machineOf(around), from, i, j, only);
          if (number !== null) return number;
        }
        putIndices(b, c, i, j, k, l);
        return given(elementAt(machineOf(around).graph, from, b, c), b);
      });
    case Code.length:
      return imported(1, () => {
        const length = lengthOf(objects[a]);
        return length < 0 ? giveUp() : length;
      });
    case Code.inner:
      return imported(1, (at) => {
        const from = objects[a];
        if (from?.kind === 'list' && from.extension === undefined) {
          objects[d] = from.items[at < 0 ? at + from.items.length : at];
          return 0;
        }
        put(b, at, whole);
        objects[d] = readInner(objects[a], b);
        return 0;
      });
    case Code.share:
      return imported(1, () => {
        objects[d] = objects[a] ?? giveUp();
        return 0;
      });
    case Code.list:
      if (b > most) return null;
      return imported(2 * b + 1, (_, i, iKind, j, jKind, k, kKind, l, lKind) => {
        for (const [n, [value, kind]] of [
          [i, iKind],
          [j, jKind],
          [k, kKind],
          [l, lKind],
        ].entries()) {
          if (n < b) put(a + n, value, kind);
        }
        objects[d] = makeList(machineOf(around), a, b, place) ?? giveUp();
        return 0;
      });
    case Code.repeat:
      return imported(3, (value, kind, times) => {
        put(a, value, kind);
        put(b, times, whole);
        objects[d] = repeatList(machineOf(around), a, b, place) ?? giveUp();
        return 0;
      });
    case Code.storeItem:
      return imported(3, (value, kind, at) => {
        put(d, value, kind);
        put(b, at, whole);
        return done(store(machineOf(around), journal, objects[a], d, b, 1, c === 1, place));
      });
    case Code.storeElement:
      if (c > most) return null;
      return imported(2 + c, (value, kind, i, j, k, l) => {
        if (objects[a]?.kind !== 'array') throw signal;
        put(d, value, kind);
        putIndices(b, c, i, j, k, l);
        return done(store(machineOf(around), journal, objects[a], d, b, c, false, place));
      });
    case Code.append:
      return imported(2, (value, kind) => {
        put(d, value, kind);
        return done(append(machineOf(around), journal, objects[a], d, b === 1, place));
      });
    case Code.appendObject:
      return imported(1, () => done(appendObject(journal, objects[d], objects[a])));
    case Code.unbind:
      return imported(1, () => {
        for (let at = b; at < b + c; at++) objects[at] = undefined;
        return 0;
      });
    default:
      return null;
  }
}

/** What was done so far is never taken back. */
export function keepImport({ objectSlots }: FlatCode, { journal, objects }: Surroundings): Import {
  return imported(1, () => {
    journal.keep(objects, objectSlots.length);
    return 0;
  });
}

function imported(arity: number, call: Import['call']): Import {
  return { arity, call };
}

/** Registers are where the functions on objects look; compiled code keeps its numbers elsewhere. */
function put(at: number, value: number, kind: number): void {
  registers[at] = value;
  kinds[at] = kind;
}

function putIndices(at: number, count: number, i: number, j: number, k: number, l: number): void {
  put(at, i, whole);
  if (count > 1) put(at + 1, j, whole);
  if (count > 2) put(at + 2, k, whole);
  if (count > 3) put(at + 3, l, whole);
}

function machineOf({ machine }: Surroundings): Machine {
  return machine as Machine;
}

/** The most frequent of all reads: a number of that type in a list; null for everything else. */
function itemOf(from: Value | undefined, at: number, type: 'int' | 'float' | null): number | null {
  if (from?.kind !== 'list' || from.extension !== undefined) return null;
  const item = from.items[at < 0 ? at + from.items.length : at];
  return item instanceof PlainNumber && item.type === type ? item.value : null;
}

/** Two indices are the most frequent, mostly not negative; null for everything else. */
function elementOf(machine: Machine, from: ArrayValue, i: number, j: number, kind: number) {
  const { graph } = machine;
  const { shape, strides, storage } = from;
  if (shape.length !== 2 || !(i >= 0 && i < shape[0] && j >= 0 && j < shape[1])) return null;
  if (from.type !== (kind === single ? 'float' : kind === whole ? 'int' : null)) return null;
  if (graph.dependsOnInput(storage.entry)) return null;
  return graph.element(storage.entry, from.offset + i * strides[0] + j * strides[1]);
}

export function giveUp(): never {
  throw signal;
}

function done(stored: boolean): number {
  return stored ? 0 : giveUp();
}
