/** What the engine's tests share: a graph without limits, numbers drawn from a seed, closeness. */
import assert from 'node:assert/strict';
import { type EntryId, Graph, type NumberType, type Shape } from '../../src/engine/graph';
import type { OpName, OpParameters } from '../../src/engine/op';
import { sizeOf } from '../../src/engine/shape';

export function newGraph(): Graph {
  return new Graph(1e8, () => {
    throw new Error('The arena is full');
  });
}

/** Numbers in [low, high) from a small generator; equal seeds give equal numbers. */
export function draw(seed: number, count: number, low = -1, high = 1): Float64Array {
  let state = seed >>> 0;
  return Float64Array.from({ length: count }, () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return low + ((high - low) * state) / 2 ** 32;
  });
}

export function drawInput(graph: Graph, seed: number, shape: Shape, low = -1, high = 1): EntryId {
  return graph.input(`x${seed}`, draw(seed, sizeOf(shape), low, high), shape);
}

export interface ArrayData {
  readonly shape: Shape;
  readonly type: NumberType;
  readonly data: readonly (number | string)[];
}

/** Applies an op whose name and parameters come from a table. */
export function applyAny(
  graph: Graph,
  op: OpName,
  inputs: readonly EntryId[],
  parameters: unknown,
): EntryId {
  return graph.apply(op, inputs, parameters as OpParameters[OpName]);
}

/** The sum of the products of two entries of one shape. */
export function innerProduct(graph: Graph, a: EntryId, b: EntryId): EntryId {
  const product = graph.apply('multiply', [a, b], null);
  const axes = graph.entry(product).shape.map((_, axis) => axis);
  return graph.apply('sum', [product], { axes, keepDimensions: false });
}

/** Equal to a relative tolerance, or to an absolute one; NaN equals NaN. */
export function assertClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  relative: number,
  absolute = 0,
  what = '',
): void {
  assert.equal(actual.length, expected.length, what);
  for (let i = 0; i < expected.length; i++) {
    const fits =
      Object.is(actual[i], expected[i]) ||
      actual[i] === expected[i] ||
      Math.abs(actual[i] - expected[i]) <= absolute + relative * Math.abs(expected[i]);
    assert.ok(fits, `${what}[${i}]: ${actual[i]} is not ${expected[i]}`);
  }
}
