/**
 * Functions of plain numbers that give plain numbers and raise on what lies
 * outside their domain: the `math` module of Python.
 */
import type { EntryId } from '../../engine/graph';
import { computeSingle } from '../../engine/single';
import { toNumber } from '../convert';
import { items } from '../iterate';
import type { LibraryCall } from '../library-call';
import { bool, describe, float, int, type NumberValue, tuple, type Value } from '../values';
import { cast, type Functions, pair, scalar } from './shared';

type Domain = (x: number) => boolean;
const everywhere: Domain = () => true;

/** id, op, where it is defined. */
const unary = [
  ['exp', everywhere],
  ['expm1', everywhere],
  ['log2', (x) => x > 0],
  ['log10', (x) => x > 0],
  ['log1p', (x) => x > -1],
  ['sqrt', (x) => x >= 0],
  ['cbrt', everywhere],
  ['sin', Number.isFinite],
  ['cos', Number.isFinite],
  ['tan', Number.isFinite],
  ['asin', (x) => x >= -1 && x <= 1],
  ['acos', (x) => x >= -1 && x <= 1],
  ['atan', everywhere],
  ['sinh', everywhere],
  ['cosh', everywhere],
  ['tanh', everywhere],
  ['asinh', everywhere],
  ['acosh', (x) => x >= 1],
  ['atanh', (x) => x > -1 && x < 1],
  ['erf', everywhere],
  ['erfc', everywhere],
  ['gamma', (x) => x > 0 || !Number.isInteger(x)],
  ['gammaln', (x) => x > 0 || !Number.isInteger(x)],
] as const satisfies readonly (readonly [string, Domain])[];

