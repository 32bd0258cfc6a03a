/**
 * Runs the flat code of a loop: one switch over rows of numbers. The rules are
 * those of `unboxed-operators`; what they leave to the general road gives up,
 * back to the last checkpoint.
 */
import { floorDivide, floorMod, power } from '../engine/scalars';
import { Code, Outcome, rowLength } from './flat-codes';
import type { Machine } from './machine';
import { gaveUp, mostRegisters, real, registers, single, whole } from './unboxed';
import { elementAt, itemAt } from './unboxed-leaves';
import { loadPlain } from './unboxed-operand';
import type { Value } from './values';

/** What the registers hold, in the words of `unboxed`. */
export const kinds = new Uint8Array(mostRegisters);
/** The registers from the first on at the last checkpoint. */
const saved = new Float64Array(mostRegisters);
const savedKinds = new Uint8Array(mostRegisters);

/** Runs the rows. `kept` registers, from the first on, go back when it gives up. */
export function runFlat(
  machine: Machine,
  rows: Int32Array,
  objects: (Value | undefined)[],
  functions: readonly ((x: number) => number | null)[],
  kept: number,
): Outcome {
  const { graph } = machine;
  let steps = 0;
  let savedSteps = 0;
  let row = 0;
  for (;;) {
    const d = rows[row + 1];
    const a = rows[row + 2];
    const b = rows[row + 3];
    let kind: number;
    let value: number;
    switch (rows[row]) {
      case Code.end:
        machine.count(steps);
        return d === 0 ? Outcome.over : Outcome.left;
      case Code.checkpoint:
        for (let at = 0; at < kept; at++) {
          saved[at] = registers[at];
          savedKinds[at] = kinds[at];
        }
        savedSteps = steps;
        row += rowLength;
        continue;
      case Code.count:
        steps += d;
        if (!machine.affords(steps)) return back();
        row += rowLength;
        continue;
      case Code.jump:
        row = d;
        continue;
      case Code.move:
        kind = kinds[a];
        value = registers[a];
        break;
      case Code.copy:
        kind = kinds[a];
        value = registers[a];
        // Of arrays and of nan, two names share the one object that they were given.
        if (kind >= single || Number.isNaN(value)) return back();
        break;
      case Code.add:
        kind = kinds[a] | kinds[b];
        value = registers[a] + registers[b];
        break;
      case Code.subtract:
        kind = kinds[a] | kinds[b];
        value = registers[a] - registers[b];
        break;
      case Code.multiply:
        kind = kinds[a] | kinds[b];
        value = registers[a] * registers[b];
        break;
      case Code.divide:
        kind = kinds[a] | kinds[b] | real;
        if (kind < single && registers[b] === 0) return back();
        value = registers[a] / registers[b];
        break;
      case Code.floorDivide:
        kind = kinds[a] | kinds[b];
        if (kind >= single || registers[b] === 0) return back();
        value = floorDivide(registers[a], registers[b]);
        break;
      case Code.floorMod:
        kind = kinds[a] | kinds[b];
        if (kind >= single || registers[b] === 0) return back();
        value = floorMod(registers[a], registers[b]);
        break;
      case Code.power: {
        kind = kinds[a] | kinds[b];
        const exponent = registers[b];
        if (kind >= single || (exponent < 0 && registers[a] === 0)) return back();
        if (!(exponent >= 0)) kind = real;
        value = power(registers[a], exponent);
        break;
      }
      case Code.negate:
        kind = kinds[a];
        if (kind >= single) return back();
        value = -registers[a];
        break;
      case Code.call: {
        const compute = functions[b];
        kind = kinds[a];
        if (kind >= (compute === Math.abs ? gaveUp : single)) return back();
        const result = compute(registers[a]);
        if (result === null) return back();
        value = result;
        if (compute !== Math.abs) kind = real;
        break;
      }
      case Code.item: {
        const from = objects[a];
        if (from === undefined || kinds[b] !== whole) return back();
        if (from.kind === 'array') {
          registers[d] = registers[b];
          kind = elementAt(graph, from, d, 1);
        } else kind = loadPlain(graph, itemAt(from, registers[b]), d);
        value = registers[d];
        break;
      }
      case Code.inner: {
        const from = objects[a];
        if (from === undefined || kinds[b] !== whole) return back();
        objects[d] = itemAt(from, registers[b]);
        row += rowLength;
        continue;
      }
      case Code.element: {
        const from = objects[a];
        const count = rows[row + 4];
        for (let at = b; at < b + count; at++) if (kinds[at] !== whole) return back();
        if (from?.kind !== 'array') return back();
        kind = elementAt(graph, from, b, count);
        value = registers[b];
        break;
      }
      case Code.integers:
        for (let at = d; at < d + a; at++) if (kinds[at] !== whole) return back();
        if (registers[d + 2] === 0) return back();
        row += rowLength;
        continue;
      case Code.leave: {
        const step = registers[rows[row + 4]];
        const ended = step > 0 ? registers[a] >= registers[b] : registers[a] <= registers[b];
        row = ended ? d : row + rowLength;
        continue;
      }
      default: {
        if ((kinds[a] | kinds[b]) >= gaveUp) return back();
        row = holds(rows[row], registers[a], registers[b]) ? row + rowLength : d;
        continue;
      }
    }
    if (kind === whole) {
      if (!Number.isSafeInteger(value)) return back();
      // Integers have no negative zero.
      value += 0;
    } else if (kind >= single) {
      if (kind >= gaveUp) return back();
      kind = single;
    }
    registers[d] = value;
    kinds[d] = kind;
    row += rowLength;
  }

  function back(): Outcome {
    for (let at = 0; at < kept; at++) {
      registers[at] = saved[at];
      kinds[at] = savedKinds[at];
    }
    machine.count(savedSteps);
    return Outcome.gaveUp;
  }
}

function holds(code: Code, a: number, b: number): boolean {
  switch (code) {
    case Code.unlessLess:
      return a < b;
    case Code.unlessLessEqual:
      return a <= b;
    case Code.unlessGreater:
      return a > b;
    case Code.unlessGreaterEqual:
      return a >= b;
    case Code.unlessEqual:
      return a === b;
    default:
      return a !== b;
  }
}
