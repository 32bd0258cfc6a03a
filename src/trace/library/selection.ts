/** Elementwise functions that choose between values: where, clip, isclose, nan_to_num, sinc. */
import type { EntryId } from '../../engine/graph';
import type { LibraryCall } from '../library-call';
import { bool } from '../values';
import { nonzero } from './indexing';
import {
  arraysOf,
  cast,
  choose,
  type Functions,
  finish,
  pair,
  read,
  scalar,
  typeOf,
} from './shared';

export const selection: Functions = {
  where: (call) => {
    const [a, b] = [call.optional('a'), call.optional('b')];
    if (a === null && b === null) return nonzero(call, call.array('condition'));
    if (a === null || b === null) {
      return call.raise(
        'ValueError',
        `${call.name}() takes a condition, or a condition and two values`,
      );
    }
    return call.give(choose(call, call.entry('condition'), call.entry('a'), call.entry('b')));
  },
  clip: (call) => {
    let entry = call.entry('a');
    if (call.optional('low') !== null) entry = pair(call, 'maximum', entry, call.entry('low'));
    if (call.optional('high') !== null) entry = pair(call, 'minimum', entry, call.entry('high'));
    return finish(call, entry);
  },
  /** The choice of the first condition that holds. */
  select: (call) => {
    const conditions = arraysOf(call, call.value('conditions'));
    const choices = arraysOf(call, call.value('choices'));
    if (conditions.length !== choices.length || conditions.length === 0) {
      call.raise('ValueError', `${call.name}() needs as many choices as conditions`);
    }
    let entry = call.entry('default');
    for (let at = conditions.length - 1; at >= 0; at--) {
      entry = choose(call, read(call, conditions[at]), read(call, choices[at]), entry);
    }
    return call.give(entry);
  },
  isfinite: (call) => {
    const x = call.entry('x');
    const odd = call.apply(
      'or',
      [call.apply('isnan', [x], null), call.apply('isinf', [x], null)],
      null,
    );
    return finish(call, call.apply('not', [odd], null));
  },
  isclose: (call) => call.give(close(call)),
  allclose: (call) => call.giveNumber(all(call, close(call))),
  arrayEqual: (call) => {
    const [a, b] = [call.array('a'), call.array('b')];
    if (String(a.shape) !== String(b.shape)) return bool(false);
    const same = pair(call, 'equal', call.entry('a'), call.entry('b'));
    return call.giveNumber(all(call, withNan(call, same)));
  },
  nanToNum: (call) => {
    const x = call.entry('x');
    if (typeOf(call, x) !== 'float') return call.give(x);
    const replace = (entry: EntryId, test: EntryId, name: string, standard: number) =>
      choose(
        call,
        test,
        call.optional(name) === null ? scalar(call, standard) : call.entry(name),
        entry,
      );
    const infinite = call.apply('isinf', [x], null);
    const above = call.apply('greater', [x, scalar(call, 0)], null);
    const below = call.apply('less', [x, scalar(call, 0)], null);
    let entry = replace(x, call.apply('isnan', [x], null), 'nan', 0);
    entry = replace(entry, call.apply('and', [infinite, above], null), 'posinf', Number.MAX_VALUE);
    entry = replace(entry, call.apply('and', [infinite, below], null), 'neginf', -Number.MAX_VALUE);
    return call.give(entry);
  },
  heaviside: (call) => {
    const [x, atZero] = [call.entry('a'), call.entry('b')];
    const zero = scalar(call, 0);
    const rest = choose(call, pair(call, 'less', x, zero), zero, scalar(call, 1));
    return finish(
      call,
      choose(call, pair(call, 'equal', x, zero), cast(call, atZero, 'float'), rest),
    );
  },
  sinc: (call) => {
    const x = cast(call, call.entry('x'), 'float');
    // A tiny constant in place of 0 gives the value 1 and the slope 0 there.
    const atZero = call.apply('equal', [x, scalar(call, 0)], null);
    const safe = choose(call, atZero, scalar(call, 1e-20), x);
    const angle = call.apply('multiply', [safe, scalar(call, Math.PI)], null);
    return call.give(call.apply('divide', [call.apply('sin', [angle], null), angle], null));
  },
  /** The larger (smaller) of two where a NaN counts as missing. */
  fmax: (call) => finish(call, ignoringNan(call, 'maximum')),
  fmin: (call) => finish(call, ignoringNan(call, 'minimum')),
  roundTo: (call) => {
    const x = call.entry('x');
    const digits = call.integer('digits');
    if (typeOf(call, x) !== 'float' && digits >= 0) return finish(call, x);
    if (digits === 0) return finish(call, call.apply('round', [x], null));
    const factor = scalar(call, 10 ** Math.abs(digits));
    const [up, down] =
      digits > 0 ? (['multiply', 'divide'] as const) : (['divide', 'multiply'] as const);
    const scaled = call.apply('round', [call.apply(up, [x, factor], null)], null);
    return finish(call, cast(call, call.apply(down, [scaled, factor], null), typeOf(call, x)));
  },
};

function close(call: LibraryCall): EntryId {
  const [a, b] = [call.entry('a'), call.entry('b')];
  const gap = call.apply('abs', [pair(call, 'subtract', cast(call, a, 'float'), b)], null);
  const part = pair(call, 'multiply', call.entry('rtol'), call.apply('abs', [b], null));
  const near = pair(call, 'lessEqual', gap, pair(call, 'add', call.entry('atol'), part));
  return withNan(call, pair(call, 'or', near, pair(call, 'equal', a, b)));
}

/** With `equal_nan=True`, NaN is equal to NaN. */
function withNan(call: LibraryCall, same: EntryId): EntryId {
  if (!call.flag('equal_nan')) return same;
  const [a, b] = ['a', 'b'].map((name) => call.apply('isnan', [call.entry(name)], null));
  return pair(call, 'or', same, pair(call, 'and', a, b));
}

function all(call: LibraryCall, entry: EntryId): EntryId {
  const axes = call.shapeOf(entry).map((_, axis) => axis);
  return call.apply('all', [entry], { axes, keepDimensions: false });
}

function ignoringNan(call: LibraryCall, op: 'maximum' | 'minimum'): EntryId {
  const [a, b] = [call.entry('a'), call.entry('b')];
  const both = pair(call, op, a, b);
  const withoutB = choose(call, call.apply('isnan', [b], null), a, both);
  return choose(call, call.apply('isnan', [a], null), b, withoutB);
}