export const scalars: Functions = {
  ...Object.fromEntries(
    unary.map(([op, domain]) => [
      `number.${op}`,
      (call: LibraryCall) => {
        const number = plain(call, call.value('x'));
        const { value } = number;
        inDomain(call, Number.isNaN(value) || domain(value));
        if (number.entry < 0) return checked(call, float(computeSingle(op, value)), value);
        const entry = call.apply(op, [cast(call, number.entry, 'float')], null);
        return checked(call, call.giveNumber(entry), value);
      },
    ]),
  ),
  'number.log': (call) => {
    const { entry, value } = argument(call, 'x');
    inDomain(call, !(value <= 0));
    const logarithm = call.apply('log', [entry], null);
    if (call.optional('base') === null) return call.giveNumber(logarithm);
    const base = argument(call, 'base');
    inDomain(call, !(base.value <= 0));
    if (base.value === 1) call.raise('ZeroDivisionError', 'division by zero');
    return call.giveNumber(pair(call, 'divide', logarithm, call.apply('log', [base.entry], null)));
  },
  'number.pow': (call) => {
    const [a, b] = [argument(call, 'x'), argument(call, 'y')];
    const whole = Number.isInteger(b.value) || !Number.isFinite(b.value);
    inDomain(
      call,
      !(a.value < 0 && !whole && Number.isFinite(a.value)) && !(a.value === 0 && b.value < 0),
    );
    const entry = pair(call, 'power', a.entry, b.entry);
    return checked(call, call.giveNumber(entry), a.value, b.value);
  },
  'number.abs': (call) => call.giveNumber(call.apply('abs', [argument(call, 'x').entry], null)),
  'number.floor': (call) => whole(call, 'floor'),
  'number.ceil': (call) => whole(call, 'ceil'),
  'number.trunc': (call) => whole(call, 'trunc'),
  'number.atan2': (call) =>
    call.giveNumber(pair(call, 'atan2', argument(call, 'y').entry, argument(call, 'x').entry)),
  'number.remainder': (call) => {
    const [a, b] = [argument(call, 'x'), argument(call, 'y')];
    inDomain(call, b.value !== 0 && Number.isFinite(a.value));
    return call.giveNumber(pair(call, 'remainder', a.entry, b.entry));
  },
  'number.copySign': (call) => {
    const [a, b] = [argument(call, 'x'), argument(call, 'y')];
    const negative = b.value < 0 || Object.is(b.value, -0);
    call.machine.pin(call.apply('less', [b.entry, scalar(call, 0)], null), call.place);
    const size = call.apply('abs', [a.entry], null);
    return call.giveNumber(negative ? call.apply('negate', [size], null) : size);
  },
  'number.hypot': (call) => {
    const squares = call.rest('values').map((each) => {
      const entry = entryOfNumber(call, each);
      return call.apply('multiply', [entry, entry], null);
    });
    const sum = squares.reduce((a, b) => call.apply('add', [a, b], null), scalar(call, 0));
    return call.giveNumber(call.apply('sqrt', [sum], null));
  },
  'number.radians': (call) =>
    call.giveNumber(pair(call, 'multiply', argument(call, 'x').entry, scalar(call, Math.PI / 180))),
  'number.degrees': (call) =>
    call.giveNumber(pair(call, 'multiply', argument(call, 'x').entry, scalar(call, 180 / Math.PI))),
  'number.sum': (call) => folded(call, 'add', scalar(call, 0)),
  'number.prod': (call) => folded(call, 'multiply', call.entry('start')),
  'number.isnan': (call) => call.giveNumber(call.apply('isnan', [argument(call, 'x').entry], null)),
  'number.isinf': (call) => call.giveNumber(call.apply('isinf', [argument(call, 'x').entry], null)),
  'number.isfinite': (call) => bool(Number.isFinite(pinned(call, 'x'))),
  'number.isclose': (call) => {
    const [a, b] = [pinned(call, 'a'), pinned(call, 'b')];
    if (a === b) return bool(true);
    const largest = Math.max(Math.abs(a), Math.abs(b));
    const near = Math.max(pinned(call, 'rel_tol') * largest, pinned(call, 'abs_tol'));
    return bool(Number.isFinite(a) && Number.isFinite(b) && Math.abs(a - b) <= near);
  },
  'number.factorial': (call) => {
    const n = call.integer('n');
    inDomain(call, n >= 0);
    let product = 1;
    for (let factor = 2; factor <= n && product < 2 ** 53; factor++) product *= factor;
    if (product > 2 ** 53) call.refuse(`${call.name}(${n}) is beyond 2**53: not supported`);
    return { kind: 'number', value: product, type: 'int', entry: -1 };
  },
  'number.exp2': (call) => {
    const { entry, value } = argument(call, 'x');
    const power = pair(call, 'power', scalar(call, 2), entry);
    return checked(call, call.giveNumber(power), value);
  },
  'number.combinations': (call) => {
    const [n, k] = [call.integer('n'), call.integer('k')];
    inDomain(call, n >= 0 && k >= 0);
    let ways = k > n ? 0 : 1;
    for (let i = 1; i <= k && i <= n; i++) ways = (ways * (n - i + 1)) / i;
    return integer(call, ways);
  },
  'number.permutations': (call) => {
    const n = call.integer('n');
    const k = call.optional('k') === null ? n : call.integer('k');
    inDomain(call, n >= 0 && k >= 0);
    let ways = 1;
    for (let i = 0; i < k && ways < 2 ** 53; i++) ways *= n - i;
    return integer(call, ways);
  },
  'number.gcd': (call) => {
    const values = call.rest('values').map((each) => plainInteger(call, each));
    return int(values.reduce(greatestCommon, 0));
  },
  'number.integerRoot': (call) => {
    const n = call.integer('n');
    inDomain(call, n >= 0);
    return int(Math.floor(Math.sqrt(n)));
  },
  'number.distance': (call) => {
    const [p, q] = ['p', 'q'].map((name) => items(call.machine, call.value(name), call.place));
    if (p.length !== q.length) call.raise('ValueError', `${call.name}() of points unlike in size`);
    const squares = p.map((each, at) => {
      const gap = pair(call, 'subtract', entryOfNumber(call, each), entryOfNumber(call, q[at]));
      return call.apply('multiply', [gap, gap], null);
    });
    const sum = squares.reduce((a, b) => call.apply('add', [a, b], null), scalar(call, 0));
    return call.giveNumber(call.apply('sqrt', [sum], null));
  },
  'number.modf': (call) => {
    const { entry } = argument(call, 'x');
    const part = call.apply('trunc', [entry], null);
    return tuple([call.giveNumber(pair(call, 'subtract', entry, part)), call.giveNumber(part)]);
  },
};

