/**
 * Edges as smooth lines. They leave through the lower rim of a node and arrive at
 * the upper rim of another, side by side where there are several.
 */
import type { GraphEdge } from '../src/check/graph-report';
import type { Point } from './arrange';
import type { PlacedEdge, PlacedNode } from './layout';

/** The part of a rim that ends of edges may take. */
const rimShare = 0.6;
const widestGap = 28;

/** The points of each edge, from rim to rim, where `routes` run from center to center. */
export function edgePoints(
  nodes: readonly PlacedNode[],
  edges: readonly GraphEdge[],
  routes: readonly (readonly Point[])[],
): (readonly Point[])[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const leaving = spread(edges.map(({ from }, index) => [byId.get(from)!, routes[index].at(1)!]));
  const arriving = spread(edges.map(({ to }, index) => [byId.get(to)!, routes[index].at(-2)!]));
  return edges.map(({ from, to }, index) => {
    const source = byId.get(from)!;
    const sink = byId.get(to)!;
    const start = { x: leaving[index], y: source.y + source.height / 2 };
    const end = { x: arriving[index], y: sink.y - sink.height / 2 };
    return [start, ...routes[index].slice(1, -1), end];
  });
}

export function edgePath(points: readonly Point[], index: number): PlacedEdge {
  const label = points.length === 2 ? between(points[0], points[1]) : points[points.length >> 1];
  return { index, path: smooth(points), label };
}

/** For each edge end (its node, the next point of its route), the x at which it meets the rim. */
function spread(ends: readonly (readonly [PlacedNode, Point])[]): number[] {
  const groups = new Map<number, number[]>();
  for (const [index, [node]] of ends.entries()) {
    groups.set(node.id, [...(groups.get(node.id) ?? []), index]);
  }
  const places: number[] = [];
  for (const group of groups.values()) {
    const [node] = ends[group[0]];
    const gap = Math.min(widestGap, (rimShare * node.width) / group.length);
    const sorted = group.toSorted((one, other) => ends[one][1].x - ends[other][1].x);
    for (const [position, index] of sorted.entries()) {
      places[index] = node.x + gap * (position - (group.length - 1) / 2);
    }
  }
  return places;
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

function between(one: Point, other: Point): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}
