/**
 * Short names for building with ops inside derivative rules: arithmetic,
 * constants, and the ways to bring a value into another shape.
 */
import type { EntryId, Graph, Shape } from './graph';
import type { OpName, OpParameters } from './op';
import { sameShape, sizeOf } from './shape';

/** The ops without parameters. */
export type PlainOp = {
  [K in OpName]: OpParameters[K] extends null ? K : never;
}[OpName];

export function make(graph: Graph, name: PlainOp, ...inputs: EntryId[]): EntryId {
  return graph.apply(name, inputs, null);
}

export function add(graph: Graph, a: EntryId, b: EntryId): EntryId {
  return graph.apply('add', [a, b], null);
}

export function subtract(graph: Graph, a: EntryId, b: EntryId): EntryId {
  return graph.apply('subtract', [a, b], null);
}

export function multiply(graph: Graph, a: EntryId, b: EntryId): EntryId {
  return graph.apply('multiply', [a, b], null);
}

export function divide(graph: Graph, a: EntryId, b: EntryId): EntryId {
  return graph.apply('divide', [a, b], null);
}

export function negate(graph: Graph, a: EntryId): EntryId {
  return graph.apply('negate', [a], null);
}

/** adjoint × slope, and 0 where the adjoint is 0. */
export function chain(graph: Graph, adjoint: EntryId, slope: EntryId): EntryId {
  return graph.apply('chain', [adjoint, slope], null);
}

export function where(graph: Graph, condition: EntryId, a: EntryId, b: EntryId): EntryId {
  return graph.apply('where', [condition, a, b], null);
}

/** 1 / a. */
export function reciprocal(graph: Graph, a: EntryId): EntryId {
  return divide(graph, scalar(graph, 1), a);
}

export function square(graph: Graph, a: EntryId): EntryId {
  return multiply(graph, a, a);
}

const scalars = new WeakMap<Graph, Map<number, EntryId>>();

/** A constant; equal ones share an entry. */
export function scalar(graph: Graph, value: number): EntryId {
  let known = scalars.get(graph);
  if (known === undefined) scalars.set(graph, (known = new Map()));
  let id = known.get(value);
  if (id === undefined) known.set(value, (id = graph.scalar(value)));
  return id;
}

export function zeros(graph: Graph, shape: Shape): EntryId {
  if (shape.length === 0) return scalar(graph, 0);
  return graph.constant(new Float64Array(sizeOf(shape)), shape);
}

export function ones(graph: Graph, shape: Shape): EntryId {
  if (shape.length === 0) return scalar(graph, 1);
  return graph.constant(new Float64Array(sizeOf(shape)).fill(1), shape);
}

export function reshape(graph: Graph, id: EntryId, shape: Shape): EntryId {
  return sameShape(graph.entry(id).shape, shape) ? id : graph.apply('reshape', [id], { shape });
}

export function broadcastTo(graph: Graph, id: EntryId, shape: Shape): EntryId {
  return sameShape(graph.entry(id).shape, shape) ? id : graph.apply('broadcast', [id], { shape });
}

/** The reverse of broadcasting: sums over the axes along which `shape` was repeated. */
export function sumTo(graph: Graph, id: EntryId, shape: Shape): EntryId {
  const own = graph.entry(id).shape;
  if (sameShape(own, shape)) return id;
  const lead = own.length - shape.length;
  const axes: number[] = [];
  for (let axis = 0; axis < own.length; axis++) {
    if (axis < lead || (shape[axis - lead] === 1 && own[axis] !== 1)) axes.push(axis);
  }
  return reshape(graph, graph.apply('sum', [id], { axes, keepDimensions: false }), shape);
}

/** Everything in order: the way to read a region that is written in place. */
export function gatherAll(graph: Graph, id: EntryId, shape: Shape): EntryId {
  const positions = Int32Array.from({ length: sizeOf(shape) }, (_, position) => position);
  return graph.apply('gather', [id], { positions, shape });
}
