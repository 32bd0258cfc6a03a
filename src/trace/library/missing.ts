/** Reductions in which NaN counts as missing. */
import type { EntryId } from '../../engine/graph';
import { sizeOf } from '../../engine/shape';
import type { LibraryCall } from '../library-call';
import { algebra } from './algebra';
import { reduce } from './reductions';
import { cast, choose, type Functions, finish, reshape, scalar, typeOf } from './shared';

export const missing: Functions = {
  nansum: (call) => finish(call, reduce(call, 'sum', replaced(call, 0))),
  nanprod: (call) => finish(call, reduce(call, 'prod', replaced(call, 1))),
  nanmax: (call) => finish(call, extreme(call, 'max', -Infinity)),
  nanmin: (call) => finish(call, extreme(call, 'min', Infinity)),
  nanmean: (call) => finish(call, mean(call, call.flag('keepdims'))),
  nanvar: (call) => finish(call, variance(call)),
  nanstd: (call) => finish(call, call.apply('sqrt', [variance(call)], null)),
  nancumsum: (call) => finish(call, running(call)),
  nanargmax: (call) => finish(call, position(call, 'argmax', -Infinity)),
  nanargmin: (call) => finish(call, position(call, 'argmin', Infinity)),
};

/** The operand with a number in the place of NaN. */
function replaced(call: LibraryCall, value: number): EntryId {
  const a = call.entry('a');
  if (typeOf(call, a) !== 'float') return a;
  return choose(call, call.apply('isnan', [a], null), scalar(call, value), a);
}

/** How many are not missing. */
function count(call: LibraryCall, keep: boolean): EntryId {
  const a = call.entry('a');
  const present = call.apply('not', [call.apply('isnan', [a], null)], null);
  return reduce(call, 'sum', present, keep);
}

function extreme(call: LibraryCall, op: 'max' | 'min', empty: number): EntryId {
  if (sizeOf(call.shapeOf(call.entry('a'))) === 0) {
    call.raise('ValueError', `${call.name}() of an empty array has no value`);
  }
  const found = reduce(call, op, replaced(call, empty));
  if (typeOf(call, found) !== 'float') return found;
  const m = algebra(call);
  return m.choose(m.equal(count(call, call.flag('keepdims')), m.k(0)), m.k(Number.NaN), found);
}

function mean(call: LibraryCall, keep: boolean): EntryId {
  const sum = reduce(call, 'sum', cast(call, replaced(call, 0), 'float'), keep);
  return algebra(call).over(sum, count(call, keep));
}

function variance(call: LibraryCall): EntryId {
  const m = algebra(call);
  const a = cast(call, call.entry('a'), 'float');
  const gap = m.minus(a, mean(call, true));
  const known = m.choose(call.apply('isnan', [a], null), m.k(0), gap);
  const sum = reduce(call, 'sum', m.product(known, known));
  return m.over(sum, m.minus(count(call, call.flag('keepdims')), call.entry('ddof')));
}

function running(call: LibraryCall): EntryId {
  const entry = replaced(call, 0);
  const shape = call.shapeOf(entry);
  const axis = call.optional('axis');
  if (axis === null)
    return call.apply('cumsum', [reshape(call, entry, [sizeOf(shape)])], { axis: 0 });
  return call.apply('cumsum', [entry], { axis: call.axis(axis, shape.length) });
}

function position(call: LibraryCall, op: 'argmax' | 'argmin', empty: number): EntryId {
  const entry = replaced(call, empty);
  const shape = call.shapeOf(entry);
  const given = call.optional('axis');
  const flat = given === null ? reshape(call, entry, [sizeOf(shape)]) : entry;
  const axis = given === null ? 0 : call.axis(given, shape.length);
  const present = call.machine.graph.value(count(call, false));
  if (present.includes(0)) call.raise('ValueError', `${call.name}(): all values are NaN`);
  return call.apply(op, [flat], { axis, keepDimensions: false });
}
