/**
 * The groups of an op graph: what loops, their rounds and calls made, told of the
 * nodes that are in the graph, from the outermost inwards.
 */
import type { EntryId, Graph, Place } from '../engine/graph';
import type { Stretch } from '../trace/stretches';
import type { GraphGroup, GraphNode } from './graph-report';

/** `recorded`: the nodes, in order; a group of fewer than two of them tells nothing. */
export function graphGroups(
  graph: Graph,
  stretches: readonly Stretch[],
  recorded: readonly EntryId[],
  sourceOf: (place: Place) => Pick<GraphNode, 'range' | 'source' | 'path'>,
): GraphGroup[] {
  const groups: GraphGroup[] = [];
  const made = recorded.filter((id) => graph.entry(id).op !== 'input');
  const add = (group: Omit<GraphGroup, 'first' | 'last'>, start: EntryId, end: EntryId) => {
    const from = reached(made, start);
    const to = reached(made, end);
    if (to - from >= 2) groups.push({ ...group, first: made[from], last: made[to - 1] });
  };
  for (const { kind, name, place, start, end, count, rounds } of stretches) {
    const { range, source, path } = sourceOf(place);
    const where = path === undefined ? { range } : { range, path };
    for (const [at, round] of rounds.entries()) {
      const next = rounds[at + 1]?.start ?? end;
      add({ kind: 'round', name: '', count: round.number, ...where }, round.start, next);
    }
    // As the user wrote it, where that is a name.
    const called = /^[\w.]+(?=\s*\()/.exec(source)?.[0] ?? name;
    add({ kind, name: kind === 'call' ? called : name, count, ...where }, start, end);
  }
  return nested(groups);
}

/** Sorted outermost first; what crosses another (a generator that ran in between) is left out. */
function nested(groups: readonly GraphGroup[]): GraphGroup[] {
  const kept: GraphGroup[] = [];
  const around: GraphGroup[] = [];
  // Of two with the same nodes, the one that ended later was around the other.
  const sorted = groups
    .toReversed()
    .sort((one, other) => one.first - other.first || other.last - one.last);
  for (const group of sorted) {
    while (around.length > 0 && around[around.length - 1].last < group.first) around.pop();
    if (around.length > 0 && around[around.length - 1].last < group.last) continue;
    kept.push(group);
    around.push(group);
  }
  return kept;
}

/** How many of the ascending `ids` lie before `id`. */
function reached(ids: readonly EntryId[], id: EntryId): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ids[middle] < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
