/**
 * Replays a recorded graph on other input values, in an arena of its own, and
 * tells whether the pinned values (branches, shapes, indices) stayed the same.
 */
import type { EntryId, Graph } from './graph';

export declare class Replay {
  /** Prepares the entries that `outputs` (and all pins before them) need. */
  constructor(graph: Graph, outputs: readonly EntryId[]);
  /** The region of an input in the replay's own arena, to be filled before `run`. */
  input(id: EntryId): Float64Array;
  /** Recomputes; true when every pin kept its recorded value. */
  run(): boolean;
  /** The recomputed value, valid until the next `run`. */
  value(id: EntryId): Float64Array;
}
