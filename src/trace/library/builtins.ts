/** Functions about numbers and sequences that every program has: len, range, max, sum, sorted, zip. */
import { roundHalfEven } from '../../engine/scalars';
import { castTo } from '../arrays';
import { callFunction } from '../call';
import { compare } from '../compare';
import { toInteger, toNumber, truth } from '../convert';
import { items } from '../iterate';
import type { LibraryCall } from '../library-call';
import { findMember, methodOf } from '../members';
import { binary, elementwise } from '../operate';
import { lengthOf } from '../sequence-items';
import {
  type ArrayValue,
  describe,
  float,
  int,
  keyOf,
  type NumberValue,
  tuple,
  type Value,
} from '../values';
import { type Functions, finish, pair, read, scalar, typeOf } from './shared';

export const builtins: Functions = {
  length: (call) => int(length(call, call.value('value'))),
  sumOf: (call) => {
    const { machine, place } = call;
    const values = call.value('values');
    const start = call.value('start');
    if (
      values.kind === 'array' &&
      values.shape.length > 0 &&
      start.kind === 'number' &&
      start.value === 0
    ) {
      return call.give(
        call.apply('sum', [call.entry('values')], { axes: [0], keepDimensions: false }),
      );
    }
    return items(machine, values, place).reduce(
      (sum, each) => binary(machine, 'add', sum, each, place),
      start,
    );
  },
  maxOf: (call) => extreme(call, 'maximum'),
  minOf: (call) => extreme(call, 'minimum'),
  absolute: (call) => {
    const value = call.value('x');
    const method =
      value.kind === 'instance' ? findMember(call.machine, value, '__abs__', call.place) : null;
    if (method !== null) return callFunction(call.machine, method, [], new Map(), call.place);
    if (value.kind === 'array') return call.give(call.apply('abs', [call.entry('x')], null));
    if (value.kind !== 'number')
      return call.raise('TypeError', `${call.name}() needs a number, not ${describe(value)}`);
    if (value.entry < 0)
      return {
        ...value,
        value: Math.abs(value.value),
        type: value.type === 'bool' ? 'int' : value.type,
      };
    return call.giveNumber(call.apply('abs', [value.entry], null));
  },
  rounded: (call) => {
    const value = call.value('x');
    if (value.kind === 'array' && value.shape.length > 0) {
      return call.raise(
        'TypeError',
        `${call.name}() takes a single number: use np.round for arrays`,
      );
    }
    const entry = call.entry('x');
    const digits = call.optional('digits');
    if (digits === null) {
      return call.giveNumber(
        castTo(call.machine.graph, call.apply('round', [entry], null), 'int', call.place),
      );
    }
    if (typeOf(call, entry) !== 'float') return value;
    const places = call.integer('digits');
    if (value.kind === 'number' && value.entry < 0)
      return float(roundDecimals(value.value, places));
    const factor = scalar(call, 10 ** places);
    const scaled = call.apply('round', [pair(call, 'multiply', entry, factor)], null);
    return call.giveNumber(pair(call, 'divide', scaled, factor));
  },
  powerOf: (call) => {
    if (call.optional('modulus') !== null)
      call.refuse(`${call.name}() with three arguments is not supported`);
    return binary(call.machine, 'power', call.value('a'), call.value('b'), call.place);
  },
  hashed: (call) => {
    const value = call.value('value');
    const key = keyOf(value);
    if (key === null) return call.raise('TypeError', `${describe(value)} has no hash`);
    return value.kind === 'number' && Number.isInteger(value.value)
      ? int(value.value)
      : int(hash(key));
  },
  divideWithRest: (call) => {
    const [a, b] = [call.value('a'), call.value('b')];
    const method = methodOf(call.machine, a, '__divmod__', call.place);
    if (method !== null) return callFunction(call.machine, method, [b], new Map(), call.place);
    return tuple([
      binary(call.machine, 'floorDivide', a, b, call.place),
      binary(call.machine, 'floorMod', a, b, call.place),
    ]);
  },
};

