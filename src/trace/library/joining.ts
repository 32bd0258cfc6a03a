/** Putting arrays together and taking them apart. */
import { sameShape, showShape, sizeOf } from '../../engine/shape';
import { view } from '../arrays';
import type { LibraryCall } from '../library-call';
import { type ArrayValue, list, type Value } from '../values';
import { arraysOf, commonEntries, type Functions, read, reshape, sliceView } from './shared';

export const joining: Functions = {
  concatenate: (call) => {
    const arrays = arraysOf(call, call.value('arrays'));
    if (call.optional('axis') !== null) return join(call, arrays, call.value('axis'));
    return join(
      call,
      arrays.map((array) => flat(call, array)),
      null,
    );
  },
  stack: (call) => {
    const arrays = arraysOf(call, call.value('arrays'));
    const [first] = arrays;
    if (first === undefined)
      return call.raise('ValueError', `${call.name}() needs at least one array`);
    if (arrays.some((array) => !sameShape(array.shape, first.shape))) {
      call.raise(
        'ValueError',
        `${call.name}() needs arrays of equal shape, not ${shapesOf(arrays)}`,
      );
    }
    const axis = call.axis(call.value('axis'), first.shape.length + 1);
    const spread = arrays.map((array) => {
      const shape = array.shape.toSpliced(axis, 0, 1);
      return view(array, array.offset, array.strides.toSpliced(axis, 0, 0), shape, call.place);
    });
    return joinAlong(call, spread, axis);
  },
  hstack: (call) => {
    const arrays = arraysOf(call, call.value('arrays')).map((array) => raised(call, array, 1));
    return joinAlong(call, arrays, arrays[0]?.shape.length === 1 ? 0 : 1);
  },
  vstack: (call) =>
    joinAlong(
      call,
      arraysOf(call, call.value('arrays')).map((array) => raised(call, array, 2)),
      0,
    ),
  dstack: (call) =>
    joinAlong(
      call,
      arraysOf(call, call.value('arrays')).map((array) => {
        const flatRows = raised(call, array, 2);
        if (flatRows.shape.length > 2) return flatRows;
        return call.give(reshape(call, read(call, flatRows), [...flatRows.shape, 1]));
      }),
      2,
    ),
  columnStack: (call) =>
    joinAlong(
      call,
      arraysOf(call, call.value('arrays')).map((array) => {
        if (array.shape.length > 1) return array;
        return call.give(reshape(call, read(call, array), [sizeOf(array.shape), 1]));
      }),
      1,
    ),
  append: (call) => {
    const arrays = [call.array('a'), call.array('values')];
    if (call.optional('axis') !== null) return join(call, arrays, call.value('axis'));
    return join(
      call,
      arrays.map((array) => flat(call, array)),
      null,
    );
  },
  split: (call) => split(call, call.axis(call.value('axis'), call.array('a').shape.length), false),
  arraySplit: (call) =>
    split(call, call.axis(call.value('axis'), call.array('a').shape.length), true),
  hsplit: (call) => split(call, call.array('a').shape.length > 1 ? 1 : 0, false),
  vsplit: (call) => split(call, 0, false),
  dsplit: (call) => split(call, 2, false),
};

function flat(call: LibraryCall, array: ArrayValue): ArrayValue {
  return call.give(reshape(call, read(call, array), [sizeOf(array.shape)]));
}

/** At least this many axes; new ones come first. */
function raised(call: LibraryCall, array: ArrayValue, rank: number): ArrayValue {
  const missing = rank - array.shape.length;
  if (missing <= 0) return array;
  const shape = [...new Array<number>(missing).fill(1), ...array.shape];
  return call.give(reshape(call, read(call, array), shape));
}

function shapesOf(arrays: readonly ArrayValue[]): string {
  return arrays
    .slice(0, 6)
    .map((array) => showShape(array.shape))
    .join(', ');
}

function join(call: LibraryCall, arrays: readonly ArrayValue[], axis: Value | null): ArrayValue {
  const rank = arrays[0]?.shape.length ?? 1;
  if (rank === 0)
    call.raise('ValueError', `${call.name}(): numbers without dimensions cannot be joined`);
  return joinAlong(call, arrays, axis === null ? 0 : call.axis(axis, rank));
}

function joinAlong(call: LibraryCall, arrays: readonly ArrayValue[], axis: number): ArrayValue {
  const [first] = arrays;
  if (first === undefined)
    return call.raise('ValueError', `${call.name}() needs at least one array`);
  const fits = (array: ArrayValue) =>
    array.shape.length === first.shape.length &&
    array.shape.every((extent, each) => each === axis || extent === first.shape[each]);
  if (axis >= first.shape.length || !arrays.every(fits)) {
    call.raise(
      'ValueError',
      `${call.name}(): the shapes ${shapesOf(arrays)} must be equal but for axis ${axis}`,
    );
  }
  return call.give(call.apply('concatenate', commonEntries(call, arrays), { axis }));
}

/** Parts along an axis, as views: a number of equal parts, or the places where to cut. */
function split(call: LibraryCall, axis: number, uneven: boolean): Value {
  const array = call.array('a');
  const extent = array.shape[axis];
  const given = call.value('sections');
  const cuts: number[] = [];
  if (given.kind === 'number' || (given.kind === 'array' && given.shape.length === 0)) {
    const count = call.integer('sections');
    if (count < 1) call.raise('ValueError', `${call.name}() needs at least one part`);
    if (!uneven && extent % count !== 0) {
      call.raise(
        'ValueError',
        `${call.name}(): ${extent} does not divide into ${count} equal parts`,
      );
    }
    const [size, larger] = [Math.floor(extent / count), extent % count];
    for (let part = 1; part < count; part++) cuts.push(part * size + Math.min(part, larger));
  } else {
    for (const cut of call.shape(given))
      cuts.push(cut < 0 ? Math.max(0, cut + extent) : Math.min(cut, extent));
  }
  const starts = [0, ...cuts];
  const ends = [...cuts, extent];
  return list(
    starts.map((start, part) =>
      sliceView(call, array, axis, start, Math.max(0, ends[part] - start)),
    ),
  );
}
