/** Vector and matrix norms. */
import type { EntryId } from '../../engine/graph';
import { sizeOf } from '../../engine/shape';
import type { LibraryCall } from '../library-call';
import { int } from '../values';
import { algebra } from './algebra';
import { singularValues } from './decompositions';
import { cast, type Functions, pair, pickAxis, reshape, scalar } from './shared';
import { identity, matrixOf, solve, squareMatrix } from './solving';

export const norms: Functions = {
  norm: (call) => call.give(norm(call, call.entry('x'))),
  vectorNorm: (call) => call.give(vectorNorm(call)),
  condition: (call) => {
    const a = matrixOf(call, 'x');
    const order = call.optional('ord');
    const two = order === null || (order.kind === 'number' && Math.abs(order.value) === 2);
    const m = algebra(call);
    if (two) {
      const values = singularValues(call, a);
      const axis = call.shapeOf(values).length - 1;
      const pick = (at: number) =>
        reshape(call, pickAxis(call, values, axis, [at]), call.shapeOf(values).slice(0, -1));
      const [high, low] = [pick(0), pick(call.shapeOf(values)[axis] - 1)];
      const turned = order?.kind === 'number' && order.value < 0;
      return call.give(turned ? m.over(low, high) : m.over(high, low));
    }
    const inverse = solve(
      call,
      squareMatrix(call, 'x'),
      identity(call, call.shapeOf(a).at(-1) ?? 0),
    );
    return call.give(m.product(norm(call, a), norm(call, inverse)));
  },
  matrixNorm: (call) => {
    const x = cast(call, call.entry('x'), 'float');
    const rank = call.shapeOf(x).length;
    return call.give(matrix(call, x, [rank - 2, rank - 1], call.flag('keepdims')));
  },
};

/** Of all elements, or along one axis. */
function vectorNorm(call: LibraryCall): EntryId {
  const x = cast(call, call.entry('x'), 'float');
  const axis = call.optional('axis');
  if (axis !== null) {
    return vector(call, x, call.axis(axis, call.shapeOf(x).length), call.flag('keepdims'));
  }
  const shape = call.shapeOf(x);
  const found = vector(call, reshape(call, x, [sizeOf(shape)]), 0, false);
  return kept(call, found, shape, call.axes('axis', shape.length));
}

/** The norm that `ord`, `axis` and `keepdims` of a call ask for, where it has them. */
function norm(call: LibraryCall, x: EntryId): EntryId {
  const given = cast(call, x, 'float');
  const shape = call.shapeOf(given);
  const order = call.optional('ord');
  const everything = call.optional('axis') === null;
  if (everything && order === null) {
    const flat = reshape(call, given, [sizeOf(shape)]);
    return kept(call, euclidean(call, flat, [0], false), shape, call.axes('axis', shape.length));
  }
  const axes = normAxes(call, shape.length);
  if (axes.length > 2) {
    call.raise('ValueError', `${call.name}() takes vectors or matrices: name one or two axes`);
  }
  const keep = call.flag('keepdims');
  if (order === null) return euclidean(call, given, axes, keep);
  if (axes.length === 1) return vector(call, given, axes[0], keep);
  if (axes.length === 0) call.raise('ValueError', `${call.name}() takes vectors or matrices`);
  return matrix(call, given, axes, keep);
}

/** The axes of a norm: numpy cuts a single one to a whole number, and asks no more of it. */
function normAxes(call: LibraryCall, rank: number): number[] {
  const axis = call.optional('axis');
  const isCut = axis?.kind === 'number' && axis.type === 'float';
  return isCut ? [call.axis(int(Math.trunc(axis.value)), rank)] : call.axes('axis', rank);
}

/** The shape of a full reduction, with its axes kept at 1 where keepdims asks for it. */
function kept(
  call: LibraryCall,
  entry: EntryId,
  shape: readonly number[],
  axes: number[],
): EntryId {
  if (!call.flag('keepdims')) return entry;
  return reshape(
    call,
    entry,
    shape.map((extent, axis) => (axes.includes(axis) ? 1 : extent)),
  );
}

