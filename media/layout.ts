/**
 * Where the nodes, frames and edges of a drawing stand: inputs on top, the output
 * at the bottom. A pure function of what is drawn; the same graph, the same drawing.
 */
import type { Drawing, DrawnNode } from './drawn';
import { type NodeText, nodeText } from './labels';
import type { Point } from './layers';
import { type PlacedFrame, type PlacedNode, placeLevel } from './nested';

export interface PlacedEdge {
  /** The position in the drawing's edges. */
  readonly index: number;
  /** The `d` of an SVG path, from the lower rim of `from` to the upper rim of `to`. */
  readonly path: string;
  /** Where a label of the edge is centered. */
  readonly label: Point;
}

export interface Layout {
  readonly nodes: readonly PlacedNode[];
  readonly frames: readonly PlacedFrame[];
  readonly edges: readonly PlacedEdge[];
  readonly width: number;
  readonly height: number;
}

export const rowHeight = 17;
const characterWidth = 7.4;
const padding = 12;
/** `-0.123457` */
const usualNumber = 9;
const margin = 16;

/** What the layout depends on: drawings of the same key are placed alike. */
export function layoutKey({ nodes, edges }: Drawing): string {
  const sizes = nodes.map((drawn) => [
    drawn.id,
    drawn.node.role,
    ...Object.values(nodeSize(drawn)),
    ...drawn.frames.map(({ key, label }) => [key, label]),
  ]);
  return JSON.stringify([sizes, edges.map(({ from, to }) => [from, to])]);
}

export function layoutGraph({ levels, edges }: Drawing): Layout {
  const first = placeLevel(levels, edges, nodeSize, new Map());
  // Where something is framed, the second time it is known from where edges come.
  const xs = new Map(first.nodes.map(({ id, x }) => [id, x]));
  const placed = first.frames.length === 0 ? first : placeLevel(levels, edges, nodeSize, xs);
  const { nodes, frames, routes, width, height } = placed;
  const inside = <P extends Point>(point: P): P => {
    return { ...point, x: point.x + margin, y: point.y + margin };
  };
  return {
    nodes: nodes.map(inside),
    frames: frames.map(inside),
    edges: edges.map((_, index) => edgePath((routes.get(index) ?? []).map(inside), index)),
    width: width + 2 * margin,
    height: height + 2 * margin,
  };
}

/** Numbers have a width of their own, so that a drawing stands still while they change. */
function nodeSize(drawn: DrawnNode) {
  const { label, detail, value, adjoint }: NodeText = nodeText(drawn);
  const number = (text: string) => text.padEnd(usualNumber);
  const rows = [
    label,
    detail,
    value && `value ${number(value)}`,
    adjoint && `adjoint ${number(adjoint)}`,
  ].filter(Boolean);
  const characters = Math.max(3, ...rows.map((row) => row.length));
  return {
    width: Math.ceil(characters * characterWidth) + 2 * padding,
    height: rows.length * rowHeight + padding,
  };
}

/** Its label stands where it arrives, between two layers, where no node is in its way. */
function edgePath(points: readonly Point[], index: number): PlacedEdge {
  const [start, end] = points.slice(-2);
  const label = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  return { index, path: smooth(points), label };
}

/** Upright at every point, so that an edge is seen to go down. */
function smooth(points: readonly Point[]): string {
  const number = (value: number) => value.toFixed(1);
  const [start, ...rest] = points;
  let path = `M${number(start.x)},${number(start.y)}`;
  let before = start;
  for (const { x, y } of rest) {
    const middle = number((before.y + y) / 2);
    path += `C${number(before.x)},${middle} ${number(x)},${middle} ${number(x)},${number(y)}`;
    before = { x, y };
  }
  return path;
}
