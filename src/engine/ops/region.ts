/**
 * Regions written in place. `copy` makes one, `write` changes some positions; the
 * adjoint (or tangent) of a region is a region itself, so that a loop which
 * writes element by element costs as little backwards as forwards.
 */
import { scalar, where, zeros } from '../build';
import type { EntryId, Graph } from '../graph';
import type { OpTable } from '../op';

export const region: Pick<OpTable, 'copy' | 'write'> = {
  copy: {
    differentiable: true,
    outline: (inputs) => ({ shape: inputs[0].shape, type: inputs[0].type }),
    compute: (v, entry, inputs) => {
      v.copyWithin(entry.offset, inputs[0].offset, inputs[0].offset + entry.size);
    },
    reverse: (_graph, _entry, adjoint) => [adjoint],
    forward: (graph, _entry, [t]) => (t === null ? null : graph.apply('copy', [t], null)),
  },

  write: {
    differentiable: true,
    outline: ([own, values], { positions }) => {
      if (values.size !== positions.length) {
        throw new Error(`write: ${values.size} values for ${positions.length} positions`);
      }
      return { shape: own.shape, type: own.type };
    },
    compute: (v, entry, inputs, { positions }) => {
      const from = inputs[1].offset;
      for (let i = 0; i < positions.length; i++) v[entry.offset + positions[i]] = v[from + i];
    },
    // `adjoint` is a region: what was written gets its part, what was there before gets nothing.
    reverse: (graph, entry, adjoint, { positions }, needed) => {
      const { shape } = graph.entry(entry.inputs[1]);
      let forValues: EntryId | null = null;
      if (needed[1]) {
        const read = graph.apply('gather', [adjoint], { positions, shape });
        forValues = keepLast(graph, read, positions, shape);
      }
      if (!needed[0]) return [null, forValues];
      return [graph.apply('write', [adjoint, zeros(graph, shape)], { positions }), forValues];
    },
    forward: (graph, entry, [t, tv], { positions }) => {
      if (t === null && tv === null) return null;
      const own = t ?? graph.apply('copy', [zeros(graph, entry.shape)], null);
      const values = tv ?? zeros(graph, graph.entry(entry.inputs[1]).shape);
      return graph.apply('write', [own, values], { positions });
    },
  },
};

/** 0 for the values that a later one of the same write covers. */
function keepLast(
  graph: Graph,
  values: EntryId,
  positions: Int32Array,
  shape: readonly number[],
): EntryId {
  const last = new Map<number, number>();
  for (let i = 0; i < positions.length; i++) last.set(positions[i], i);
  if (last.size === positions.length) return values;
  const kept = Array.from(positions, (position, i) => (last.get(position) === i ? 1 : 0));
  return where(graph, graph.constant(kept, shape, 'bool'), values, scalar(graph, 0));
}
