/**
 * The table of rows of a replay with its long scalar stretches compiled; calls of
 * kernels and short stretches between them stay on the row road. Read backwards,
 * the table tells what each stretch must leave in the arena, and who compares a pin.
 */
import { compileStretch } from './compiled-stretch';
import { rowLength } from './scalar-codes';
import { mostRows } from './stretch-compiler';

/** A part of the arena. */
interface Region {
  readonly offset: number;
  readonly size: number;
}

/** An entry that its own kernel computes, as regions. */
interface KernelCall {
  readonly entry: Region;
  readonly inputs: readonly Region[];
}

export interface Program {
  /** A row of code 0 calls the kernel whose number stands in its second place. */
  readonly rows: Int32Array;
  readonly calls: readonly KernelCall[];
  readonly arena: Float64Array;
  /** What the caller may fill before a run. */
  readonly inputs: readonly Region[];
  /** What the caller may read after it. */
  readonly outputs: readonly Region[];
  /** The pinned numbers by their place in the arena. */
  readonly pins: ReadonlyMap<number, number>;
}

/** Rows `from` to `to` of the table. */
export interface Part {
  readonly from: number;
  readonly to: number;
  /** Runs them on the arena, true when the pins among them kept their values; null: row by row. */
  readonly run: ((arena: Float64Array) => boolean) | null;
}

export interface CompiledProgram {
  readonly parts: readonly Part[];
  /** Places of the pins that no compiled part compares. */
  readonly otherPins: readonly number[];
}

/** Fewer rows are done sooner than a call into WebAssembly, with what is copied for it. */
const fewestRows = 16;

/** Microseconds, measured: to compile anything, a stretch, a row; and what a run gains and loses. */
const microseconds = {
  compiling: { once: 350, stretch: 100, row: 0.4 },
  running: { savedByRow: 0.003, lostByStretch: 0.04 },
};

/**
 * How many runs of a table come before it is compiled: as many as lose the time of compiling,
 * so that, whatever comes, a replay loses little more than that time twice.
 */
export function runsThatPay(table: Int32Array): number {
  const stretches = partsOf(table).filter(({ worthwhile }) => worthwhile);
  const rows = stretches.reduce((sum, { from, to }) => sum + (to - from) / rowLength, 0);
  const { compiling, running } = microseconds;
  const saved = running.savedByRow * rows - running.lostByStretch * stretches.length;
  const spent = compiling.once + compiling.stretch * stretches.length + compiling.row * rows;
  return saved > 0 ? Math.ceil(spent / saved) : Infinity;
}

/** Throws where WebAssembly is missing or not allowed. */
export function compileProgram(program: Program): CompiledProgram {
  const { rows, arena } = program;
  const varies = marked(arena.length, program.inputs);
  for (const { entry } of program.calls) mark(varies, entry);
  for (let row = 0; row < rows.length; row += rowLength) {
    if (rows[row] !== 0) varies[rows[row + 1]] = 1;
  }
  const live = marked(arena.length, program.outputs);
  const pins = new Map(program.pins);
  const otherPins: number[] = [];
  const parts = partsOf(rows)
    .reverse()
    .map(({ from, to, worthwhile }): Part => {
      if (!worthwhile) {
        readByRows(program, from, to, live);
        for (const place of writtenByRows(program, from, to)) {
          if (pins.delete(place)) otherPins.push(place);
        }
        return { from, to, run: null };
      }
      const { reads, writes, run } = compileStretch({ rows, from, to, arena, varies, live, pins });
      for (const place of writes) {
        live[place] = 0;
        pins.delete(place);
      }
      for (const place of reads) live[place] = 1;
      return { from, to, run };
    });
  return { parts: parts.reverse(), otherPins: [...otherPins, ...pins.keys()] };
}

/** The table in parts: stretches that are worth compiling, and what lies between them. */
function partsOf(rows: Int32Array) {
  const parts: { from: number; to: number; worthwhile: boolean }[] = [];
  let from = 0;
  while (from < rows.length) {
    const most = Math.min(rows.length, from + mostRows * rowLength);
    let to = from;
    while (to < most && rows[to] !== 0) to += rowLength;
    const worthwhile = to - from >= fewestRows * rowLength;
    if (!worthwhile && to < rows.length) to += rowLength;
    const last = parts[parts.length - 1];
    if (!worthwhile && last?.worthwhile === false) last.to = to;
    else parts.push({ from, to, worthwhile });
    from = to;
  }
  return parts;
}

function readByRows({ rows, calls }: Program, from: number, to: number, live: Uint8Array): void {
  for (let row = from; row < to; row += rowLength) {
    if (rows[row] === 0) for (const input of calls[rows[row + 1]].inputs) mark(live, input);
    else for (let operand = row + 2; operand < row + rowLength; operand++) live[rows[operand]] = 1;
  }
}

function* writtenByRows({ rows, calls }: Program, from: number, to: number): Generator<number> {
  for (let row = from; row < to; row += rowLength) {
    if (rows[row] !== 0) yield rows[row + 1];
    else {
      const { offset, size } = calls[rows[row + 1]].entry;
      for (let place = offset; place < offset + size; place++) yield place;
    }
  }
}

function marked(length: number, regions: readonly Region[]): Uint8Array {
  const marks = new Uint8Array(length);
  for (const region of regions) mark(marks, region);
  return marks;
}

function mark(marks: Uint8Array, { offset, size }: Region): void {
  marks.fill(1, offset, offset + size);
}
