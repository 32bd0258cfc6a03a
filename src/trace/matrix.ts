/** Matrix products by numpy's rules: rows, columns and stacks of matrices. */
import type { Place } from '../engine/graph';
import { matmulShape } from '../engine/shape';
import { arrayOf, readArray } from './arrays';
import type { Machine } from './machine';
import { misfit } from './operate';
import type { ArrayValue, NumberValue, Value } from './values';

/** `left @ right`; raises ValueError for shapes that do not fit. */
export function matmul(
  machine: Machine,
  left: NumberValue | ArrayValue,
  right: NumberValue | ArrayValue,
  place: Place,
): Value {
  if (left.kind !== 'array' || right.kind !== 'array') {
    return machine.raise('ValueError', 'both operands of @ must be arrays', place);
  }
  const product = matmulArrays(machine, left, right, place);
  return product ?? misfit(machine, left, right, '@', place);
}

/** numpy's matmul: 1-d operands count as a row and a column; null when the shapes do not fit. */
export function matmulArrays(
  machine: Machine,
  left: ArrayValue,
  right: ArrayValue,
  place: Place,
): ArrayValue | null {
  const { graph } = machine;
  if (left.shape.length === 0 || right.shape.length === 0) return null;
  let a = readArray(graph, left, place);
  let b = readArray(graph, right, place);
  const flatLeft = left.shape.length === 1;
  const flatRight = right.shape.length === 1;
  const leftShape = flatLeft ? [1, left.shape[0]] : left.shape;
  const rightShape = flatRight ? [right.shape[0], 1] : right.shape;
  if (matmulShape(leftShape, rightShape) === null) return null;
  if (flatLeft) a = graph.apply('reshape', [a], { shape: leftShape }, place);
  if (flatRight) b = graph.apply('reshape', [b], { shape: rightShape }, place);
  let product = graph.apply('matmul', [a, b], null, place);
  if (flatLeft || flatRight) {
    const shape = [...graph.entry(product).shape];
    if (flatRight) shape.pop();
    if (flatLeft) shape.splice(flatRight ? shape.length - 1 : shape.length - 2, 1);
    product = graph.apply('reshape', [product], { shape }, place);
  }
  return arrayOf(graph, product, place);
}
