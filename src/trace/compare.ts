/** Comparisons, identity and membership of values. */
import type { Place } from '../engine/graph';
import type { CompareOperator } from '../syntax/nodes';
import { callFunction } from './call';
import { toArray, truth } from './convert';
import { iterate } from './iterate';
import type { Machine } from './machine';
import { methodOf } from './members';
import { compareNumbers } from './numbers';
import { elementwise } from './operate';
import { bool, describe, keyOf, type SetValue, type Value } from './values';

const symbols: Readonly<Record<CompareOperator, string>> = {
  less: '<',
  lessEqual: '<=',
  greater: '>',
  greaterEqual: '>=',
  equal: '==',
  notEqual: '!=',
  is: 'is',
  isNot: 'is not',
  in: 'in',
  notIn: 'not in',
};

const methods: Readonly<Partial<Record<CompareOperator, string>>> = {
  less: '__lt__',
  lessEqual: '__le__',
  greater: '__gt__',
  greaterEqual: '__ge__',
  equal: '__eq__',
  notEqual: '__ne__',
};

/** `a < b` asks `b` for `b > a` when `a` has no answer. */
const reflected: Readonly<Partial<Record<CompareOperator, CompareOperator>>> = {
  less: 'greater',
  lessEqual: 'greaterEqual',
  greater: 'less',
  greaterEqual: 'lessEqual',
  equal: 'equal',
  notEqual: 'notEqual',
};

export function compare(
  machine: Machine,
  operator: CompareOperator,
  left: Value,
  right: Value,
  place: Place,
): Value {
  switch (operator) {
    case 'is':
      return bool(identical(left, right));
    case 'isNot':
      return bool(!identical(left, right));
    case 'in':
      return contains(machine, left, right, place);
    case 'notIn': {
      const found = contains(machine, left, right, place);
      return found.kind === 'number' ? bool(found.value === 0) : found;
    }
    default:
      return order(machine, operator, left, right, place);
  }
}

function order(
  machine: Machine,
  operator: Exclude<CompareOperator, 'is' | 'isNot' | 'in' | 'notIn'>,
  left: Value,
  right: Value,
  place: Place,
): Value {
  if (left.kind === 'number' && right.kind === 'number' && left.entry < 0 && right.entry < 0) {
    return bool(compareNumbers(operator, left.value, right.value) === true);
  }
  if (left.kind === 'unknown') return left;
  if (right.kind === 'unknown') return right;
  const own = ownAnswer(machine, operator, left, right, place);
  if (own !== null) return own;
  const numeric =
    left.kind === 'array' ||
    right.kind === 'array' ||
    (left.kind === 'number' && right.kind === 'number');
  if (numeric) {
    const a = toArray(machine, left, place);
    const b = toArray(machine, right, place);
    if (a !== null && b !== null) {
      return elementwise(machine, operator, a, b, symbols[operator], place);
    }
  }
  if (operator === 'equal') return bool(equal(machine, left, right, place));
  if (operator === 'notEqual') return bool(!equal(machine, left, right, place));
  if (left.kind === 'text' && right.kind === 'text') {
    const sign = left.value < right.value ? -1 : left.value > right.value ? 1 : 0;
    return bool(compareNumbers(operator, sign, 0) === true);
  }
  if (
    (left.kind === 'tuple' && right.kind === 'tuple') ||
    (left.kind === 'list' && right.kind === 'list')
  ) {
    const shared = Math.min(left.items.length, right.items.length);
    for (let at = 0; at < shared; at++) {
      if (!equal(machine, left.items[at], right.items[at], place)) {
        return order(machine, operator, left.items[at], right.items[at], place);
      }
    }
    return bool(compareNumbers(operator, left.items.length, right.items.length) === true);
  }
  if (left.kind === 'set' && right.kind === 'set') return bool(orderSets(operator, left, right));
  return machine.raise(
    'TypeError',
    `${symbols[operator]} does not compare ${describe(left)} with ${describe(right)}`,
    place,
  );
}

