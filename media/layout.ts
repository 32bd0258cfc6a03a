/**
 * Where the nodes and edges of an op graph are drawn: inputs on top, the output
 * at the bottom. A pure function of the report; the same graph, the same drawing.
 */
import { type EdgeLabel, Graph, type GraphLabel, layout, type NodeLabel } from '@dagrejs/dagre';
import type { GraphReport } from '../src/check/graph-report';
import { nodeText } from './labels';

export interface PlacedNode {
  readonly id: number;
  /** The center. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedEdge {
  /** The position in the report's edges. */
  readonly index: number;
  /** The `d` of an SVG path, from the lower rim of `from` to the upper rim of `to`. */
  readonly path: string;
  /** Where a label of the edge is centered. */
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly width: number;
  readonly height: number;
}

/** More nodes than this are shown as a table: a drawing of them is slow, and unreadable. */
export const mostNodes = 150;

export const rowHeight = 17;
const characterWidth = 7.4;
const padding = 12;
const root = 'root';

export function layoutGraph({ nodes, edges }: Pick<GraphReport, 'nodes' | 'edges'>): Layout {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>({ multigraph: true });
  graph.setGraph({
    rankdir: 'TB',
    nodesep: 28,
    ranksep: 44,
    edgesep: 16,
    marginx: 16,
    marginy: 16,
  });
  // A point above all inputs, tied to them tightly, keeps them in one row on top.
  graph.setNode(root, { width: 0, height: 0 });
  for (const node of nodes) {
    graph.setNode(String(node.id), nodeSize(nodeText(node)));
    if (node.role === 'input') graph.setEdge(root, String(node.id), { weight: 1000 }, root);
  }
  for (const [index, { from, to }] of edges.entries()) {
    graph.setEdge(String(from), String(to), { weight: 1 }, String(index));
  }
  layout(graph);

  const placed = nodes.map(({ id }) => {
    const { x, y, width, height } = graph.node(String(id));
    return { id, x: x ?? 0, y: y ?? 0, width, height };
  });
  const top = Math.min(...placed.map(({ y, height }) => y - height / 2)) - padding;
  const shifted = placed.map((node) => ({ ...node, y: node.y - top }));
  const drawn = edges.map(({ from, to }, index) => {
    const { points = [] } = graph.edge(String(from), String(to), String(index));
    return placeEdge(
      index,
      points.map(({ x, y }) => ({ x, y: y - top })),
    );
  });
  const { width = 0, height = 0 } = graph.graph();
  return { nodes: shifted, edges: drawn, width, height: height - top };
}

function nodeSize({ label, value, adjoint }: ReturnType<typeof nodeText>) {
  const rows = [label, value && `value ${value}`, adjoint && `adjoint ${adjoint}`].filter(Boolean);
  const characters = Math.max(3, ...rows.map((row) => row.length));
  return {
    width: Math.ceil(characters * characterWidth) + 2 * padding,
    height: rows.length * rowHeight + padding,
  };
}

function placeEdge(index: number, points: readonly { x: number; y: number }[]): PlacedEdge {
  const number = (value: number) => value.toFixed(1);
  let path = '';
  for (const [position, { x, y }] of points.entries()) {
    if (position === 0) {
      path = `M${number(x)},${number(y)}`;
      continue;
    }
    const before = points[position - 1];
    const middle = number((before.y + y) / 2);
    path += `C${number(before.x)},${middle} ${number(x)},${middle} ${number(x)},${number(y)}`;
  }
  const { x, y } = points[points.length >> 1] ?? { x: 0, y: 0 };
  return { index, path, x, y };
}
