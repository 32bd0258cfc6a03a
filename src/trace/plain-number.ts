/**
 * Integers and floats that depend on nothing traced, as most numbers of a loop
 * are: objects of one class, so that one look tells them from all other values.
 */
import type { NumberValue } from './values';

/** No bool, no number with an entry, and no object of a class of the user. */
export class PlainNumber implements NumberValue {
  readonly kind = 'number';
  readonly entry = -1;

  constructor(
    readonly value: number,
    readonly type: 'int' | 'float',
  ) {}
}

/** Counters and indices are made over and over: those that are small are made once. */
const smallIntegers = Array.from({ length: 1024 }, (_, value) => new PlainNumber(value, 'int'));

export function int(value: number): NumberValue {
  const small = value >= 0 && value < smallIntegers.length ? smallIntegers[value] : undefined;
  return small ?? new PlainNumber(value, 'int');
}

export function float(value: number): NumberValue {
  return new PlainNumber(value, 'float');
}
