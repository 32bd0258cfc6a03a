/** A graph report with the look-ups that the views need: nodes by id, edges in and out. */
import type { GraphEdge, GraphNode, GraphReport } from '../src/check/graph-report';
import { type Part, partsOf } from './groups';

export interface GraphData {
  readonly report: GraphReport;
  /** Its nodes, those of a large graph in groups. */
  readonly parts: readonly Part[];
  node(id: number): GraphNode | undefined;
  /** Edges into a node, by argument. */
  into(id: number): readonly GraphEdge[];
  /** Edges out of a node: its uses. */
  outOf(id: number): readonly GraphEdge[];
  /** The nodes that a node is computed from, by argument. */
  inputs(id: number): readonly GraphNode[];
}

export function graphData(report: GraphReport): GraphData {
  const nodes = new Map(report.nodes.map((node) => [node.id, node]));
  const into = new Map<number, GraphEdge[]>();
  const outOf = new Map<number, GraphEdge[]>();
  for (const edge of report.edges) {
    add(into, edge.to, edge);
    add(outOf, edge.from, edge);
  }
  for (const edges of into.values()) edges.sort((one, other) => one.argument - other.argument);
  return {
    report,
    parts: partsOf(report),
    node: (id) => nodes.get(id),
    into: (id) => into.get(id) ?? [],
    outOf: (id) => outOf.get(id) ?? [],
    inputs: (id) => (into.get(id) ?? []).flatMap(({ from }) => nodes.get(from) ?? []),
  };
}

function add(edges: Map<number, GraphEdge[]>, id: number, edge: GraphEdge): void {
  const known = edges.get(id);
  if (known === undefined) edges.set(id, [edge]);
  else known.push(edge);
}
