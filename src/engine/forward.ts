/** Forward mode: pushes tangents through the graph, recorded as entries. */
import type { EntryId, Graph } from './graph';

/** Appends the tangent of `output` for the given tangents of inputs; null when it is zero. */
export declare function forwardSweep(
  graph: Graph,
  output: EntryId,
  tangents: ReadonlyMap<EntryId, EntryId>,
): EntryId | null;
