/**
 * Scalar rows to the body of a WebAssembly function. Each number is followed from
 * the row that makes it to its last use: moves and constants vanish, the rest
 * lives in locals that are used again when free. Written in plain loops over
 * numbers, since this code is cold when it runs.
 */
import { Code, rowLength } from './scalar-codes';
import { functions, operandCount, templates } from './scalar-instructions';
import { CodeWriter, opcode } from './wasm-encoder';

/** What is compiled. */
export interface Stretch {
  /** The table of rows, and the part of it that is meant. */
  readonly rows: Int32Array;
  readonly from: number;
  readonly to: number;
  /** Numbers that stay as they are are read here. */
  readonly arena: Float64Array;
  /** Per number of the arena: a run, or its caller, may change it. */
  readonly varies: Uint8Array;
  /** Per number of the arena: it is read after the stretch. */
  readonly live: Uint8Array;
  /** By place in the arena: the pinned numbers that nothing after the stretch writes. */
  readonly pins: ReadonlyMap<number, number>;
}

/** So many rows read at most three numbers each and write one: together they fill one page. */
export const mostRows = 2048;
/** Where in memory, in numbers, what is to be copied out begins. */
export const storedFrom = 3 * mostRows;

const numberBytes = 8;
/** The binary logarithm of the alignment, as the format wants it. */
const alignment = 3;

/** To be asked in the order of its methods. */
export class StretchCompiler {
  readonly code = new CodeWriter();
  /** Places in the arena that are to be copied into memory before, in this order. */
  readonly reads: number[] = [];
  /** What is to be imported. */
  readonly functions: ((a: number, b: number) => number)[] = [];
  locals = 0;
  private readonly free: number[] = [];

  /** The rows without moves, on numbers of their own instead of places. */
  private readonly steps: number[] = [];
  /** Which number a place holds. */
  private readonly held = new Map<number, number>();
  /** Per number: where it comes from when no step makes it, else -1. */
  private readonly origin: number[] = [];
  /** Per number: the local it lives in, -1 before and for constants. */
  private readonly local: number[] = [];
  /** Per number: the step after which nothing reads it. */
  private readonly lastUse: number[] = [];

  constructor(private readonly stretch: Stretch) {}

  /** Makes the steps; returns the places that rows write. */
  follow(): Set<number> {
    const { rows, from, to } = this.stretch;
    const { steps, held } = this;
    const written = new Set<number>();
    for (let row = from; row < to; row += rowLength) {
      const code: Code = rows[row];
      const place = rows[row + 1];
      const first = this.numberAt(rows[row + 2]);
      written.add(place);
      if (code === Code.move) {
        held.set(place, first);
        continue;
      }
      const count = operandCount[code];
      const second = count > 1 ? this.numberAt(rows[row + 3]) : first;
      const third = count > 2 ? this.numberAt(rows[row + 4]) : first;
      this.lastUse[first] = this.lastUse[second] = this.lastUse[third] = steps.length;
      const result = this.newNumber(-1);
      held.set(place, result);
      steps.push(code, result, first, second, third);
    }
    return written;
  }

  /** What the places hold is used after all steps. */
  keep(places: readonly number[]): void {
    for (const place of places) this.lastUse[this.numberAt(place)] = this.steps.length;
  }

  writeSteps(): void {
    const { steps, code, local } = this;
    for (let step = 0; step < steps.length; step += rowLength) {
      const template = templates[steps[step] as Code];
      if (template === undefined) this.writeCall(step);
      else {
        for (const each of template) {
          if (each >= 0) code.byte(each);
          else this.push(steps[step + 1 - each]);
        }
      }
      const [a, b, c] = [steps[step + 2], steps[step + 3], steps[step + 4]];
      this.release(a, step);
      if (b !== a) this.release(b, step);
      if (c !== a && c !== b) this.release(c, step);
      const result = this.newLocal();
      local[steps[step + 1]] = result;
      code.byte(opcode.localSet);
      code.unsigned(result);
    }
  }

  /** Copies what the places hold into memory. */
  writeStores(places: readonly number[]): void {
    const { code } = this;
    for (let i = 0; i < places.length; i++) {
      code.byte(opcode.i32Const);
      code.byte(0);
      this.push(this.numberAt(places[i]));
      this.writeAccess(opcode.f64Store, storedFrom + i);
    }
  }

  /** Leaves 1 when every number is the pinned one in the sense of Object.is, else 0. */
  writeComparison(places: readonly number[]): void {
    const { code } = this;
    code.byte(opcode.i32Const);
    code.byte(1);
    for (const place of places) {
      const pinned = this.stretch.pins.get(place)!;
      const number = this.numberAt(place);
      this.push(number);
      if (Number.isNaN(pinned)) {
        // NaN has many bit patterns, which are all the same to JavaScript.
        this.push(number);
        code.byte(opcode.f64Ne);
      } else {
        code.byte(opcode.i64ReinterpretF64);
        code.bits(pinned);
        code.byte(opcode.i64Eq);
      }
      code.byte(opcode.i32And);
    }
  }

  private writeCall(step: number): void {
    const { steps, code } = this;
    const wanted = functions[steps[step] as Code]!;
    let index = this.functions.indexOf(wanted);
    if (index < 0) index = this.functions.push(wanted) - 1;
    for (let i = 0; i < wanted.length; i++) this.push(steps[step + 2 + i]);
    code.byte(opcode.call);
    code.unsigned(index);
  }

  /** A number on the stack: a constant, a local, or at its first use from memory into a local. */
  private push(number: number): void {
    const { code, local, origin, stretch } = this;
    const place = origin[number];
    if (place >= 0 && stretch.varies[place] === 0) {
      code.constant(stretch.arena[place]);
      return;
    }
    const first = local[number] < 0;
    if (first) {
      local[number] = this.newLocal();
      code.byte(opcode.i32Const);
      code.byte(0);
      this.writeAccess(opcode.f64Load, this.reads.push(place) - 1);
    }
    code.byte(first ? opcode.localTee : opcode.localGet);
    code.unsigned(local[number]);
  }

  private writeAccess(instruction: number, slot: number): void {
    this.code.byte(instruction);
    this.code.byte(alignment);
    this.code.unsigned(slot * numberBytes);
  }

  private numberAt(place: number): number {
    return this.held.get(place) ?? this.readNumber(place);
  }

  private readNumber(place: number): number {
    const number = this.newNumber(place);
    this.held.set(place, number);
    return number;
  }

  private newNumber(origin: number): number {
    this.local.push(-1);
    this.lastUse.push(-1);
    return this.origin.push(origin) - 1;
  }

  private newLocal(): number {
    return this.free.pop() ?? this.locals++;
  }

  private release(number: number, step: number): void {
    if (this.lastUse[number] === step && this.local[number] >= 0) {
      this.free.push(this.local[number]);
    }
  }
}
