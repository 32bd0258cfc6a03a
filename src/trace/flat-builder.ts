/**
 * What flat code is put together from: rows with jumps between them, registers,
 * and the values that no round changes. Anything that flat code does not know
 * makes `failed` true.
 */
import type { Place } from '../engine/graph';
import type { Expression } from '../syntax/nodes';
import { Code, type Constant, type Local, rowLength } from './flat-codes';
import { type CompiledFunction, type Frame, resolve, type Scope } from './frame';
import { dottedName } from './targets';
import { mostRegisters } from './unboxed';

/** The function or loop whose statements are compiled. */
export interface Context {
  readonly scope: Scope;
  /** The frame of its constants. */
  readonly home: number;
  /** The registers and objects of the names that are bound. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly objects: ReadonlyMap<string, number>;
  /** Of an inlined function; null for the loop. */
  readonly compiled: CompiledFunction | null;
  readonly caller: Context | null;
  readonly level: number;
  /** Where a `return` leaves its number, and the rows of jumps from there. */
  readonly result: number;
  readonly returns: number[];
}

/** More rows are hardly worth their memory. */
const mostRows = 4000;

export class FlatBuilder {
  protected readonly rows: number[] = [];
  protected readonly places = new Map<number, Place>();
  protected readonly locals: Local[] = [];
  protected readonly numbers: { at: number; value: number; kind: number }[] = [];
  protected readonly scalars = new Map<string, Constant>();
  protected readonly objects = new Map<string, Constant>();
  protected readonly functions = new Map<string, Constant>();
  /** Frames while compiling, that constants may be looked at. */
  protected readonly frames: Frame[];
  /** Registers below are taken for good, those from `free` on by parts of an expression. */
  protected taken = 0;
  protected free = mostRegisters;
  protected objectCount = 0;
  /** Steps of the rows since the last jump. */
  protected pending = 0;
  protected failed = false;
  private lowest = mostRegisters;
  /** The last row that can count the steps after it. */
  private counting = -1;

  constructor(
    frame: Frame,
    protected context: Context,
  ) {
    this.frames = [frame];
  }

  /** Whether there is no use in compiling more. */
  protected get hopeless(): boolean {
    const { failed, taken, lowest, rows } = this;
    return failed || taken > lowest || rows.length > mostRows * rowLength;
  }

  /** What a name or a chain of names stands for, which no round may bind. */
  protected constant(
    known: Map<string, Constant>,
    node: Expression,
    compile: () => Constant['read'] | null,
  ): number {
    const name = dottedName(node);
    const read = name === null || this.isBound(name.split('.')[0]) ? null : compile();
    if (name === null || read === null) return this.fail();
    const { home } = this.context;
    const key = `${home} ${name}`;
    const found = known.get(key);
    if (found !== undefined) return found.at;
    const at =
      known === this.scalars
        ? this.take(1)
        : known === this.objects
          ? this.objectCount++
          : known.size;
    known.set(key, { read, home, at });
    return at;
  }

  /** Whether rounds bind a name, here or in the loop around an inlined function. */
  protected isBound(name: string): boolean {
    const found = resolve(this.context.scope, name);
    let scope: Scope | null = this.context.scope;
    for (let depth = found?.depth ?? 0; depth > 0; depth--) scope = scope?.outer ?? null;
    for (let at: Context | null = this.context; at !== null; at = at.caller) {
      if (at.scope === scope && (at.numbers.has(name) || at.objects.has(name))) return true;
    }
    return false;
  }

  protected number(value: number, kind: number): number {
    const found = this.numbers.find((each) => each.kind === kind && Object.is(each.value, value));
    if (found !== undefined) return found.at;
    const at = this.take(1);
    this.numbers.push({ at, value, kind });
    return at;
  }

  protected take(count: number): number {
    this.taken += count;
    return this.taken - count;
  }

  protected part(count: number): number {
    this.free -= count;
    this.lowest = Math.min(this.lowest, this.free);
    return this.free;
  }

  /** Counts the pending steps before a jump: in the last conditional jump, or in a row of its own. */
  protected flush(): void {
    if (this.pending > 0) {
      if (this.counting >= 0) this.rows[this.counting + 4] += this.pending;
      else this.emit(Code.count, this.pending);
    }
    this.pending = 0;
    this.counting = -1;
  }

  /** Jumps of these rows lead to the next row. */
  protected land(jumps: readonly number[]): void {
    this.flush();
    for (const row of jumps) this.rows[row + 1] = this.rows.length;
  }

  /** A row that jumps unless something holds; it counts the steps after it. */
  protected emitTest(code: Code, a: number, b: number): number {
    this.flush();
    this.counting = this.emit(code, 0, a, b, 0);
    return this.counting;
  }

  /** A jump that always is made. */
  protected emitJump(code: Code, ...operands: number[]): number {
    this.flush();
    return this.emit(code, ...operands);
  }

  protected emit(code: Code, ...operands: number[]): number {
    const row = this.rows.length;
    for (let i = 0; i < rowLength; i++) this.rows.push(i === 0 ? code : (operands[i - 1] ?? 0));
    return row;
  }

  protected fail(): number {
    this.failed = true;
    return 0;
  }
}
