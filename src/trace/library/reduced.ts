/**
 * Reductions that numpy and torch spell alike and mean differently: variances,
 * extremes with their indices, sorting, and repeating.
 */
import { getIndex } from '../index-access';
import type { LibraryCall } from '../library-call';
import { type ArrayValue, int, none, tuple, type Value } from '../values';
import { anyGiven, boolean, delegate, followsTorch } from './delegate';
import { indexing } from './indexing';
import { rearranging } from './rearranging';
import { reductions } from './reductions';
import { type Functions, finish, type LibraryFunction, pair, pickAxis, read } from './shared';
import { sorting } from './sorting';
import { statistics } from './statistics';

export const reduced: Functions = {
  'tensor.sum': keeping(reductions.sum),
  'tensor.prod': keeping(reductions.prod),
  'tensor.mean': keeping(statistics.mean),
  'tensor.any': keeping(reductions.any),
  'tensor.all': keeping(reductions.all),
  'tensor.argmax': keeping(reductions.argmax),
  'tensor.argmin': keeping(reductions.argmin),
  'torch.variance': (call) => spread(call, statistics.variance),
  'torch.deviation': (call) => spread(call, statistics.deviation),
  'torch.varianceAndMean': (call) => tuple([spread(call, statistics.variance), meanOf(call)]),
  'torch.deviationAndMean': (call) => tuple([spread(call, statistics.deviation), meanOf(call)]),
  'tensor.variance': (call) => spreadOf(call, statistics.variance),
  'tensor.deviation': (call) => spreadOf(call, statistics.deviation),
  'torch.max': (call) => extreme(call, 'max', call.optional('other'), call.flag('keepdims')),
  'torch.min': (call) => extreme(call, 'min', call.optional('other'), call.flag('keepdims')),
  'tensor.max': (call) => extremeOf(call, 'max'),
  'tensor.min': (call) => extremeOf(call, 'min'),
  'torch.sort': (call) => ordered(call, call.flag('descending')),
  'tensor.sort': (call) => {
    const torch = anyGiven(call, 'dim', 'descending') || boolean(call, 'kind') !== null;
    if (
      !followsTorch(
        call,
        torch,
        call.optional('kind')?.kind === 'text',
        'write torch.sort or np.sort',
      )
    ) {
      return delegate(call, sorting.sortInPlace, {});
    }
    const axis = call.optional('dim') ?? call.value('axis');
    const descending = call.optional('descending') ?? boolean(call, 'kind') ?? none;
    return delegate(call, (inner) => ordered(inner, inner.flag('descending')), {
      axis,
      descending,
    });
  },
  'tensor.argsort': (call) => {
    const { places } = orderAlong(call, boolean(call, 'kind') !== null && call.flag('kind'));
    return places;
  },
  /** One item of a sequence: how a pair of values and indices is indexed. */
  itemOf: (call) => getIndex(call.machine, call.value('value'), call.value('index'), call.place),
  'torch.topk': (call) => {
    const count = call.integer('k');
    const { array, axis, places } = orderAlong(call, call.flag('largest'));
    const first = Array.from({ length: count }, (_, at) => at);
    const indices = call.give(pickAxis(call, read(call, places), axis, first));
    return withIndices(call, taken(call, array, indices, axis), indices);
  },
  /** Elements repeated (numpy), or the whole laid out as tiles (torch). */
  'tensor.repeat': (call) => {
    const given = [call.value('repeats'), ...call.rest('more')].filter((each) => each !== none);
    const numpy = call.optional('axis') !== null || given[0]?.kind === 'list';
    const advice = 'write np.repeat or torch.tile';
    if (followsTorch(call, given.length > 2 || given[0]?.kind === 'tuple', numpy, advice)) {
      const reps = given[0]?.kind === 'tuple' ? given[0] : tuple(given);
      return delegate(call, rearranging.tile, { reps });
    }
    return delegate(call, rearranging.repeat, { axis: call.optional('axis') ?? given[1] ?? none });
  },
};

/** A reduction whose second positional argument may be torch's keepdim. */
function keeping(implementation: LibraryFunction): LibraryFunction {
  return (call) => {
    const keep = boolean(call, 'dtype') ?? boolean(call, 'out');
    if (keep === null) return implementation(call);
    return delegate(call, implementation, { dtype: none, out: none, keepdims: keep });
  };
}

/** Over n - correction, where torch takes 1 unless told otherwise. */
function spread(call: LibraryCall, implementation: LibraryFunction): Value {
  // `x.var(False)` says unbiased in the place of the axis.
  const alone = boolean(call, 'axis');
  const unbiased = alone ?? call.optional('unbiased');
  const biased = unbiased?.kind === 'number' && unbiased.value === 0;
  const ddof = call.optional('correction') ?? int(biased ? 0 : 1);
  return delegate(call, implementation, { ddof, ...(alone === null ? {} : { axis: none }) });
}

