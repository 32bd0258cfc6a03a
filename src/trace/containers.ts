/** Operators on lists, tuples, strings, sets and dicts. */

import type { Place } from '../engine/graph';
import type { BinaryOperator } from '../syntax/nodes';
import { takeAsIntegers } from './convert';
import { formatPercent } from './format';
import type { Machine } from './machine';
import { keyOf, list, text, tuple, type Value } from './values';

/** `+` and `*` of lists, tuples and strings, `%` of a string, set operators, dict `|`. */
export function combine(
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
    if (count.kind !== 'number') return null;
    if (count.type === 'float' && !takeAsIntegers(machine, count.entry)) return null;
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
  // `int | None` as a value: the types of an `isinstance`.
  if (operator === 'bitOr' && isType(left) && isType(right)) {
    return tuple([left, right].flatMap((each) => (each.kind === 'tuple' ? each.items : [each])));
  }
  if (left.kind === 'dict' && right.kind === 'dict' && operator === 'bitOr') {
    return { kind: 'dict', entries: new Map([...left.entries, ...right.entries]) };
  }
  return null;
}

function isType(value: Value): boolean {
  if (value.kind === 'tuple') return value.items.length > 0 && value.items.every(isType);
  return value.kind === 'type' || value.kind === 'class' || value.kind === 'none';
}
