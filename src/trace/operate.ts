/**
 * Operators on values: plain numbers in plain arithmetic while nothing is
 * traced, everything else as graph entries with the language's rules for
 * numbers, lists and strings.
 */
import type { EntryId, Place } from '../engine/graph';
import type { OpName } from '../engine/op';
import { broadcastShapes, showShape } from '../engine/shape';
import { computeSingle } from '../engine/single';
import type { BinaryOperator } from '../syntax/nodes';
import { arrayOf, castTo, peek, readArray, singleNumber, singleOf } from './arrays';
import { callFunction } from './call';
import { combine } from './containers';
import { takeAsIntegers, toArray } from './convert';
import type { Machine } from './machine';
import { matmul } from './matrix';
import { methodOf, typeOf } from './members';
import { arithmetic } from './numbers';
import { type ArrayValue, describe, type NumberValue, type Value } from './values';

type ElementwiseOperator = Exclude<BinaryOperator, 'matmul'>;

export const symbols: Readonly<Record<BinaryOperator, string>> = {
  add: '+',
  subtract: '-',
  multiply: '*',
  divide: '/',
  floorDivide: '//',
  floorMod: '%',
  remainder: '%',
  power: '**',
  matmul: '@',
  bitAnd: '&',
  bitOr: '|',
  bitXor: '^',
  shiftLeft: '<<',
  shiftRight: '>>',
};

export function binary(
  machine: Machine,
  operator: BinaryOperator,
  left: Value,
  right: Value,
  place: Place,
): Value {
  if (bitwise.has(operator)) refuseReal(machine, operator, left, right, place);
  if (left.kind === 'number' && right.kind === 'number' && operator !== 'matmul') {
    return numbers(machine, operator, left, right, place);
  }
  if (left.kind === 'unknown') return left;
  if (right.kind === 'unknown') return right;
  const own = operatorMethod(machine, operator, left, right, place);
  if (own !== null) return own;
  if (left.kind === 'array' || right.kind === 'array') {
    const a = toArray(machine, left, place);
    const b = toArray(machine, right, place);
    if (a !== null && b !== null) {
      if (operator === 'power') refuseInverse(machine, a, b, place);
      return operator === 'matmul'
        ? matmul(machine, a, b, place)
        : elementwise(machine, operator, a, b, symbols[operator], place);
    }
  }
  const sequence = combine(machine, operator, left, right, place);
  if (sequence !== null) return sequence;
  return machine.raise(
    'TypeError',
    `unsupported operand types for ${symbols[operator]}: ${describe(left)} and ${describe(right)}`,
    place,
  );
}

const bitwise: ReadonlySet<BinaryOperator> = new Set([
  'bitAnd',
  'bitOr',
  'bitXor',
  'shiftLeft',
  'shiftRight',
]);

/** Real numbers have no bits. */
function refuseReal(
  machine: Machine,
  operator: BinaryOperator,
  left: Value,
  right: Value,
  place: Place,
): void {
  for (const value of [left, right]) {
    if ((value.kind !== 'number' && value.kind !== 'array') || value.type !== 'float') continue;
    if (takeAsIntegers(machine, entryOf(machine, value, place))) continue;
    machine.raise(
      'TypeError',
      `${symbols[operator]} takes integers, not ${describe(value)}`,
      place,
    );
  }
}

/** numpy has no integer for the inverse of one. */
function refuseInverse(
  machine: Machine,
  base: NumberValue | ArrayValue,
  exponent: NumberValue | ArrayValue,
  place: Place,
): void {
  if (base.type === 'float' || exponent.type === 'float') return;
  const exponents = exponent.kind === 'number' ? [exponent.value] : peek(machine.graph, exponent);
  if (exponents.every((each) => each >= 0)) return;
  machine.raise(
    'ValueError',
    'integers cannot be raised to negative powers: make them floats first',
    place,
  );
}

/** The entry of a number or array, in its own shape. */
export function entryOf(machine: Machine, value: NumberValue | ArrayValue, place: Place): EntryId {
  if (value.kind === 'array') return readArray(machine.graph, value, place);
  return value.entry >= 0 ? value.entry : machine.graph.scalar(value.value, value.type, place);
}

/** A plain number that is the value of an entry of size 1. */
export function numberOf(machine: Machine, entry: EntryId): NumberValue {
  const { graph } = machine;
  return {
    kind: 'number',
    value: graph.number(entry),
    type: graph.entry(entry).type,
    entry: graph.dependsOnInput(entry) ? entry : -1,
  };
}

