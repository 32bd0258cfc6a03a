/** Ties and kinks of ops at the point: which op, on which line, and the rule that was used. */
import type { EntryId, Graph } from '../engine/graph';
import type { Op } from '../engine/op';
import { ops } from '../engine/ops';
import { lineStarts, positionAt } from '../syntax/span';
import type { Machine } from '../trace/machine';

/**
 * The first op that the loss depends on and that sits on a tie, with its source,
 * its line and its rule: "`abs(x)`, line 4: at 0 the gradient is 0". The file is
 * named too where it is not `path`.
 */
export function tieNote(machine: Machine, loss: EntryId, path: string): string | null {
  const { graph, modules } = machine;
  for (const id of dependencies(graph, loss)) {
    const entry = graph.entry(id);
    const op = ops[entry.op] as Op<never>;
    if (op.tieRule === undefined || !op.ties?.(graph, entry, entry.parameters as never)) continue;
    const { place } = entry;
    const text = place === null ? null : modules.text(place.path);
    if (place === null || text === null || place.end <= place.start)
      return `${entry.op}: ${op.tieRule}`;
    const source = text.slice(place.start, place.end).replace(/\s+/g, ' ');
    const { line } = positionAt(lineStarts(text), place.start);
    const where = place.path === path ? `line ${line}` : `${place.path} line ${line}`;
    return `\`${source}\`, ${where}: ${op.tieRule}`;
  }
  return null;
}

/** Varying entries that `output` is computed from, itself included. */
function dependencies(graph: Graph, output: EntryId): EntryId[] {
  const seen = new Set<EntryId>([output]);
  for (let id = output; id >= 0; id--) {
    if (!seen.has(id)) continue;
    for (const input of graph.entry(id).inputs) seen.add(input);
  }
  return [...seen].filter((id) => graph.dependsOnInput(id)).sort((a, b) => a - b);
}