function meanOf(call: LibraryCall): Value {
  return delegate(call, statistics.mean, boolean(call, 'axis') === null ? {} : { axis: none });
}

/** The method: numpy divides by n, torch by n - 1. */
function spreadOf(call: LibraryCall, implementation: LibraryFunction): Value {
  const flags = [boolean(call, 'axis'), boolean(call, 'dtype')];
  const torch =
    anyGiven(call, 'dim', 'unbiased', 'correction', 'keepdim') ||
    flags.some((each) => each !== null);
  const numpy = anyGiven(call, 'ddof', 'keepdims');
  const advice = 'write ddof= for numpy, unbiased= for torch';
  if (!followsTorch(call, torch, numpy, advice)) {
    return delegate(call, implementation, { ddof: call.optional('ddof') ?? int(0) });
  }
  return delegate(call, (inner) => spread(inner, implementation), {
    axis: call.optional('dim') ?? call.value('axis'),
    unbiased: call.optional('unbiased') ?? flags[1] ?? none,
    keepdims: call.optional('keepdim') ?? boolean(call, 'out') ?? none,
    dtype: none,
    out: none,
  });
}

/** torch's max: of everything, of two tensors, or along an axis with the indices. */
function extreme(call: LibraryCall, op: 'max' | 'min', other: Value | null, keep: boolean): Value {
  if (other === null) return delegate(call, reductions[op], { axis: none });
  const combine = op === 'max' ? 'maximum' : 'minimum';
  if (other.kind === 'array' && (other.type === 'float' || other.shape.length > 0)) {
    return finish(call, pair(call, combine, call.entry('a'), read(call, other)));
  }
  const array = call.array('a');
  const axis = call.axis(other, array.shape.length);
  const reduction = { axes: [axis], keepDimensions: keep };
  const indices = { axis, keepDimensions: keep };
  const entry = read(call, array);
  return withIndices(
    call,
    call.give(call.apply(op, [entry], reduction)),
    call.give(call.apply(op === 'max' ? 'argmax' : 'argmin', [entry], indices)),
  );
}

function extremeOf(call: LibraryCall, op: 'max' | 'min'): Value {
  const axis = call.optional('axis');
  const keep = boolean(call, 'out');
  const torch = anyGiven(call, 'dim', 'keepdim') || keep !== null || axis?.kind === 'array';
  const numpy =
    anyGiven(call, 'keepdims', 'initial') ||
    (call.optional('out') !== null && keep === null) ||
    axis === null ||
    axis.kind === 'tuple';
  const advice = `write np.${op} or np.a${op}, torch.${op} or dim=`;
  if (!followsTorch(call, torch, numpy, advice)) return delegate(call, reductions[op], {});
  const keepdims = call.optional('keepdim') ?? keep;
  const flag = keepdims?.kind === 'number' && keepdims.value !== 0;
  return extreme(call, op, call.optional('dim') ?? axis, flag);
}

/** Values and indices, to be unpacked, indexed or read by name. */
function withIndices(call: LibraryCall, values: ArrayValue, indices: ArrayValue): Value {
  const both = tuple([values, indices]);
  const bound = (id: string, signature: string): Value => ({
    kind: 'library',
    name: call.name,
    id,
    signature,
    receiver: both,
  });
  const type = {
    kind: 'class',
    name: call.name,
    bases: [],
    attributes: new Map(),
    place: call.place,
    open: false,
  } as const;
  const attributes = new Map<string, Value>([
    ['values', values],
    ['indices', indices],
    ['__iter__', bound('iterator', 'values')],
    ['__getitem__', bound('itemOf', 'value, index')],
    ['__len__', bound('length', 'value')],
  ]);
  return { kind: 'instance', type, attributes };
}

/** The order along an axis, as indices; equal elements keep their order. */
function orderAlong(
  call: LibraryCall,
  descending: boolean,
): { array: ArrayValue; axis: number; places: ArrayValue } {
  const array = call.array('a');
  const axis = call.axis(call.value('axis'), array.shape.length);
  const keys = descending ? call.apply('negate', [read(call, array)], null) : read(call, array);
  const found = delegate(call, sorting.argsort, { a: call.give(keys), axis: int(axis) });
  if (found.kind !== 'array') throw new Error('argsort gives an array');
  return { array, axis, places: found };
}

function taken(call: LibraryCall, array: ArrayValue, indices: Value, axis: number): ArrayValue {
  const found = delegate(call, indexing.takeAlongAxis, { a: array, indices, axis: int(axis) });
  if (found.kind !== 'array') throw new Error('takeAlongAxis gives an array');
  return found;
}

function ordered(call: LibraryCall, descending: boolean): Value {
  const { array, axis, places } = orderAlong(call, descending);
  return withIndices(call, taken(call, array, places, axis), places);
}
