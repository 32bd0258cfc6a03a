/** Iterators made of iterators: slices, runs, pairs, choices. All are lazy, so that endless ones work. */
import { callFunction } from '../call';
import { equal } from '../compare';
import { toInteger, truth } from '../convert';
import { items, iterate } from '../iterate';
import type { LibraryCall } from '../library-call';
import { binary } from '../operate';
import { list, tuple, type Value } from '../values';
import type { Functions } from './shared';

export const iterators: Functions = {
  'iterate.count': (call) =>
    lazy(
      (function* () {
        let at = call.value('start');
        for (;;) {
          yield at;
          at = binary(call.machine, 'add', at, call.value('step'), call.place);
        }
      })(),
    ),
  'iterate.repeat': (call) =>
    lazy(
      (function* () {
        const times = call.optional('times') === null ? Infinity : call.integer('times');
        for (let at = 0; at < times; at++) yield call.value('value');
      })(),
    ),
  'iterate.cycle': (call) =>
    lazy(
      (function* () {
        const all: Value[] = [];
        for (const each of walk(call, call.value('values'))) {
          all.push(each);
          yield each;
        }
        while (all.length > 0) yield* all;
      })(),
    ),
  'iterate.chain': (call) => lazy(chain(call, call.rest('values'))),
  'iterate.chainOf': (call) => lazy(chain(call, walk(call, call.value('values')))),
  'iterate.slice': (call) => {
    const bounds = call
      .rest('bounds')
      .map((each) =>
        each.kind === 'none' ? null : toInteger(call.machine, each, 'a bound', call.place),
      );
    const [start, stop, step] = bounds.length === 1 ? [0, bounds[0], 1] : bounds;
    return lazy(slice(call, start ?? 0, stop ?? Infinity, step ?? 1));
  },
  'iterate.takeWhile': (call) =>
    lazy(
      (function* () {
        for (const each of walk(call, call.value('values'))) {
          if (!holds(call, each)) return;
          yield each;
        }
      })(),
    ),
  'iterate.dropWhile': (call) =>
    lazy(
      (function* () {
        let dropping = true;
        for (const each of walk(call, call.value('values'))) {
          dropping &&= holds(call, each);
          if (!dropping) yield each;
        }
      })(),
    ),
  'iterate.starMap': (call) =>
    lazy(
      (function* () {
        for (const each of walk(call, call.value('values'))) {
          yield apply(call, items(call.machine, each, call.place));
        }
      })(),
    ),
  'iterate.accumulate': (call) =>
    lazy(
      (function* () {
        let sum = call.optional('initial');
        if (sum !== null) yield sum;
        for (const each of walk(call, call.value('values'))) {
          sum = sum === null ? each : combine(call, sum, each);
          yield sum;
        }
      })(),
    ),
  'iterate.pairs': (call) =>
    lazy(
      (function* () {
        let before: Value | null = null;
        for (const each of walk(call, call.value('values'))) {
          if (before !== null) yield tuple([before, each]);
          before = each;
        }
      })(),
    ),
  'iterate.zipLongest': (call) =>
    lazy(
      (function* () {
        const walks = call.rest('values').map((each) => iterate(call.machine, each, call.place));
        for (;;) {
          const row = walks.map((next) => next());
          if (row.every((each) => each === null)) return;
          yield tuple(row.map((each) => each ?? call.value('fill')));
        }
      })(),
    ),
  'iterate.group': (call) =>
    lazy(
      (function* () {
        let name: Value | null = null;
        let group: Value[] = [];
        for (const each of walk(call, call.value('values'))) {
          const own = call.optional('function') === null ? each : apply(call, [each]);
          if (name !== null && !equal(call.machine, name, own, call.place)) {
            yield tuple([name, list(group)]);
            group = [];
          }
          name = own;
          group.push(each);
        }
        if (name !== null) yield tuple([name, list(group)]);
      })(),
    ),
  'iterate.combinations': (call) => {
    const pool = items(call.machine, call.value('values'), call.place);
    return lazy(choose(pool, call.integer('size'), (at) => at + 1));
  },
  'iterate.repeatedCombinations': (call) => {
    const pool = items(call.machine, call.value('values'), call.place);
    return lazy(choose(pool, call.integer('size'), (at) => at));
  },
  'iterate.permutations': (call) => {
    const pool = items(call.machine, call.value('values'), call.place);
    const size = call.optional('size') === null ? pool.length : call.integer('size');
    return lazy(permute(pool, size, []));
  },
};

function lazy(values: Iterator<Value>): Value {
  return {
    kind: 'iterator',
    next: () => {
      const { done, value } = values.next();
      return done ? null : value;
    },
  };
}

function* walk(call: LibraryCall, value: Value): Generator<Value> {
  const next = iterate(call.machine, value, call.place);
  for (let item = next(); item !== null; item = next()) {
    call.machine.step(call.place);
    yield item;
  }
}

function* chain(call: LibraryCall, parts: Iterable<Value>): Generator<Value> {
  for (const each of parts) yield* walk(call, each);
}

function* slice(call: LibraryCall, start: number, stop: number, step: number): Generator<Value> {
  if (start >= stop) return;
  let at = 0;
  for (const each of walk(call, call.value('values'))) {
    if (at >= start && (at - start) % step === 0) yield each;
    at += 1;
    // Nothing is taken from the iterator beyond the last item.
    if (at >= stop) return;
  }
}

function* choose(
  pool: readonly Value[],
  size: number,
  after: (at: number) => number,
  from = 0,
  chosen: readonly Value[] = [],
): Generator<Value> {
  if (chosen.length === size) yield tuple(chosen);
  else {
    for (let at = from; at < pool.length; at++) {
      yield* choose(pool, size, after, after(at), [...chosen, pool[at]]);
    }
  }
}

function* permute(
  pool: readonly Value[],
  size: number,
  chosen: readonly number[],
): Generator<Value> {
  if (chosen.length === size) yield tuple(chosen.map((at) => pool[at]));
  else {
    for (let at = 0; at < pool.length; at++) {
      if (!chosen.includes(at)) yield* permute(pool, size, [...chosen, at]);
    }
  }
}

function apply(call: LibraryCall, given: readonly Value[]): Value {
  return callFunction(call.machine, call.value('function'), given, new Map(), call.place);
}

function holds(call: LibraryCall, item: Value): boolean {
  const test = call.optional('function');
  return truth(call.machine, test === null ? item : apply(call, [item]), call.place);
}

function combine(call: LibraryCall, sum: Value, item: Value): Value {
  return call.optional('function') === null
    ? binary(call.machine, 'add', sum, item, call.place)
    : apply(call, [sum, item]);
}
