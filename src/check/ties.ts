/** Ties and kinks of ops at the point: which op, on which line, and the rule that was used. */
import type { EntryId, Graph } from '../engine/graph';
import type { Op } from '../engine/op';
import { ops } from '../engine/ops';
import type { Machine } from '../trace/machine';
import { quoted } from './quoted';

/**
 * The first op that the loss depends on, or that chose a branch of it, and that sits on a tie, with
 * its source, its line and its rule: "`abs(x)`, line 4: at 0 the gradient is 0". The file is
 * named too where it is not `path`. `pins` is how many of the run's pins belong to the loss.
 */
export function tieNote(
  machine: Machine,
  loss: EntryId,
  path: string,
  pins: number,
): string | null {
  const { graph } = machine;
  const chosen = graph.pins.slice(0, pins).map(({ entry }) => entry);
  for (const id of dependencies(graph, [loss, ...chosen])) {
    const entry = graph.entry(id);
    const op = ops[entry.op] as Op<never>;
    if (op.tieRule === undefined || !op.ties?.(graph, entry, entry.parameters as never)) continue;
    return `${quoted(machine, entry.place, path) ?? entry.op}: ${op.tieRule}`;
  }
  return null;
}

/** Varying entries that `outputs` are computed from, themselves included. */
export function dependencies(graph: Graph, outputs: readonly EntryId[]): EntryId[] {
  const seen = new Set<EntryId>(outputs);
  for (let id = Math.max(...outputs); id >= 0; id--) {
    if (!seen.has(id)) continue;
    for (const input of graph.entry(id).inputs) seen.add(input);
  }
  return [...seen].filter((id) => graph.dependsOnInput(id)).sort((a, b) => a - b);
}
