/** Plain arithmetic on untraced numbers, with the language's integers and floats kept apart. */
import { floorDivide, floorMod, power } from '../engine/scalars';
import type { BinaryOperator, CompareOperator } from '../syntax/nodes';
import type { NumberValue } from './values';

/** The result, or 'too large' when integers leave the range that is exact. */
export function arithmetic(
  operator: Exclude<BinaryOperator, 'matmul'>,
  left: NumberValue,
  right: NumberValue,
): NumberValue | 'too large' {
  const a = left.value;
  const b = right.value;
  const whole = left.type !== 'float' && right.type !== 'float';
  const make = (value: number, type = whole ? ('int' as const) : ('float' as const)) => {
    if (type === 'int' && !Number.isSafeInteger(value)) return 'too large' as const;
    // Integers have no negative zero.
    return { kind: 'number', value: type === 'int' ? value + 0 : value, type, entry: -1 } as const;
  };
  switch (operator) {
    case 'add':
      return make(a + b);
    case 'subtract':
      return make(a - b);
    case 'multiply':
      return make(a * b);
    case 'divide':
      return make(a / b, 'float');
    case 'floorDivide':
      return make(floorDivide(a, b));
    case 'floorMod':
      return make(floorMod(a, b));
    case 'remainder':
      return make(a % b);
    case 'power':
      return make(power(a, b), whole && b >= 0 ? 'int' : 'float');
    case 'bitAnd':
    case 'bitOr':
    case 'bitXor': {
      const [x, y] = [BigInt(a), BigInt(b)];
      const bits = operator === 'bitAnd' ? x & y : operator === 'bitOr' ? x | y : x ^ y;
      const both = left.type === 'bool' && right.type === 'bool';
      return { kind: 'number', value: Number(bits), type: both ? 'bool' : 'int', entry: -1 };
    }
    case 'shiftLeft':
      return make(a * 2 ** b);
    case 'shiftRight':
      return make(Math.floor(a / 2 ** b));
  }
}

export function compareNumbers(operator: CompareOperator, a: number, b: number): boolean | null {
  switch (operator) {
    case 'less':
      return a < b;
    case 'lessEqual':
      return a <= b;
    case 'greater':
      return a > b;
    case 'greaterEqual':
      return a >= b;
    case 'equal':
    case 'is':
      return a === b;
    case 'notEqual':
    case 'isNot':
      return a !== b;
    default:
      return null;
  }
}
