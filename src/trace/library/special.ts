/** Logistic functions, entropies, and sums of exponentials, as compositions of elementary ops. */
import type { EntryId } from '../../engine/graph';
import type { LibraryCall } from '../library-call';
import { reduce } from './reductions';
import { cast, choose, constant, type Functions, finish, pair, scalar } from './shared';

export const special: Functions = {
  logit: (call) => {
    const x = call.entry('x');
    const rest = call.apply('subtract', [scalar(call, 1), x], null);
    return finish(call, call.apply('log', [call.apply('divide', [x, rest], null)], null));
  },
  /** log(sigmoid(x)), without overflow. */
  logSigmoid: (call) => {
    const negated = call.apply('negate', [cast(call, call.entry('x'), 'float')], null);
    const zero = scalar(call, 0);
    return finish(
      call,
      call.apply('negate', [call.apply('logaddexp', [zero, negated], null)], null),
    );
  },
  logSumExp: (call) => {
    const a = cast(call, call.entry('a'), 'float');
    const weights = call.optional('weights');
    const high = highest(call, a);
    let powers = call.apply('exp', [call.apply('subtract', [a, high], null)], null);
    if (weights !== null) powers = pair(call, 'multiply', call.entry('weights'), powers);
    const sum = call.apply('log', [reduce(call, 'sum', powers)], null);
    const shift = call.flag('keepdims')
      ? high
      : call.apply('reshape', [high], { shape: call.shapeOf(sum) });
    return call.give(call.apply('add', [sum, shift], null));
  },
  softmax: (call) => {
    const powers = shiftedPowers(call);
    return call.give(call.apply('divide', [powers, reduce(call, 'sum', powers, true)], null));
  },
  logSoftmax: (call) => {
    const a = cast(call, call.entry('a'), 'float');
    const shifted = call.apply('subtract', [a, highest(call, a)], null);
    const sum = reduce(call, 'sum', call.apply('exp', [shifted], null), true);
    return call.give(call.apply('subtract', [shifted, call.apply('log', [sum], null)], null));
  },
  xLogY: (call) => finish(call, xLogY(call, call.entry('a'), call.entry('b'))),
  entropy: (call) => {
    const x = cast(call, call.entry('x'), 'float');
    return finish(call, call.apply('negate', [xLogY(call, x, x)], null));
  },
  relativeEntropy: (call) => finish(call, relativeEntropy(call)),
  klDivergence: (call) => {
    const surplus = pair(call, 'subtract', call.entry('b'), call.entry('a'));
    return finish(call, call.apply('add', [relativeEntropy(call), surplus], null));
  },
};

/** The largest along the axes, kept and untraced: it only shifts, so its slope cancels. */
function highest(call: LibraryCall, a: EntryId): EntryId {
  const found = reduce(call, 'max', a, true);
  const values = call.machine.graph
    .value(found)
    .map((value) => (Number.isFinite(value) ? value : 0));
  return constant(call, values, call.shapeOf(found));
}

function shiftedPowers(call: LibraryCall): EntryId {
  const a = cast(call, call.entry('a'), 'float');
  return call.apply('exp', [call.apply('subtract', [a, highest(call, a)], null)], null);
}

/** x·log(y), and 0 where x is 0 whatever y is. */
function xLogY(call: LibraryCall, x: EntryId, y: EntryId): EntryId {
  const zero = scalar(call, 0);
  const empty = pair(call, 'and', pair(call, 'equal', x, zero), pair(call, 'lessEqual', y, zero));
  const safe = choose(call, empty, scalar(call, 1), y);
  return pair(call, 'multiply', x, call.apply('log', [safe], null));
}

function relativeEntropy(call: LibraryCall): EntryId {
  const [x, y] = [call.entry('a'), call.entry('b')];
  const none = pair(call, 'equal', x, scalar(call, 0));
  return xLogY(call, x, choose(call, none, scalar(call, 0), pair(call, 'divide', x, y)));
}
