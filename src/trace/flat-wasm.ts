/**
 * Flat code as a WebAssembly function, for loops that take many steps: compiled
 * for the kinds that its names have when it begins, and for the functions that it
 * calls. Registers go into memory before and come back after.
 */
import { encodeModule, names } from '../engine/wasm-encoder';
import { type FlatCode, Outcome } from './flat-codes';
import { layout, locals } from './flat-emitter';
import { type Surroundings, signal } from './flat-imports';
import { can, setOf } from './flat-kinds';
import { kinds } from './flat-objects';
import { journal } from './flat-run';
import { writeFlat } from './flat-writer';
import type { Machine } from './machine';
import { mostRegisters, registers } from './unboxed';
import type { Value } from './values';

export type Compute = (x: number) => number | null;

/** All compiled loops use one page: none runs within another. */
let page: { memory: WebAssembly.Memory; numbers: Float64Array } | null = null;

export class CompiledLoop {
  /** null where WebAssembly is missing or not allowed, or the loop is too much for it. */
  static of(
    flat: FlatCode,
    objects: (Value | undefined)[],
    functions: readonly Compute[],
  ): CompiledLoop | null {
    try {
      page ??= newPage();
      const kind = new Int32Array(page.memory.buffer, 8 * layout.kind, 1);
      const around: Surroundings = { machine: null, journal, objects, kind };
      const constants = new Map(flat.numbers.map(({ at, value }) => [at, value]));
      const entry = entrySets(flat);
      const written = writeFlat(flat, entry, { constants, functions }, around);
      if (written === null) return null;
      const { imports, body } = written;
      const given: Record<string, WebAssembly.ImportValue> = { [names.memory]: page.memory };
      for (const [index, each] of imports.entries()) given[index] = each.call;
      const bytes = encodeModule(
        imports.map((each) => each.arity),
        locals,
        body,
      );
      const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
        [names.module]: given,
      });
      const run = instance.exports[names.run] as () => Outcome;
      return new CompiledLoop(flat, entry, functions.slice(), around, page.numbers, run);
    } catch {
      return null;
    }
  }

  private constructor(
    private readonly flat: FlatCode,
    private readonly entry: Uint8Array,
    private readonly functions: readonly Compute[],
    private readonly around: Surroundings,
    private readonly numbers: Float64Array,
    private readonly compiled: () => Outcome,
  ) {}

  /** Whether the registers hold the kinds that it was compiled for, and the functions are the same. */
  fits(functions: readonly Compute[]): boolean {
    const { flat, entry } = this;
    if (!this.functions.every((each, at) => each === functions[at])) return false;
    for (let at = 0; at < flat.locals.length; at++) {
      if (setOf(kinds[at]) !== entry[at]) return false;
    }
    return flat.scalars.every(({ at }) => setOf(kinds[at]) === entry[at]);
  }

  run(machine: Machine): Outcome {
    const { flat, around, numbers } = this;
    const { graph } = machine;
    const [count, last] = [flat.objectSlots.length, flat.counter];
    around.machine = machine;
    for (let at = 0; at < last + 3; at++) numbers[layout.registers + at] = registers[at];
    for (const { at } of flat.scalars) numbers[layout.registers + at] = registers[at];
    numbers[layout.affordable] = machine.affordable;
    journal.open();
    journal.keep(around.objects, count);
    const outcome = this.outcome();
    around.machine = null;
    for (let at = 0; at <= last; at++) {
      registers[at] = numbers[layout.registers + at];
      kinds[at] = numbers[layout.kinds + at];
    }
    machine.count(numbers[layout.steps]);
    if (outcome === Outcome.gaveUp) journal.takeBack(graph, around.objects, count);
    journal.close(graph);
    return outcome;
  }

  private outcome(): Outcome {
    try {
      return this.compiled();
    } catch (stop) {
      if (stop === signal) return Outcome.gaveUp;
      throw stop;
    }
  }
}

/** What the registers hold before the first round. */
function entrySets({ locals: names, scalars, numbers, counter }: FlatCode): Uint8Array {
  const sets = new Uint8Array(mostRegisters).fill(can.nothing);
  for (let at = 0; at < names.length; at++) sets[at] = setOf(kinds[at]);
  for (const { at } of scalars) sets[at] = setOf(kinds[at]);
  for (const { at, kind } of numbers) sets[at] = setOf(kind);
  sets.fill(can.whole, counter, counter + 3);
  return sets;
}

function newPage() {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1 });
  return { memory, numbers: new Float64Array(memory.buffer) };
}
