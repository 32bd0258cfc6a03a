/** Ops along one axis: the position of the largest or smallest, and running sums. */
import type { Entry, EntryId, Graph, Shape } from '../graph';
import type { Op, OpParameters, OpTable } from '../op';
import { reduceShape, sizeOf, stridedPositions, stridesOf } from '../shape';
import { countable, tiedWinners } from './reductions';

export const scans: Pick<OpTable, 'argmax' | 'argmin' | 'cumsum'> = {
  argmax: position((x, best) => x > best),
  argmin: position((x, best) => x < best),

  cumsum: {
    differentiable: true,
    outline: (inputs) => ({ shape: inputs[0].shape, type: countable(inputs[0].type) }),
    compute: (v, entry, inputs, { axis }) => {
      const { outer, length, inner } = layout(entry.shape, axis);
      const shift = entry.offset - inputs[0].offset;
      for (let block = 0; block < outer; block++) {
        for (let lane = 0; lane < inner; lane++) {
          let at = inputs[0].offset + block * length * inner + lane;
          let sum = 0;
          for (let i = 0; i < length; i++, at += inner) {
            sum += v[at];
            v[at + shift] = sum;
          }
        }
      }
    },
    // What comes last was added to itself alone: sum from the far end.
    reverse: (graph, _entry, adjoint, { axis }) => [
      flip(graph, graph.apply('cumsum', [flip(graph, adjoint, axis)], { axis }), axis),
    ],
    forward: (graph, _entry, [t], { axis }) =>
      t === null ? null : graph.apply('cumsum', [t], { axis }),
  },
};

/** The first position that wins; NaN wins over everything. */
function position(wins: (x: number, best: number) => boolean): Op<OpParameters['argmax']> {
  return {
    differentiable: false,
    outline: (inputs, { axis, keepDimensions }) => ({
      shape: reduceShape(inputs[0].shape, [axis], keepDimensions),
      type: 'int',
    }),
    compute: (v, entry, inputs, { axis }) => {
      const { outer, length, inner } = layout(inputs[0].shape, axis);
      for (let block = 0; block < outer; block++) {
        for (let lane = 0; lane < inner; lane++) {
          const start = inputs[0].offset + block * length * inner + lane;
          v[entry.offset + block * inner + lane] = winner(v, start, length, inner, wins);
        }
      }
    },
    reverse: () => [null],
    forward: () => null,
    ties: (graph, entry, { axis }) =>
      tiedWinners(graph, entry, [axis], winningValues(graph, entry, axis)),
    tieRule: 'two elements are the largest or smallest; the first counts',
  };
}

/** The values at the positions found. */
function winningValues(graph: Graph, entry: Entry, axis: number): Float64Array {
  const input = graph.entry(entry.inputs[0]);
  const { length, inner } = layout(input.shape, axis);
  const values = graph.value(input.id);
  return graph.value(entry.id).map((found, result) => {
    const block = Math.floor(result / inner);
    return values[(block * length + found) * inner + (result % inner)];
  });
}

function winner(
  v: Float64Array,
  start: number,
  length: number,
  step: number,
  wins: (x: number, best: number) => boolean,
): number {
  let best = 0;
  for (let i = 1; i < length; i++) {
    const champion = v[start + best * step];
    const x = v[start + i * step];
    if (wins(x, champion) || (Number.isNaN(x) && !Number.isNaN(champion))) best = i;
  }
  return best;
}

function layout(shape: Shape, axis: number): { outer: number; length: number; inner: number } {
  return {
    outer: sizeOf(shape.slice(0, axis)),
    length: shape[axis],
    inner: sizeOf(shape.slice(axis + 1)),
  };
}

function flip(graph: Graph, id: EntryId, axis: number): EntryId {
  const { shape, size } = graph.entry(id);
  if (size === 0) return id;
  const strides = stridesOf(shape);
  const start = strides[axis] * (shape[axis] - 1);
  strides[axis] = -strides[axis];
  return graph.apply('gather', [id], { positions: stridedPositions(shape, strides, start), shape });
}
