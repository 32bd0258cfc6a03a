/**
 * Changes to arrays: torch's methods that change a tensor where it stands, and
 * jax's `x.at[i].set(v)`, which gives a changed copy.
 */
import type { EntryId } from '../../engine/graph';
import { positionsOf } from '../arrays';
import { getIndex, setIndex, writeValue } from '../index-access';
import { select } from '../index-select';
import type { LibraryCall } from '../library-call';
import { type ArrayValue, describe, int, tuple, type Value } from '../values';
import { delegate } from './delegate';
import { elementwise } from './elementwise';
import { indexing } from './indexing';
import { random } from './random';
import { scatter } from './scatter';
import { selection } from './selection';
import { type Functions, type LibraryFunction, pair, read } from './shared';

/** Functions of a tensor, and of others beside it, that torch also offers in place. */
const pure: Functions = {
  /** a + alpha·b. */
  'tensor.add': (call) => call.give(pair(call, 'add', call.entry('a'), times(call, 'b', 'alpha'))),
  'tensor.subtract': (call) =>
    call.give(pair(call, 'subtract', call.entry('a'), times(call, 'b', 'alpha'))),
  'tensor.divide': (call) => {
    const mode = call.words('rounding');
    if (mode === 'floor') return delegate(call, elementwise.floorDivide, {});
    const quotient = pair(call, 'divide', call.entry('a'), call.entry('b'));
    return call.give(mode === 'trunc' ? call.apply('trunc', [quotient], null) : quotient);
  },
  /** a + value·b·c. */
  'tensor.addProduct': (call) => {
    const product = pair(call, 'multiply', times(call, 'b', 'value'), call.entry('c'));
    return call.give(pair(call, 'add', call.entry('a'), product));
  },
  /** a + value·b/c. */
  'tensor.addQuotient': (call) => {
    const quotient = pair(call, 'divide', times(call, 'b', 'value'), call.entry('c'));
    return call.give(pair(call, 'add', call.entry('a'), quotient));
  },
  /** From a to b by a weight. */
  'tensor.lerp': (call) => {
    const way = pair(call, 'subtract', call.entry('b'), call.entry('a'));
    return call.give(
      pair(call, 'add', call.entry('a'), pair(call, 'multiply', call.entry('w'), way)),
    );
  },
};

const both: Functions = {
  ...pure,
  ...chosen(scatter, 'tensor.scatter tensor.scatterAdd tensor.indexAdd tensor.maskedFill'),
  ...chosen(
    elementwise,
    'exp log sqrt sin cos tanh sigmoid abs negate floor ceil round trunc multiply power square reciprocal floorMod',
  ),
  ...chosen(selection, 'clip'),
};

export const updates: Functions = {
  ...pure,
  ...Object.fromEntries(
    Object.entries(both).map(([id, compute]) => [`inPlace.${id}`, inPlace(compute)]),
  ),
  'inPlace.set': inPlace((call) => call.value('value')),
  'inPlace.normal': drawing(random['random.normal']),
  'inPlace.uniform': drawing(random['random.uniform']),
  /** `x.at`: gives the place that an index names. */
  'array.at': (call) =>
    object(call, { __getitem__: bound('at.place', 'array, index', call.value('value')) }),
  'at.place': (call) => {
    const place = tuple([call.value('array'), call.value('index')]);
    const names = [
      'set',
      'get',
      'add',
      'subtract',
      'multiply',
      'mul',
      'divide',
      'power',
      'min',
      'max',
    ];
    const methods = names.map((name) => {
      const id = name === 'set' || name === 'get' ? `at.${name}` : 'at.change';
      const operation = `operation='${name}'`;
      return [name, bound(id, `place, values=None, *, ${operation}, **options`, place)] as const;
    });
    return object(call, Object.fromEntries(methods));
  },
  'at.get': (call) => {
    const { array, index } = placeOf(call);
    return getIndex(call.machine, array, index, call.place);
  },
  'at.set': (call) => {
    const { array, index } = placeOf(call);
    setIndex(call.machine, array, index, call.value('values'), call.place);
    return array;
  },
  /** A copy with an operation applied at the place. */
  'at.change': (call) => {
    const { array, index } = placeOf(call);
    const operation = call.words('operation') ?? '';
    if (operation === 'add') {
      delegate(call, indexing.addAt, { a: array, indices: index, b: call.value('values') });
      return array;
    }
    refuseRepeats(call, array, index);
    const old = getIndex(call.machine, array, index, call.place);
    const ids: Readonly<Record<string, string>> = {
      mul: 'multiply',
      min: 'minimum',
      max: 'maximum',
    };
    const changed = delegate(call, elementwise[ids[operation] ?? operation], {
      a: old,
      b: call.value('values'),
    });
    setIndex(call.machine, array, index, changed, call.place);
    return array;
  },
};

function chosen(family: Functions, ids: string): Functions {
  return Object.fromEntries(ids.split(' ').map((id) => [id, family[id]]));
}

/** The first argument takes the result, and is given back. */
function inPlace(compute: LibraryFunction): LibraryFunction {
  return (call) => {
    const target = call.values.get('a') ?? call.value('x');
    if (target.kind !== 'array') {
      return call.raise('TypeError', `${call.name}() changes a tensor, not ${describe(target)}`);
    }
    const result = compute(call);
    const { machine, place } = call;
    writeValue(machine, target, positionsOf(target), target.shape, result, place);
    return target;
  };
}

/** Random numbers in the place of the old ones. */
function drawing(draw: LibraryFunction): LibraryFunction {
  return inPlace((call) => delegate(call, draw, { size: tuple(call.array('a').shape.map(int)) }));
}

function times(call: LibraryCall, name: string, factor: string): EntryId {
  const value = call.value(factor);
  const entry = call.entry(name);
  if (value.kind === 'number' && value.entry < 0 && value.value === 1) return entry;
  return pair(call, 'multiply', entry, call.entry(factor));
}

/** The array of a place as a copy, and its index. */
function placeOf(call: LibraryCall): { array: ArrayValue; index: Value } {
  const place = call.value('place');
  if (place.kind !== 'tuple' || place.items[0].kind !== 'array') {
    throw new Error('a place keeps its array and its index');
  }
  return { array: call.give(read(call, place.items[0])), index: place.items[1] };
}

/** An index that names a place twice is applied twice: only adding is supported so. */
function refuseRepeats(call: LibraryCall, array: ArrayValue, index: Value): void {
  const found = select(call.machine, array, index, call.place);
  if (found.kind === 'view' || new Set(found.positions).size === found.positions.length) return;
  call.refuse(`${call.name}() with an index that names a place twice is not supported`);
}

function bound(id: string, signature: string, receiver: Value): Value {
  return { kind: 'library', name: '.at[]', id, signature, receiver };
}

/** A nameless object with these attributes. */
function object(call: LibraryCall, attributes: Readonly<Record<string, Value>>): Value {
  const type = { name: '.at', bases: [], attributes: new Map(), place: call.place, open: false };
  return {
    kind: 'instance',
    type: { kind: 'class', ...type },
    attributes: new Map(Object.entries(attributes)),
  };
}
