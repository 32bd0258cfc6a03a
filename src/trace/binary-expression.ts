/**
 * Operators compiled for the place where they stand: the commonest arithmetic of
 * numbers that depend on nothing traced is done at once, everything else, and
 * what needs care, is the work of `binary`.
 */
import type { Place } from '../engine/graph';
import type { BinaryOperator } from '../syntax/nodes';
import type { Evaluate, Frame } from './frame';
import { withOperands } from './limits';
import { binary } from './operate';
import { float, int, type NumberValue, type Value } from './values';

type Operate = (frame: Frame, left: Value, right: Value) => Value;

export function compileBinary(
  operator: BinaryOperator,
  left: Evaluate,
  right: Evaluate,
  place: Place,
): Evaluate {
  const operate = compileOperator(operator, place);
  return (frame) => operate(frame, left(frame), right(frame));
}

export function compileOperator(operator: BinaryOperator, place: Place): Operate {
  const slowly: Operate = (frame, a, b) => {
    try {
      return binary(frame.machine, operator, a, b, place);
    } catch (stop) {
      throw withOperands(stop, operator, [a, b], frame.machine.graph);
    }
  };
  switch (operator) {
    case 'add':
      return (frame, a, b) =>
        (isPlain(a) && isPlain(b) ? exact(a, b, a.value + b.value) : null) ?? slowly(frame, a, b);
    case 'subtract':
      return (frame, a, b) =>
        (isPlain(a) && isPlain(b) ? exact(a, b, a.value - b.value) : null) ?? slowly(frame, a, b);
    case 'multiply':
      return (frame, a, b) =>
        (isPlain(a) && isPlain(b) ? exact(a, b, a.value * b.value) : null) ?? slowly(frame, a, b);
    case 'divide':
      return (frame, a, b) =>
        isPlain(a) && isPlain(b) && b.value !== 0 ? float(a.value / b.value) : slowly(frame, a, b);
    default:
      return slowly;
  }
}

function isPlain(value: Value): value is NumberValue {
  return value.kind === 'number' && value.entry < 0 && value.type !== 'bool';
}

/** The result in the type of the operands; null for an integer that is too large. */
function exact(a: NumberValue, b: NumberValue, value: number): NumberValue | null {
  if (a.type === 'float' || b.type === 'float') return float(value);
  // Integers have no negative zero.
  return Number.isSafeInteger(value) ? int(value + 0) : null;
}
