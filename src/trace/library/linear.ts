/** Products of vectors, matrices and tensors. */
import type { EntryId } from '../../engine/graph';
import { sizeOf } from '../../engine/shape';
import type { LibraryCall } from '../library-call';
import { matmulArrays } from '../matrix';
import { misfit } from '../operate';
import type { ArrayValue, Value } from '../values';
import { axisList } from './shapes';
import { type Functions, finish, pair, pickAxis, read, reshape, spreadTo } from './shared';

export const linear: Functions = {
  dot: (call) => finish(call, dot(call, call.array('a'), call.array('b'))),
  matmul: (call) => {
    const [a, b] = [call.array('a'), call.array('b')];
    if (a.shape.length === 0 || b.shape.length === 0) {
      call.raise(
        'ValueError',
        `${call.name}() takes arrays of at least one dimension: use * for numbers`,
      );
    }
    const product = matmulArrays(call.machine, a, b, call.place);
    return finish(
      call,
      read(call, product ?? misfit(call.machine, a, b, `${call.name}()`, call.place)),
    );
  },
  /** Both flattened. */
  vdot: (call) => {
    const [a, b] = [call.array('a'), call.array('b')].map((array) =>
      call.give(reshape(call, read(call, array), [sizeOf(array.shape)])),
    );
    return call.give(dot(call, a, b));
  },
  inner: (call) => {
    const [a, b] = [call.array('a'), call.array('b')];
    if (a.shape.length === 0 || b.shape.length === 0) return call.give(product(call, a, b));
    const last = [a.shape.length - 1];
    return call.give(contract(call, a, b, last, [b.shape.length - 1]));
  },
  outer: (call) => {
    const a = call.array('a');
    const b = call.array('b');
    const column = reshape(call, read(call, a), [sizeOf(a.shape), 1]);
    const row = reshape(call, read(call, b), [1, sizeOf(b.shape)]);
    return finish(call, call.apply('multiply', [column, row], null));
  },
  tensordot: (call) => {
    const [a, b] = [call.array('a'), call.array('b')];
    const given = call.value('axes');
    if (given.kind === 'tuple' || given.kind === 'list') {
      if (given.items.length !== 2)
        call.raise('ValueError', `${call.name}(): axes is a number or a pair`);
      const [forA, forB] = given.items;
      const axesA = axisList(call, forA, a.shape.length);
      return call.give(contract(call, a, b, axesA, axisList(call, forB, b.shape.length)));
    }
    const count = call.integer('axes');
    if (count > Math.min(a.shape.length, b.shape.length)) {
      call.raise('ValueError', `${call.name}(): the arrays have fewer than ${count} dimensions`);
    }
    const axes = Array.from({ length: count }, (_, k) => k);
    return call.give(
      contract(
        call,
        a,
        b,
        axes.map((k) => a.shape.length - count + k),
        axes,
      ),
    );
  },
  kron: (call) => {
    const [a, b] = [call.array('a'), call.array('b')];
    const rank = Math.max(a.shape.length, b.shape.length);
    const full = (array: ArrayValue) => [
      ...new Array<number>(rank - array.shape.length).fill(1),
      ...array.shape,
    ];
    const [left, right] = [full(a), full(b)];
    const spreadA = reshape(
      call,
      read(call, a),
      left.flatMap((extent) => [extent, 1]),
    );
    const spreadB = reshape(
      call,
      read(call, b),
      right.flatMap((extent) => [1, extent]),
    );
    const blocks = call.apply('multiply', [spreadA, spreadB], null);
    return call.give(
      reshape(
        call,
        blocks,
        left.map((extent, axis) => extent * right[axis]),
      ),
    );
  },
  cross,
};

function product(call: LibraryCall, a: ArrayValue, b: ArrayValue): EntryId {
  return pair(call, 'multiply', read(call, a), read(call, b));
}

function dot(call: LibraryCall, a: ArrayValue, b: ArrayValue): EntryId {
  if (a.shape.length === 0 || b.shape.length === 0) return product(call, a, b);
  if (a.shape.length <= 2 && b.shape.length <= 2) {
    const found = matmulArrays(call.machine, a, b, call.place);
    return read(call, found ?? misfit(call.machine, a, b, `${call.name}()`, call.place));
  }
  return contract(call, a, b, [a.shape.length - 1], [Math.max(0, b.shape.length - 2)]);
}

