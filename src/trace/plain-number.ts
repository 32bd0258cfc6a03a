/**
 * Integers and floats that depend on nothing traced, as most numbers of a loop
 * are: objects of one class, so that one look tells them from all other values.
 */
import type { NumberValue } from './values';

/** No bool, no number with an entry, and no object of a class of the user. */
export class PlainNumber implements NumberValue {
  // Declared only: fields of a class would be set twice, at every step of a loop.
  declare readonly kind: 'number';
  declare readonly value: number;
  declare readonly type: 'int' | 'float';
  declare readonly entry: -1;

  constructor(value: number, type: 'int' | 'float') {
    this.kind = 'number';
    this.value = value;
    this.type = type;
    this.entry = -1;
  }
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
