/** Operators of one operand, on numbers, arrays and objects. */
import type { Place } from '../engine/graph';
import type { UnaryOperator } from '../syntax/nodes';
import { arrayOf, readArray } from './arrays';
import { callFunction } from './call';
import { takeAsIntegers } from './convert';
import type { Machine } from './machine';
import { methodOf } from './members';
import { binary, numberOf, widen } from './operate';
import { describe, type NumberValue, type Value } from './values';

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
        if (value.entry < 0) {
          return { ...value, value: value.type === 'int' ? 0 - value.value : -value.value };
        }
        return numberOf(machine, machine.graph.apply('negate', [value.entry], null, place));
      case 'invert':
        if (value.type === 'float' && !takeAsIntegers(machine, value.entry)) break;
        return binary(
          machine,
          'subtract',
          unary(machine, 'negate', value, place),
          oneOf(value),
          place,
        );
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
  const name = { negate: '__neg__', plus: '__pos__', invert: '__invert__', not: '__not__' };
  const method = methodOf(machine, operand, name[operator], place);
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
