/**
 * Writes rows of flat code as WebAssembly: registers in locals, each with its kind
 * beside it, which is a constant wherever the rows allow only one. What gives up
 * leaves by the end of the outermost block; what must be known outside is stored
 * into memory at checkpoints and at the end.
 */
import { CodeWriter, opcode } from '../engine/wasm-encoder';
import { can, onlyKind } from './flat-kinds';
import { gaveUp, mostRegisters, single } from './unboxed';

/** Where the registers, their kinds, the steps and how many are affordable stand in memory, in numbers. */
export const layout = { registers: 0, kinds: 128, steps: 256, affordable: 257, kind: 258 } as const;

const numberBytes = 8;
/** Locals: the registers, the steps and how many are affordable, then the kinds of the registers. */
const steps = mostRegisters;
const affordable = mostRegisters + 1;
const firstKind = mostRegisters + 2;
export const locals = { floats: firstKind, integers: mostRegisters } as const;
/** The largest integer that is exact. */
const largest = Number.MAX_SAFE_INTEGER;
const noResult = 0x40;

export class FlatEmitter {
  readonly code = new CodeWriter();
  /** How many constructs are open around what is written. */
  depth = 0;
  /** What the registers can hold now. */
  sets = new Uint8Array(0);

  constructor(private readonly constants: ReadonlyMap<number, number>) {}

  op(...bytes: number[]): void {
    for (const each of bytes) this.code.byte(each);
  }

  open(kind: number): void {
    this.op(kind, noResult);
    this.depth += 1;
  }

  close(): void {
    this.op(opcode.end);
    this.depth -= 1;
  }

  /** Gives up if what is on the stack is not zero. */
  giveUpIf(): void {
    this.op(opcode.brIf);
    this.code.unsigned(this.depth - 1);
  }

  giveUp(): void {
    this.op(opcode.br);
    this.code.unsigned(this.depth - 1);
  }

  get(at: number): void {
    const constant = this.constants.get(at);
    if (constant !== undefined) this.code.constant(constant);
    else this.access(opcode.localGet, at);
  }

  set(at: number): void {
    this.access(opcode.localSet, at);
  }

  integer(value: number): void {
    this.op(opcode.i32Const, value);
  }

  /** The kind of a register, as an i32. */
  kind(at: number): void {
    const only = onlyKind(this.sets[at]);
    if (only >= 0) this.integer(only);
    else this.access(opcode.localGet, firstKind + at);
  }

  setKind(at: number): void {
    this.access(opcode.localSet, firstKind + at);
  }

  /** The kind of a register as a float, for imports and for memory. */
  kindNumber(at: number): void {
    const only = onlyKind(this.sets[at]);
    if (only >= 0) this.code.constant(only);
    else {
      this.kind(at);
      this.op(opcode.f64ConvertI32);
    }
  }

  /** Gives up unless the kind of a register is below `limit`: `single` or `gaveUp`. */
  demandBelow(limit: number, at: number): void {
    const allowed = limit === single ? can.whole | can.real : can.whole | can.real | can.single;
    this.demand(at, allowed, () => {
      this.kind(at);
      this.integer(limit);
      this.op(opcode.i32GeU);
    });
  }

  demandWhole(at: number): void {
    this.demand(at, can.whole, () => this.kind(at));
  }

  private demand(at: number, allowed: number, isOther: () => void): void {
    if ((this.sets[at] & ~allowed) !== 0) {
      isOther();
      this.giveUpIf();
    }
    this.sets[at] &= allowed;
  }

  /** A result on the stack, of the kinds of `set`; `kind` writes which of several it is. */
  settle(d: number, set: number, kind: () => void): void {
    this.set(d);
    const only = onlyKind(set);
    if (only >= 0) this.integer(only);
    else kind();
    this.setKind(d);
    this.sets[d] = set;
    if (only < 0 && (set & can.single) !== 0) this.settleSingle(d);
    if ((set & can.whole) === 0) return;
    if (set !== can.whole) {
      this.kind(d);
      this.op(opcode.i32Eqz);
      this.open(opcode.if);
    }
    // Integers have no negative zero.
    this.get(d);
    this.code.constant(0);
    this.op(opcode.f64Add);
    this.set(d);
    this.get(d);
    this.op(opcode.f64Abs);
    this.code.constant(largest);
    this.op(opcode.f64Le, opcode.i32Eqz);
    this.giveUpIf();
    if (set !== can.whole) this.close();
  }

  /** An element of an array joined with a float is an element. */
  private settleSingle(d: number): void {
    this.integer(single);
    this.kind(d);
    this.kind(d);
    this.integer(single);
    this.op(opcode.i32GeU, opcode.select);
    this.setKind(d);
  }

  /** The kinds of two numbers joined. */
  joinedKind(a: number, b: number): void {
    this.kind(a);
    this.kind(b);
    this.op(opcode.i32Or);
  }

  /** So many steps; gives up where they are too many. */
  count(more: number): void {
    if (more === 0) return;
    this.access(opcode.localGet, steps);
    this.code.constant(more);
    this.op(opcode.f64Add);
    this.access(opcode.localTee, steps);
    this.access(opcode.localGet, affordable);
    this.op(opcode.f64Gt);
    this.giveUpIf();
  }

  /** Reads from memory what the first row finds: names, up to register `last`, and what no round changes. */
  enter(last: number): void {
    this.load(layout.affordable);
    this.access(opcode.localSet, affordable);
    for (let at = 0; at < mostRegisters; at++) {
      const kind = onlyKind(this.sets[at]);
      if (kind !== gaveUp && !this.constants.has(at)) {
        this.load(layout.registers + at);
        this.set(at);
      }
      if (kind === gaveUp && at > last) continue;
      this.integer(kind);
      this.setKind(at);
    }
  }

  /** Stores the first registers, their kinds and the steps into memory. */
  keep(count: number): void {
    for (let at = 0; at < count; at++) {
      this.store(layout.registers + at, () => this.get(at));
      this.store(layout.kinds + at, () => this.kindNumber(at));
    }
    this.store(layout.steps, () => this.access(opcode.localGet, steps));
  }

  call(index: number): void {
    this.access(opcode.call, index);
  }

  jump(instruction: number, depth: number): void {
    this.access(instruction, depth);
  }

  /** The kind that the last import gave. */
  givenKind(): void {
    this.integer(0);
    this.op(opcode.i32Load, 2);
    this.code.unsigned(layout.kind * numberBytes);
  }

  private load(place: number): void {
    this.integer(0);
    this.op(opcode.f64Load, 3);
    this.code.unsigned(place * numberBytes);
  }

  private store(place: number, value: () => void): void {
    this.integer(0);
    value();
    this.op(opcode.f64Store, 3);
    this.code.unsigned(place * numberBytes);
  }

  private access(instruction: number, index: number): void {
    this.op(instruction);
    this.code.unsigned(index);
  }
}
