/** Functions that walk over sequences or make them: range, zip, map, sorted, reduce. */
import { callFunction } from '../call';
import { toInteger, truth } from '../convert';
import { items, iterate } from '../iterate';
import type { LibraryCall } from '../library-call';
import { Stop } from '../limits';
import { findMember } from '../members';
import { bool, describe, int, list, tuple, type Value } from '../values';
import { sorted } from './lists';
import type { Functions } from './shared';

export const iteration: Functions = {
  range: (call) => {
    const given = call
      .rest('bounds')
      .map((each) => toInteger(call.machine, each, `an argument of ${call.name}()`, call.place));
    if (given.length < 1 || given.length > 3)
      call.raise('TypeError', `${call.name}() takes one to three integers`);
    const [start, stop, step = 1] = given.length === 1 ? [0, given[0]] : given;
    if (step === 0) call.raise('ValueError', `${call.name}(): the step cannot be zero`);
    return { kind: 'range', start, stop, step };
  },
  reversed: (call) => {
    const all = items(call.machine, call.value('values'), call.place).reverse();
    return over(all);
  },
  zip: (call) => {
    const walks = call.rest('values').map((each) => iterate(call.machine, each, call.place));
    const next = () => {
      const found: Value[] = [];
      for (const walk of walks) {
        const item = walk();
        if (item === null) return null;
        found.push(item);
      }
      return found.length === 0 ? null : tuple(found);
    };
    return { kind: 'iterator', next };
  },
  enumerate: (call) => {
    const walk = iterate(call.machine, call.value('values'), call.place);
    let at = call.integer('start');
    const next = () => {
      const item = walk();
      return item === null ? null : tuple([int(at++), item]);
    };
    return { kind: 'iterator', next };
  },
  map: (call) => {
    const walks = call.rest('values').map((each) => iterate(call.machine, each, call.place));
    const next = () => {
      const given = walks.map((walk) => walk());
      const present = given.filter((item) => item !== null);
      if (present.length < walks.length) return null;
      return callFunction(call.machine, call.value('function'), present, new Map(), call.place);
    };
    return { kind: 'iterator', next };
  },
  filter: (call) => {
    const { machine, place } = call;
    const test = call.optional('function');
    const walk = iterate(machine, call.value('values'), place);
    const next = () => {
      for (let item = walk(); item !== null; item = walk()) {
        const kept = test === null ? item : callFunction(machine, test, [item], new Map(), place);
        if (truth(machine, kept, place)) return item;
      }
      return null;
    };
    return { kind: 'iterator', next };
  },
  iterator: (call) => ({
    kind: 'iterator',
    next: iterate(call.machine, call.value('values'), call.place),
  }),
  next: (call) => {
    const item = nextOf(call, call.value('iterator'));
    if (item !== null) return item;
    const standard = call.value('standard');
    return standard.kind === 'ellipsis'
      ? call.raise('StopIteration', 'the iterator is at its end')
      : standard;
  },
  sorted: (call) => list(sorted(call, items(call.machine, call.value('values'), call.place))),
  anyOf: (call) => someTruth(call, true),
  allOf: (call) => someTruth(call, false),
  /** Folds a sequence with a function of two. */
  fold: (call) => {
    const { machine, place } = call;
    const all = items(machine, call.value('values'), place);
    const start = call.value('start');
    if (start.kind !== 'ellipsis') all.unshift(start);
    const first = all.shift();
    if (first === undefined)
      return call.raise('TypeError', `${call.name}() of nothing has no value`);
    return all.reduce(
      (sum, each) => callFunction(machine, call.value('function'), [sum, each], new Map(), place),
      first,
    );
  },
  /** All combinations of one item from each. */
  combinations: (call) => {
    const pools = call.rest('values').map((each) => items(call.machine, each, call.place));
    let found: Value[][] = [[]];
    for (const pool of pools)
      found = found.flatMap((before) => pool.map((item) => [...before, item]));
    return over(found.map(tuple));
  },
};

function over(found: readonly Value[]): Value {
  let at = 0;
  return { kind: 'iterator', next: () => (at < found.length ? found[at++] : null) };
}

/** The next item of an iterator, or of an object that says what comes next. */
function nextOf(call: LibraryCall, value: Value): Value | null {
  const { machine, place } = call;
  const step = value.kind === 'instance' ? findMember(machine, value, '__next__', place) : null;
  if (step === null) {
    if (value.kind !== 'iterator') {
      call.raise('TypeError', `${describe(value)} is no iterator: make one with iter()`);
    }
    return iterate(machine, value, place)();
  }
  try {
    return callFunction(machine, step, [], new Map(), place);
  } catch (stop) {
    if (stop instanceof Stop && stop.code === 'StopIteration') return null;
    throw stop;
  }
}

function someTruth(call: LibraryCall, wanted: boolean): Value {
  const next = iterate(call.machine, call.value('values'), call.place);
  for (let item = next(); item !== null; item = next()) {
    if (truth(call.machine, item, call.place) === wanted) return bool(wanted);
  }
  return bool(!wanted);
}
