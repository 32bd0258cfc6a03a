/** Reductions over axes: sum, max, min, any, all. */
import { broadcastTo, divide, make, multiply, reciprocal, reshape, scalar, where } from '../build';
import type { Entry, EntryId, Graph, NumberType, Shape } from '../graph';
import type { Op, OpTable, Reduction } from '../op';
import { type ReductionRuns, reduceShape, reductionRuns } from '../shape';
import { bool, nearlyEqual, same } from './elementwise';

/** Combines a row with the result: into one number (`inner`), or element by element. */
export type ReduceKernel = (
  v: Float64Array,
  out: number,
  from: number,
  count: number,
  inner: boolean,
) => void;

export const reductions: Pick<OpTable, 'sum' | 'max' | 'min' | 'any' | 'all'> = {
  sum: {
    differentiable: true,
    outline: outlineOf(countable),
    compute: reduceWith(0, (v, out, from, count, inner) => {
      if (inner) v[out] += pairwiseSum(v, from, count);
      else for (let i = 0; i < count; i++) v[out + i] += v[from + i];
    }),
    reverse: (graph, entry, adjoint, { axes }) => [
      expand(graph, adjoint, graph.entry(entry.inputs[0]).shape, axes),
    ],
    forward: (graph, _entry, [t], reduction) =>
      t === null ? null : graph.apply('sum', [t], reduction),
  },

  max: extreme(-Infinity, (v, out, from, count, inner) => {
    const step = inner ? 0 : 1;
    for (let i = 0; i < count; i++) {
      const x = v[from + i];
      if (x > v[out + i * step] || Number.isNaN(x)) v[out + i * step] = x;
    }
  }),

  min: extreme(Infinity, (v, out, from, count, inner) => {
    const step = inner ? 0 : 1;
    for (let i = 0; i < count; i++) {
      const x = v[from + i];
      if (x < v[out + i * step] || Number.isNaN(x)) v[out + i * step] = x;
    }
  }),

  any: truth(0, (v, out, from, count, inner) => {
    const step = inner ? 0 : 1;
    for (let i = 0; i < count; i++) if (v[from + i] !== 0) v[out + i * step] = 1;
  }),

  all: truth(1, (v, out, from, count, inner) => {
    const step = inner ? 0 : 1;
    for (let i = 0; i < count; i++) if (v[from + i] === 0) v[out + i * step] = 0;
  }),
};

/** Lays a reduced value out along the axes that it was reduced over. */
function expand(graph: Graph, id: EntryId, shape: Shape, axes: readonly number[]): EntryId {
  return broadcastTo(graph, reshape(graph, id, reduceShape(shape, axes, true)), shape);
}

export function outlineOf(type: (operand: NumberType) => NumberType): Op<Reduction>['outline'] {
  return (inputs, { axes, keepDimensions }) => ({
    shape: reduceShape(inputs[0].shape, axes, keepDimensions),
    type: type(inputs[0].type),
  });
}

export function reduceWith(initial: number, kernel: ReduceKernel): Op<Reduction>['compute'] {
  return (v, entry, inputs, { axes }) => {
    const [input] = inputs;
    if (axes.length === input.shape.length) {
      v[entry.offset] = initial;
      kernel(v, entry.offset, input.offset, input.size, true);
      return;
    }
    const { count, inner, starts } = runsOf(entry, input.shape, axes);
    v.fill(initial, entry.offset, entry.offset + entry.size);
    let from = input.offset;
    for (let row = 0; row < starts.length; row++, from += count) {
      kernel(v, entry.offset + starts[row], from, count, inner);
    }
  };
}

function runsOf(entry: Entry, shape: Shape, axes: readonly number[]): ReductionRuns {
  entry.walk ??= reductionRuns(shape, axes);
  return entry.walk as ReductionRuns;
}

/** Sums and products count bools as integers. */
export function countable(type: NumberType): NumberType {
  return type === 'bool' ? 'int' : type;
}

function truth(initial: number, kernel: ReduceKernel): Op<Reduction> {
  return {
    differentiable: false,
    outline: outlineOf(bool),
    compute: reduceWith(initial, kernel),
    reverse: () => [null],
    forward: () => null,
  };
}

/** max and min: NaN wins, and the gradient is shared among the winners. */
function extreme(initial: number, kernel: ReduceKernel): Op<Reduction> {
  return {
    differentiable: true,
    outline: outlineOf(same),
    compute: reduceWith(initial, kernel),
    reverse: (graph, entry, adjoint, { axes }) => {
      const { shape } = graph.entry(entry.inputs[0]);
      const winners = winnersOf(graph, entry, axes);
      const count = graph.apply('sum', [winners], { axes, keepDimensions: false });
      const share = divide(graph, reshape(graph, adjoint, graph.entry(count).shape), count);
      const spread = expand(graph, share, shape, axes);
      return [where(graph, winners, spread, scalar(graph, 0))];
    },
    forward: (graph, entry, [t], reduction) => {
      if (t === null) return null;
      const winners = winnersOf(graph, entry, reduction.axes);
      const moved = where(graph, winners, t, scalar(graph, 0));
      const total = graph.apply('sum', [moved], reduction);
      const count = graph.apply('sum', [winners], reduction);
      return multiply(graph, total, reciprocal(graph, count));
    },
    ties: (graph, entry, { axes }) => tiedWinners(graph, entry, axes, graph.value(entry.id)),
    tieRule: 'at a tie the gradient is shared equally',
  };
}

/** A mask of the elements that equal the result. */
function winnersOf(graph: Graph, entry: Entry, axes: readonly number[]): EntryId {
  const input = entry.inputs[0];
  return make(graph, 'equal', input, expand(graph, entry.id, graph.entry(input).shape, axes));
}

/** Whether some result is reached by two elements, up to rounding; asked of varying entries only. */
export function tiedWinners(
  graph: Graph,
  entry: Entry,
  axes: readonly number[],
  results: Float64Array,
): boolean {
  if (!graph.dependsOnInput(entry.id)) return false;
  const { shape } = graph.entry(entry.inputs[0]);
  const { count, inner, starts } = reductionRuns(shape, axes);
  const values = graph.value(entry.inputs[0]);
  const winners = new Uint32Array(entry.size);
  for (let row = 0; row < starts.length; row++) {
    for (let i = 0; i < count; i++) {
      const result = starts[row] + (inner ? 0 : i);
      if (nearlyEqual(values[row * count + i], results[result])) winners[result] += 1;
    }
  }
  return winners.some((number) => number > 1);
}

/** Rounding error grows with the logarithm of the count, not with the count. */
function pairwiseSum(v: Float64Array, from: number, count: number): number {
  if (count < 8) {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += v[from + i];
    return sum;
  }
  if (count <= 128) {
    let a = v[from];
    let b = v[from + 1];
    let c = v[from + 2];
    let d = v[from + 3];
    let e = v[from + 4];
    let f = v[from + 5];
    let g = v[from + 6];
    let h = v[from + 7];
    const end = count - (count % 8);
    for (let i = 8; i < end; i += 8) {
      a += v[from + i];
      b += v[from + i + 1];
      c += v[from + i + 2];
      d += v[from + i + 3];
      e += v[from + i + 4];
      f += v[from + i + 5];
      g += v[from + i + 6];
      h += v[from + i + 7];
    }
    let sum = a + b + (c + d) + (e + f + (g + h));
    for (let i = end; i < count; i++) sum += v[from + i];
    return sum;
  }
  const half = (count >> 1) - ((count >> 1) % 8);
  return pairwiseSum(v, from, half) + pairwiseSum(v, from + half, count - half);
}