/** The sum over paired axes; the free axes of a come first, then those of b. */
function contract(
  call: LibraryCall,
  a: ArrayValue,
  b: ArrayValue,
  axesA: readonly number[],
  axesB: readonly number[],
): EntryId {
  const fits =
    axesA.length === axesB.length &&
    axesA.every((axis, at) => a.shape[axis] === b.shape[axesB[at]]);
  if (!fits) misfit(call.machine, a, b, `${call.name}()`, call.place);
  const free = (array: ArrayValue, axes: readonly number[]) =>
    array.shape.map((_, axis) => axis).filter((axis) => !axes.includes(axis));
  const [freeA, freeB] = [free(a, axesA), free(b, axesB)];
  const rows = freeA.map((axis) => a.shape[axis]);
  const columns = freeB.map((axis) => b.shape[axis]);
  const shared = sizeOf(axesA.map((axis) => a.shape[axis]));
  const left = reshape(call, turned(call, a, [...freeA, ...axesA]), [sizeOf(rows), shared]);
  const right = reshape(call, turned(call, b, [...axesB, ...freeB]), [shared, sizeOf(columns)]);
  return reshape(call, call.apply('matmul', [left, right], null), [...rows, ...columns]);
}

function turned(call: LibraryCall, array: ArrayValue, axes: readonly number[]): EntryId {
  const entry = read(call, array);
  return axes.every((axis, at) => axis === at) ? entry : call.apply('transpose', [entry], { axes });
}

/** Of vectors of three (or two, whose third part is 0). */
function cross(call: LibraryCall): Value {
  const [a, b] = [crossed(call, 'a'), crossed(call, 'b')];
  const last = (entry: EntryId) => call.shapeOf(entry).length - 1;
  const lengths = [a, b].map((entry) => call.shapeOf(entry).at(-1));
  if (lengths.some((length) => length !== 2 && length !== 3)) {
    call.raise('ValueError', `${call.name}() takes vectors of 2 or 3 along the last axis`);
  }
  const part = (entry: EntryId, at: number) =>
    at < (call.shapeOf(entry).at(-1) ?? 0) ? pickAxis(call, entry, last(entry), [at]) : null;
  const times = (i: number, j: number): EntryId | null => {
    const [left, right] = [part(a, i), part(b, j)];
    return left === null || right === null ? null : pair(call, 'multiply', left, right);
  };
  const minor = (i: number, j: number): EntryId => {
    const [plus, minus] = [times(i, j), times(j, i)];
    if (minus === null)
      return plus ?? call.refuse(`${call.name}() of these vectors is not supported`);
    return plus === null
      ? call.apply('negate', [minus], null)
      : pair(call, 'subtract', plus, minus);
  };
  if (lengths[0] === 2 && lengths[1] === 2) {
    const z = minor(0, 1);
    return call.give(reshape(call, z, call.shapeOf(z).slice(0, -1)));
  }
  const parts = [minor(1, 2), minor(2, 0), minor(0, 1)];
  const shape = call.shapeOf(parts[2]);
  const entries = parts.map((entry) => spreadTo(call, entry, shape));
  const found = call.apply('concatenate', entries, { axis: shape.length - 1 });
  const axis = call.optional('axis');
  if (axis === null) return call.give(found);
  const own = shape.map((_, each) => each).slice(0, -1);
  return call.give(
    call.apply('transpose', [found], {
      axes: own.toSpliced(call.axis(axis, shape.length), 0, shape.length - 1),
    }),
  );
}

/** An operand with its vectors along the last axis. */
function crossed(call: LibraryCall, name: string): EntryId {
  const entry = call.entry(name);
  const rank = call.shapeOf(entry).length;
  const given = call.optional('axis');
  if (given === null || rank < 2) return entry;
  const axis = call.axis(given, rank);
  const axes = call.shapeOf(entry).map((_, each) => each);
  axes.push(...axes.splice(axis, 1));
  return call.apply('transpose', [entry], { axes });
}
