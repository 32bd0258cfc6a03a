/**
 * Operators on registers: the arithmetic of `numbers.ts` and the comparisons, as
 * far as they can neither raise nor leave the integers that are exact.
 */
import { floorDivide, floorMod, power } from '../engine/scalars';
import type { CompareOperator, Expression } from '../syntax/nodes';
import type { Scope } from './frame';
import {
  compileUnboxed,
  gaveUp,
  type Plan,
  real,
  registers,
  single,
  type Unboxed,
  whole,
} from './unboxed';
import { compileOperand, fetch } from './unboxed-operand';

export function compileUnboxedBinary(
  node: Extract<Expression, { kind: 'binary' }>,
  scope: Scope,
  at: number,
  plan: Plan,
): Unboxed | null {
  const left = compileOperand(node.left, scope, at, plan);
  const right = left === null ? null : compileOperand(node.right, scope, at + 1, plan);
  if (left === null || right === null) return null;
  switch (node.operator) {
    case 'add':
      return (frame) => {
        const kinds = fetch(frame, left, at) | fetch(frame, right, at + 1);
        return kinds >= gaveUp ? gaveUp : settle(at, kinds, registers[at] + registers[at + 1]);
      };
    case 'subtract':
      return (frame) => {
        const kinds = fetch(frame, left, at) | fetch(frame, right, at + 1);
        return kinds >= gaveUp ? gaveUp : settle(at, kinds, registers[at] - registers[at + 1]);
      };
    case 'multiply':
      return (frame) => {
        const kinds = fetch(frame, left, at) | fetch(frame, right, at + 1);
        return kinds >= gaveUp ? gaveUp : settle(at, kinds, registers[at] * registers[at + 1]);
      };
    case 'divide':
      return (frame) => {
        const kinds = fetch(frame, left, at) | fetch(frame, right, at + 1);
        if (kinds >= gaveUp || (kinds < single && registers[at + 1] === 0)) return gaveUp;
        return settle(at, kinds | real, registers[at] / registers[at + 1]);
      };
    case 'floorDivide':
      return (frame) => {
        const kinds = fetch(frame, left, at) | fetch(frame, right, at + 1);
        if (kinds >= single || registers[at + 1] === 0) return gaveUp;
        return settle(at, kinds, floorDivide(registers[at], registers[at + 1]));
      };
    case 'floorMod':
      return (frame) => {
        const kinds = fetch(frame, left, at) | fetch(frame, right, at + 1);
        if (kinds >= single || registers[at + 1] === 0) return gaveUp;
        return settle(at, kinds, floorMod(registers[at], registers[at + 1]));
      };
    case 'power':
      return (frame) => {
        const kinds = fetch(frame, left, at) | fetch(frame, right, at + 1);
        const exponent = registers[at + 1];
        if (kinds >= single || (exponent < 0 && registers[at] === 0)) return gaveUp;
        const kind = exponent >= 0 ? kinds : real;
        return settle(at, kind, power(registers[at], exponent));
      };
    default:
      return null;
  }
}

/** Puts a result into its register, in the type of the operands. */
function settle(at: number, kinds: number, value: number): number {
  if (kinds === whole) {
    if (!Number.isSafeInteger(value)) return gaveUp;
    // Integers have no negative zero.
    registers[at] = value + 0;
    return whole;
  }
  registers[at] = value;
  return kinds >= single ? single : real;
}

export function compileUnboxedUnary(
  node: Extract<Expression, { kind: 'unary' }>,
  scope: Scope,
  at: number,
  plan: Plan,
): Unboxed | null {
  if (node.operator !== 'negate') return null;
  const operand = compileUnboxed(node.operand, scope, at, plan);
  if (operand === null) return null;
  return (frame) => {
    const kind = operand(frame);
    if (kind >= single) return gaveUp;
    registers[at] = kind === whole ? 0 - registers[at] : -registers[at];
    return kind;
  };
}

/** Two numbers compared: 1 or 0 is left in the register, with the kinds of both. */
export function compileUnboxedCompare(
  node: Extract<Expression, { kind: 'compare' }>,
  scope: Scope,
  at: number,
  plan: Plan,
): Unboxed | null {
  if (node.rest.length !== 1) return null;
  const [{ operator, operand }] = node.rest;
  const holds = Object.hasOwn(comparisons, operator) ? comparisons[operator] : undefined;
  const left = compileOperand(node.first, scope, at, plan);
  const right = compileOperand(operand, scope, at + 1, plan);
  if (holds === undefined || left === null || right === null) return null;
  return (frame) => {
    const kinds = fetch(frame, left, at) | fetch(frame, right, at + 1);
    registers[at] = holds(registers[at], registers[at + 1]) ? 1 : 0;
    return kinds;
  };
}

const comparisons: Readonly<Partial<Record<CompareOperator, (a: number, b: number) => boolean>>> = {
  less: (a, b) => a < b,
  lessEqual: (a, b) => a <= b,
  greater: (a, b) => a > b,
  greaterEqual: (a, b) => a >= b,
  equal: (a, b) => a === b,
  notEqual: (a, b) => a !== b,
};
