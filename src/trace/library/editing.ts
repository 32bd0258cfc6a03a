/** Putting elements in, taking some out, choosing among arrays, blocks, and sets of values. */
import type { EntryId } from '../../engine/graph';
import { sizeOf } from '../../engine/shape';
import { positionsOf } from '../arrays';
import { callFunction } from '../call';
import { toTrueArray, widerType } from '../convert';
import { writeValue } from '../index-access';
import { items } from '../iterate';
import type { LibraryCall } from '../library-call';
import { type ArrayValue, describe, none, tuple, type Value } from '../values';
import {
  arraysOf,
  cast,
  choose,
  commonEntries,
  constant,
  type Functions,
  pickAxis,
  read,
  reshape,
  spreadTo,
  typeOf,
} from './shared';
import { range } from './solving';

export const editing: Functions = {
  insert: (call) => {
    let array = call.array('a');
    if (call.optional('axis') === null) array = flattened(call, array);
    const axis =
      call.optional('axis') === null ? 0 : call.axis(call.value('axis'), array.shape.length);
    const extent = array.shape[axis];
    const at = pinnedIntegers(call, call.entry('places')).map((place) => {
      const from = place < 0 ? place + extent : place;
      if (from < 0 || from > extent)
        call.raise('IndexError', `${call.name}(): the index ${place} is out of bounds`);
      return from;
    });
    const single = call.shapeOf(call.entry('places')).length === 0;
    let values = cast(call, call.entry('values'), array.type);
    const own = call.shapeOf(values);
    // One place takes as many layers as are given, several places one each.
    if (single && own.length === array.shape.length && own[axis] > 1) {
      at.push(...new Array<number>(own[axis] - 1).fill(at[0]));
    }
    const layer = array.shape.map((each, which) => (which === axis ? at.length : each));
    if (single && own.length === array.shape.length - 1 && own.length > 0) {
      values = reshape(call, values, own.toSpliced(axis, 0, 1));
    }
    const both = call.apply('concatenate', [read(call, array), spreadTo(call, values, layer)], {
      axis,
    });
    const order = range(0, extent).map((place) => ({ place, before: place, after: 1 }));
    const added = at.map((before, k) => ({ place: extent + k, before, after: 0 }));
    const sorted = [...order, ...added].sort((a, b) => a.before - b.before || a.after - b.after);
    return call.give(
      pickAxis(
        call,
        both,
        axis,
        sorted.map(({ place }) => place),
      ),
    );
  },
  extract: (call) => {
    const flat = flattened(call, call.array('a'));
    return call.give(pickAxis(call, read(call, flat), 0, truePlaces(call, 'condition')));
  },
  compress: (call) => {
    const given = call.array('a');
    const array = call.optional('axis') === null ? flattened(call, given) : given;
    const axis =
      call.optional('axis') === null ? 0 : call.axis(call.value('axis'), array.shape.length);
    return call.give(pickAxis(call, read(call, array), axis, truePlaces(call, 'condition')));
  },
  /** Where the mask holds, the values at the same places (repeated when there are too few). */
  putMask: (call) => putWhere(call, (_k, place) => place),
  /** Where the mask holds, the values one after the other. */
  putInOrder: (call) => putWhere(call, (k) => k),
  choose: (call) => {
    const choices = commonEntries(call, arraysOf(call, call.value('choices')));
    const which = call.entry('a');
    pinnedIntegers(call, which).forEach((each) => {
      if (each < 0 || each >= choices.length)
        call.raise('ValueError', `${call.name}(): there is no choice ${each}`);
    });
    const first = spreadTo(call, choices[0], shapeOfAll(call, [which, ...choices]));
    return call.give(
      choices.reduce((found, choice, k) => {
        const here = call.apply('equal', [which, constant(call, [k], [], 'int')], null);
        return choose(call, here, choice, found);
      }, first),
    );
  },
  resize: (call) => {
    const flat = flattened(call, call.array('a'));
    const shape = call.shape(call.value('shape'));
    const places = range(0, sizeOf(shape)).map((at) => at % flat.shape[0]);
    return call.give(reshape(call, pickAxis(call, read(call, flat), 0, places), shape));
  },
  /** Nested lists of blocks, joined from the innermost on along the last axes. */
  block: (call) => call.give(blocks(call, call.value('arrays'), 1, depthOf(call.value('arrays')))),
  union: (call) => {
    const parts = ['a', 'b'].map((name) => flattened(call, call.array(name)));
    return call.give(
      distinct(call, call.apply('concatenate', commonEntries(call, parts), { axis: 0 })),
    );
  },
  intersection: (call) => call.give(distinct(call, kept(call, true))),
  setDifference: (call) => call.give(distinct(call, kept(call, false))),
  /** Calls a function on every line along an axis. */
  applyAlong: (call) => {
    const array = call.array('a');
    const axis = call.axis(call.value('axis'), array.shape.length);
    const others = array.shape.map((_, each) => each).filter((each) => each !== axis);
    const turned = call.apply('transpose', [read(call, array)], { axes: [...others, axis] });
    const outer = others.map((each) => array.shape[each]);
    const lines = reshape(call, turned, [sizeOf(outer), array.shape[axis]]);
    const results = range(0, sizeOf(outer)).map((row) => {
      const line = call.give(reshape(call, pickAxis(call, lines, 0, [row]), [array.shape[axis]]));
      const given = [line, ...call.rest('arguments')];
      const found = callFunction(
        call.machine,
        call.value('function'),
        given,
        new Map(),
        call.place,
      );
      const made = toTrueArray(call.machine, found, call.place);
      return (
        made ??
        call.refuse(`${call.name}() of a function that gives ${describe(found)} is not supported`)
      );
    });
    if (results.length === 0) return call.raise('ValueError', `${call.name}() of an empty array`);
    const inner = results[0].shape;
    const rows = commonEntries(call, results).map((entry) =>
      reshape(call, entry, [1, sizeOf(inner)]),
    );
    const all = reshape(call, call.apply('concatenate', rows, { axis: 0 }), [...outer, ...inner]);
    const front = outer.map((_, k) => k);
    const own = inner.map((_, k) => outer.length + k);
    const axes = [...front.slice(0, axis), ...own, ...front.slice(axis)];
    return call.give(call.apply('transpose', [all], { axes }));
  },
  /** The functions' values where their conditions hold; a last one where none does. */
  piecewise: (call) => {
    const x = call.array('x');
    const given = call.value('conditions');
    const many = given.kind === 'list' || given.kind === 'tuple';
    const conditions = many ? items(call.machine, given, call.place) : [given];
    const functions = items(call.machine, call.value('functions'), call.place);
    let entry = constant(call, new Float64Array(sizeOf(x.shape)), x.shape, x.type);
    const value = (each: Value) => {
      const callable = !['number', 'array'].includes(each.kind);
      const found = callable ? callFunction(call.machine, each, [x], new Map(), call.place) : each;
      const array = toTrueArray(call.machine, found, call.place);
      if (array === null)
        return call.raise('TypeError', `${call.name}() needs functions of numbers`);
      return spreadTo(call, cast(call, read(call, array), x.type), x.shape);
    };
    if (functions.length === conditions.length + 1) entry = value(functions[conditions.length]);
    for (const [at, condition] of conditions.entries()) {
      const holds = toTrueArray(call.machine, condition, call.place);
      if (holds === null) return call.raise('TypeError', `${call.name}() needs conditions`);
      entry = choose(call, read(call, holds), value(functions[at]), entry);
    }
    return call.give(entry);
  },
  flatIndex: (call) => {
    const shape = call.shape(call.value('shape'));
    const given = items(call.machine, call.value('indices'), call.place);
    const arrays = arraysOf(call, tuple(given)).map((array) => read(call, array));
    const extent = (axis: number) => constant(call, [shape[axis]], [], 'int');
    return call.give(
      arrays.reduce((found, index, axis) => {
        const raised = call.apply('multiply', [found, extent(axis)], null);
        return call.apply('add', [raised, index], null);
      }),
    );
  },
};