function euclidean(
  call: LibraryCall,
  x: EntryId,
  axes: number[],
  keepDimensions: boolean,
): EntryId {
  const squares = call.apply('multiply', [x, x], null);
  return call.apply('sqrt', [call.apply('sum', [squares], { axes, keepDimensions })], null);
}

function vector(call: LibraryCall, x: EntryId, axis: number, keepDimensions: boolean): EntryId {
  const order = orderOf(call);
  const reduction = { axes: [axis], keepDimensions };
  if (order === 2) return euclidean(call, x, [axis], keepDimensions);
  const sizes = call.apply('abs', [x], null);
  if (order === Infinity) return call.apply('max', [sizes], reduction);
  if (order === -Infinity) return call.apply('min', [sizes], reduction);
  if (order === 1) return call.apply('sum', [sizes], reduction);
  if (order === 0) {
    const present = call.apply('notEqual', [x, scalar(call, 0)], null);
    return cast(call, call.apply('sum', [present], reduction), 'float');
  }
  if (typeof order === 'string') {
    return call.raise('ValueError', `${call.name}(): the order '${order}' is for matrices`);
  }
  const power = call.entry('ord');
  const sum = call.apply('sum', [pair(call, 'power', sizes, power)], reduction);
  return pair(call, 'power', sum, call.apply('divide', [scalar(call, 1), power], null));
}

function matrix(call: LibraryCall, x: EntryId, sorted: number[], keepDimensions: boolean): EntryId {
  const order = orderOf(call);
  if (order === 'fro') return euclidean(call, x, sorted, keepDimensions);
  if (order === 2 || order === -2 || order === 'nuc') {
    return spectral(call, x, sorted, order, keepDimensions);
  }
  if (order !== 1 && order !== -1 && order !== Infinity && order !== -Infinity) {
    call.raise('ValueError', `${call.name}(): this order is not a matrix norm`);
  }
  // The axes may be named in either order: rows come first.
  const given = call.values.has('axis') ? call.optional('axis') : null;
  const named = given?.kind === 'tuple' || given?.kind === 'list' ? given.items : null;
  const rank = call.shapeOf(x).length;
  const [row, column] = named?.map((each) => call.axis(each, rank)) ?? sorted;
  const [inner, outer] = order === 1 || order === -1 ? [row, column] : [column, row];
  const sizes = call.apply('abs', [x], null);
  const sums = call.apply('sum', [sizes], { axes: [inner], keepDimensions: true });
  const pick = order === 1 || order === Infinity ? 'max' : 'min';
  const found = call.apply(pick, [sums], { axes: [outer], keepDimensions: true });
  if (keepDimensions) return found;
  const shape = call.shapeOf(found).filter((_, axis) => axis !== row && axis !== column);
  return reshape(call, found, shape);
}

/** The largest, the smallest or the sum of the singular values over two axes. */
function spectral(
  call: LibraryCall,
  x: EntryId,
  sorted: number[],
  order: 2 | -2 | 'nuc',
  keepDimensions: boolean,
): EntryId {
  const shape = call.shapeOf(x);
  const others = shape.map((_, axis) => axis).filter((axis) => !sorted.includes(axis));
  const turned = call.apply('transpose', [x], { axes: [...others, ...sorted] });
  const reduction = { axes: [others.length], keepDimensions: false };
  const op = order === 'nuc' ? 'sum' : order === 2 ? 'max' : 'min';
  const found = call.apply(op, [singularValues(call, turned)], reduction);
  if (!keepDimensions) return found;
  return reshape(
    call,
    found,
    shape.map((extent, axis) => (sorted.includes(axis) ? 1 : extent)),
  );
}

function orderOf(call: LibraryCall): number | string {
  const order = call.value('ord');
  if (order.kind === 'text') return order.value;
  const number = call.numeric('ord');
  if (number.kind === 'number') {
    call.machine.pin(number.entry, call.place);
    return number.value;
  }
  return call.machine.graph.number(call.entry('ord'));
}
