/**
 * Operators on values: plain numbers in plain arithmetic while nothing is
 * traced, everything else as graph entries with the language's rules for
 * numbers, lists and strings.
 */
import type { EntryId, Place } from '../engine/graph';
import type { OpName } from '../engine/op';
import { broadcastShapes, matmulShape, showShape } from '../engine/shape';
import type { BinaryOperator, UnaryOperator } from '../syntax/nodes';
import { arrayOf, castTo, readArray } from './arrays';
import { callFunction } from './call';
import { toArray } from './convert';
import { formatPercent } from './format';
import type { Machine } from './machine';
import { findMember } from './members';
import { arithmetic } from './numbers';
import {
  type ArrayValue,
  describe,
  keyOf,
  list,
  type NumberValue,
  text,
  tuple,
  type Value,
} from './values';

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
      return operator === 'matmul'
        ? matmul(machine, a, b, place)
        : elementwise(machine, operator, a, b, symbols[operator], place);
    }
  }
  const sequence = sequences(machine, operator, left, right, place);
  if (sequence !== null) return sequence;
  return machine.raise(
    'TypeError',
    `unsupported operand types for ${symbols[operator]}: ${describe(left)} and ${describe(right)}`,
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

export function unary(
  machine: Machine,
  operator: UnaryOperator,
  operand: Value,
  place: Place,
): Value {
  if (operand.kind === 'unknown') return operand;
  if (operand.kind === 'number') {
    const value: NumberValue = operator === 'not' ? operand : widen(machine, operand, place);
    switch (operator) {
      case 'plus':
        return value;
      case 'negate':
        if (value.entry < 0) return { ...value, value: -value.value };
        return numberOf(machine, machine.graph.apply('negate', [value.entry], null, place));
      case 'invert':
        return binary(machine, 'subtract', { ...value, value: -value.value }, oneOf(value), place);
      case 'not':
        throw new Error('`not` is compiled through truth');
    }
  }
  if (operand.kind === 'array') {
    const entry = readArray(machine.graph, operand, place);
    if (operator === 'plus') return operand;
    if (operator === 'invert' && operand.type !== 'bool') {
      const minusOne = machine.graph.scalar(-1, 'int', place);
      const negated = machine.graph.apply('negate', [entry], null, place);
      return arrayOf(
        machine.graph,
        machine.graph.apply('add', [negated, minusOne], null, place),
        place,
      );
    }
    const op = operator === 'negate' ? 'negate' : 'not';
    return arrayOf(machine.graph, machine.graph.apply(op, [entry], null, place), place);
  }
  const method =
    operand.kind === 'instance'
      ? findMember(
          machine,
          operand,
          `__${{ negate: 'neg', plus: 'pos', invert: 'invert', not: 'not' }[operator]}__`,
          place,
        )
      : null;
  if (method !== null) return callFunction(machine, method, [], new Map(), place);
  return machine.raise(
    'TypeError',
    `bad operand type for unary ${{ negate: '-', plus: '+', invert: '~', not: 'not' }[operator]}: ${describe(operand)}`,
    place,
  );
}

function oneOf(value: NumberValue): NumberValue {
  return { ...value, value: 1, entry: -1 };
}

/** Python counts with True and False as 1 and 0. */
function widen(machine: Machine, value: NumberValue, place: Place): NumberValue {
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
  if (a.entry < 0 && b.entry < 0) {
    const result = arithmetic(operator, a, b);
    if (result === 'too large') {
      machine.refuse('an integer beyond 2**53 is not supported: write it as a float', place);
    }
    return result;
  }
  return elementwise(machine, operator, a, b, symbols[operator], place);
}

function matmul(
  machine: Machine,
  left: NumberValue | ArrayValue,
  right: NumberValue | ArrayValue,
  place: Place,
): Value {
  if (left.kind !== 'array' || right.kind !== 'array') {
    return machine.raise('ValueError', 'both operands of @ must be arrays', place);
  }
  const product = matmulArrays(machine, left, right, place);
  return product ?? misfit(machine, left, right, '@', place);
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

/** numpy's matmul: 1-d operands count as a row and a column; null when the shapes do not fit. */
export function matmulArrays(
  machine: Machine,
  left: ArrayValue,
  right: ArrayValue,
  place: Place,
): ArrayValue | null {
  const { graph } = machine;
  if (left.shape.length === 0 || right.shape.length === 0) return null;
  let a = readArray(graph, left, place);
  let b = readArray(graph, right, place);
  const flatLeft = left.shape.length === 1;
  const flatRight = right.shape.length === 1;
  const leftShape = flatLeft ? [1, left.shape[0]] : left.shape;
  const rightShape = flatRight ? [right.shape[0], 1] : right.shape;
  if (matmulShape(leftShape, rightShape) === null) return null;
  if (flatLeft) a = graph.apply('reshape', [a], { shape: leftShape }, place);
  if (flatRight) b = graph.apply('reshape', [b], { shape: rightShape }, place);
  let product = graph.apply('matmul', [a, b], null, place);
  if (flatLeft || flatRight) {
    const shape = [...graph.entry(product).shape];
    if (flatRight) shape.pop();
    if (flatLeft) shape.splice(flatRight ? shape.length - 1 : shape.length - 2, 1);
    product = graph.apply('reshape', [product], { shape }, place);
  }
  return arrayOf(graph, product, place);
}

/** `+` and `*` of lists, tuples and strings, `%` of a string, set operators, dict `|`. */
function sequences(
  machine: Machine,
  operator: BinaryOperator,
  left: Value,
  right: Value,
  place: Place,
): Value | null {
  if (operator === 'add') {
    if (left.kind === 'list' && right.kind === 'list') return list([...left.items, ...right.items]);
    if (left.kind === 'tuple' && right.kind === 'tuple') {
      return tuple([...left.items, ...right.items]);
    }
    if (left.kind === 'text' && right.kind === 'text') return text(left.value + right.value);
  }
  if (operator === 'multiply') {
    const [sequence, count] = right.kind === 'number' ? [left, right] : [right, left];
    if (count.kind !== 'number' || count.type === 'float') return null;
    machine.pin(count.entry, place);
    const times = Math.max(0, count.value);
    if (sequence.kind === 'text') return text(sequence.value.repeat(Math.min(times, 1e5)));
    if (sequence.kind !== 'list' && sequence.kind !== 'tuple') return null;
    if (times * sequence.items.length > machine.limits.elements) {
      machine.refuse('the list that this makes is too large', place);
    }
    const items: Value[] = [];
    for (let round = 0; round < times; round++) items.push(...sequence.items);
    return sequence.kind === 'list' ? list(items) : tuple(items);
  }
  if (left.kind === 'text' && operator === 'floorMod') {
    const shown = formatPercent(machine, left.value, right);
    return text(shown ?? machine.refuse(`the format '${left.value}' is not supported`, place));
  }
  if (left.kind === 'set' && right.kind === 'set') {
    const has = (set: typeof left, value: Value) => set.entries.has(keyOf(value) ?? '');
    const kept = [...left.entries.values()].filter((each) => {
      if (operator === 'bitAnd') return has(right, each);
      if (operator === 'subtract' || operator === 'bitXor') return !has(right, each);
      return true;
    });
    const added = operator === 'bitOr' || operator === 'bitXor' ? [...right.entries.values()] : [];
    const rest = operator === 'bitXor' ? added.filter((each) => !has(left, each)) : added;
    return {
      kind: 'set',
      entries: new Map([...kept, ...rest].map((each) => [keyOf(each) ?? '', each])),
    };
  }
  if (left.kind === 'dict' && right.kind === 'dict' && operator === 'bitOr') {
    return { kind: 'dict', entries: new Map([...left.entries, ...right.entries]) };
  }
  return null;
}

/** `__add__` and its like on the user's own objects; null when neither side has one. */
function operatorMethod(
  machine: Machine,
  operator: BinaryOperator,
  left: Value,
  right: Value,
  place: Place,
): Value | null {
  const names = machine.tables.protocols.operators[operator];
  if (names === undefined) return null;
  if (left.kind === 'instance') {
    const method = findMember(machine, left, names[0], place);
    if (method !== null) return callFunction(machine, method, [right], new Map(), place);
  }
  if (right.kind === 'instance') {
    const method = findMember(machine, right, names[1], place);
    if (method !== null) return callFunction(machine, method, [left], new Map(), place);
  }
  return null;
}