function flattened(call: LibraryCall, array: ArrayValue): ArrayValue {
  return call.give(reshape(call, read(call, array), [sizeOf(array.shape)]));
}

function pinnedIntegers(call: LibraryCall, entry: EntryId): number[] {
  if (typeOf(call, entry) === 'float')
    call.raise('TypeError', `${call.name}() needs integers as places`);
  call.machine.graph.pin(entry, call.place);
  return Array.from(call.machine.graph.value(entry));
}

function putWhere(call: LibraryCall, source: (k: number, place: number) => number): Value {
  const array = call.array('a');
  const places = truePlaces(call, 'mask');
  const positions = positionsOf(array);
  const values = call.entry('values');
  const flat = reshape(call, values, [sizeOf(call.shapeOf(values))]);
  const count = call.shapeOf(flat)[0];
  const sources = places.map((place, k) => source(k, place) % count);
  const chosen = call.give(pickAxis(call, flat, 0, sources));
  const at = Int32Array.from(places, (place) => positions[place]);
  writeValue(call.machine, array, at, [at.length], chosen, call.place);
  return none;
}

function truePlaces(call: LibraryCall, name: string): number[] {
  const truths = cast(call, call.entry(name), 'bool');
  call.machine.graph.pin(truths, call.place);
  return Array.from(call.machine.graph.value(truths)).flatMap((value, at) =>
    value === 0 ? [] : [at],
  );
}

