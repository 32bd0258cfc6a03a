/**
 * The product over axes. Its rules multiply in a tree of halves, never divide, so
 * that zeros among the factors (and second derivatives there) come out right.
 */
import { add, chain, multiply, reshape, zeros } from '../build';
import type { EntryId, Graph, Shape } from '../graph';
import type { OpTable } from '../op';
import { sizeOf } from '../shape';
import { countable, outlineOf, reduceWith } from './reductions';

export const prod: Pick<OpTable, 'prod'> = {
  prod: {
    differentiable: true,
    outline: outlineOf(countable),
    compute: reduceWith(1, (v, out, from, count, inner) => {
      const step = inner ? 0 : 1;
      for (let i = 0; i < count; i++) v[out + i * step] *= v[from + i];
    }),
    reverse: (graph, entry, adjoint, { axes }) => {
      const { shape, size } = graph.entry(entry.inputs[0]);
      if (size === 0) return [zeros(graph, shape)];
      const factors = toRows(graph, entry.inputs[0], axes);
      const root = reshape(graph, adjoint, [graph.entry(factors).shape[0], 1]);
      return [fromRows(graph, shareOut(graph, factors, root), shape, axes)];
    },
    forward: (graph, entry, [t], { axes }) => {
      if (t === null || graph.entry(t).size === 0) return null;
      const product = productOfDuals(
        graph,
        toRows(graph, entry.inputs[0], axes),
        toRows(graph, t, axes),
      );
      return reshape(graph, product, entry.shape);
    },
  },
};

/** From the adjoint of each row's product to that of each factor: adjoint × the other factors. */
function shareOut(graph: Graph, factors: EntryId, root: EntryId): EntryId {
  const levels: { left: EntryId; right: EntryId; half: number; odd: boolean }[] = [];
  let current = factors;
  for (let width = graph.entry(current).shape[1]; width > 1; width = Math.ceil(width / 2)) {
    const half = width >> 1;
    const odd = width % 2 === 1;
    const left = columns(graph, current, 0, half);
    const right = columns(graph, current, half, half);
    levels.push({ left, right, half, odd });
    const product = multiply(graph, left, right);
    current = odd ? join(graph, [product, columns(graph, current, 2 * half, 1)]) : product;
  }
  let adjoint = root;
  for (const { left, right, half, odd } of levels.reverse()) {
    const ofPairs = odd ? columns(graph, adjoint, 0, half) : adjoint;
    const parts = [chain(graph, ofPairs, right), chain(graph, ofPairs, left)];
    if (odd) parts.push(columns(graph, adjoint, half, 1));
    adjoint = join(graph, parts);
  }
  return adjoint;
}

/** The tangent of each row's product: (p, t)(q, s) = (pq, ps + tq). */
function productOfDuals(graph: Graph, factors: EntryId, tangents: EntryId): EntryId {
  let value = factors;
  let tangent = tangents;
  for (let width = graph.entry(value).shape[1]; width > 1; width = Math.ceil(width / 2)) {
    const half = width >> 1;
    const part = (id: EntryId, from: number) => columns(graph, id, from, half);
    const moved = add(
      graph,
      chain(graph, part(tangent, half), part(value, 0)),
      chain(graph, part(tangent, 0), part(value, half)),
    );
    const product = multiply(graph, part(value, 0), part(value, half));
    const rest = (id: EntryId) => columns(graph, id, 2 * half, 1);
    tangent = width % 2 === 1 ? join(graph, [moved, rest(tangent)]) : moved;
    value = width % 2 === 1 ? join(graph, [product, rest(value)]) : product;
  }
  return tangent;
}

/** One row for each result, one column for each factor. */
function toRows(graph: Graph, id: EntryId, axes: readonly number[]): EntryId {
  const { shape, size } = graph.entry(id);
  const order = reducedLast(shape, axes);
  const width = sizeOf(axes.map((axis) => shape[axis]));
  const turned = graph.apply('transpose', [id], { axes: order });
  return reshape(graph, turned, [size / width, width]);
}

function fromRows(graph: Graph, rows: EntryId, shape: Shape, axes: readonly number[]): EntryId {
  const order = reducedLast(shape, axes);
  const back = new Array<number>(order.length);
  order.forEach((axis, position) => {
    back[axis] = position;
  });
  const turned = reshape(
    graph,
    rows,
    order.map((axis) => shape[axis]),
  );
  return graph.apply('transpose', [turned], { axes: back });
}

function reducedLast(shape: Shape, axes: readonly number[]): number[] {
  const kept = shape.map((_, axis) => axis).filter((axis) => !axes.includes(axis));
  return [...kept, ...axes];
}

function columns(graph: Graph, id: EntryId, from: number, count: number): EntryId {
  const [rows, width] = graph.entry(id).shape;
  const positions = new Int32Array(rows * count);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < count; column++) {
      positions[row * count + column] = row * width + from + column;
    }
  }
  return graph.apply('gather', [id], { positions, shape: [rows, count] });
}

function join(graph: Graph, parts: readonly EntryId[]): EntryId {
  return graph.apply('concatenate', parts, { axis: 1 });
}
