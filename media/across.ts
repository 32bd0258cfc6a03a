/**
 * How far to the right the vertices of each layer stand: each as near as it can to the
 * mean of its neighbours, ties of bends the straightest, none on another. What a layer
 * wants is settled exactly, by merging those that want the same room.
 */
import type { Tie, Vertex } from './layers';

const boxGap = 28;
const bendGap = 16;
const sweeps = 4;

interface End {
  readonly vertex: number;
  /** What this vertex's place is more than the neighbour's where the tie is upright. */
  readonly shift: number;
  readonly weight: number;
}

export function placeAcross(
  vertices: readonly Vertex[],
  ties: readonly Tie[],
  order: readonly (readonly number[])[],
  /** The bends of each source, downwards. */
  trunks: readonly (readonly number[])[],
): { readonly xs: readonly number[]; readonly width: number } {
  const up = vertices.map((): End[] => []);
  const down = vertices.map((): End[] => []);
  for (const { from, to, leaves, arrives } of ties) {
    const bends = [from, to].filter((each) => vertices[each].box === null).length;
    const weight = [2, 1, 8][bends];
    down[from].push({ vertex: to, shift: arrives - leaves, weight });
    up[to].push({ vertex: from, shift: leaves - arrives, weight });
  }
  const xs = new Array<number>(vertices.length).fill(0);
  const rooms = order.map((layer) => roomsOf(layer, vertices));
  for (const [layer, row] of order.entries()) {
    const middle = (rooms[layer].at(-1) ?? 0) / 2;
    for (const [place, vertex] of row.entries()) xs[vertex] = rooms[layer][place] - middle;
  }
  const longest = Math.max(0, ...order.map((row) => row.length));
  const blocks: Blocks = {
    weights: new Float64Array(longest),
    sums: new Float64Array(longest),
    counts: new Int32Array(longest),
  };
  const settle = (layer: number, ends: readonly (readonly End[])[]) => {
    placeRow(order[layer], rooms[layer], ends, xs, blocks);
  };
  const all = up.map((ends, vertex) => [...ends, ...down[vertex]]);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (let layer = 1; layer < order.length; layer++) settle(layer, up);
    for (let layer = order.length - 2; layer >= 0; layer--) settle(layer, down);
  }
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (let layer = 0; layer < order.length; layer++) settle(layer, all);
    for (let layer = order.length - 1; layer >= 0; layer--) settle(layer, all);
  }
  const rows = vertices.map(({ layer }) => layer);
  const places = new Map(order.flatMap((row) => row.map((vertex, place) => [vertex, place])));
  /** From where to where a vertex can move while all others stay. */
  const reach = (vertex: number): readonly [number, number] => {
    const [row, room] = [order[rows[vertex]], rooms[rows[vertex]]];
    const place = places.get(vertex)!;
    const before = row[place - 1];
    const after = row[place + 1];
    return [
      before === undefined ? Number.NEGATIVE_INFINITY : xs[before] + room[place] - room[place - 1],
      after === undefined ? Number.POSITIVE_INFINITY : xs[after] - room[place + 1] + room[place],
    ];
  };
  for (const trunk of trunks) straighten(trunk, reach, xs);
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (const [vertex, { width }] of vertices.entries()) {
    left = Math.min(left, xs[vertex] - width / 2);
    right = Math.max(right, xs[vertex] + width / 2);
  }
  return { xs: xs.map((x) => x - left), width: Math.max(0, right - left) };
}

/** Bends one below the other stand upright, as many as have room for it. */
function straighten(
  trunk: readonly number[],
  reach: (vertex: number) => readonly [number, number],
  xs: number[],
): void {
  for (let start = 0; start < trunk.length; ) {
    let [low, high] = reach(trunk[start]);
    let sum = xs[trunk[start]];
    let end = start + 1;
    for (; end < trunk.length; end++) {
      const [from, to] = reach(trunk[end]);
      if (Math.max(low, from) > Math.min(high, to)) break;
      low = Math.max(low, from);
      high = Math.min(high, to);
      sum += xs[trunk[end]];
    }
    const x = Math.min(high, Math.max(low, sum / (end - start)));
    for (; start < end; start++) xs[trunk[start]] = x;
  }
}

/** The least place of each in a row, from the first on. */
function roomsOf(row: readonly number[], vertices: readonly Vertex[]): number[] {
  const rooms: number[] = [];
  for (const [place, vertex] of row.entries()) {
    if (place === 0) {
      rooms.push(0);
      continue;
    }
    const [one, other] = [vertices[row[place - 1]], vertices[vertex]];
    const gap = one.box === null || other.box === null ? bendGap : boxGap;
    rooms.push(rooms[place - 1] + (one.width + other.width) / 2 + gap);
  }
  return rooms;
}

/** Neighbours in a row that want the same room, and move as one. */
interface Blocks {
  readonly weights: Float64Array;
  readonly sums: Float64Array;
  readonly counts: Int32Array;
}

/** Least squares under "each at least its room right of the one before". */
function placeRow(
  row: readonly number[],
  rooms: readonly number[],
  ends: readonly (readonly End[])[],
  xs: number[],
  { weights, sums, counts }: Blocks,
): void {
  let blocks = 0;
  for (let place = 0; place < row.length; place++) {
    // What has no neighbour there gives way to the others.
    let weight = 0.01;
    let sum = weight * xs[row[place]];
    for (const end of ends[row[place]]) {
      weight += end.weight;
      sum += end.weight * (xs[end.vertex] + end.shift);
    }
    sum -= weight * rooms[place];
    let count = 1;
    while (blocks > 0 && sums[blocks - 1] * weight >= sum * weights[blocks - 1]) {
      blocks -= 1;
      weight += weights[blocks];
      sum += sums[blocks];
      count += counts[blocks];
    }
    weights[blocks] = weight;
    sums[blocks] = sum;
    counts[blocks] = count;
    blocks += 1;
  }
  let place = 0;
  for (let block = 0; block < blocks; block++) {
    const start = sums[block] / weights[block];
    for (let each = 0; each < counts[block]; each++, place++) xs[row[place]] = start + rooms[place];
  }
}
