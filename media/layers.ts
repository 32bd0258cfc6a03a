/**
 * Boxes in layers, one level of a drawing: every link runs down, and through every
 * layer in between at a bend of its own. Links of one source share their bends.
 */
import { placeAcross } from './across';
import { orderLayers } from './order';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly width: number;
  readonly height: number;
  /** Kept in the first or the last layer. */
  readonly pin: 'top' | 'bottom' | null;
}

/** From a box to a later one. */
export interface Link {
  readonly from: number;
  readonly to: number;
  /** How far from the center of a box the link leaves and arrives. */
  readonly leaves: number;
  readonly arrives: number;
}

export interface Placement {
  /** The center of each box. */
  readonly centers: readonly Point[];
  /** What each link runs through between its boxes. */
  readonly routes: readonly (readonly Point[])[];
  readonly width: number;
  readonly height: number;
}

/** What stands in a layer: a box, or the bend of a link (`box` is null). */
export interface Vertex {
  readonly box: number | null;
  readonly layer: number;
  readonly width: number;
  /** Kept in the order given among its like. */
  readonly fixed: boolean;
}

export interface Tie {
  readonly from: number;
  readonly to: number;
  readonly leaves: number;
  readonly arrives: number;
}

const layerGap = 44;
/** Layers of height 0 hold the ports of a frame. */
const portGap = 18;

export function placeBoxes(boxes: readonly Box[], links: readonly Link[]): Placement {
  const layers = layersOf(boxes, links);
  const vertices: Vertex[] = boxes.map(({ width, pin }, box) => {
    return { box, layer: layers[box], width, fixed: pin === 'top' };
  });
  const ties: Tie[] = [];
  const bends = new Map<string, number>();
  const chains = links.map(({ from, to, leaves, arrives }) => {
    const chain: number[] = [];
    for (let layer = layers[from] + 1; layer < layers[to]; layer++) {
      const key = `${from} ${leaves} ${layer}`;
      const known = bends.get(key);
      const bend = known ?? vertices.push({ box: null, layer, width: 0, fixed: false }) - 1;
      bends.set(key, bend);
      const before = chain[chain.length - 1] ?? from;
      if (known === undefined) {
        ties.push({ from: before, to: bend, leaves: before === from ? leaves : 0, arrives: 0 });
      }
      chain.push(bend);
    }
    const last = chain[chain.length - 1] ?? from;
    ties.push({ from: last, to, leaves: last === from ? leaves : 0, arrives });
    return chain;
  });
  const order = orderLayers(vertices, ties);
  const trunks = new Map<string, number[]>();
  for (const [at, { from, leaves }] of links.entries()) {
    const known = trunks.get(`${from} ${leaves}`) ?? [];
    if (chains[at].length > known.length) trunks.set(`${from} ${leaves}`, chains[at]);
  }
  const { xs, width } = placeAcross(vertices, ties, order, [...trunks.values()]);
  const { tops, heights, height } = placeDown(boxes, layers, order.length);
  // Beside something much taller a box stands near the top.
  const middle = (box: number) =>
    tops[layers[box]] + Math.min(heights[layers[box]], 3 * boxes[box].height) / 2;
  return {
    centers: boxes.map((_, box) => ({ x: xs[box], y: middle(box) })),
    // Straight through the whole layer, so that nothing in it is cut.
    routes: chains.map((chain) =>
      chain.flatMap((bend) => {
        const { layer } = vertices[bend];
        const [top, bottom] = [tops[layer], tops[layer] + heights[layer]];
        return [top, ...(bottom > top ? [bottom] : [])].map((y) => ({ x: xs[bend], y }));
      }),
    ),
    width,
    height,
  };
}

/** The layer of each box: below all that it needs, and near what needs it where that shortens links. */
function layersOf(boxes: readonly Box[], links: readonly Link[]): number[] {
  const into = boxes.map((): number[] => []);
  const outOf = boxes.map((): number[] => []);
  for (const { from, to } of links) {
    into[to].push(from);
    outOf[from].push(to);
  }
  const layers: number[] = [];
  for (const box of boxes.keys()) {
    layers[box] = Math.max(-1, ...into[box].map((from) => layers[from])) + 1;
  }
  for (const box of [...boxes.keys()].reverse()) {
    if (boxes[box].pin !== null || outOf[box].length <= into[box].length) continue;
    layers[box] = Math.min(...outOf[box].map((to) => layers[to])) - 1;
  }
  const last = Math.max(0, ...boxes.map(({ pin }, box) => (pin === 'bottom' ? 0 : layers[box])));
  return layers.map((layer, box) => (boxes[box].pin === 'bottom' ? last + 1 : layer));
}

function placeDown(boxes: readonly Box[], layers: readonly number[], count: number) {
  const heights = new Array<number>(count).fill(0);
  for (const [box, { height }] of boxes.entries()) {
    heights[layers[box]] = Math.max(heights[layers[box]], height);
  }
  const tops: number[] = [];
  let y = 0;
  for (const [layer, height] of heights.entries()) {
    tops.push(y);
    const gap = height === 0 || heights[layer + 1] === 0 ? portGap : layerGap;
    y += height + (layer + 1 < count ? gap : 0);
  }
  return { tops, heights, height: y };
}