/** 53 bits of a key, so that different keys hardly ever meet. */
function hash(key: string): number {
  let [high, low] = [1, 1];
  for (let at = 0; at < key.length; at++) {
    high = Math.imul(high ^ key.charCodeAt(at), 0x01000193);
    low = Math.imul(low, 31) + key.charCodeAt(at);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

function length(call: LibraryCall, value: Value): number {
  switch (value.kind) {
    case 'list':
    case 'tuple':
    case 'range':
    case 'text':
      return lengthOf(value);
    case 'dict':
    case 'set':
      return value.entries.size;
    case 'array':
      if (value.shape.length > 0) return value.shape[0];
      break;
    case 'instance': {
      const method = findMember(call.machine, value, '__len__', call.place);
      if (method === null) break;
      const found = callFunction(call.machine, method, [], new Map(), call.place);
      return toInteger(call.machine, found, `${call.name}()`, call.place);
    }
    default:
      break;
  }
  return call.raise('TypeError', `${describe(value)} has no length`);
}

/** The largest (smallest) of the arguments, or of the one iterable; numbers through the op, so that ties are seen. */
function extreme(call: LibraryCall, op: 'maximum' | 'minimum'): Value {
  const { machine, place } = call;
  const given = call.rest('values');
  const [only] = given;
  const by = call.optional('key');
  const alone = given.length === 1 ? only : null;
  if (alone?.kind === 'array' && alone.shape.length === 1 && alone.shape[0] > 0 && by === null) {
    const reduction = { axes: [0], keepDimensions: false };
    const entry = read(call, alone);
    return finish(call, call.apply(op === 'maximum' ? 'max' : 'min', [entry], reduction));
  }
  const all = alone === null ? [...given] : items(machine, alone, place);
  const first = all.shift();
  if (first === undefined) {
    const standard = call.value('default');
    return standard.kind === 'ellipsis'
      ? call.raise('ValueError', `${call.name}() of nothing has no value`)
      : standard;
  }
  const rank = (item: Value) =>
    by === null ? item : callFunction(machine, by, [item], new Map(), place);
  let best = first;
  let bestRank = rank(first);
  for (const item of all) {
    if (by === null) {
      const merged = mergeNumbers(call, op, best, item);
      if (merged !== null) {
        best = bestRank = merged;
        continue;
      }
    }
    const itemRank = rank(item);
    const better = compare(
      machine,
      op === 'maximum' ? 'greater' : 'less',
      itemRank,
      bestRank,
      place,
    );
    if (truth(machine, better, place)) [best, bestRank] = [item, itemRank];
  }
  return best;
}

/** One op for two single numbers of which one is traced; null where a comparison must decide. */
function mergeNumbers(
  call: LibraryCall,
  op: 'maximum' | 'minimum',
  a: Value,
  b: Value,
): Value | null {
  const [left, right] = [single(call, a), single(call, b)];
  if (left === null || right === null) return null;
  if (left.entry < 0 && right.entry < 0) return null;
  return elementwise(call.machine, op, keep(a, left), keep(b, right), `${call.name}()`, call.place);
}

function single(call: LibraryCall, value: Value): NumberValue | null {
  if (value.kind !== 'number' && value.kind !== 'array') return null;
  return toNumber(call.machine, value, call.place);
}

/** Numbers stay numbers; arrays of one element stay arrays. */
function keep(value: Value, number: NumberValue): NumberValue | ArrayValue {
  return value.kind === 'array' ? value : number;
}

/** To a number of decimal places, by the exact value; an exact half goes to the even digit. */
function roundDecimals(value: number, places: number): number {
  if (places < 0 || places > 20 || !Number.isFinite(value) || Math.abs(value) >= 1e21) {
    const factor = 10 ** Math.abs(places);
    return places < 0 ? roundHalfEven(value / factor) * factor : value;
  }
  const rest = Math.abs(value).toFixed(100).split('.')[1].slice(places);
  if (!/^50*$/.test(rest)) return Number(value.toFixed(places));
  return Number((roundHalfEven(value * 10 ** places) / 10 ** places).toFixed(places));
}