/**
 * Applies an elementwise op of two operands with broadcasting. `shown` is how
 * the user wrote it, for the sentence about shapes that do not fit.
 */
export function elementwise(
  machine: Machine,
  op: OpName,
  left: NumberValue | ArrayValue,
  right: NumberValue | ArrayValue,
  shown: string,
  place: Place,
): Value {
  const { graph } = machine;
  const plain = singles(machine, op, left, right, place);
  if (plain !== null) return plain;
  const a = entryOf(machine, left, place);
  const b = entryOf(machine, right, place);
  if (broadcastShapes(graph.entry(a).shape, graph.entry(b).shape) === null) {
    misfit(machine, graph.entry(a), graph.entry(b), shown, place);
  }
  const entry = graph.apply(op as 'add', [a, b], null, place);
  return left.kind === 'number' && right.kind === 'number'
    ? numberOf(machine, entry)
    : arrayOf(graph, entry, place);
}

/** Arithmetic of single floats of arrays that depend on no input; null for everything else. */
function singles(
  machine: Machine,
  op: OpName,
  left: NumberValue | ArrayValue,
  right: NumberValue | ArrayValue,
  place: Place,
): Value | null {
  if (left.kind === 'number' && right.kind === 'number') return null;
  if (op !== 'add' && op !== 'subtract' && op !== 'multiply' && op !== 'divide') return null;
  if (left.type !== 'float' && right.type !== 'float') return null;
  const a = untraced(machine, left);
  const b = a === null ? null : untraced(machine, right);
  if (a === null || b === null) return null;
  return singleOf(machine.graph, computeSingle(op, a, b), 'float', place);
}

/** The value of a single number that depends on no input; null for everything else. */
function untraced(machine: Machine, value: NumberValue | ArrayValue): number | null {
  if (value.kind === 'array') return singleNumber(machine.graph, value);
  return value.entry < 0 ? value.value : null;
}

/** Python counts with True and False as 1 and 0. */
export function widen(machine: Machine, value: NumberValue, place: Place): NumberValue {
  if (value.type !== 'bool') return value;
  if (value.entry < 0) return { ...value, type: 'int' };
  return numberOf(machine, castTo(machine.graph, value.entry, 'int', place));
}

function numbers(
  machine: Machine,
  operator: ElementwiseOperator,
  left: NumberValue,
  right: NumberValue,
  place: Place,
): Value {
  const logical = operator === 'bitAnd' || operator === 'bitOr' || operator === 'bitXor';
  const keepBool = logical && left.type === 'bool' && right.type === 'bool';
  const a = keepBool ? left : widen(machine, left, place);
  const b = keepBool ? right : widen(machine, right, place);
  const dividing = operator === 'divide' || operator === 'floorDivide' || operator === 'floorMod';
  if (dividing && b.value === 0 && machine.tables.protocols.zeroDivision === 'raise') {
    machine.raise('ZeroDivisionError', 'division by zero', place);
  }
  const inverse = operator === 'power' && a.value === 0 && b.value < 0;
  if (inverse && machine.tables.protocols.zeroDivision === 'raise') {
    machine.raise('ZeroDivisionError', 'zero to a negative power', place);
  }
  if (a.entry < 0 && b.entry < 0) {
    const result = arithmetic(operator, a, b);
    if (result === 'too large') {
      machine.refuse('an integer beyond 2**53 is not supported: write it as a float', place);
    }
    return result;
  }
  return elementwise(machine, operator, a, b, symbols[operator], place);
}

/** Raises the sentence about two shapes that do not fit. */
export function misfit(
  machine: Machine,
  left: { readonly shape: readonly number[] },
  right: { readonly shape: readonly number[] },
  shown: string,
  place: Place,
): never {
  return machine.raise(
    'ValueError',
    `the shapes ${showShape(left.shape)} and ${showShape(right.shape)} of the operands of ${shown} do not fit together`,
    place,
  );
}

/** `__add__` and its like on the user's own objects; null when neither side has one. */
function operatorMethod(
  machine: Machine,
  operator: BinaryOperator,
  left: Value,
  right: Value,
  place: Place,
): Value | null {
  if (typeOf(left) === null && typeOf(right) === null) return null;
  const names = machine.tables.protocols.operators[operator];
  if (names === undefined) return null;
  const sides = [
    [left, names[0], right],
    [right, names[1], left],
  ] as const;
  for (const [object, name, other] of sides) {
    const method = methodOf(machine, object, name, place);
    if (method === null) continue;
    const answer = callFunction(machine, method, [other], new Map(), place);
    if (answer.kind !== 'notImplemented') return answer;
  }
  return null;
}
