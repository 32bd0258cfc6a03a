/** Reverse mode: sweeps the graph backwards from one output and records the sweep as entries. */
import type { EntryId, Graph } from './graph';

/** What flowed along one edge of the graph: the contribution of `to` to the adjoint of `from`. */
export interface Edge {
  readonly from: EntryId;
  readonly to: EntryId;
  /** Which argument of `to` this edge is. */
  readonly argument: number;
  readonly contribution: EntryId;
}

export interface Sweep {
  /** The entry that holds the adjoint of each entry reached; absent: no gradient flows there. */
  readonly adjoints: ReadonlyMap<EntryId, EntryId>;
  readonly edges: readonly Edge[];
}

/**
 * Appends the adjoints of every active entry between `targets` and `output`.
 * `seed` is the cotangent, in the shape of `output`; null means ones.
 */
export declare function reverseSweep(
  graph: Graph,
  output: EntryId,
  seed: EntryId | null,
  targets: readonly EntryId[],
): Sweep;
