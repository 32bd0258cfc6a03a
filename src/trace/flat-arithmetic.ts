/**
 * The arithmetic of compiled flat code: what `unboxed-operators` says of operands
 * and results, where a kind that is known needs no instruction.
 */
import { floorDivide, floorMod, power } from '../engine/scalars';
import { opcode } from '../engine/wasm-encoder';
import { Code } from './flat-codes';
import { FlatEmitter } from './flat-emitter';
import type { Import } from './flat-imports';
import { asFloats, can, joined, type Known } from './flat-kinds';
import { gaveUp, real, single } from './unboxed';

const operators: Partial<Record<Code, number>> = {
  [Code.add]: opcode.f64Add,
  [Code.subtract]: opcode.f64Sub,
  [Code.multiply]: opcode.f64Mul,
  [Code.divide]: opcode.f64Div,
};

export class FlatArithmetic {
  protected readonly imports: Import[] = [];
  protected readonly emitter: FlatEmitter;
  protected failed = false;

  constructor(protected readonly known: Known) {
    this.emitter = new FlatEmitter(known.constants);
  }

  protected negate(d: number, a: number): void {
    const { emitter } = this;
    emitter.demandBelow(single, a);
    if (this.isDead(emitter.sets[a])) return;
    emitter.get(a);
    emitter.op(opcode.f64Neg);
    this.settleCopy(d, a);
  }

  protected operate(code: Code, d: number, a: number, b: number): void {
    const { emitter, known } = this;
    const { sets } = emitter;
    const limited = code === Code.floorDivide || code === Code.floorMod || code === Code.power;
    for (const at of [a, b]) {
      emitter.demandBelow(limited ? single : gaveUp, at);
      if (this.isDead(sets[at])) return;
    }
    const both = joined(sets[a], sets[b]);
    if (code === Code.power) return this.power(d, a, b, both);
    if (code !== Code.add && code !== Code.subtract && code !== Code.multiply) {
      this.refuseZero(a, b, known.constants.get(b));
    }
    emitter.get(a);
    emitter.get(b);
    const operator = operators[code];
    if (operator === undefined) {
      this.import({ arity: 2, call: code === Code.floorMod ? floorMod : floorDivide });
    } else emitter.op(operator);
    const float = code === Code.divide;
    emitter.settle(d, float ? asFloats(both) : both, () => {
      emitter.joinedKind(a, b);
      if (!float) return;
      emitter.integer(real);
      emitter.op(opcode.i32Or);
    });
  }

  /** Division by zero raises, but for elements of arrays. */
  private refuseZero(a: number, b: number, constant: number | undefined): void {
    const { emitter } = this;
    if (constant !== undefined && constant !== 0) return;
    const both = joined(emitter.sets[a], emitter.sets[b]);
    if (both === can.single) return;
    emitter.get(b);
    emitter.code.constant(0);
    emitter.op(opcode.f64Eq);
    if ((both & can.single) !== 0) {
      emitter.joinedKind(a, b);
      emitter.integer(single);
      emitter.op(opcode.i32GeU, opcode.i32Eqz, opcode.i32And);
    }
    emitter.giveUpIf();
  }

  private power(d: number, a: number, b: number, both: number): void {
    const { emitter, known } = this;
    const exponent = known.constants.get(b) ?? -1;
    if (!(exponent >= 0)) {
      // Zero to a negative power raises.
      emitter.get(b);
      emitter.code.constant(0);
      emitter.op(opcode.f64Lt);
      emitter.get(a);
      emitter.code.constant(0);
      emitter.op(opcode.f64Eq, opcode.i32And);
      emitter.giveUpIf();
    }
    emitter.get(a);
    emitter.get(exponent === 2 ? a : b);
    if (exponent === 2) emitter.op(opcode.f64Mul);
    else this.import({ arity: 2, call: power });
    emitter.settle(d, exponent >= 0 ? both : both | can.real, () => {
      emitter.joinedKind(a, b);
      if (exponent >= 0) return;
      // An integer to a negative power is a float.
      emitter.get(b);
      emitter.code.constant(0);
      emitter.op(opcode.f64Ge, opcode.i32Eqz, opcode.i32Or);
    });
  }

  /** A number of the same kinds as another. */
  protected settleCopy(d: number, a: number): void {
    const { emitter } = this;
    emitter.settle(d, emitter.sets[a], () => emitter.kind(a));
  }

  /** Where an operand can be of no kind that the row takes, it always gives up. */
  protected isDead(set: number): boolean {
    if (set === 0) this.emitter.giveUp();
    return set === 0;
  }

  protected effect(made: Import | null): void {
    this.emitter.code.constant(0);
    this.import(made);
    this.emitter.op(opcode.drop);
  }

  protected import(made: Import | null): void {
    if (made === null) this.failed = true;
    else this.emitter.call(this.imports.push(made) - 1);
  }
}
