/** Ops that move numbers without changing them, and the choice between two: `where`. */
import { reshape, scalar, sumTo, where, zeros } from '../build';
import type { Entry, EntryId, Graph, Shape } from '../graph';
import type { OpTable } from '../op';
import {
  broadcastShapes,
  broadcastsTo,
  concatenateShape,
  showShape,
  sizeOf,
  stridedPositions,
  stridesOf,
} from '../shape';
import { promote, runsOf, toInput } from './elementwise';

export const structure: Pick<
  OpTable,
  'where' | 'reshape' | 'transpose' | 'broadcast' | 'concatenate' | 'gather' | 'scatterAdd'
> = {
  where: {
    differentiable: true,
    outline: ([condition, a, b]) => {
      const values = broadcastShapes(a.shape, b.shape);
      const shape = values && broadcastShapes(condition.shape, values);
      if (shape === null) throw misfit('where', [condition, a, b]);
      return { shape, type: promote(a.type, b.type) };
    },
    compute: (v, entry, inputs) => {
      const { count, steps, starts } = runsOf(entry, inputs);
      for (let row = 0; row < starts[0].length; row++) {
        const c = inputs[0].offset + starts[0][row];
        const a = inputs[1].offset + starts[1][row];
        const b = inputs[2].offset + starts[2][row];
        const out = entry.offset + row * count;
        for (let i = 0; i < count; i++) {
          v[out + i] = v[c + i * steps[0]] !== 0 ? v[a + i * steps[1]] : v[b + i * steps[2]];
        }
      }
    },
    reverse: (graph, entry, adjoint, _none, needed) => {
      const zero = scalar(graph, 0);
      const condition = entry.inputs[0];
      return [
        null,
        needed[1] ? toInput(graph, entry, 1, where(graph, condition, adjoint, zero)) : null,
        needed[2] ? toInput(graph, entry, 2, where(graph, condition, zero, adjoint)) : null,
      ];
    },
    forward: (graph, entry, [, ta, tb]) => {
      if (ta === null && tb === null) return null;
      const zero = zeros(graph, entry.shape);
      return where(graph, entry.inputs[0], ta ?? zero, tb ?? zero);
    },
  },

  reshape: {
    differentiable: true,
    outline: (inputs, { shape }) => {
      if (sizeOf(shape) !== inputs[0].size) throw misfit(`reshape to ${showShape(shape)}`, inputs);
      return { shape, type: inputs[0].type };
    },
    compute: move,
    reverse: (graph, entry, adjoint) => [
      reshape(graph, adjoint, graph.entry(entry.inputs[0]).shape),
    ],
    forward: (graph, entry, [t]) => (t === null ? null : reshape(graph, t, entry.shape)),
  },

  transpose: {
    differentiable: true,
    outline: (inputs, { axes }) => {
      const { shape, type } = inputs[0];
      if (axes.length !== shape.length) throw misfit(`transpose by ${showShape(axes)}`, inputs);
      return { shape: axes.map((axis) => shape[axis]), type };
    },
    compute: (v, entry, inputs, { axes }) => {
      entry.walk ??= transposed(inputs[0].shape, axes);
      const positions = entry.walk as Int32Array;
      const from = inputs[0].offset;
      for (let i = 0; i < entry.size; i++) v[entry.offset + i] = v[from + positions[i]];
    },
    reverse: (graph, _entry, adjoint, { axes }) => {
      const back = new Array<number>(axes.length);
      axes.forEach((axis, position) => {
        back[axis] = position;
      });
      return [graph.apply('transpose', [adjoint], { axes: back })];
    },
    forward: (graph, _entry, [t], { axes }) =>
      t === null ? null : graph.apply('transpose', [t], { axes }),
  },

  broadcast: {
    differentiable: true,
    outline: (inputs, { shape }) => {
      const { shape: own, type } = inputs[0];
      if (!broadcastsTo(own, shape)) throw misfit(`broadcast to ${showShape(shape)}`, inputs);
      return { shape, type };
    },
    compute: (v, entry, inputs) => {
      const { count, steps, starts } = runsOf(entry, inputs);
      for (let row = 0; row < starts[0].length; row++) {
        const from = inputs[0].offset + starts[0][row];
        const out = entry.offset + row * count;
        for (let i = 0; i < count; i++) v[out + i] = v[from + i * steps[0]];
      }
    },
    reverse: (graph, entry, adjoint) => [sumTo(graph, adjoint, graph.entry(entry.inputs[0]).shape)],
    forward: (graph, _entry, [t], { shape }) =>
      t === null ? null : graph.apply('broadcast', [t], { shape }),
  },

  concatenate: {
    differentiable: true,
    outline: (inputs, { axis }) => {
      const shape = concatenateShape(
        inputs.map((input) => input.shape),
        axis,
      );
      if (shape === null) throw misfit(`concatenate along axis ${axis}`, inputs);
      return { shape, type: inputs.map((input) => input.type).reduce(promote) };
    },
    compute: (v, entry, inputs, { axis }) => {
      const inner = sizeOf(entry.shape.slice(axis + 1));
      const row = inner * entry.shape[axis];
      let start = entry.offset;
      for (const input of inputs) {
        const length = inner * input.shape[axis];
        let out = start;
        for (let from = 0; from < input.size; from += length, out += row) {
          v.copyWithin(out, input.offset + from, input.offset + from + length);
        }
        start += length;
      }
    },
    reverse: (graph, entry, adjoint, { axis }, needed) => {
      let start = 0;
      return entry.inputs.map((input, which) => {
        const { shape } = graph.entry(input);
        const from = start;
        start += shape[axis];
        return needed[which] ? slice(graph, adjoint, shape, axis, from) : null;
      });
    },
    forward: (graph, entry, tangents, { axis }) => {
      if (tangents.every((t) => t === null)) return null;
      const parts = tangents.map((t, which) => {
        return t ?? zeros(graph, graph.entry(entry.inputs[which]).shape);
      });
      return graph.apply('concatenate', parts, { axis });
    },
  },

  gather: {
    differentiable: true,
    outline: (inputs, { positions, shape }) => {
      if (sizeOf(shape) !== positions.length) throw misfit(`gather to ${showShape(shape)}`, inputs);
      return { shape, type: inputs[0].type };
    },
    compute: (v, entry, inputs, { positions }) => {
      const from = inputs[0].offset;
      for (let i = 0; i < entry.size; i++) v[entry.offset + i] = v[from + positions[i]];
    },
    reverse: (graph, entry, adjoint, { positions }) => [
      graph.apply('scatterAdd', [adjoint], {
        positions,
        shape: graph.entry(entry.inputs[0]).shape,
      }),
    ],
    forward: (graph, _entry, [t], { positions, shape }) =>
      t === null ? null : graph.apply('gather', [t], { positions, shape }),
  },

  scatterAdd: {
    differentiable: true,
    outline: (inputs, { positions, shape }) => {
      if (inputs[0].size !== positions.length) throw misfit('scatterAdd', inputs);
      return { shape, type: inputs[0].type };
    },
    compute: (v, entry, inputs, { positions }) => {
      const from = inputs[0].offset;
      v.fill(0, entry.offset, entry.offset + entry.size);
      for (let i = 0; i < positions.length; i++) v[entry.offset + positions[i]] += v[from + i];
    },
    reverse: (graph, entry, adjoint, { positions }) => [
      graph.apply('gather', [adjoint], {
        positions,
        shape: graph.entry(entry.inputs[0]).shape,
      }),
    ],
    forward: (graph, _entry, [t], { positions, shape }) =>
      t === null ? null : graph.apply('scatterAdd', [t], { positions, shape }),
  },
};

/** The positions in an array of `shape` that its transpose reads. */
function transposed(shape: Shape, axes: readonly number[]): Int32Array {
  const strides = stridesOf(shape);
  return stridedPositions(
    axes.map((axis) => shape[axis]),
    axes.map((axis) => strides[axis]),
  );
}

function move(v: Float64Array, entry: Entry, inputs: readonly Entry[]): void {
  const from = inputs[0].offset;
  for (let i = 0; i < entry.size; i++) v[entry.offset + i] = v[from + i];
}

/** The part of `shape` that begins at `from` along an axis. */
function slice(graph: Graph, id: EntryId, shape: Shape, axis: number, from: number): EntryId {
  const strides = stridesOf(graph.entry(id).shape);
  const positions = stridedPositions(shape, strides, from * strides[axis]);
  return graph.apply('gather', [id], { positions, shape });
}

function misfit(what: string, inputs: readonly Entry[]): Error {
  const shapes = inputs.map((input) => showShape(input.shape)).join(', ');
  return new Error(`${what}: the inputs ${shapes} do not fit`);
}
