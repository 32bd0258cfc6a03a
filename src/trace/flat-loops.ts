/**
 * Loops as flat code, from where they begin until they end or give up. What the
 * rounds read is fetched before the first, what they bound is stored after the
 * last; a loop that gives up goes on by the general road at that round.
 */

import { type Constant, type FlatCode, Outcome } from './flat-codes';
import { compileFlat } from './flat-compiler';
import type { Loop } from './flat-names';
import { kinds, runFlat } from './flat-run';
import type { Frame, Scope } from './frame';
import { plainScalar } from './library/scalars';
import { boxed, gaveUp, registers, whole } from './unboxed';
import { load } from './unboxed-operand';
import type { Value } from './values';

type Range = Extract<Value, { kind: 'range' }>;
type Compute = (x: number) => number | null;

/** A `while` has no range. */
const noRange: Range = { kind: 'range', start: 0, stop: 0, step: 1 };

export class FlatLoop {
  /** Where the range goes on by the general road. */
  counter = 0;
  private code: FlatCode | null | undefined;
  /** Like attempts at expressions, those that give up are made ever more seldom. */
  private pause = 0;
  private waiting = 0;
  private readonly objects: (Value | undefined)[] = [];
  private readonly functions: Compute[] = [];

  constructor(
    private readonly loop: Loop,
    private readonly scope: Scope,
  ) {}

  run(frame: Frame, range: Range = noRange): Outcome {
    this.counter = range.start;
    if (this.waiting > 0) {
      this.waiting -= 1;
      return Outcome.gaveUp;
    }
    if (this.code === undefined) this.code = compileFlat(this.loop, this.scope);
    const { code } = this;
    if (code === null) {
      this.waiting = Number.POSITIVE_INFINITY;
      return Outcome.gaveUp;
    }
    const { machine } = frame;
    // What watches bindings must see each of them.
    if (machine.hooks === null && this.fetch(frame, code, range)) {
      const { counter, rows, locals } = code;
      const outcome = runFlat(machine, rows, this.objects, this.functions, locals.length + 1);
      this.counter = registers[counter];
      store(frame, code);
      // What was read lives no longer than the program keeps it.
      for (let at = 0; at < this.objects.length; at++) this.objects[at] = undefined;
      if (outcome !== Outcome.gaveUp) {
        this.pause = 0;
        return outcome;
      }
    }
    this.pause = Math.min(2 * this.pause + 1, 1023);
    this.waiting = this.pause;
    return Outcome.gaveUp;
  }

  /** Reads what the rounds need; false where it is something else than they were compiled for. */
  private fetch(frame: Frame, code: FlatCode, { start, stop, step }: Range): boolean {
    for (const constant of code.ranges) {
      const called = constant.read(frame);
      if (called?.kind !== 'library' || called.id !== 'range') return false;
    }
    for (const constant of code.functions) {
      const compute = functionOf(frame, constant);
      if (compute === null) return false;
      this.functions[constant.at] = compute;
    }
    for (const { read, at } of code.objects) this.objects[at] = read(frame) ?? undefined;
    for (const { at, value, kind } of code.numbers) {
      registers[at] = value;
      kinds[at] = kind;
    }
    for (const { read, at } of code.scalars) kinds[at] = load(frame, read(frame) ?? undefined, at);
    const { locals, counter } = code;
    for (let at = 0; at < locals.length; at++) {
      kinds[at] = load(frame, frame.slots[locals[at].slot], at);
      entered[at] = registers[at];
      enteredKinds[at] = kinds[at];
    }
    registers[counter] = start;
    registers[counter + 1] = stop;
    registers[counter + 2] = step;
    kinds[counter] = kinds[counter + 1] = kinds[counter + 2] = whole;
    return true;
  }
}

/** What the names were before the first round. */
const entered = new Float64Array(registers.length);
const enteredKinds = new Uint8Array(registers.length);

/** Binds the names that the rounds have changed. */
function store(frame: Frame, { locals }: FlatCode): void {
  for (let at = 0; at < locals.length; at++) {
    const kind = kinds[at];
    if (kind === gaveUp) continue;
    if (kind === enteredKinds[at] && Object.is(registers[at], entered[at])) continue;
    const { slot, place } = locals[at];
    frame.slots[slot] = boxed(frame.machine, kind, registers[at], place);
  }
}

function functionOf(frame: Frame, { read }: Constant): Compute | null {
  const called = read(frame);
  if (called?.kind !== 'library' || called.receiver !== null) return null;
  return plainScalar(called.id);
}
