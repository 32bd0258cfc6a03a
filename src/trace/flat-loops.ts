/**
 * Loops as flat code, from where they begin until they end or give up. What the
 * rounds read is fetched before the first, what they bound is stored after the
 * last; a loop that gives up goes on by the general road at that round.
 */

import { type Branch, branchesIn } from './branches';
import { type Constant, type FlatCode, Outcome } from './flat-codes';
import { compileFlat } from './flat-compiler';
import { inlinedFrame } from './flat-inline';
import type { Loop } from './flat-names';
import { kinds } from './flat-objects';
import { runFlat } from './flat-run';
import { CompiledLoop, type Compute } from './flat-wasm';
import type { Frame, Scope } from './frame';
import { plainScalar } from './library/scalars';
import type { Machine } from './machine';
import { boxed, gaveUp, registers, whole } from './unboxed';
import { load } from './unboxed-operand';
import { none, type Value } from './values';

type Range = Extract<Value, { kind: 'range' }>;

/** A loop whose functions change again and again is better left to the general road. */
const mostCompilations = 4;

/** So many steps take as long as compiling does. */
export const hot = { steps: 20_000 };

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
  /** The loop's own, and those of inlined functions. */
  private readonly frames: Frame[] = [];
  private compilations = 0;
  /** For each of the kinds that the names had when a run began. */
  private compiled: CompiledLoop[] = [];
  /** How many steps more are rows. */
  private cold = hot.steps;
  private coolings = 0;
  private branches: readonly Branch[] | undefined;

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
    if (this.code === undefined) this.code = compileFlat(this.loop, frame);
    const { code, objects } = this;
    if (code === null) {
      this.waiting = Number.POSITIVE_INFINITY;
      return Outcome.gaveUp;
    }
    const { machine } = frame;
    // What watches bindings must see each of them.
    if (machine.hooks === null && this.fetch(frame, code, range)) {
      this.branches ??= branchesIn(this.loop.body, this.scope.path);
      machine.branches.takeBoth(this.branches);
      const outcome = this.rounds(machine, code);
      this.counter = registers[code.counter];
      store(frame, code, objects);
      // What was read lives no longer than the program keeps it.
      for (let at = 0; at < code.objectCount; at++) objects[at] = undefined;
      this.frames.length = 0;
      if (outcome === Outcome.returned) frame.result = this.returned(frame, code);
      if (outcome !== Outcome.gaveUp) {
        this.pause = 0;
        return outcome;
      }
    }
    this.pause = Math.min(2 * this.pause + 1, 1023);
    this.waiting = this.pause;
    return Outcome.gaveUp;
  }

  /** The rounds as rows, or compiled when they were many. */
  private rounds(machine: Machine, code: FlatCode): Outcome {
    const { objects, functions } = this;
    let compiled = this.compiled.find((each) => each.fits(functions)) ?? null;
    if (compiled === null) {
      const before = machine.affordable;
      const outcome = runFlat(machine, code, objects, functions, this.cold);
      this.cold -= before - machine.affordable;
      if (outcome !== Outcome.hot) return outcome;
      compiled = CompiledLoop.of(code, objects, functions);
      if (compiled !== null) this.compiled.push(compiled);
      const more = compiled !== null && this.compiled.length < mostCompilations;
      this.cold = more ? -1 : Infinity;
      if (compiled === null) return runFlat(machine, code, objects, functions, Infinity);
    }
    const outcome = compiled.run(machine);
    if (outcome === Outcome.gaveUp) this.cool();
    return outcome;
  }

  /** Compiled for what no longer holds: rows tell what there is now, before it is compiled once more. */
  private cool(): void {
    this.compiled = [];
    this.coolings += 1;
    this.cold = this.coolings < mostCompilations ? hot.steps << this.coolings : Infinity;
  }

  /** Reads what the rounds need; false where it is something else than they were compiled for. */
  private fetch(frame: Frame, code: FlatCode, { start, stop, step }: Range): boolean {
    const { machine } = frame;
    const { frames, objects } = this;
    frames[0] = frame;
    for (const { read, home, at, compiled } of code.inlined) {
      const called = read(frames[home]);
      if (called?.kind !== 'function' || called.compiled !== compiled) return this.changed();
      if (called.results !== undefined || called.owner !== null) return false;
      frames[at] = inlinedFrame(machine, called);
    }
    if (machine.depth + code.depth > machine.limits.depth) return false;
    for (const { read, home, id } of code.builtins) {
      const called = read(frames[home]);
      if (called?.kind !== 'library' || called.id !== id || called.receiver !== null) return false;
    }
    for (const constant of code.functions) {
      const compute = functionOf(frames, constant);
      if (compute === null) return false;
      this.functions[constant.at] = compute;
    }
    for (const { read, home, at } of code.objects) objects[at] = read(frames[home]) ?? undefined;
    for (const { at, value, kind } of code.numbers) {
      registers[at] = value;
      kinds[at] = kind;
    }
    for (const { read, home, at } of code.scalars) {
      kinds[at] = load(frame, read(frames[home]) ?? undefined, at);
    }
    const { locals, objectSlots, counter } = code;
    for (let at = 0; at < locals.length; at++) {
      kinds[at] = load(frame, frame.slots[locals[at].slot], at);
      entered[at] = registers[at];
      enteredKinds[at] = kinds[at];
    }
    for (let at = 0; at < objectSlots.length; at++) objects[at] = frame.slots[objectSlots[at]];
    registers[counter] = start;
    registers[counter + 1] = stop;
    registers[counter + 2] = step;
    kinds[counter] = kinds[counter + 1] = kinds[counter + 2] = whole;
    return true;
  }

  /** Another function has an inlined one's name: the loop is compiled anew, if not too often. */
  private changed(): false {
    this.compilations += 1;
    if (this.compilations < mostCompilations) {
      this.code = undefined;
      this.compiled = [];
      this.cold = hot.steps;
      this.pause = 0;
    }
    return false;
  }

  private returned(frame: Frame, { locals }: FlatCode): Value {
    const at = locals.length;
    const { start, end } = this.loop.span;
    if (kinds[at] === gaveUp) return none;
    return boxed(frame.machine, kinds[at], registers[at], { path: this.scope.path, start, end });
  }
}

/** What the names were before the first round. */
const entered = new Float64Array(registers.length);
const enteredKinds = new Uint8Array(registers.length);

/** Binds the names that the rounds have changed. */
function store(frame: Frame, code: FlatCode, objects: readonly (Value | undefined)[]): void {
  const { locals, objectSlots } = code;
  for (let at = 0; at < locals.length; at++) {
    const kind = kinds[at];
    if (kind === gaveUp) continue;
    if (kind === enteredKinds[at] && Object.is(registers[at], entered[at])) continue;
    const { slot, place } = locals[at];
    frame.slots[slot] = boxed(frame.machine, kind, registers[at], place);
  }
  for (let at = 0; at < objectSlots.length; at++) frame.slots[objectSlots[at]] = objects[at];
}

function functionOf(frames: readonly Frame[], { read, home }: Constant): Compute | null {
  const called = read(frames[home]);
  if (called?.kind !== 'library' || called.receiver !== null) return null;
  return plainScalar(called.id);
}
