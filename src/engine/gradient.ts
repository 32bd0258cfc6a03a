/**
 * Reverse mode: sweeps the graph backwards from one output and records the sweep
 * as entries of the same graph. The adjoint of a region that is written in place,
 * and of an array that is read piece by piece, is itself a region, so that a loop
 * over elements costs as much backwards as forwards.
 */
import { add, gatherAll, ones, reshape, zeros } from './build';
import type { Entry, EntryId, Graph, Shape } from './graph';
import type { Op } from './op';
import { ops } from './ops';
import { sameShape, showShape, sizeOf } from './shape';

/** What flowed along one edge of the graph: the contribution of `to` to the adjoint of `from`. */
export interface Edge {
  readonly from: EntryId;
  readonly to: EntryId;
  /** Which argument of `to` this edge is. */
  readonly argument: number;
  readonly contribution: EntryId;
  /**
   * null: the contribution has the shape of `from`. Else `to` read only these flat positions
   * of `from`, and the contribution holds theirs alone; see `contributionValues`.
   */
  readonly positions: Int32Array | null;
}

export interface Sweep {
  /**
   * The entry that holds the adjoint of each entry reached; absent: no gradient flows there.
   * Versions of a region (`copy` and `write` entries) have one only where they are targets.
   */
  readonly adjoints: ReadonlyMap<EntryId, EntryId>;
  /** Between versions of a region there are none: what flows there stays in place. */
  readonly edges: readonly Edge[];
}

/**
 * Appends the adjoints of every active entry between `targets` and `output`.
 * `seed` is the cotangent, in the shape of `output`; null means ones.
 */
export function reverseSweep(
  graph: Graph,
  output: EntryId,
  seed: EntryId | null,
  targets: readonly EntryId[],
): Sweep {
  const { between, reads } = entriesBetween(graph, output, targets);
  const isTarget = new Set(targets);
  const adjoints = new Map<EntryId, EntryId>();
  const edges: Edge[] = [];
  // Adjoints that are built in place: of regions by their offset, of other entries by their id.
  const regions = new Map<number, EntryId>();
  const pieces = new Map<EntryId, EntryId>();

  const contribute = (from: EntryId, contribution: EntryId) => {
    const entry = graph.entry(from);
    if (isRegion(entry)) {
      regions.set(entry.offset, accumulateAll(graph, regions.get(entry.offset), contribution));
      return;
    }
    const known = adjoints.get(from);
    adjoints.set(from, known === undefined ? contribution : add(graph, known, contribution));
  };
  const contributePiece = (read: Entry<'gather'>, adjoint: EntryId) => {
    const source = graph.entry(read.inputs[0]);
    const [map, key] = isRegion(source) ? [regions, source.offset] : [pieces, source.id];
    const { positions } = read.parameters;
    map.set(key, accumulate(graph, map.get(key), source.shape, adjoint, positions));
    edges.push({ from: source.id, to: read.id, argument: 0, contribution: adjoint, positions });
  };

  if (between[output] === 1) {
    contribute(output, seed ?? ones(graph, graph.entry(output).shape));
  }
  for (let id = output; id >= 0; id--) {
    if (between[id] === 0) continue;
    const entry = graph.entry(id);
    const inPlace = isRegion(entry);
    let adjoint: EntryId | undefined;
    if (inPlace) {
      adjoint = regions.get(entry.offset);
      if (adjoint !== undefined && (isTarget.has(id) || entry.op === 'copy')) {
        const whole = gatherAll(graph, adjoint, entry.shape);
        if (isTarget.has(id)) adjoints.set(id, whole);
        if (entry.op === 'copy') adjoint = whole;
      }
    } else {
      const built = pieces.get(id);
      if (built !== undefined) contribute(id, gatherAll(graph, built, entry.shape));
      adjoint = adjoints.get(id);
    }
    const needed = entry.inputs.map((input) => between[input] === 1);
    if (adjoint === undefined || !needed.includes(true)) continue;

    if (entry.op === 'gather' && readInPieces(graph.entry(entry.inputs[0]), reads)) {
      contributePiece(entry as Entry as Entry<'gather'>, adjoint);
      continue;
    }
    const contributions = contributionsOf(graph, entry, adjoint, needed);
    contributions.forEach((contribution, argument) => {
      const from = entry.inputs[argument];
      if (contribution === null || !needed[argument]) return;
      if (entry.op === 'write' && argument === 0) {
        regions.set(entry.offset, contribution);
        return;
      }
      contribute(from, contribution);
      edges.push({ from, to: id, argument, contribution, positions: null });
    });
  }
  return { adjoints, edges };
}

