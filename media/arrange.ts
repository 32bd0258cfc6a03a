/** One run of dagre: nodes in layers, and edges routed between them. */
import { type EdgeLabel, Graph, type GraphLabel, layout, type NodeLabel } from '@dagrejs/dagre';
import type { GraphEdge, GraphNode } from '../src/check/graph-report';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Sized {
  readonly node: GraphNode;
  readonly width: number;
  readonly height: number;
}

export interface ArrangeOptions {
  readonly reverseNodes: boolean;
  readonly reverseEdges: boolean;
  /** Whether dagre looks for orders with fewer crossings, or keeps the one it starts from. */
  readonly reorder: boolean;
}

export interface Arrangement {
  /** The centers of the nodes, in the order given. */
  readonly centers: readonly Point[];
  /** The points between which each edge runs, ends included, in the order given. */
  readonly routes: readonly (readonly Point[])[];
  readonly width: number;
  readonly height: number;
}

const root = 'root';
const margin = 16;

export function arrange(
  sizes: readonly Sized[],
  edges: readonly GraphEdge[],
  { reverseNodes, reverseEdges, reorder }: ArrangeOptions,
): Arrangement {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 44, edgesep: 20, marginx: margin });
  // A point above all inputs, tied to them tightly, keeps them in one row on top.
  graph.setNode(root, { width: 0, height: 0 });
  for (const { node, width, height } of ordered(sizes, reverseNodes)) {
    graph.setNode(String(node.id), { width, height });
    if (node.role === 'input') graph.setEdge(root, String(node.id), { weight: 100 }, root);
  }
  for (const [index, { from, to }] of ordered([...edges.entries()], reverseEdges)) {
    graph.setEdge(String(from), String(to), { weight: 1 }, String(index));
  }
  layout(graph, { disableOptimalOrderHeuristic: !reorder });

  const nodes = sizes.map(({ node }) => graph.node(String(node.id)));
  const top = Math.min(...nodes.map(({ y = 0, height }) => y - height / 2)) - margin;
  const lift = ({ x = 0, y = 0 }: { x?: number; y?: number }) => ({ x, y: y - top });
  const routes = edges.map(({ from, to }, index) =>
    (graph.edge(String(from), String(to), String(index)).points ?? []).map(lift),
  );
  const { width = 0, height = 0 } = graph.graph();
  return {
    centers: nodes.map(lift),
    routes,
    width,
    height: height - top + margin,
  };
}

function ordered<T>(items: readonly T[], reverse: boolean): readonly T[] {
  return reverse ? items.toReversed() : items;
}
