/**
 * Replays a recorded graph on other input values, in an arena of its own, and
 * tells whether the pinned values (branches, shapes, indices) stayed the same.
 */
import type { Entry, EntryId, Graph, Pin } from './graph';
import type { Op } from './op';
import { ops } from './ops';
import { rowLength, rowOf, runRows, warmUp } from './scalar-program';

warmUp();

/** An entry that its own kernel computes. */
interface Call {
  readonly op: Op<unknown>;
  readonly entry: Entry;
  readonly inputs: readonly Entry[];
}

export class Replay {
  private readonly arena: Float64Array;
  /** Numbers only; the entries to call, in the order in which rows ask for them. */
  private readonly rows: Int32Array;
  private readonly calls: readonly Call[];
  private readonly pinOffsets: Int32Array;
  private readonly pinValues: Float64Array;

  /**
   * Prepares the entries that `outputs` and `pinned` need: the pins of the run that made
   * the outputs, also those behind them (a branch may choose which value is returned).
   */
  constructor(
    private readonly graph: Graph,
    outputs: readonly EntryId[],
    pinned: readonly Pin[] = graph.pins,
  ) {
    const pins = pinned.map((pin) => pin.entry);
    const wanted = [...outputs, ...pins];
    const last = wanted.reduce((latest, id) => Math.max(latest, id), 0);
    const needed = entriesToRun(graph, last, wanted);
    const rows: number[] = [];
    const calls: Call[] = [];
    let used = 0;
    for (let id = 0; id <= last; id++) {
      const entry = graph.entry(id);
      used = Math.max(used, entry.offset + entry.size);
      if (needed[id] === 0 || entry.inputs.length === 0) continue;
      const inputs = entry.inputs.map((input) => graph.entry(input));
      const row = rowOf(entry, inputs);
      if (row[0] === 0) calls.push({ op: ops[entry.op] as Op<unknown>, entry, inputs });
      rows.push(...row);
    }
    this.arena = graph.arena.slice(0, used);
    this.rows = Int32Array.from(rows);
    this.calls = calls;
    this.pinOffsets = Int32Array.from(
      pins.flatMap((pin) => {
        const { offset, size } = graph.entry(pin);
        return Array.from({ length: size }, (_, i) => offset + i);
      }),
    );
    this.pinValues = Float64Array.from(this.pinOffsets, (offset) => this.arena[offset]);
  }

  /** The region of an input in the replay's own arena, to be filled before `run`; a spare one where nothing needs it. */
  input(id: EntryId): Float64Array {
    const { offset, size } = this.graph.entry(id);
    return offset + size <= this.arena.length ? this.value(id) : new Float64Array(size);
  }

  /** Recomputes; true when every pin kept its recorded value. */
  run(): boolean {
    const { arena, rows, calls } = this;
    let called = 0;
    for (let row = 0; row < rows.length; ) {
      row = runRows(rows, row, rows.length, arena);
      if (row >= rows.length) break;
      const { op, entry, inputs } = calls[called++];
      op.compute(arena, entry, inputs, entry.parameters);
      row += rowLength;
    }
    for (let i = 0; i < this.pinOffsets.length; i++) {
      if (!Object.is(arena[this.pinOffsets[i]], this.pinValues[i])) return false;
    }
    return true;
  }

  /** The recomputed value, valid until the next `run`. */
  value(id: EntryId): Float64Array {
    const { offset, size } = this.graph.entry(id);
    return this.arena.subarray(offset, offset + size);
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