/** The numbers of a contribution in the shape of the entry that it flows to. */
export function contributionValues(graph: Graph, edge: Edge): Float64Array {
  const values = graph.value(edge.contribution);
  if (edge.positions === null) return values.slice();
  const whole = new Float64Array(graph.entry(edge.from).size);
  edge.positions.forEach((position, i) => {
    whole[position] += values[i];
  });
  return whole;
}

/** Entries on a differentiable path from a target to the output, and how often each is gathered from. */
function entriesBetween(
  graph: Graph,
  output: EntryId,
  targets: readonly EntryId[],
): { between: Uint8Array; reads: Uint32Array } {
  const reached = new Uint8Array(output + 1);
  for (const target of targets) if (target <= output) reached[target] = 1;
  for (let id = 0; id <= output; id++) {
    if (reached[id] === 1) continue;
    const entry = graph.entry(id);
    if (entry.type !== 'float' || !ops[entry.op].differentiable) continue;
    if (entry.inputs.some((input) => reached[input] === 1)) reached[id] = 1;
  }
  const between = new Uint8Array(output + 1);
  const reads = new Uint32Array(output + 1);
  between[output] = reached[output];
  for (let id = output; id >= 0; id--) {
    if (between[id] === 0) continue;
    const { op, inputs } = graph.entry(id);
    for (const input of inputs) if (reached[input] === 1) between[input] = 1;
    if (op === 'gather') reads[inputs[0]] += 1;
  }
  return { between, reads };
}

function isRegion(entry: Entry): boolean {
  return entry.op === 'copy' || entry.op === 'write';
}

/** A small array, or one that is read once, is simpler to treat as a whole. */
function readInPieces(source: Entry, reads: Uint32Array): boolean {
  return isRegion(source) || (reads[source.id] > 1 && source.size > 16);
}

/** Adds an adjoint at some positions of a region, which is made when there is none. */
function accumulate(
  graph: Graph,
  region: EntryId | undefined,
  shape: Shape,
  adjoint: EntryId,
  positions: Int32Array,
): EntryId {
  let places = positions;
  let values = adjoint;
  const slots = positions.length > 1 ? slotsOf(positions) : null;
  if (slots !== null) {
    places = slots.distinct;
    const parameters = { positions: slots.slots, shape: [places.length] };
    values = graph.apply('scatterAdd', [adjoint], parameters);
  }
  if (region === undefined) {
    const empty = graph.apply('copy', [zeros(graph, shape)], null);
    return graph.apply('write', [empty, values], { positions: places });
  }
  const parameters = { positions: places, shape: graph.entry(values).shape };
  const sum = add(graph, graph.apply('gather', [region], parameters), values);
  return graph.apply('write', [region, sum], { positions: places });
}

/** The distinct positions and where in them each position is; null when none is repeated. */
function slotsOf(positions: Int32Array): { distinct: Int32Array; slots: Int32Array } | null {
  const known = new Map<number, number>();
  for (const position of positions) {
    if (!known.has(position)) known.set(position, known.size);
  }
  if (known.size === positions.length) return null;
  return {
    distinct: Int32Array.from(known.keys()),
    slots: positions.map((position) => known.get(position)!),
  };
}

/** Adds an adjoint in the full shape of a region. */
function accumulateAll(graph: Graph, region: EntryId | undefined, adjoint: EntryId): EntryId {
  if (region === undefined) return graph.apply('copy', [adjoint], null);
  const { shape } = graph.entry(region);
  const positions = Int32Array.from({ length: sizeOf(shape) }, (_, position) => position);
  return accumulate(graph, region, shape, reshape(graph, adjoint, shape), positions);
}

/** Asks the rule, and holds it to its promise. */
function contributionsOf(
  graph: Graph,
  entry: Entry,
  adjoint: EntryId,
  needed: readonly boolean[],
): readonly (EntryId | null)[] {
  const op = ops[entry.op] as Op<unknown>;
  const contributions = op.reverse(graph, entry, adjoint, entry.parameters, needed);
  if (contributions.length !== entry.inputs.length) {
    throw new Error(
      `${entry.op}: ${contributions.length} contributions for ${entry.inputs.length} inputs`,
    );
  }
  contributions.forEach((contribution, argument) => {
    if (contribution === null) return;
    const { shape } = graph.entry(contribution);
    const expected = graph.entry(entry.inputs[argument]).shape;
    if (!sameShape(shape, expected)) {
      throw new Error(
        `${entry.op}: contribution ${argument} is ${showShape(shape)}, its input ${showShape(expected)}`,
      );
    }
  });
  return contributions;
}