/** What a function gives for a plain number; null where it would raise. */
type PlainScalar = (x: number) => number | null;

const plainScalars = new Map<string, PlainScalar>([
  ['absolute', Math.abs],
  ...unary.map(([op, domain]): [string, PlainScalar] => [
    `number.${op}`,
    (x) => {
      if (!Number.isNaN(x) && !domain(x)) return null;
      const result = computeSingle(op, x);
      return Math.abs(result) === Number.POSITIVE_INFINITY && Number.isFinite(x) ? null : result;
    },
  ]),
]);

/** The function of this id on plain numbers; null for one that is more than that. */
export function plainScalar(id: string): PlainScalar | null {
  return plainScalars.get(id) ?? null;
}

interface Argument {
  readonly entry: EntryId;
  readonly value: number;
}

function argument(call: LibraryCall, name: string): Argument {
  const number = plain(call, call.value(name));
  const entry = number.entry >= 0 ? cast(call, number.entry, 'float') : scalar(call, number.value);
  return { entry, value: number.value };
}

function plain(call: LibraryCall, value: Value): NumberValue {
  const number = toNumber(call.machine, value, call.place);
  return (
    number ??
    call.raise('TypeError', `${call.name}() needs a single number, not ${describe(value)}`)
  );
}

function entryOfNumber(call: LibraryCall, value: Value): EntryId {
  const number = plain(call, value);
  return number.entry >= 0 ? number.entry : scalar(call, number.value, number.type);
}

function plainInteger(call: LibraryCall, value: Value): number {
  const number = plain(call, value);
  call.machine.pin(number.entry, call.place);
  if (number.type === 'float') call.raise('TypeError', `${call.name}() takes integers only`);
  return number.value;
}

function greatestCommon(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : greatestCommon(b, a % b);
}

function integer(call: LibraryCall, value: number): NumberValue {
  if (value > 2 ** 53) call.refuse(`${call.name}() gives more than 2**53: not supported`);
  return int(value);
}

/** The value of an argument that decides something. */
function pinned(call: LibraryCall, name: string): number {
  const number = plain(call, call.value(name));
  call.machine.pin(number.entry, call.place);
  return number.value;
}

function inDomain(call: LibraryCall, holds: boolean): void {
  if (!holds) call.raise('ValueError', `math domain error in ${call.name}()`);
}

/** Infinity of finite arguments is an overflow. */
function checked(call: LibraryCall, result: NumberValue, ...given: readonly number[]): NumberValue {
  if (Math.abs(result.value) === Number.POSITIVE_INFINITY && given.every(Number.isFinite)) {
    call.raise('OverflowError', `math range error in ${call.name}()`);
  }
  return result;
}

/** A rounded number as an integer of the language. */
function whole(call: LibraryCall, op: 'floor' | 'ceil' | 'trunc'): Value {
  const { entry, value } = argument(call, 'x');
  if (Number.isNaN(value)) call.raise('ValueError', 'cannot convert NaN to an integer');
  if (!Number.isFinite(value)) call.raise('OverflowError', 'cannot convert infinity to an integer');
  return call.giveNumber(cast(call, call.apply(op, [entry], null), 'int'));
}

function folded(call: LibraryCall, op: 'add' | 'multiply', start: EntryId): NumberValue {
  const all = items(call.machine, call.value('values'), call.place);
  const entry = all.reduce((sum, each) => pair(call, op, sum, entryOfNumber(call, each)), start);
  return call.giveNumber(entry);
}