/** What the comparison methods of the user's objects say; null when there are none. */
function ownAnswer(
  machine: Machine,
  operator: CompareOperator,
  left: Value,
  right: Value,
  place: Place,
): Value | null {
  const sides = [
    [left, right, operator],
    [right, left, reflected[operator] ?? operator],
  ] as const;
  for (const [object, other, asked] of sides) {
    const method = methodOf(machine, object, methods[asked] ?? '', place);
    if (method === null) continue;
    const answer = callFunction(machine, method, [other], new Map(), place);
    if (answer.kind !== 'notImplemented') return answer;
  }
  return null;
}

/** `<=` of sets asks whether one holds the other. */
function orderSets(operator: CompareOperator, left: SetValue, right: SetValue): boolean {
  const [small, large] = operator.startsWith('less') ? [left, right] : [right, left];
  const inside = [...small.entries.keys()].every((key) => large.entries.has(key));
  const strict = operator === 'less' || operator === 'greater';
  return inside && !(strict && small.entries.size === large.entries.size);
}

/** Equality as the language's `==` decides it, as a plain truth. */
export function equal(machine: Machine, left: Value, right: Value, place: Place): boolean {
  if (left === right) return true;
  if (left.kind === 'unknown' || right.kind === 'unknown') return false;
  const own = ownAnswer(machine, 'equal', left, right, place);
  if (own !== null) return truth(machine, own, place);
  if (left.kind === 'number' || left.kind === 'array' || right.kind === 'array') {
    const numeric = (value: Value) => value.kind === 'number' || value.kind === 'array';
    if (!numeric(left) || !numeric(right)) return false;
    return truth(machine, order(machine, 'equal', left, right, place), place);
  }
  if (
    (left.kind === 'list' && right.kind === 'list') ||
    (left.kind === 'tuple' && right.kind === 'tuple')
  ) {
    return (
      left.items.length === right.items.length &&
      left.items.every((item, at) => equal(machine, item, right.items[at], place))
    );
  }
  if (left.kind === 'dict' && right.kind === 'dict') {
    if (left.entries.size !== right.entries.size) return false;
    for (const [key, entry] of left.entries) {
      const other = right.entries.get(key);
      if (other === undefined || !equal(machine, entry.value, other.value, place)) return false;
    }
    return true;
  }
  if (left.kind === 'set' && right.kind === 'set') {
    return left.entries.size === right.entries.size && orderSets('lessEqual', left, right);
  }
  if (left.kind === 'type' || right.kind === 'type') {
    const word = typeWord(left);
    return word !== null && word === typeWord(right);
  }
  const key = keyOf(left);
  return key !== null && key === keyOf(right);
}

/** One word for each type, however it is named: `float` and `'float64'` are equal dtypes. */
function typeWord(value: Value): string | null {
  if (value.kind !== 'type' && value.kind !== 'text') return null;
  const word = value.kind === 'type' ? value.type : value.value;
  return (
    { float: 'float64', double: 'float64', int: 'int64', int_: 'int64', bool_: 'bool' }[word] ??
    word
  );
}

function identical(left: Value, right: Value): boolean {
  if (left === right) return true;
  if (left.kind !== right.kind) return false;
  if (left.kind === 'none' || left.kind === 'ellipsis') return true;
  if (left.kind === 'type' && right.kind === 'type') return left.type === right.type;
  if (left.kind === 'number' && right.kind === 'number') {
    return left.type === right.type && left.value === right.value;
  }
  return left.kind === 'text' && right.kind === 'text' && left.value === right.value;
}

function contains(machine: Machine, item: Value, container: Value, place: Place): Value {
  if (container.kind === 'unknown') return container;
  if (item.kind === 'unknown') return item;
  const method = methodOf(machine, container, '__contains__', place);
  if (method !== null) {
    const said = callFunction(machine, method, [item], new Map(), place);
    return said.kind === 'unknown' ? said : bool(truth(machine, said, place));
  }
  if (container.kind === 'dict' || container.kind === 'set') {
    const key = keyOf(item);
    return bool(key !== null && container.entries.has(key));
  }
  if (container.kind === 'text') {
    if (item.kind === 'text') return bool(container.value.includes(item.value));
    return machine.raise('TypeError', `a string cannot contain ${describe(item)}`, place);
  }
  const items = iterate(machine, container, place);
  for (let next = items(); next !== null; next = items()) {
    if (equal(machine, next, item, place)) return bool(true);
  }
  return bool(false);
}
