/** numpy.testing: comparisons that raise AssertionError, or do nothing. */
import type { EntryId } from '../../engine/graph';
import { callFunction } from '../call';
import { toTrueArray } from '../convert';
import type { LibraryCall } from '../library-call';
import { Stop } from '../limits';
import { describe, none, type Value } from '../values';
import { algebra } from './algebra';
import { type Functions, pair, read } from './shared';

export const assertions: Functions = {
  assertClose: (call) =>
    compare(call, (actual, desired) => {
      const m = algebra(call);
      const near = m.sum(m.get('atol'), m.product(m.get('rtol'), m.abs(desired)));
      return m.atMost(m.abs(m.minus(actual, desired)), near);
    }),
  assertDecimals: (call) =>
    compare(call, (actual, desired) => {
      const m = algebra(call);
      const least = m.k(1.5 * 10 ** -call.integer('decimal'));
      return m.less(m.abs(m.minus(actual, desired)), least);
    }),
  assertEqual: (call) => {
    const [actual, desired] = [call.value('actual'), call.value('desired')];
    const numeric = [actual, desired].map((value) => toTrueArray(call.machine, value, call.place));
    if (numeric.includes(null)) {
      if (JSON.stringify(actual) !== JSON.stringify(desired)) fail(call);
      return none;
    }
    return compare(call, (a, b) => pair(call, 'equal', a, b));
  },
  assertLess: (call) => compare(call, (a, b) => pair(call, 'less', a, b)),
  assertTrue: (call) => {
    if (!call.flag('value')) fail(call);
    return none;
  },
  /** The function must raise; which exception it is does not count. */
  assertRaises: (call) => {
    if (call.optional('function') === null) {
      return call.refuse(`${call.name}() as a context is not supported`);
    }
    try {
      callFunction(
        call.machine,
        call.value('function'),
        call.rest('arguments'),
        new Map(),
        call.place,
      );
    } catch (stop) {
      if (stop instanceof Stop && stop.kind === 'error') return none;
      throw stop;
    }
    return fail(call);
  },
};

/** Raises unless all broadcast elements fit; NaN fits NaN, infinity its equal. */
function compare(call: LibraryCall, fits: (actual: EntryId, desired: EntryId) => EntryId): Value {
  const { machine } = call;
  const [actual, desired] = ['actual', 'desired'].map((name) => {
    const array = toTrueArray(machine, call.value(name), call.place);
    return array === null
      ? call.raise(
          'TypeError',
          `${call.name}() compares numbers, not ${describe(call.value(name))}`,
        )
      : array;
  });
  const scalar = actual.shape.length === 0 || desired.shape.length === 0;
  if (!scalar && String(actual.shape) !== String(desired.shape)) {
    call.raise(
      'AssertionError',
      `${call.name}(): the shapes (${actual.shape.join(', ')}) and (${desired.shape.join(', ')}) differ`,
    );
  }
  const [a, b] = [read(call, actual), read(call, desired)];
  const found = fits(a, b);
  const less = call.name.endsWith('assert_array_less');
  const unknown = pair(call, 'and', call.apply('isnan', [a], null), call.apply('isnan', [b], null));
  const same = pair(call, 'or', pair(call, 'equal', a, b), unknown);
  const holds = less ? found : pair(call, 'or', found, same);
  const axes = call.shapeOf(holds).map((_, axis) => axis);
  const all = call.apply('all', [holds], { axes, keepDimensions: false });
  machine.graph.pin(all, call.place);
  if (machine.graph.number(all) === 0) fail(call);
  return none;
}

function fail(call: LibraryCall): never {
  return call.raise('AssertionError', `${call.name}(): the values do not fit`);
}
