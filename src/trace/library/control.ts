/** jax's loops and branches as functions: each runs the user's functions as plain Python would. */
import { callFunction } from '../call';
import { toArray, truth } from '../convert';
import { getIndex } from '../index-access';
import type { LibraryCall } from '../library-call';
import { describe, int, list, none, tuple, type Value } from '../values';
import { delegate } from './delegate';
import { joining } from './joining';
import type { Functions } from './shared';

export const control: Functions = {
  'control.count': (call) => {
    let state = call.value('init');
    for (let at = call.integer('lower'); at < call.integer('upper'); at++) {
      state = run(call, 'body', [int(at), state]);
    }
    return state;
  },
  'control.while': (call) => {
    let state = call.value('init');
    while (truth(call.machine, run(call, 'condition', [state]), call.place)) {
      state = run(call, 'body', [state]);
    }
    return state;
  },
  'control.choose': (call) => {
    const yes = truth(call.machine, call.value('predicate'), call.place);
    return run(call, yes ? 'yes' : 'no', call.rest('operands'));
  },
  /** The last state, and what each round gave, stacked. */
  'control.scan': (call) => {
    const xs = call.value('xs');
    const length = call.optional('length') === null ? lengthOf(call, xs) : call.integer('length');
    const order = Array.from({ length }, (_, at) => at);
    if (call.flag('reverse')) order.reverse();
    let state = call.value('init');
    const given = new Array<Value>(length);
    for (const at of order) {
      const result = run(call, 'body', [state, slice(call, xs, at)]);
      if (result.kind !== 'tuple' || result.items.length !== 2) {
        return call.raise(
          'TypeError',
          `the function of ${call.name}() gives a state and an output`,
        );
      }
      [state, given[at]] = result.items;
    }
    return tuple([state, stacked(call, given)]);
  },
  'control.map': (call) => {
    const xs = call.value('xs');
    const places = Array.from({ length: lengthOf(call, xs) }, (_, at) => at);
    return stacked(
      call,
      places.map((at) => run(call, 'body', [slice(call, xs, at)])),
    );
  },
};

function run(call: LibraryCall, name: string, given: readonly Value[]): Value {
  return callFunction(call.machine, call.value(name), given, new Map(), call.place);
}

/** The length of the first axis; of a sequence of arrays that of its first. */
function lengthOf(call: LibraryCall, xs: Value): number {
  if (xs.kind === 'tuple' || xs.kind === 'list') return lengthOf(call, xs.items[0] ?? none);
  if (xs.kind === 'array' && xs.shape.length > 0) return xs.shape[0];
  return call.raise('TypeError', `${call.name}() walks over arrays, not ${describe(xs)}`);
}

/** One place of the first axis, in every array of a sequence. */
function slice(call: LibraryCall, xs: Value, at: number): Value {
  if (xs.kind === 'tuple') return tuple(xs.items.map((each) => slice(call, each, at)));
  if (xs.kind === 'list') return list(xs.items.map((each) => slice(call, each, at)));
  return xs.kind === 'none' ? none : getIndex(call.machine, xs, int(at), call.place);
}

/** Outputs of the rounds as one array, part by part where they are tuples. */
function stacked(call: LibraryCall, given: readonly Value[]): Value {
  const first = given[0] ?? none;
  if (first.kind === 'none') return none;
  if (first.kind === 'tuple') {
    return tuple(
      first.items.map((_, part) =>
        stacked(
          call,
          given.map((each) => (each.kind === 'tuple' ? each.items[part] : none)),
        ),
      ),
    );
  }
  if (toArray(call.machine, first, call.place) === null) {
    call.refuse(`${call.name}() of a function that gives ${describe(first)} is not supported`);
  }
  return delegate(call, joining.stack, { arrays: list([...given]), axis: int(0) });
}
