/**
 * In which order the vertices of each layer stand, so that few ties cross: sweeps by
 * the mean place of the neighbours, then swaps of two beside each other. What is tied
 * alike keeps the order that it was given in, so that a drawing stays as it is between edits.
 */
import type { Tie, Vertex } from './layers';

type Neighbours = readonly (readonly number[])[];

const mostSweeps = 8;

/** Layer by layer, the vertices from left to right. */
export function orderLayers(vertices: readonly Vertex[], ties: readonly Tie[]): number[][] {
  const up = vertices.map((): number[] => []);
  const down = vertices.map((): number[] => []);
  for (const { from, to } of ties) {
    down[from].push(to);
    up[to].push(from);
  }
  const count = Math.max(0, ...vertices.map(({ layer }) => layer + 1));
  const start = Array.from({ length: count }, (): number[] => []);
  for (const [vertex, { layer }] of vertices.entries()) start[layer].push(vertex);
  const kept = improved(start, vertices, up, down, true);
  if (kept.crossings === 0) return kept.order;
  // Inputs stand as the user wrote them, unless another order crosses less.
  const free = improved(start, vertices, up, down, false);
  return free.crossings < kept.crossings ? free.order : kept.order;
}

interface Ordered {
  readonly order: number[][];
  readonly crossings: number;
}

function improved(
  start: readonly (readonly number[])[],
  vertices: readonly Vertex[],
  up: Neighbours,
  down: Neighbours,
  fixing: boolean,
): Ordered {
  let order = start.map((layer) => [...layer]);
  const places = new Array<number>(vertices.length).fill(0);
  const settle = (layer: readonly number[]) => {
    for (const [place, vertex] of layer.entries()) places[vertex] = place;
  };
  const isFixed = (vertex: number) => fixing && vertices[vertex].fixed;
  order.forEach(settle);
  let best: Ordered | null = null;
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    const downward = sweep % 2 === 0;
    const neighbours = downward ? up : down;
    for (const layer of downward ? order : order.toReversed()) {
      sortByNeighbours(layer, neighbours, places, isFixed);
      settle(layer);
    }
    for (const layer of order) swapBeside(layer, up, down, places, isFixed);
    const crossings = countCrossings(order, down, places);
    if (best !== null && crossings >= best.crossings) continue;
    best = { order: order.map((layer) => [...layer]), crossings };
    if (crossings === 0) break;
  }
  order = best?.order ?? order;
  return { order, crossings: best?.crossings ?? 0 };
}

/** Those without neighbours stay where they are. */
function sortByNeighbours(
  layer: number[],
  neighbours: Neighbours,
  places: readonly number[],
  isFixed: (vertex: number) => boolean,
): void {
  const mean = (vertex: number) => {
    let sum = 0;
    for (const each of neighbours[vertex]) sum += places[each];
    return sum / neighbours[vertex].length;
  };
  const moving = layer.filter((vertex) => neighbours[vertex].length > 0);
  const means = new Map(moving.map((vertex) => [vertex, mean(vertex)]));
  const sorted = moving.toSorted(
    (one, other) => means.get(one)! - means.get(other)! || places[one] - places[other],
  );
  let next = 0;
  for (const [place, vertex] of layer.entries()) {
    if (neighbours[vertex].length > 0) layer[place] = sorted[next++];
  }
  const fixed = layer.filter(isFixed).sort((one, other) => one - other);
  if (fixed.length < 2) return;
  next = 0;
  for (const [place, vertex] of layer.entries()) if (isFixed(vertex)) layer[place] = fixed[next++];
}

/** Swaps two that stand side by side where that takes crossings away. */
function swapBeside(
  layer: number[],
  up: Neighbours,
  down: Neighbours,
  places: number[],
  isFixed: (vertex: number) => boolean,
): void {
  for (let better = true, turns = 0; better && turns < layer.length; turns++) {
    better = false;
    for (let at = 0; at + 1 < layer.length; at++) {
      const [left, right] = [layer[at], layer[at + 1]];
      if (isFixed(left) && isFixed(right)) continue;
      let gain = 0;
      for (const neighbours of [up, down]) {
        gain += crossed(neighbours[left], neighbours[right], places);
        gain -= crossed(neighbours[right], neighbours[left], places);
      }
      if (gain <= 0) continue;
      layer[at] = right;
      layer[at + 1] = left;
      places[right] = at;
      places[left] = at + 1;
      better = true;
    }
  }
}

/** How often ties cross when those of `left` stand left of those of `right`. */
function crossed(
  left: readonly number[],
  right: readonly number[],
  places: readonly number[],
): number {
  let count = 0;
  for (const one of left) for (const other of right) if (places[one] > places[other]) count += 1;
  return count;
}

/** How often ties cross in all; ties that meet at a vertex do not. */
export function countCrossings(
  order: readonly (readonly number[])[],
  down: Neighbours,
  places: readonly number[],
): number {
  let count = 0;
  for (const layer of order) {
    for (const [at, left] of layer.entries()) {
      for (let other = at + 1; other < layer.length; other++) {
        count += crossed(down[left], down[layer[other]], places);
      }
    }
  }
  return count;
}
