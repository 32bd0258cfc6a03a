/** Means, variances, averages, and running sums and products along an axis. */
import type { EntryId } from '../../engine/graph';
import { sizeOf } from '../../engine/shape';
import type { LibraryCall } from '../library-call';
import type { Value } from '../values';
import { tuple } from '../values';
import { chosenOnly, reduce } from './reductions';
import {
  cast,
  type Functions,
  finish,
  pair,
  pickAxis,
  reshape,
  scalar,
  spreadTo,
  typeOf,
} from './shared';

export const statistics: Functions = {
  mean: (call) => {
    const entry = call.entry('a');
    const type = call.dtype('dtype', 'float');
    return finish(call, cast(call, mean(call, cast(call, entry, type)), type));
  },
  variance: (call) => finish(call, variance(call)),
  deviation: (call) => finish(call, call.apply('sqrt', [variance(call)], null)),
  average,
  runningMax: (call) => finish(call, running(call, 'maximum')),
  runningMin: (call) => finish(call, running(call, 'minimum')),
  cumsum: (call) => {
    const { entry, axis } = alongAxis(call);
    const summed = cast(call, entry, call.dtype('dtype', typeOf(call, entry)));
    return finish(call, call.apply('cumsum', [summed], { axis }));
  },
  cumprod: (call) => finish(call, running(call, 'multiply')),
};

/** The operand and the axis of a scan; without an axis it runs over the flattened operand. */
function alongAxis(call: LibraryCall): { entry: EntryId; axis: number } {
  const entry = call.entry('a');
  const shape = call.shapeOf(entry);
  const axis = call.optional('axis');
  if (axis !== null) return { entry, axis: call.axis(axis, shape.length) };
  return { entry: reshape(call, entry, [sizeOf(shape)]), axis: 0 };
}

/** What an op makes of all elements up to each place. */
function running(call: LibraryCall, op: 'multiply' | 'maximum' | 'minimum'): EntryId {
  const { entry, axis } = alongAxis(call);
  const counts = op === 'multiply' && typeOf(call, entry) === 'bool';
  const factors = counts ? cast(call, entry, 'int') : entry;
  const length = call.shapeOf(entry)[axis];
  const parts: EntryId[] = [];
  for (let at = 0; at < length; at++) {
    const here = pickAxis(call, factors, axis, [at]);
    parts.push(at === 0 ? here : call.apply(op, [parts[at - 1], here], null));
  }
  return length === 0 ? factors : call.apply('concatenate', parts, { axis });
}

function mean(call: LibraryCall, entry: EntryId, keep = call.flag('keepdims')): EntryId {
  const shape = call.shapeOf(entry);
  const count = sizeOf(call.axes('axis', shape.length).map((axis) => shape[axis]));
  const kept = chosenOnly(call, entry, 0);
  const sum = reduce(call, 'sum', kept, keep);
  if (kept === entry) return call.apply('divide', [sum, scalar(call, count, 'int')], null);
  const chosen = spreadTo(call, cast(call, call.entry('chosen'), 'int'), shape);
  return call.apply('divide', [sum, reduce(call, 'sum', chosen, keep)], null);
}

function variance(call: LibraryCall): EntryId {
  const entry = cast(call, call.entry('a'), 'float');
  const shape = call.shapeOf(entry);
  const count = sizeOf(call.axes('axis', shape.length).map((axis) => shape[axis]));
  const centred = call.apply('subtract', [entry, mean(call, entry, true)], null);
  const squares = call.apply('multiply', [centred, centred], null);
  const divisor = pair(call, 'subtract', scalar(call, count, 'int'), call.entry('ddof'));
  return call.apply('divide', [reduce(call, 'sum', squares), divisor], null);
}

function average(call: LibraryCall): Value {
  const entry = call.entry('a');
  const shape = call.shapeOf(entry);
  if (call.optional('weights') === null) {
    if (call.flag('returned'))
      call.refuse(`returned= of ${call.name}() is not supported without weights`);
    return call.give(mean(call, cast(call, entry, 'float')));
  }
  let weights = call.entry('weights');
  if (call.shapeOf(weights).length !== shape.length) {
    const axes = call.axes('axis', shape.length);
    const fits = axes.length === 1 && String(call.shapeOf(weights)) === String([shape[axes[0]]]);
    if (!fits)
      call.raise('ValueError', `${call.name}(): the weights do not have the shape of the values`);
    weights = reshape(
      call,
      weights,
      shape.map((extent, axis) => (axis === axes[0] ? extent : 1)),
    );
  }
  weights = spreadTo(call, weights, shape);
  const weighted = reduce(call, 'sum', call.apply('multiply', [entry, weights], null));
  const sum = reduce(call, 'sum', cast(call, weights, 'float'));
  const result = call.give(call.apply('divide', [weighted, sum], null));
  return call.flag('returned') ? tuple([result, call.give(sum)]) : result;
}
