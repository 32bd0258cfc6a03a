/**
 * Replays a recorded graph on other input values, in an arena of its own, and
 * tells whether the pinned values (branches, shapes, indices) stayed the same.
 * It begins with a loop over rows and compiles them when it is hot.
 */

import { compileProgram, type Part, runsThatPay } from './compiled-program';
import type { Entry, EntryId, Graph, Pin } from './graph';
import type { Op } from './op';
import { ops } from './ops';
import { Code, pushRows, rowLength } from './scalar-codes';
import { runRows, warmUp } from './scalar-program';

warmUp();

/** An entry that its own kernel computes. */
interface Call {
  readonly op: Op<unknown>;
  readonly entry: Entry;
  readonly inputs: readonly Entry[];
}

export class Replay {
  private readonly arena: Float64Array;
  /** Numbers only; a row of code 0 names the entry to call by its place among `calls`. */
  private rows!: Int32Array;
  private calls!: readonly Call[];
  /** The table in parts: a single one that is run by rows, until hot stretches are compiled. */
  private parts!: readonly Part[];
  /** The entries to run, whatever moves. */
  private readonly needed: Uint8Array;
  /** The only input that moves; null: all may. */
  private moving: EntryId | null = null;
  /** The table runs all that is needed. */
  private whole = true;
  /** The pins that are compared after all parts, and their recorded values. */
  private pinPlaces: Int32Array;
  private pinValues: Float64Array;
  private runsLeft: number;

  /**
   * Prepares the entries that `outputs` and `pinned` need: the pins of the run that made
   * the outputs, also those behind them (a branch may choose which value is returned).
   * After `runsByRows` runs, which tests choose, the table is compiled.
   */
  constructor(
    private readonly graph: Graph,
    private readonly outputs: readonly EntryId[],
    pinned: readonly Pin[] = graph.pins,
    runsByRows: number | null = null,
  ) {
    const pins = pinned.map((pin) => pin.entry);
    const wanted = [...outputs, ...pins];
    const last = wanted.reduce((latest, id) => Math.max(latest, id), 0);
    this.needed = entriesToRun(graph, last, wanted);
    let used = 0;
    for (let id = 0; id <= last; id++) {
      const { offset, size } = graph.entry(id);
      used = Math.max(used, offset + size);
    }
    this.arena = graph.arena.slice(0, used);
    this.tabulate(this.needed);
    this.pinPlaces = Int32Array.from(
      pins.flatMap((pin) => {
        const { offset, size } = graph.entry(pin);
        return Array.from({ length: size }, (_, i) => offset + i);
      }),
    );
    this.pinValues = Float64Array.from(this.pinPlaces, (place) => this.arena[place]);
    this.runsLeft = runsByRows ?? runsThatPay(this.rows);
  }

  /** Makes the table of the entries that are to run. */
  private tabulate(needed: Uint8Array): void {
    const { graph } = this;
    const rows: number[] = [];
    const calls: Call[] = [];
    for (let id = 0; id < needed.length; id++) {
      const entry = graph.entry(id);
      if (needed[id] === 0 || entry.inputs.length === 0) continue;
      const inputs = entry.inputs.map((input) => graph.entry(input));
      if (pushRows(rows, entry, inputs)) continue;
      rows.push(Code.call, calls.length, 0, 0, 0);
      calls.push({ op: ops[entry.op] as Op<unknown>, entry, inputs });
    }
    this.rows = Int32Array.from(rows);
    this.calls = calls;
    this.parts = [{ from: 0, to: rows.length, run: null }];
  }

  /**
   * Until another one is named, this input alone moves away from the recorded point, and the others
   * are back there: what does not depend on it need not be computed again. Tables that will be
   * compiled stay whole.
   */
  moveOnly(id: EntryId): void {
    if (id === this.moving || this.runsLeft !== Infinity) return;
    this.moving = id;
    const { graph, arena, needed } = this;
    arena.set(graph.arena.subarray(0, arena.length));
    const moved = new Uint8Array(needed.length);
    let rest = 0;
    for (let each = 0; each < moved.length; each++) {
      const { op, inputs } = graph.entry(each);
      // What is written in place has to be made anew.
      const moves = op === 'copy' || op === 'write' || inputs.some((input) => moved[input] === 1);
      if (each === id || (moves && needed[each] === 1)) moved[each] = 1;
      else if (needed[each] === 1 && inputs.length > 0) rest += 1;
    }
    if (rest === 0 && this.whole) return;
    this.whole = rest === 0;
    this.tabulate(moved);
  }

  /** The region of an input in the replay's own arena, to be filled before `run`; a spare one where nothing needs it. */
  input(id: EntryId): Float64Array {
    const { offset, size } = this.graph.entry(id);
    return offset + size <= this.arena.length ? this.value(id) : new Float64Array(size);
  }

  /** Recomputes; true when every pin kept its recorded value. */
  run(): boolean {
    if (this.runsLeft-- === 0) this.compile();
    const { arena, parts, pinPlaces, pinValues } = this;
    let same = true;
    for (let i = 0; i < parts.length; i++) {
      const { from, to, run } = parts[i];
      if (run === null) this.runByRows(from, to);
      else if (!run(arena)) same = false;
    }
    for (let i = 0; same && i < pinPlaces.length; i++) {
      same = Object.is(arena[pinPlaces[i]], pinValues[i]);
    }
    return same;
  }

  /** The recomputed value of an output, valid until the next `run`. */
  value(id: EntryId): Float64Array {
    const { offset, size } = this.graph.entry(id);
    return this.arena.subarray(offset, offset + size);
  }

  /** All values, laid out as in the graph; of a compiled replay, those of outputs and inputs are recomputed. */
  get values(): Float64Array {
    return this.arena;
  }

  /** Whether some rows are compiled by now. */
  get compiled(): boolean {
    return this.parts.some(({ run }) => run !== null);
  }

  private runByRows(from: number, to: number): void {
    const { arena, rows, calls } = this;
    for (let row = from; row < to; row += rowLength) {
      row = runRows(rows, row, to, arena);
      if (row >= to) break;
      const { op, entry, inputs } = calls[rows[row + 1]];
      op.compute(arena, entry, inputs, entry.parameters);
    }
  }

  private compile(): void {
    const { graph, rows, calls, arena, pinPlaces, pinValues } = this;
    const pins = new Map(Array.from(pinPlaces, (place, i) => [place, pinValues[i]]));
    const inputs = graph.entries.filter(
      ({ op, offset }) => op === 'input' && offset < arena.length,
    );
    const outputs = this.outputs.map((id) => graph.entry(id));
    try {
      const { parts, otherPins } = compileProgram({ rows, calls, arena, inputs, outputs, pins });
      this.parts = parts;
      this.pinPlaces = Int32Array.from(otherPins);
      this.pinValues = Float64Array.from(otherPins, (place) => pins.get(place)!);
    } catch {
      // No WebAssembly, or a content policy forbids it: rows give the same numbers, more slowly.
    }
  }
}

/**
 * What must be computed again: entries that vary with the inputs, and every
 * `copy` and `write` of a region that one of them reads, since its region is shared.
 */
function entriesToRun(graph: Graph, last: EntryId, wanted: readonly EntryId[]): Uint8Array {
  const needed = new Uint8Array(last + 1);
  for (const id of wanted) needed[id] = 1;
  for (let id = last; id >= 0; id--) {
    if (needed[id] === 0) continue;
    const { op, inputs } = graph.entry(id);
    if (!graph.dependsOnInput(id) && op !== 'copy' && op !== 'write') needed[id] = 0;
    else for (const input of inputs) needed[input] = 1;
  }
  return needed;
}
