/** Forward mode: pushes tangents through the graph, recorded as entries. */
import type { EntryId, Graph } from './graph';
import type { Op } from './op';
import { ops } from './ops';
import { sameShape, showShape } from './shape';

/** Appends the tangent of `output` for the given tangents of inputs; null when it is zero. */
export function forwardSweep(
  graph: Graph,
  output: EntryId,
  tangents: ReadonlyMap<EntryId, EntryId>,
): EntryId | null {
  const used = entriesUsed(graph, output);
  const known = new Map<EntryId, EntryId>();
  for (const [id, tangent] of tangents) {
    const { op } = graph.entry(id);
    // A version of a region may be written on: its tangent needs a region of its own.
    const owned = op === 'copy' || op === 'write';
    known.set(id, owned ? graph.apply('copy', [tangent], null) : tangent);
  }
  for (let id = 0; id <= output; id++) {
    if (used[id] === 0 || known.has(id)) continue;
    const entry = graph.entry(id);
    const op = ops[entry.op] as Op<unknown>;
    if (!op.differentiable || !entry.inputs.some((input) => known.has(input))) continue;
    const given = entry.inputs.map((input) => known.get(input) ?? null);
    const tangent = op.forward(graph, entry, given, entry.parameters);
    if (tangent === null) continue;
    const { shape } = graph.entry(tangent);
    if (!sameShape(shape, entry.shape)) {
      throw new Error(
        `${entry.op}: tangent is ${showShape(shape)}, its value ${showShape(entry.shape)}`,
      );
    }
    known.set(id, tangent);
  }
  return known.get(output) ?? null;
}

function entriesUsed(graph: Graph, output: EntryId): Uint8Array {
  const used = new Uint8Array(output + 1);
  used[output] = 1;
  for (let id = output; id >= 0; id--) {
    if (used[id] === 1) for (const input of graph.entry(id).inputs) used[input] = 1;
  }
  return used;
}
