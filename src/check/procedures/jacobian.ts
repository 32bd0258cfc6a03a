/**
 * Whole Jacobians among written gradients: output by input, or transposed, for one array
 * or for several numbers; and their weighted sum, in the shape of the input.
 */
import { sameShape, sizeOf } from '../../engine/shape';
import type { Input } from '../experiment';
import type { ReadGradient } from '../written';

type Shape = readonly number[];

export interface JacobianRead {
  /** For each input its Jacobian, output by input, flat. */
  readonly parts: readonly ReadGradient[];
  readonly transposed: boolean;
}

/**
 * What was read as a Jacobian of an output of shape `output`; null when its shape is that of
 * no Jacobian. Where both layouts fit, `transposed` chooses.
 */
export function readJacobian(
  read: ReadGradient,
  output: Shape,
  inputs: readonly Input[],
  transposed: boolean,
): JacobianRead | null {
  if (output.length === 0) return null;
  const scalars = inputs.length > 1 && inputs.every((input) => input.shape.length === 0);
  const own = scalars ? [inputs.length] : inputs[read.input].shape;
  const rows = sameShape(read.shape, [...output, ...own]);
  const columns = sameShape(read.shape, [...own, ...output]);
  if (!rows && !columns) return null;
  const turned = columns && (transposed || !rows);
  const data = turned ? transpose(read.data, sizeOf(own), sizeOf(output)) : read.data;
  if (!scalars) return { parts: [{ ...read, data }], transposed: turned };
  const width = inputs.length;
  const parts = inputs.map((_, input) => ({
    input,
    data: Float64Array.from({ length: sizeOf(output) }, (_each, row) => data[row * width + input]),
    shape: output,
  }));
  return { parts, transposed: turned };
}

function transpose(data: Float64Array, rows: number, columns: number): Float64Array {
  return data.map((_, at) => data[(at % rows) * columns + Math.floor(at / rows)]);
}

/** The weighted sum of a Jacobian's rows, in the shape of the input. */
export function contract(read: ReadGradient, cotangent: Float64Array, shape: Shape): ReadGradient {
  const size = read.data.length / cotangent.length;
  const data = new Float64Array(size);
  for (const [row, weight] of cotangent.entries()) {
    if (weight === 0) continue;
    for (let at = 0; at < size; at++) data[at] += weight * read.data[row * size + at];
  }
  return { ...read, data, shape };
}
