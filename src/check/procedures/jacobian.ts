/**
 * Whole Jacobians among written gradients: output by input, transposed, in bands or one for
 * each point, for one array or for several numbers; and their weighted sum, in the shape of the input.
 */
import { sameShape, sizeOf } from '../../engine/shape';
import type { Input } from '../experiment';
import type { ReadGradient } from '../written';

type Shape = readonly number[];

export interface JacobianRead {
  /** For each input its Jacobian, output by input, flat. */
  readonly parts: readonly ReadGradient[];
  /** The layout, where it is not output by input. */
  readonly layout: 'transposed' | 'banded' | 'points' | null;
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
  if (!rows && !columns) {
    const dense = unbanded(read, output, own);
    return dense === null || scalars ? null : { parts: [dense], layout: 'banded' };
  }
  const turned = columns && (transposed || !rows);
  const data = turned ? transpose(read.data, sizeOf(own), sizeOf(output)) : read.data;
  const layout = turned ? 'transposed' : null;
  if (!scalars) return { parts: [{ ...read, data }], layout };
  const width = inputs.length;
  const parts = inputs.map((_, input) => ({
    input,
    data: Float64Array.from({ length: sizeOf(output) }, (_each, row) => data[row * width + input]),
    shape: output,
  }));
  return { parts, layout };
}

/**
 * The square Jacobian whose diagonals stand in the rows of a narrow array, as banded solvers take
 * them: entry (i, j) in row u + i - j, with as many diagonals above as below; null for anything else.
 */
function unbanded(read: ReadGradient, output: Shape, own: Shape): ReadGradient | null {
  const [bands, size] = read.shape;
  const square = output.length === 1 && own.length === 1 && output[0] === own[0];
  if (!square || read.shape.length !== 2 || size !== own[0]) return null;
  if (bands % 2 === 0 || bands < 3 || bands >= 2 * size) return null;
  const above = (bands - 1) / 2;
  const data = new Float64Array(size * size);
  for (let band = 0; band < bands; band++) {
    for (let column = 0; column < size; column++) {
      const row = band - above + column;
      if (row >= 0 && row < size) data[row * size + column] = read.data[band * size + column];
    }
  }
  return { ...read, data, shape: [size, size] };
}

/**
 * Whether one of them is a Jacobian for each point, points last: n by n by m beside n numbers at m
 * points, which no other input has.
 */
function areOfPoints(found: readonly ReadGradient[], output: Shape, inputs: readonly Input[]) {
  const [n, m] = output;
  const alike = inputs.filter(({ shape }) => sameShape(shape, output));
  return (
    output.length === 2 &&
    alike.length === 1 &&
    found.some(({ input, shape }) => inputs[input] === alike[0] && sameShape(shape, [n, n, m]))
  );
}

/**
 * Jacobians at m points, [n, k, m], of n numbers at each point in k numbers at the same point, or in k
 * numbers for all of them, as solvers of boundary value problems take them; null for anything else.
 */
function atPoints(read: ReadGradient, [n, m]: Shape, own: Shape): ReadGradient | null {
  const [k = 1] = own;
  const each = own.length === 2;
  if (!sameShape(read.shape, [n, k, m]) || own.length > 2 || (each && own[1] !== m)) return null;
  const data = new Float64Array(n * m * sizeOf(own));
  for (const [at, value] of read.data.entries()) {
    const point = at % m;
    const column = Math.floor(at / m) % k;
    const row = Math.floor(at / (k * m)) * m + point;
    data[row * sizeOf(own) + (each ? column * m + point : column)] = value;
  }
  return { ...read, data };
}

function transpose(data: Float64Array, rows: number, columns: number): Float64Array {
  return data.map((_, at) => data[(at % rows) * columns + Math.floor(at / rows)]);
}

/** What was read, with whole Jacobians among it as the weighted sums of their rows; `layouts` as `readJacobian` tells them. */
export function contractAll(
  found: readonly ReadGradient[],
  output: Shape,
  inputs: readonly Input[],
  cotangent: Float64Array,
  transposed: boolean,
): {
  readonly written: readonly ReadGradient[];
  readonly jacobian: boolean;
  readonly layouts: readonly NonNullable<JacobianRead['layout']>[];
} {
  const ofPoints = areOfPoints(found, output, inputs);
  const read = found.map((each) => {
    const points = ofPoints ? atPoints(each, output, inputs[each.input].shape) : null;
    const whole: JacobianRead | null =
      points === null
        ? readJacobian(each, output, inputs, transposed)
        : { parts: [points], layout: 'points' };
    return { each, whole };
  });
  return {
    written: read.flatMap(
      ({ each, whole }) =>
        whole?.parts.map((part) => contract(part, cotangent, inputs[part.input].shape)) ?? [each],
    ),
    jacobian: read.some(({ whole }) => whole !== null),
    layouts: read.flatMap(({ whole }) => whole?.layout ?? []),
  };
}

/** The weighted sum of a Jacobian's rows, in the shape of the input. */
function contract(read: ReadGradient, cotangent: Float64Array, shape: Shape): ReadGradient {
  const size = read.data.length / cotangent.length;
  const data = new Float64Array(size);
  for (const [row, weight] of cotangent.entries()) {
    if (weight === 0) continue;
    for (let at = 0; at < size; at++) data[at] += weight * read.data[row * size + at];
  }
  return { ...read, data, shape };
}
