/** Matrix products of stacks of matrices. */
import { add, sumTo } from '../build';
import type { Entry, EntryId, Graph } from '../graph';
import type { OpTable } from '../op';
import { broadcastStrides, matmulShape, showShape, stridedPositions } from '../shape';
import { promote } from './elementwise';

export const products: Pick<OpTable, 'matmul'> = {
  matmul: {
    differentiable: true,
    outline: ([a, b]) => {
      const shape = matmulShape(a.shape, b.shape);
      if (shape === null) {
        throw new Error(`matmul: ${showShape(a.shape)} and ${showShape(b.shape)} do not fit`);
      }
      return { shape, type: promote(a.type, b.type) };
    },
    compute: (v, entry, [a, b]) => {
      const rows = a.shape[a.shape.length - 2];
      const inner = a.shape[a.shape.length - 1];
      const columns = b.shape[b.shape.length - 1];
      const stack = entry.shape.slice(0, -2);
      const startsA = stackPositions(a, stack);
      const startsB = stackPositions(b, stack);
      for (let which = 0; which < startsA.length; which++) {
        product(
          v,
          entry.offset + which * rows * columns,
          a.offset + startsA[which] * rows * inner,
          b.offset + startsB[which] * inner * columns,
          rows,
          inner,
          columns,
        );
      }
      if (entry.type === 'bool') {
        for (let i = 0; i < entry.size; i++) v[entry.offset + i] = v[entry.offset + i] && 1;
      }
    },
    reverse: (graph, entry, adjoint, _none, needed) => {
      const [a, b] = entry.inputs;
      const into = (product: EntryId, input: EntryId) =>
        sumTo(graph, product, graph.entry(input).shape);
      return [
        needed[0] ? into(matmul(graph, adjoint, transposed(graph, b)), a) : null,
        needed[1] ? into(matmul(graph, transposed(graph, a), adjoint), b) : null,
      ];
    },
    forward: (graph, entry, [ta, tb]) => {
      const [a, b] = entry.inputs;
      const left = ta === null ? null : matmul(graph, ta, b);
      const right = tb === null ? null : matmul(graph, a, tb);
      if (left === null) return right;
      return right === null ? left : add(graph, left, right);
    },
  },
};

/** Row by row of b, so that memory is read in order. */
function product(
  v: Float64Array,
  out: number,
  a: number,
  b: number,
  rows: number,
  inner: number,
  columns: number,
): void {
  for (let row = 0; row < rows; row++) {
    const start = out + row * columns;
    v.fill(0, start, start + columns);
    for (let k = 0; k < inner; k++) {
      const factor = v[a + row * inner + k];
      const from = b + k * columns;
      for (let column = 0; column < columns; column++) {
        v[start + column] += factor * v[from + column];
      }
    }
  }
}

const alone = [0];

/** Which matrix of an operand's stack each matrix of the result uses. */
function stackPositions(operand: Entry, stack: readonly number[]): ArrayLike<number> {
  if (stack.length === 0) return alone;
  return stridedPositions(stack, broadcastStrides(operand.shape.slice(0, -2), stack));
}

function matmul(graph: Graph, a: EntryId, b: EntryId): EntryId {
  return graph.apply('matmul', [a, b], null);
}

/** With the last two axes swapped. */
function transposed(graph: Graph, id: EntryId): EntryId {
  const axes = graph.entry(id).shape.map((_, axis) => axis);
  axes.push(axes.pop()!, axes.pop()!);
  return graph.apply('transpose', [id], { axes });
}
