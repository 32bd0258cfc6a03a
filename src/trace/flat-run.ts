/**
 * Runs the flat code of a loop: one switch over rows of numbers. The rules are
 * those of `unboxed-operators`; what they leave to the general road gives up,
 * back to the last checkpoint.
 */
import type { Place } from '../engine/graph';
import { floorDivide, floorMod, power } from '../engine/scalars';
import { Code, type FlatCode, Outcome, rowLength } from './flat-codes';
import { Journal } from './flat-journal';
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
import { gaveUp, mostRegisters, real, registers, single, whole } from './unboxed';
import { elementAt } from './unboxed-leaves';
import type { Value } from './values';

/** The registers from the first on at the last checkpoint. */
const saved = new Float64Array(mostRegisters);
const savedKinds = new Uint8Array(mostRegisters);
export const journal = new Journal();

/** Runs the rows. At the first checkpoint after `most` steps it ends, to be compiled. */
export function runFlat(
  machine: Machine,
  { rows, seen, places, counter, objectSlots }: FlatCode,
  objects: (Value | undefined)[],
  functions: readonly ((x: number) => number | null)[],
  most: number,
): Outcome {
  const { graph, affordable } = machine;
  // Names and the counter of the outermost range.
  const kept = counter + 1;
  let steps = 0;
  let savedSteps = 0;
  let row = 0;
  journal.open();
  for (;;) {
    const d = rows[row + 1];
    const a = rows[row + 2];
    const b = rows[row + 3];
    let kind: number;
    let value: number;
    let holds: boolean;
    switch (rows[row]) {
      case Code.end:
        machine.count(steps);
        journal.close(graph);
        return d;
      case Code.checkpoint:
        for (let at = 0; at < kept; at++) {
          saved[at] = registers[at];
          savedKinds[at] = kinds[at];
        }
        journal.keep(objects, objectSlots.length);
        savedSteps = steps;
        if (steps > most) {
          machine.count(steps);
          journal.close(graph);
          return Outcome.hot;
        }
        row += rowLength;
        continue;
      case Code.count:
        steps += d;
        if (steps > affordable) return back();
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
      case Code.item:
        kind = readItem(machine, objects[a], b, d);
        seen[row] |= 1 << kind;
        value = registers[d];
        break;
      case Code.nested:
        kind = readNested(machine, objects[a], b, rows[row + 4], d);
        seen[row] |= 1 << kind;
        value = registers[d];
        break;
      case Code.element: {
        const from = objects[a];
        const count = rows[row + 4];
        for (let at = b; at < b + count; at++) if (kinds[at] !== whole) return back();
        if (from?.kind !== 'array') return back();
        kind = elementAt(graph, from, b, count);
        seen[row] |= 1 << kind;
        value = registers[b];
        break;
      }
      case Code.length:
        kind = whole;
        value = lengthOf(objects[a]);
        if (value < 0) return back();
        break;
      case Code.inner:
        objects[d] = readInner(objects[a], b);
        row += rowLength;
        continue;
      case Code.share:
        if (objects[a] === undefined) return back();
        objects[d] = objects[a];
        row += rowLength;
        continue;
      case Code.list:
      case Code.repeat: {
        const make = rows[row] === Code.list ? makeList : repeatList;
        const made = make(machine, a, b, placeOf());
        if (made === null) return back();
        objects[d] = made;
        row += rowLength;
        continue;
      }
      case Code.storeItem:
        if (!store(machine, journal, objects[a], d, b, 1, rows[row + 4] === 1, placeOf())) {
          return back();
        }
        row += rowLength;
        continue;
      case Code.storeElement:
        // Of several indices are arrays only: they take a copy.
        if (objects[a]?.kind !== 'array') return back();
        if (!store(machine, journal, objects[a], d, b, rows[row + 4], false, placeOf())) {
          return back();
        }
        row += rowLength;
        continue;
      case Code.append:
        if (!append(machine, journal, objects[a], d, b === 1, placeOf())) return back();
        row += rowLength;
        continue;
      case Code.appendObject:
        if (!appendObject(journal, objects[d], objects[a])) return back();
        row += rowLength;
        continue;
      case Code.unbind:
        for (let at = d; at < d + a; at++) kinds[at] = gaveUp;
        for (let at = b; at < b + rows[row + 4]; at++) objects[at] = undefined;
        row += rowLength;
        continue;
      case Code.integers:
        for (let at = d; at < d + a; at++) if (kinds[at] !== whole) return back();
        if (registers[d + 2] === 0) return back();
        row += rowLength;
        continue;
      case Code.next:
        registers[a] += registers[a + 2];
        row = d;
        continue;
      case Code.leave: {
        const at = registers[a];
        if (registers[a + 2] > 0 ? at >= registers[a + 1] : at <= registers[a + 1]) {
          row = d;
          continue;
        }
        registers[b] = at;
        kinds[b] = whole;
        steps += rows[row + 4];
        if (steps > affordable) return back();
        row += rowLength;
        continue;
      }
      default: {
        if ((kinds[a] | kinds[b]) >= gaveUp) return back();
        switch (rows[row]) {
          case Code.unlessLess:
            holds = registers[a] < registers[b];
            break;
          case Code.unlessLessEqual:
            holds = registers[a] <= registers[b];
            break;
          case Code.unlessGreater:
            holds = registers[a] > registers[b];
            break;
          case Code.unlessGreaterEqual:
            holds = registers[a] >= registers[b];
            break;
          case Code.unlessEqual:
            holds = registers[a] === registers[b];
            break;
          default:
            holds = registers[a] !== registers[b];
        }
        if (holds) {
          steps += rows[row + 4];
          if (steps > affordable) return back();
          row += rowLength;
        } else row = d;
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

  function placeOf(): Place {
    return places.get(row) as Place;
  }

  function back(): Outcome {
    for (let at = 0; at < kept; at++) {
      registers[at] = saved[at];
      kinds[at] = savedKinds[at];
    }
    journal.takeBack(graph, objects, objectSlots.length);
    journal.close(graph);
    machine.count(savedSteps);
    return Outcome.gaveUp;
  }
}
