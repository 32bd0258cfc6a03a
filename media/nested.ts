/**
 * Frames in frames: each level of a drawing is placed by itself, and stands in the one
 * above it as a box. Edges enter and leave a frame through ports on its rims.
 */
import { type Drawn, type DrawnEdge, type DrawnNode, isFrame } from './drawn';
import type { Group } from './groups';
import { type Box, type Link, type Point, placeBoxes } from './layers';
import { joined, type RunEnd } from './rims';

export interface PlacedNode extends Point {
  readonly id: number;
  /** x and y are the center. */
  readonly width: number;
  readonly height: number;
}

export interface PlacedFrame {
  readonly group: Group;
  /** x and y are the upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A level with its places, from its upper left corner. */
export interface Placed {
  readonly nodes: readonly PlacedNode[];
  readonly frames: readonly PlacedFrame[];
  /** What each edge runs through here, by its position, downwards. */
  readonly routes: ReadonlyMap<number, readonly Point[]>;
  readonly width: number;
  readonly height: number;
}

type SizeOf = (node: DrawnNode) => { readonly width: number; readonly height: number };

/** The room of a frame for its title, and on its other sides. */
export const titleHeight = 24;
const framePadding = 12;

/**
 * Places a level; `edges` are all edges of the drawing, of which those are drawn that touch it.
 * `from` gives the x at which nodes outside may stand, so that edges enter in their order.
 */
export function placeLevel(
  level: readonly Drawn[],
  edges: readonly DrawnEdge[],
  sizeOf: SizeOf,
  from: ReadonlyMap<number, number>,
): Placed {
  const inner = level.map((each) =>
    isFrame(each) ? placeLevel(each.inside, edges, sizeOf, from) : null,
  );
  const holder = new Map<number, number>();
  for (const [at, each] of level.entries()) for (const id of idsIn(each)) holder.set(id, at);
  const touching = [...edges.entries()].filter(([, { from, to }]) => {
    return holder.get(from) !== holder.get(to);
  });
  // A port for each node outside that something here needs, and for each here that is needed outside.
  const entering = touching.filter(([, { from }]) => !holder.has(from));
  const leaving = touching.filter(([, { to }]) => !holder.has(to));
  const above = [...new Set(entering.map(([, edge]) => edge.from))].sort(
    (one, other) => (from.get(one) ?? 0) - (from.get(other) ?? 0),
  );
  const below = [...new Set(leaving.map(([, { from }]) => from))];
  const boxes: Box[] = [
    ...above.map(() => port('top')),
    ...level.map((each, at) => boxOf(each, inner[at], sizeOf)),
    ...below.map(() => port('bottom')),
  ];
  const first = above.length;
  const sourceOf = ({ from }: DrawnEdge) => {
    const at = holder.get(from);
    return at === undefined ? above.indexOf(from) : first + at;
  };
  const sinkOf = ({ from, to }: DrawnEdge) => {
    const at = holder.get(to);
    return at === undefined ? first + level.length + below.indexOf(from) : first + at;
  };
  /** How far from the center of its box an edge has its port there. */
  const shift = (box: number, position: number, end: 0 | -1) => {
    const point = inner[box - first]?.routes.get(position)?.at(end);
    return point === undefined ? 0 : point.x + framePadding - boxes[box].width / 2;
  };
  const links: Link[] = [];
  const known = new Map<string, number>();
  const chosen = touching.map(([position, edge]) => {
    const [from, to] = [sourceOf(edge), sinkOf(edge)];
    const [leaves, arrives] = [shift(from, position, -1), shift(to, position, 0)];
    const key = [from, to, leaves, arrives].join(' ');
    const link = known.get(key) ?? links.push({ from, to, leaves, arrives }) - 1;
    known.set(key, link);
    return link;
  });
  const { centers, routes: between, width, height } = placeBoxes(boxes, links);

  const nodes: PlacedNode[] = [];
  const frames: PlacedFrame[] = [];
  const routes = new Map<number, readonly Point[]>();
  /** The part of an edge's route that lies in a frame here; none for a node or port. */
  const within = new Map<string, readonly Point[]>();
  for (const [at, each] of level.entries()) {
    const { x, y } = centers[first + at];
    const { width, height } = boxes[first + at];
    if (!isFrame(each)) {
      nodes.push({ id: each.id, x, y, width, height });
      continue;
    }
    const corner = { x: x - width / 2, y: y - height / 2 };
    frames.push({ group: each.frame, ...corner, width, height });
    const block = inner[at]!;
    const moved = { x: corner.x + framePadding, y: corner.y + titleHeight };
    const move = <P extends Point>(point: P): P => {
      return { ...point, x: point.x + moved.x, y: point.y + moved.y };
    };
    nodes.push(...block.nodes.map(move));
    frames.push(...block.frames.map(move));
    for (const [position, route] of block.routes) {
      routes.set(position, route.map(move));
      within.set(`${first + at} ${position}`, route.map(move));
    }
  }
  const runs = touching.map(([position], at) => {
    const { from, to } = links[chosen[at]];
    return {
      source: ends(centers[from], boxes[from], within.get(`${from} ${position}`)),
      between: between[chosen[at]],
      sink: ends(centers[to], boxes[to], within.get(`${to} ${position}`)),
    };
  });
  const whole = joined(runs);
  for (const [at, [position]] of touching.entries()) routes.set(position, whole[at]);
  return { nodes, frames, routes, width, height };
}

function idsIn(drawn: Drawn): readonly number[] {
  return isFrame(drawn) ? drawn.inside.flatMap(idsIn) : [drawn.id];
}

function port(pin: 'top' | 'bottom'): Box {
  return { width: 0, height: 0, pin };
}

function boxOf(drawn: Drawn, inner: Placed | null, sizeOf: SizeOf): Box {
  if (isFrame(drawn)) {
    return {
      width: inner!.width + 2 * framePadding,
      height: inner!.height + titleHeight + framePadding,
      pin: null,
    };
  }
  return { ...sizeOf(drawn), pin: drawn.node.role === 'input' ? 'top' : null };
}

/** The end of an edge: on the rim of a node or port, or with the way that it goes in a frame. */
function ends(center: Point, box: Box, within: readonly Point[] | undefined): RunEnd {
  return within === undefined ? { kind: 'rim', center, box } : { kind: 'way', points: within };
}
