/** Eigenvalues and eigenvectors of symmetric matrices, and the pseudo-inverse; of stacks too. */
import { add, chain, divide, make, multiply, reshape, scalar, subtract, where } from '../build';
import { singularPairs, symmetricEigen } from '../eigen';
import type { Entry, EntryId, Graph } from '../graph';
import type { Op, OpTable } from '../op';
import { showShape } from '../shape';

/** Values closer than this, relative to the largest, count as equal. */
const CLOSE = 1e-13;

const tieRule = 'two eigenvalues are equal: their order and their vectors are a matter of choice';

export const spectral: Pick<OpTable, 'eigenvalues' | 'eigenvectors' | 'pseudoInverse'> = {
  /** Ascending, of the symmetric part. */
  eigenvalues: {
    differentiable: true,
    outline: ([a]) => ({ shape: squareShape('eigenvalues', a).slice(0, -1), type: 'float' }),
    compute: (v, entry, [a]) => {
      const n = extentOf(a);
      for (let at = 0; at * n < entry.size; at++) {
        v.set(symmetricEigen(v, a.offset + at * n * n, n).values, entry.offset + at * n);
      }
    },
    reverse: (graph, entry, adjoint) => {
      const vectors = make(graph, 'eigenvectors', entry.inputs[0]);
      const scaled = multiply(graph, vectors, row(graph, adjoint));
      return [matmul(graph, scaled, transposed(graph, vectors))];
    },
    forward: (graph, entry, [t]) => {
      if (t === null) return null;
      const vectors = make(graph, 'eigenvectors', entry.inputs[0]);
      const turned = multiply(graph, vectors, matmul(graph, symmetric(graph, t), vectors));
      const axes = [entry.shape.length - 1];
      return graph.apply('sum', [turned], { axes, keepDimensions: false });
    },
    ties: crowded,
    tieRule,
  },

  /** As columns, in the order of the eigenvalues. */
  eigenvectors: {
    differentiable: true,
    outline: ([a]) => ({ shape: squareShape('eigenvectors', a), type: 'float' }),
    compute: (v, entry, [a]) => {
      const n = extentOf(a);
      for (let at = 0; at * n * n < entry.size; at++) {
        const { vectors } = symmetricEigen(v, a.offset + at * n * n, n);
        v.set(vectors, entry.offset + at * n * n);
      }
    },
    reverse: (graph, entry, adjoint) => {
      const inner = matmul(graph, transposed(graph, entry.id), adjoint);
      const weighted = chain(graph, inner, inverseGaps(graph, entry.inputs[0]));
      const turned = matmul(graph, entry.id, weighted);
      return [symmetric(graph, matmul(graph, turned, transposed(graph, entry.id)))];
    },
    forward: (graph, entry, [t]) => {
      if (t === null) return null;
      const change = matmul(graph, symmetric(graph, t), entry.id);
      const inner = matmul(graph, transposed(graph, entry.id), change);
      return matmul(graph, entry.id, chain(graph, inner, inverseGaps(graph, entry.inputs[0])));
    },
    ties: crowded,
    tieRule,
  },

  pseudoInverse: pseudoInverse(),
};

/** Singular values below `cutoff` times the largest count as 0, and stay there. */
function pseudoInverse(): Op<{ readonly cutoff: number }> {
  return {
    differentiable: true,
    outline: ([a]) => ({
      shape: [...a.shape.slice(0, -2), ...a.shape.slice(-2).reverse()],
      type: 'float',
    }),
    compute: (v, entry, [a], { cutoff }) => {
      const [m, n] = a.shape.slice(-2);
      v.fill(0, entry.offset, entry.offset + entry.size);
      for (let start = 0; start < entry.size; start += m * n) {
        const { values, left, right } = singularPairs(v, a.offset + start, m, n);
        for (const [k, value] of values.entries()) {
          if (!(value > cutoff * values[0]) && !Number.isNaN(value)) continue;
          for (let i = 0; i < n; i++) {
            for (let j = 0; j < m; j++) {
              v[entry.offset + start + i * m + j] += (right(i, k) / value) * left(j, k);
            }
          }
        }
      }
    },
    reverse: (graph, entry, adjoint) => {
      const [a, p] = [entry.inputs[0], entry.id];
      const [q, turned] = [transposed(graph, p), transposed(graph, adjoint)];
      const straight = matmul(graph, q, matmul(graph, adjoint, q));
      const outside = matmul(graph, rest(graph, a, p), matmul(graph, turned, matmul(graph, p, q)));
      const inside = matmul(graph, matmul(graph, q, p), matmul(graph, turned, rest(graph, p, a)));
      return [subtract(graph, add(graph, outside, inside), straight)];
    },
    forward: (graph, entry, [t]) => {
      if (t === null) return null;
      const [a, p] = [entry.inputs[0], entry.id];
      const [q, turned] = [transposed(graph, p), transposed(graph, t)];
      const straight = matmul(graph, p, matmul(graph, t, p));
      const outside = matmul(graph, matmul(graph, p, q), matmul(graph, turned, rest(graph, a, p)));
      const inside = matmul(graph, rest(graph, p, a), matmul(graph, turned, matmul(graph, q, p)));
      return subtract(graph, add(graph, outside, inside), straight);
    },
  };
}

/** The identity minus a·b. */
function rest(graph: Graph, a: EntryId, b: EntryId): EntryId {
  const product = matmul(graph, a, b);
  const n = extentOf(graph.entry(product));
  const data = new Float64Array(n * n);
  for (let i = 0; i < n; i++) data[i * (n + 1)] = 1;
  return subtract(graph, graph.constant(data, [n, n]), product);
}

/** 1/(λj - λi), and 0 where they are equal. */
function inverseGaps(graph: Graph, a: EntryId): EntryId {
  const values = make(graph, 'eigenvalues', a);
  const gaps = subtract(graph, row(graph, values), column(graph, values));
  const equal = make(
    graph,
    'lessEqual',
    make(graph, 'abs', gaps),
    scalar(graph, nearness(graph, values)),
  );
  const safe = where(graph, equal, scalar(graph, 1), gaps);
  return where(graph, equal, scalar(graph, 0), divide(graph, scalar(graph, 1), safe));
}

function nearness(graph: Graph, values: EntryId): number {
  return CLOSE * largest(graph.value(values));
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function crowded(graph: Graph, entry: Entry): boolean {
  if (!graph.dependsOnInput(entry.id)) return false;
  const { arena } = graph;
  const a = graph.entry(entry.inputs[0]);
  const n = extentOf(a);
  for (let start = 0; start < a.size; start += n * n) {
    const { values } = symmetricEigen(arena, a.offset + start, n);
    const near = CLOSE * largest(values);
    if (values.some((value, i) => i > 0 && value - values[i - 1] <= near)) return true;
  }
  return false;
}

function squareShape(name: string, { shape }: Entry): readonly number[] {
  if (shape.length < 2 || shape.at(-1) !== shape.at(-2)) {
    throw new Error(`${name}: ${showShape(shape)} is not square`);
  }
  return shape;
}

function extentOf(entry: Entry): number {
  return entry.shape[entry.shape.length - 1];
}

function row(graph: Graph, id: EntryId): EntryId {
  const { shape } = graph.entry(id);
  return reshape(graph, id, [...shape.slice(0, -1), 1, shape[shape.length - 1]]);
}

function column(graph: Graph, id: EntryId): EntryId {
  return reshape(graph, id, [...graph.entry(id).shape, 1]);
}

function symmetric(graph: Graph, id: EntryId): EntryId {
  return multiply(graph, scalar(graph, 0.5), add(graph, id, transposed(graph, id)));
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
