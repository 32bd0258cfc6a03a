/**
 * The op graph of one target at one point, as plain data for the panel, dot,
 * mermaid and JSON: values and adjoints on nodes, contributions on edges.
 */
import type { JsonArray, ParameterReport, Range, Verdict } from './report';

export interface GraphNode {
  /** Position in evaluation order, stable between edits that do not change the program. */
  readonly id: number;
  readonly role: 'input' | 'constant' | 'op' | 'output';
  /** The op: `multiply`, `sin`; `input` and `constant` for leaves. */
  readonly op: string;
  /** What a person reads on the node: `x`, `×`, `sin`, `sum over axis 0`, `2`. */
  readonly label: string;
  readonly shape: readonly number[];
  readonly value: JsonArray;
  /** The adjoint d(output)/d(node); null where no gradient flows. */
  readonly adjoint: JsonArray;
  /** The source that made it, and its text. */
  readonly range: Range | null;
  readonly source: string;
  /** The file that `range` is in, where it is another one than that of the report. */
  readonly path?: string;
  /** At the point the op sits on a tie or kink; the rule that was used. */
  readonly tie: string | null;
}

export interface GraphEdge {
  readonly from: number;
  readonly to: number;
  /** Which argument of `to`. */
  readonly argument: number;
  /** The contribution of `to` to the adjoint of `from`. */
  readonly contribution: JsonArray;
}

/** A stretch of nodes that a loop, one of its rounds, or a call made. */
export interface GraphGroup {
  readonly kind: 'loop' | 'round' | 'call';
  /** What was called, as it is written: `np.linalg.solve`, `softmax`; '' for a loop or round. */
  readonly name: string;
  /** How often a loop ran; which round it is, counted from 1; 0 for a call. */
  readonly count: number;
  /** Its first and last node; inputs between them are no part of it. */
  readonly first: number;
  readonly last: number;
  /** Where the loop or call stands, and the file, where it is another one than that of the report. */
  readonly range: Range | null;
  readonly path?: string;
}

export interface GraphReport {
  readonly schema: 1;
  readonly path: string;
  readonly name: string;
  readonly verdict: Verdict;
  /** The target's one sentence, also the reason why there is no graph when `nodes` is empty. */
  readonly reason: string;
  /** As in the target's own report. */
  readonly unchecked: readonly string[];
  readonly at: Readonly<Record<string, JsonArray | string>>;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Nested, the outer before the inner. */
  readonly groups: readonly GraphGroup[];
  /** The three gradients of each input at the point. */
  readonly parameters: readonly ParameterReport[];
  /** Its inputs can be given other values. */
  readonly movable: boolean;
}

/** Other values for some inputs, by name, flat. */
export type Moved = Readonly<Record<string, readonly number[]>>;
