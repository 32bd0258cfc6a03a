/**
 * What the registers of flat code can hold before each row, from what they hold
 * where it begins: sets of kinds, joined where rows meet.
 */
import { isJump, isTest } from './flat-blocks';
import { Code, type FlatCode, rowLength } from './flat-codes';
import { gaveUp, mostRegisters, real, single, whole } from './unboxed';

/** Sets of kinds, as bits. */
export const can = { whole: 1, real: 2, single: 4, nothing: 8 } as const;
const number = can.whole | can.real | can.single;

export function setOf(kind: number): number {
  return kind === whole
    ? can.whole
    : kind === real
      ? can.real
      : kind < gaveUp
        ? can.single
        : can.nothing;
}

/** The one kind of a set; -1 when there are several. */
export function onlyKind(set: number): number {
  if (set === can.whole) return whole;
  if (set === can.real) return real;
  return set === can.single ? single : set === can.nothing ? gaveUp : -1;
}

/** What an operation on two numbers can give. */
export function joined(a: number, b: number): number {
  const plain = (a & 3) !== 0 && (b & 3) !== 0;
  let set = 0;
  if (a & b & can.whole) set |= can.whole;
  if (plain && ((a | b) & can.real) !== 0) set |= can.real;
  if (((a | b) & can.single) !== 0 && (a & number) !== 0 && (b & number) !== 0) set |= can.single;
  return set;
}

/** The same as floats. */
export function asFloats(set: number): number {
  return (set & ~can.whole) | (set & can.whole ? can.real : 0);
}

/** What is known of flat code besides its rows. */
export interface Known {
  /** The numbers of the program's text by their registers. */
  readonly constants: ReadonlyMap<number, number>;
  readonly functions: readonly ((x: number) => number | null)[];
}

/** Per row the sets of all registers before it; null for a row that nothing reaches. */
export function kindsBefore(
  { rows, seen }: FlatCode,
  entry: Uint8Array,
  known: Known,
): readonly (Uint8Array | null)[] {
  const before: (Uint8Array | null)[] = new Array(rows.length / rowLength).fill(null);
  before[0] = entry.slice();
  const waiting = [0];
  const reach = (row: number, sets: Uint8Array) => {
    const earlier = before[row / rowLength];
    if (earlier === null) {
      before[row / rowLength] = sets.slice();
      waiting.push(row);
      return;
    }
    let grown = false;
    for (let at = 0; at < mostRegisters; at++) {
      const all = earlier[at] | sets[at];
      if (all !== earlier[at]) grown = true;
      earlier[at] = all;
    }
    if (grown) waiting.push(row);
  };
  for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
    const sets = (before[row / rowLength] as Uint8Array).slice();
    if (!step(rows, row, sets, seen[row], known)) continue;
    const code: Code = rows[row];
    if (code === Code.end) continue;
    if (isJump(code)) reach(rows[row + 1], sets);
    if (code === Code.leave) sets[rows[row + 3]] = can.whole;
    if (code !== Code.jump && code !== Code.next) reach(row + rowLength, sets);
  }
  return before;
}

/** The sets after a row; false where it always gives up. */
function step(
  rows: Int32Array,
  row: number,
  sets: Uint8Array,
  seen: number,
  { constants, functions }: Known,
): boolean {
  const code: Code = rows[row];
  const [d, a, b] = rows.subarray(row + 1, row + rowLength);
  let result: number;
  switch (code) {
    case Code.move:
      result = sets[a] & number;
      break;
    case Code.copy:
    case Code.negate:
      result = sets[a] & 3;
      break;
    case Code.add:
    case Code.subtract:
    case Code.multiply:
      result = joined(sets[a], sets[b]);
      break;
    case Code.divide:
      result = asFloats(joined(sets[a], sets[b]));
      break;
    case Code.floorDivide:
    case Code.floorMod:
      result = joined(sets[a], sets[b]) & 3;
      break;
    case Code.power:
      result = joined(sets[a], sets[b]) & 3;
      // An integer to a negative power is a float.
      if (!((constants.get(b) ?? -1) >= 0)) result |= can.real;
      break;
    case Code.call:
      result = functions[b] === Math.abs ? sets[a] & number : can.real;
      break;
    case Code.item:
    case Code.nested:
    case Code.element:
      result = seen === 0 ? number : seen;
      break;
    case Code.length:
      result = can.whole;
      break;
    case Code.unbind:
      for (let at = d; at < d + a; at++) sets[at] = can.nothing;
      return true;
    case Code.integers:
      for (let at = d; at < d + a; at++) {
        if ((sets[at] & can.whole) === 0) return false;
        sets[at] = can.whole;
      }
      return true;
    default:
      if (!isTest(code)) return true;
      for (const at of [a, b]) if ((sets[at] & number) === 0) return false;
      return true;
  }
  sets[d] = result;
  return result !== 0;
}
