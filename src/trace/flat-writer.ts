/**
 * Flat code to the body of a WebAssembly function, row by row. The rules are those
 * of `flat-run`; a row whose operands can only be of one kind needs no look at it.
 */
import { opcode } from '../engine/wasm-encoder';
import { FlatArithmetic } from './flat-arithmetic';
import { type Construct, changesObjects, constructsOf, isTest } from './flat-blocks';
import { Code, type FlatCode, Outcome, rowLength } from './flat-codes';
import { giveUp, type Import, importOf, keepImport, type Surroundings } from './flat-imports';
import { can, type Known, kindsBefore, onlyKind } from './flat-kinds';
import { gaveUp, single } from './unboxed';

const comparisons: Partial<Record<Code, number>> = {
  [Code.unlessLess]: opcode.f64Lt,
  [Code.unlessLessEqual]: opcode.f64Le,
  [Code.unlessGreater]: opcode.f64Gt,
  [Code.unlessGreaterEqual]: opcode.f64Ge,
  [Code.unlessEqual]: opcode.f64Eq,
  [Code.unlessNotEqual]: opcode.f64Ne,
};

export interface Written {
  readonly imports: readonly Import[];
  readonly body: Uint8Array;
}

/** null: the code cannot be written. `entry` says what the registers hold before the first row. */
export function writeFlat(
  code: FlatCode,
  entry: Uint8Array,
  known: Known,
  around: Surroundings,
): Written | null {
  const constructs = constructsOf(code.rows);
  return constructs === null ? null : new FlatWriter(code, entry, known, around).write(constructs);
}

class FlatWriter extends FlatArithmetic {
  private readonly open: Construct[] = [];

  constructor(
    private readonly flat: FlatCode,
    private readonly entry: Uint8Array,
    known: Known,
    private readonly around: Surroundings,
  ) {
    super(known);
  }

  write(constructs: readonly Construct[]): Written | null {
    const { emitter, flat, open } = this;
    const { rows } = flat;
    const before = kindsBefore(flat, this.entry, this.known);
    emitter.open(opcode.block);
    emitter.sets = this.entry.slice();
    emitter.enter(flat.counter);
    let next = 0;
    for (let row = 0; row < rows.length; row += rowLength) {
      while (open.at(-1)?.end === row) this.close();
      for (; constructs[next]?.begin === row; next++) {
        open.push(constructs[next]);
        emitter.open(constructs[next].loop ? opcode.loop : opcode.block);
      }
      const sets = before[row / rowLength];
      if (sets === null) continue;
      emitter.sets = sets.slice();
      this.row(row);
    }
    while (open.length > 0) this.close();
    emitter.op(opcode.unreachable);
    emitter.close();
    emitter.integer(Outcome.gaveUp);
    if (this.failed) return null;
    return { imports: this.imports, body: emitter.code.written() };
  }

  private close(): void {
    this.open.pop();
    this.emitter.close();
  }

