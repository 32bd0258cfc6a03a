/**
 * Where the nodes and edges of an op graph are drawn: inputs on top, the output
 * at the bottom. A pure function of the report; the same graph, the same drawing.
 */
import type { GraphReport } from '../src/check/graph-report';
import { type ArrangeOptions, arrange, type Point } from './arrange';
import { countCrossings } from './crossings';
import { edgePath, edgePoints } from './edge-paths';
import { nodeText } from './labels';

export interface PlacedNode extends Point {
  readonly id: number;
  /** x and y are the center. */
  readonly width: number;
  readonly height: number;
}

export interface PlacedEdge {
  /** The position in the report's edges. */
  readonly index: number;
  /** The `d` of an SVG path, from the lower rim of `from` to the upper rim of `to`. */
  readonly path: string;
  /** Where a label of the edge is centered. */
  readonly label: Point;
}

export interface Layout {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly width: number;
  readonly height: number;
}

type Drawn = Pick<GraphReport, 'nodes' | 'edges'>;

/** More nodes than this are shown as a table: a drawing of them is slow, and unreadable. */
export const mostNodes = 150;

/** Up to this many nodes several drawings are compared; each of a larger graph takes too long. */
const mostCompared = 60;

export const rowHeight = 17;
const characterWidth = 7.4;
const padding = 12;
/** `-0.123457` */
const usualNumber = 9;

/** Dagre's result depends on the order that it is told things in; none of these is best for all graphs. */
const attempts: readonly ArrangeOptions[] = [
  { reverseNodes: false, reverseEdges: true, reorder: true },
  { reverseNodes: false, reverseEdges: true, reorder: false },
  { reverseNodes: true, reverseEdges: false, reorder: true },
  { reverseNodes: true, reverseEdges: false, reorder: false },
];

/** What the drawing of a graph depends on: graphs of the same key are drawn alike. */
export function layoutKey({ nodes, edges }: Drawn): string {
  const sizes = nodes.map((node) => ({
    id: node.id,
    role: node.role,
    ...nodeSize(nodeText(node)),
  }));
  return JSON.stringify([sizes, edges.map(({ from, to }) => [from, to])]);
}

export function layoutGraph({ nodes, edges }: Drawn): Layout {
  const sizes = nodes.map((node) => ({ node, ...nodeSize(nodeText(node)) }));
  let best: Layout | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const options of nodes.length > mostCompared ? attempts.slice(0, 1) : attempts) {
    const { centers, routes, width, height } = arrange(sizes, edges, options);
    const placed = sizes.map(({ node, width, height }, position) => ({
      id: node.id,
      ...centers[position],
      width,
      height,
    }));
    const points = edgePoints(placed, edges, routes);
    const inputs = placed.filter((_, position) => nodes[position].role === 'input');
    const flaws = countCrossings(points) * nodes.length + countSwapped(inputs);
    if (flaws >= fewest) continue;
    fewest = flaws;
    best = { nodes: placed, edges: points.map(edgePath), width, height };
    if (flaws === 0) break;
  }
  return best!;
}

/** Numbers have a width of their own, so that a drawing stands still while they change. */
function nodeSize({ label, value, adjoint }: ReturnType<typeof nodeText>) {
  const number = (text: string) => text.padEnd(usualNumber);
  const rows = [
    label,
    value && `value ${number(value)}`,
    adjoint && `adjoint ${number(adjoint)}`,
  ].filter(Boolean);
  const characters = Math.max(3, ...rows.map((row) => row.length));
  return {
    width: Math.ceil(characters * characterWidth) + 2 * padding,
    height: rows.length * rowHeight + padding,
  };
}

/** How many pairs of inputs stand in another order than the user wrote them in. */
function countSwapped(inputs: readonly PlacedNode[]): number {
  let swapped = 0;
  for (const [position, { x }] of inputs.entries()) {
    swapped += inputs.slice(position + 1).filter((later) => later.x < x).length;
  }
  return swapped;
}
