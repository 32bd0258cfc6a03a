/** Means, variances, medians, and the running sums and differences along an axis. */
import type { EntryId } from '../../engine/graph';
import { sizeOf } from '../../engine/shape';
import type { LibraryCall } from '../library-call';
import type { Value } from '../values';
import { tuple } from '../values';
import { reduce } from './reductions';
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
import { sortedEntry } from './sorting';

export const statistics: Functions = {
  mean: (call) => {
    const entry = call.entry('a');
    const type = call.dtype('dtype', 'float');
    return finish(call, cast(call, mean(call, cast(call, entry, type)), type));
  },
  variance: (call) => finish(call, variance(call)),
  deviation: (call) => finish(call, call.apply('sqrt', [variance(call)], null)),
  average,
  median: (call) => finish(call, median(call)),
  cumsum: (call) => {
    const { entry, axis } = alongAxis(call);
    const summed = cast(call, entry, call.dtype('dtype', typeOf(call, entry)));
    return finish(call, call.apply('cumsum', [summed], { axis }));
  },
  cumprod: (call) => {
    const { entry, axis } = alongAxis(call);
    const factors = typeOf(call, entry) === 'bool' ? cast(call, entry, 'int') : entry;
    const length = call.shapeOf(entry)[axis];
    const parts: EntryId[] = [];
    for (let at = 0; at < length; at++) {
      const here = pickAxis(call, factors, axis, [at]);
      parts.push(at === 0 ? here : call.apply('multiply', [parts[at - 1], here], null));
    }
    return finish(call, length === 0 ? factors : call.apply('concatenate', parts, { axis }));
  },
  difference: (call) => {
    let entry = call.entry('a');
    const axis = call.axis(call.value('axis'), call.shapeOf(entry).length);
    for (let round = call.integer('n'); round > 0; round--) {
      const length = call.shapeOf(entry)[axis];
      const later = pickAxis(call, entry, axis, places(1, length));
      const earlier = pickAxis(call, entry, axis, places(0, length - 1));
      const op = typeOf(call, entry) === 'bool' ? 'notEqual' : 'subtract';
      entry = call.apply(op, [later, earlier], null);
    }
    return call.give(entry);
  },
  /** The area under points by the trapezoidal rule, along an axis. */
  trapezoid: (call) => {
    const y = call.entry('y');
    const shape = call.shapeOf(y);
    const axis = call.axis(call.value('axis'), shape.length);
    const length = shape[axis];
    const halves = call.apply(
      'multiply',
      [
        call.apply(
          'add',
          [
            pickAxis(call, y, axis, places(1, length)),
            pickAxis(call, y, axis, places(0, length - 1)),
          ],
          null,
        ),
        scalar(call, 0.5),
      ],
      null,
    );
    let width = call.entry('dx');
    if (call.optional('x') !== null) {
      const x = call.entry('x');
      const own = call.shapeOf(x);
      if (own.length !== 1)
        call.refuse(`${call.name}() with x of several dimensions is not supported`);
      if (own[0] !== length)
        call.raise('ValueError', `${call.name}(): x and y have different lengths`);
      const gaps = call.apply(
        'subtract',
        [pickAxis(call, x, 0, places(1, length)), pickAxis(call, x, 0, places(0, length - 1))],
        null,
      );
      width = reshape(
        call,
        gaps,
        shape.map((_, each) => (each === axis ? length - 1 : 1)),
      );
    }
    const areas = pair(call, 'multiply', halves, width);
    return call.give(call.apply('sum', [areas], { axes: [axis], keepDimensions: false }));
  },
};

/** The operand and the axis of a scan; without an axis it runs over the flattened operand. */
function alongAxis(call: LibraryCall): { entry: EntryId; axis: number } {
  const entry = call.entry('a');
  const shape = call.shapeOf(entry);
  const axis = call.optional('axis');
  if (axis !== null) return { entry, axis: call.axis(axis, shape.length) };
  return { entry: reshape(call, entry, [sizeOf(shape)]), axis: 0 };
}

function places(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
}

function mean(call: LibraryCall, entry: EntryId, keep = call.flag('keepdims')): EntryId {
  const shape = call.shapeOf(entry);
  const count = sizeOf(call.axes('axis', shape.length).map((axis) => shape[axis]));
  const sum = reduce(call, 'sum', entry, keep);
  return call.apply('divide', [sum, scalar(call, count, 'int')], null);
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

function median(call: LibraryCall): EntryId {
  const entry = cast(call, call.entry('a'), 'float');
  const shape = call.shapeOf(entry);
  const axes = call.axes('axis', shape.length);
  if (axes.length !== 1 && axes.length !== shape.length) {
    call.refuse(`${call.name}() over several axes is not supported`);
  }
  const whole = axes.length !== 1;
  const lane = whole ? reshape(call, entry, [sizeOf(shape)]) : entry;
  const axis = whole ? 0 : axes[0];
  const length = call.shapeOf(lane)[axis];
  if (length === 0) call.raise('ValueError', `${call.name}() of an empty array has no value`);
  const sorted = sortedEntry(call, lane, axis);
  const middle = [Math.floor((length - 1) / 2), Math.floor(length / 2)];
  const chosen = pickAxis(call, sorted, axis, middle);
  const sum = call.apply('sum', [chosen], { axes: [axis], keepDimensions: false });
  const result = call.apply('divide', [sum, scalar(call, 2)], null);
  if (!call.flag('keepdims')) return result;
  return reshape(
    call,
    result,
    shape.map((extent, each) => (axes.includes(each) ? 1 : extent)),
  );
}