function shapeOfAll(call: LibraryCall, entries: readonly EntryId[]): readonly number[] {
  const sum = entries.reduce((a, b) => call.apply('equal', [a, b], null));
  return call.shapeOf(sum);
}

function depthOf(value: Value): number {
  return value.kind === 'list' ? 1 + Math.max(0, ...value.items.map(depthOf)) : 0;
}

function blocks(call: LibraryCall, value: Value, level: number, depth: number): EntryId {
  if (value.kind !== 'list') {
    const array = toTrueArray(call.machine, value, call.place);
    if (array === null) return call.raise('TypeError', `${call.name}() needs arrays`);
    const missing = Math.max(0, depth - array.shape.length);
    return reshape(call, read(call, array), [
      ...new Array<number>(missing).fill(1),
      ...array.shape,
    ]);
  }
  const parts = value.items.map((item) => blocks(call, item, level + 1, depth));
  const type = parts.map((part) => typeOf(call, part)).reduce(widerType);
  const axis = call.shapeOf(parts[0]).length - 1 - (depth - level);
  const fits = parts.every((part) =>
    call
      .shapeOf(part)
      .every((extent, each) => each === axis || extent === call.shapeOf(parts[0])[each]),
  );
  if (!fits) call.raise('ValueError', `${call.name}(): the blocks do not fit together`);
  return call.apply(
    'concatenate',
    parts.map((part) => cast(call, part, type)),
    { axis },
  );
}

/** Sorted, each value once. */
function distinct(call: LibraryCall, entry: EntryId): EntryId {
  const { graph } = call.machine;
  graph.pin(entry, call.place);
  const values = graph.value(entry);
  const order = range(0, values.length).sort((a, b) => values[a] - values[b] || a - b);
  const places = order.filter((at, k) => k === 0 || values[at] !== values[order[k - 1]]);
  return pickAxis(call, entry, 0, places);
}

/** The elements of the first set that are, or are not, in the second. */
function kept(call: LibraryCall, shared: boolean): EntryId {
  const [a, b] = ['a', 'b'].map((name) => read(call, flattened(call, call.array(name))));
  const { graph } = call.machine;
  graph.pin(b, call.place);
  const among = new Set(graph.value(b));
  const places = Array.from(graph.value(a)).flatMap((value, at) =>
    among.has(value) === shared ? [at] : [],
  );
  return pickAxis(call, a, 0, places);
}
