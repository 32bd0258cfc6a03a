/** Calling a type: `int(x)`, `float(text)`, `list(items)`, `np.float64(array)`. */
import type { NumberType } from '../../engine/graph';
import { sizeOf } from '../../engine/shape';
import { toNumber, toTrueArray, truth } from '../convert';
import { items } from '../iterate';
import { type LibraryCall, numberTypeOf } from '../library-call';
import { showText } from '../show';
import { bool, describe, float, int, list, none, text, tuple, type Value } from '../values';
import { entriesOf } from './dicts';
import { key } from './lists';
import { numberFrom } from './reductions';
import { cast, type Functions, read } from './shared';

export const conversion: Functions = { convert };

function convert(call: LibraryCall): Value {
  const type = call.value('type');
  if (type.kind !== 'type') throw new Error('convert is called with a type first');
  const given = call.rest('arguments');
  const keywords = call.optional('keywords');
  const named = keywords?.kind === 'dict' && keywords.entries.size > 0;
  if (type.type !== 'slice' && given.length > 1) {
    call.refuse(`${call.name}() with ${given.length} arguments is not supported`);
  }
  if (named && type.type !== 'dict') call.refuse(`${call.name}() with keywords is not supported`);
  const value: Value | undefined = given[0];
  const all = () => (value === undefined ? [] : items(call.machine, value, call.place));
  switch (type.type) {
    case 'int':
      return value === undefined ? int(0) : toWhole(call, value);
    case 'float':
      return value === undefined ? float(0) : toFloat(call, value);
    case 'bool':
      return bool(value !== undefined && truth(call.machine, value, call.place));
    case 'str':
      return text(value === undefined ? '' : showText(call.machine, value));
    case 'list':
      return list(all());
    case 'tuple':
      return value?.kind === 'tuple' ? value : tuple(all());
    case 'set':
      return { kind: 'set', entries: new Map(all().map((item) => [key(call, item), item])) };
    case 'dict': {
      const entries = new Map(value === undefined ? [] : entriesOf(call, value));
      if (keywords !== null)
        for (const [name, entry] of entriesOf(call, keywords)) entries.set(name, entry);
      return { kind: 'dict', entries };
    }
    case 'slice': {
      const [start, stop = none, step = none] = given.length === 1 ? [none, given[0]] : given;
      return { kind: 'slice', start: start ?? none, stop, step };
    }
    case 'object':
      return {
        kind: 'instance',
        type: call.machine.ownClass('object', call.place),
        attributes: new Map(),
      };
    default:
      return toType(call, value, type.type);
  }
}

/** `np.float64(x)`: numbers and arrays alike. */
function toType(call: LibraryCall, value: Value | undefined, word: string): Value {
  const filled = word === 'tensor' && value !== undefined && value.kind !== 'number';
  const type: NumberType | null = filled ? 'float' : numberTypeOf(word);
  if (type === null) return call.refuse(`${call.name}() is not supported`);
  const inner =
    value === undefined ? int(0) : value.kind === 'text' ? parsed(call, value.value) : value;
  const array = toTrueArray(call.machine, inner, call.place);
  if (array === null) return notSingle(call, inner);
  return call.give(cast(call, read(call, array), type));
}

/** Truncated toward zero; a traced number stays traced, without a slope. */
function toWhole(call: LibraryCall, value: Value): Value {
  if (value.kind === 'text') {
    const source = value.value.trim().replaceAll('_', '');
    if (!/^[+-]?\d+$/.test(source)) call.raise('ValueError', `'${value.value}' is not an integer`);
    return exact(call, Number(source));
  }
  const number = toNumber(call.machine, value, call.place);
  if (number === null) return notSingle(call, value);
  if (!Number.isFinite(number.value)) {
    const name = Number.isNaN(number.value) ? 'ValueError' : 'OverflowError';
    return call.raise(name, `${call.name}() of ${number.value} is not possible`);
  }
  if (number.entry < 0) return exact(call, Math.trunc(number.value) + 0);
  return call.giveNumber(cast(call, number.entry, 'int'));
}

function exact(call: LibraryCall, value: number): Value {
  if (Number.isSafeInteger(value)) return int(value);
  return call.refuse('an integer beyond 2**53 is not supported: write it as a float');
}

function toFloat(call: LibraryCall, value: Value): Value {
  if (value.kind === 'text') return parsed(call, value.value);
  if (value.kind === 'array' && sizeOf(value.shape) === 1) {
    return numberFrom(call, cast(call, read(call, value), 'float'));
  }
  const number = toNumber(call.machine, value, call.place);
  if (number === null) return notSingle(call, value);
  if (number.entry < 0) return float(number.value);
  return call.giveNumber(cast(call, number.entry, 'float'));
}

function notSingle(call: LibraryCall, value: Value): never {
  return call.raise('TypeError', `${call.name}() needs a single number, not ${describe(value)}`);
}

function parsed(call: LibraryCall, source: string): Value {
  const word = source.trim().toLowerCase().replaceAll('_', '');
  const special = /^([+-]?)(inf|infinity|nan)$/.exec(word);
  if (special !== null) {
    const size = special[2] === 'nan' ? Number.NaN : Number.POSITIVE_INFINITY;
    return float(special[1] === '-' ? -size : size);
  }
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(word)) {
    call.raise('ValueError', `'${source}' is not a number`);
  }
  return float(Number(word));
}