  private row(row: number): void {
    const { emitter, known } = this;
    const [code, d, a, b, c] = this.flat.rows.subarray(row, row + rowLength);
    const { sets } = emitter;
    switch (code as Code) {
      case Code.end:
        emitter.keep(this.flat.counter + 1);
        emitter.integer(d);
        emitter.op(opcode.return);
        return;
      case Code.checkpoint:
        emitter.keep(this.flat.counter + 1);
        if (changesObjects(this.flat.rows)) this.effect(keepImport(this.flat, this.around));
        return;
      case Code.count:
        emitter.count(d);
        return;
      case Code.jump:
        this.jump(opcode.br, row, d);
        return;
      case Code.next:
        emitter.get(a);
        emitter.get(a + 2);
        emitter.op(opcode.f64Add);
        emitter.set(a);
        this.jump(opcode.br, row, d);
        return;
      case Code.leave:
        emitter.get(a);
        emitter.get(a + 1);
        emitter.op(opcode.f64Ge);
        emitter.get(a);
        emitter.get(a + 1);
        emitter.op(opcode.f64Le);
        emitter.get(a + 2);
        emitter.code.constant(0);
        emitter.op(opcode.f64Gt, opcode.select);
        this.jump(opcode.brIf, row, d);
        emitter.get(a);
        emitter.set(b);
        emitter.integer(0);
        emitter.setKind(b);
        emitter.count(c);
        return;
      case Code.move:
      case Code.copy:
        emitter.demandBelow(code === Code.copy ? single : gaveUp, a);
        if (this.isDead(sets[a])) return;
        if (code === Code.copy && sets[a] !== can.whole) {
          emitter.get(a);
          emitter.get(a);
          emitter.op(opcode.f64Ne);
          emitter.giveUpIf();
        }
        emitter.get(a);
        this.settleCopy(d, a);
        return;
      case Code.negate:
        this.negate(d, a);
        return;
      case Code.add:
      case Code.subtract:
      case Code.multiply:
      case Code.divide:
      case Code.floorDivide:
      case Code.floorMod:
      case Code.power:
        this.operate(code, d, a, b);
        return;
      case Code.call: {
        const compute = known.functions[b];
        emitter.demandBelow(compute === Math.abs ? gaveUp : single, a);
        if (this.isDead(sets[a])) return;
        emitter.get(a);
        if (compute === Math.abs) {
          emitter.op(opcode.f64Abs);
          this.settleCopy(d, a);
          return;
        }
        this.import({ arity: 1, call: (x) => compute(x) ?? giveUp() });
        emitter.settle(d, can.real, () => {});
        return;
      }
      case Code.integers:
        for (let at = d; at < d + a; at++) {
          emitter.demandWhole(at);
          if (this.isDead(sets[at])) return;
        }
        emitter.get(d + 2);
        emitter.code.constant(0);
        emitter.op(opcode.f64Eq);
        emitter.giveUpIf();
        return;
      case Code.unbind:
        for (let at = d; at < d + a; at++) {
          emitter.integer(gaveUp);
          emitter.setKind(at);
        }
        if (c > 0) this.effect(importOf(this.flat, row, -1, this.around));
        return;
      default:
        if (isTest(code)) this.test(row);
        else this.object(row);
    }
  }

  private test(row: number): void {
    const { emitter } = this;
    const [code, d, a, b, c] = this.flat.rows.subarray(row, row + rowLength);
    for (const at of [a, b]) {
      emitter.demandBelow(gaveUp, at);
      if (this.isDead(emitter.sets[at])) return;
    }
    emitter.get(a);
    emitter.get(b);
    emitter.op(comparisons[code as Code] as number, opcode.i32Eqz);
    this.jump(opcode.brIf, row, d);
    emitter.count(c);
  }

  /** A row that reads or changes lists and arrays. */
  private object(row: number): void {
    const { emitter, flat } = this;
    const [code, d, a, b, c] = flat.rows.subarray(row, row + rowLength);
    const { sets } = emitter;
    const only = onlyKind(flat.seen[row]);
    const made = importOf(flat, row, only, this.around);
    const wholes = code === Code.item || code === Code.inner || code === Code.storeItem ? [b] : [];
    if (code === Code.element || code === Code.storeElement) {
      for (let at = b; at < b + c; at++) wholes.push(at);
    }
    if (code === Code.repeat) wholes.push(b);
    if (code === Code.nested) wholes.push(b, c);
    for (const at of wholes) {
      emitter.demandWhole(at);
      if (this.isDead(sets[at])) return;
    }
    const values: number[] = [];
    if (code === Code.storeItem || code === Code.storeElement || code === Code.append)
      values.push(d);
    if (code === Code.repeat) values.push(a);
    if (code === Code.list) for (let at = a; at < a + b; at++) values.push(at);
    for (const at of values) {
      emitter.demandBelow(gaveUp, at);
      if (this.isDead(sets[at])) return;
    }
    const given = code === Code.list ? 1 : 0;
    for (let i = 0; i < given; i++) emitter.code.constant(0);
    for (const at of values) {
      emitter.get(at);
      emitter.kindNumber(at);
    }
    for (const at of wholes) emitter.get(at);
    if (values.length + wholes.length + given === 0) emitter.code.constant(0);
    this.import(made);
    const isNumber = code >= Code.item && code <= Code.length;
    if (!isNumber) emitter.op(opcode.drop);
    else if (code === Code.length) emitter.settle(d, can.whole, () => {});
    else {
      const set = only >= 0 ? flat.seen[row] : can.whole | can.real | can.single;
      emitter.settle(d, set, () => emitter.givenKind());
    }
  }

  private jump(instruction: number, row: number, target: number): void {
    const { open } = this;
    const found = open.findLastIndex(({ loop, begin, end }) =>
      loop ? target <= row && begin === target : end === target,
    );
    if (found < 0) this.failed = true;
    this.emitter.jump(instruction, open.length - 1 - found);
  }
}
