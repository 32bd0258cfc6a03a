/**
 * Arithmetic without a value for every step: an expression of numbers that
 * depend on nothing traced is computed in registers. What is not such a number
 * gives up, and the expression is evaluated anew by the general road; so nothing
 * in here may be seen from outside, raise, or run a part of the program.
 */
import type { Place } from '../engine/graph';
import type { Expression } from '../syntax/nodes';
import { singleOf } from './arrays';
import type { Evaluate, Frame, Scope } from './frame';
import type { Machine } from './machine';
import { compileUnboxedCall } from './unboxed-calls';
import { compileUnboxedIndex, compileUnboxedMember, compileUnboxedName } from './unboxed-leaves';
import {
  compileUnboxedBinary,
  compileUnboxedCompare,
  compileUnboxedUnary,
} from './unboxed-operators';
import { bool, float, int, type Value } from './values';

/** What a register holds, as bits: those of an operation's operands are joined. */
export const whole = 0;
export const real = 1;
/** A float of an array: it stays one, and its division by zero raises nothing. */
export const single = 2;
export const gaveUp = 4;

/** Leaves a number in the register that it was compiled for, and says what it is. */
export type Unboxed = (frame: Frame) => number;

export const mostRegisters = 128;
export const registers = new Float64Array(mostRegisters);

/** What is known of an expression once it is compiled. */
export interface Plan {
  /** How many library calls it makes: each is a step. */
  calls: number;
}

/** The expression computed into register `at`; the registers above are free. null: it cannot be. */
export function compileUnboxed(
  node: Expression,
  scope: Scope,
  at: number,
  plan: Plan,
): Unboxed | null {
  if (at >= mostRegisters) return null;
  switch (node.kind) {
    case 'number': {
      const { value } = node;
      const kind = node.integer ? whole : real;
      return () => {
        registers[at] = value;
        return kind;
      };
    }
    case 'name':
      return compileUnboxedName(node, scope, at);
    case 'member':
      return compileUnboxedMember(node, scope, at, plan);
    case 'index':
      return compileUnboxedIndex(node, scope, at, plan);
    case 'unary':
      return compileUnboxedUnary(node, scope, at, plan);
    case 'binary':
      return compileUnboxedBinary(node, scope, at, plan);
    case 'call':
      return compileUnboxedCall(node, scope, at, plan);
    default:
      return null;
  }
}

/**
 * Attempts at an expression. Those that give up are made ever more seldom: what
 * is traced once is mostly traced always. Compiled on the first attempt, since a
 * part of an expression that succeeds is never attempted by itself.
 */
class Attempt {
  private compiled: Unboxed | null | undefined;
  private readonly plan: Plan = { calls: 0 };
  private pause = 0;
  private waiting = 0;

  constructor(
    private readonly compile: (plan: Plan) => Unboxed | null,
    /** Bounds the kinds that are wanted. */
    private readonly below: number = gaveUp,
  ) {}

  /** What register 0 holds now, or that it gave up. */
  make(frame: Frame): number {
    if (this.waiting > 0) {
      this.waiting -= 1;
      return gaveUp;
    }
    if (this.compiled === undefined) this.compiled = this.compile(this.plan);
    const { compiled, plan } = this;
    const { machine } = frame;
    // The step that goes beyond the limit is one of the general road, which knows its place.
    if (compiled !== null && machine.affords(plan.calls)) {
      const kind = compiled(frame);
      if (kind < this.below) {
        this.pause = 0;
        machine.count(plan.calls);
        return kind;
      }
    }
    this.pause = Math.min(2 * this.pause + 1, 1023);
    this.waiting = this.pause;
    return gaveUp;
  }
}

/** The expression in registers; null where it needs the general road. */
export function compileAttemptedValue(
  node: Expression,
  scope: Scope,
  place: Place,
): (frame: Frame) => Value | null {
  const attempt = new Attempt((plan) => compileUnboxed(node, scope, 0, plan));
  return (frame) => {
    const kind = attempt.make(frame);
    return kind === gaveUp ? null : boxed(frame.machine, kind, registers[0], place);
  };
}

/** The expression in registers where that can be, else by the general road. */
export function unboxedOr(
  node: Expression,
  scope: Scope,
  place: Place,
  general: Evaluate,
): Evaluate {
  const attempt = new Attempt((plan) => compileUnboxed(node, scope, 0, plan));
  return (frame) => {
    const kind = attempt.make(frame);
    return kind === gaveUp ? general(frame) : boxed(frame.machine, kind, registers[0], place);
  };
}

/** A comparison in registers where that can be, else by the general road. */
export function unboxedCompareOr(
  node: Extract<Expression, { kind: 'compare' }>,
  scope: Scope,
  general: Evaluate,
): Evaluate {
  // What compares elements of arrays is an array.
  const attempt = new Attempt((plan) => compileUnboxedCompare(node, scope, 0, plan), single);
  return (frame) => (attempt.make(frame) < gaveUp ? bool(registers[0] !== 0) : general(frame));
}

/** The test of an `if` or `while`: whether it holds. */
export function unboxedTestOr(
  node: Expression,
  scope: Scope,
  general: (frame: Frame) => boolean,
): (frame: Frame) => boolean {
  if (node.kind !== 'compare') return general;
  const attempt = new Attempt((plan) => compileUnboxedCompare(node, scope, 0, plan));
  return (frame) => (attempt.make(frame) < gaveUp ? registers[0] !== 0 : general(frame));
}

export function boxed(machine: Machine, kind: number, number: number, place: Place): Value {
  if (kind === real) return float(number);
  return kind === whole ? int(number) : singleOf(machine.graph, number, 'float', place);
}
