/**
 * Rounding, to first order: how far the value of an output may be off because
 * every op rounds, and against which scale an adjoint that cancels is judged.
 */
import { contributionValues, reverseSweep, type Sweep } from './gradient';
import type { Entry, EntryId, Graph } from './graph';
import type { Op, OpName } from './op';
import { ops } from './ops';

/** Half the distance from 1 to the next larger number. */
export const unitRoundoff = 2 ** -53;

/** What a result may lose because it is too small for float64, as a multiple of the unit roundoff. */
const underflow = 2 ** -1022;

/** Ops that only move, compare or pick numbers: they do not round. */
const exact = new Set<OpName>(
  'input constant copy write gather reshape transpose broadcast concatenate where negate abs sign floor ceil trunc round cast maximum minimum max min'.split(
    ' ',
  ) as OpName[],
);

/** Ops that round once; the others are library functions and count twice. */
const roundedOnce = new Set<OpName>(
  'add subtract multiply divide chain sqrt floorMod remainder'.split(' ') as OpName[],
);

/**
 * The rounding noise of `output` (summed over its elements with the sweep's seed): the unit
 * roundoff times the sum of |adjoint| × |value| over all entries, reductions by what they add up.
 */
export function roundingNoise(graph: Graph, sweep: Sweep, output: EntryId): number {
  let noise = 0;
  for (const term of noiseTerms(graph, sweep, output)) noise += term.noise;
  return Number.isNaN(noise) ? Infinity : noise;
}

/** What each entry that rounds adds to the noise of `output`. */
export function* noiseTerms(
  graph: Graph,
  sweep: Sweep,
  output: EntryId,
): Generator<{ readonly id: EntryId; readonly noise: number }> {
  for (const [id, adjoint] of sweep.adjoints) {
    if (id > output) continue;
    const entry = graph.entry(id);
    if (exact.has(entry.op)) continue;
    yield { id, noise: unitRoundoff * amount(graph, entry, graph.entry(adjoint).offset) };
  }
}

/**
 * The rounding noise of a derivative that a sweep gives, along `direction` in `input`: the sweep is
 * a graph as well, and what its own derivatives magnify is what rounding, or numbers too small
 * for float64, may put it off by.
 */
export function derivativeNoise(
  graph: Graph,
  sweep: Sweep,
  input: EntryId,
  direction: Float64Array,
): number {
  const adjoint = sweep.adjoints.get(input);
  if (adjoint === undefined) return 0;
  const { shape } = graph.entry(adjoint);
  const seed = graph.constant(direction, shape);
  return roundingNoise(graph, reverseSweep(graph, adjoint, seed, [input]), adjoint);
}

/** Per element of `input`: the sum of the absolute contributions to its adjoint. */
export function contributionScale(graph: Graph, sweep: Sweep, input: EntryId): Float64Array {
  const scale = new Float64Array(graph.entry(input).size);
  for (const edge of sweep.edges) {
    if (edge.from !== input) continue;
    if (edge.positions === null) {
      const { offset } = graph.entry(edge.contribution);
      for (let i = 0; i < scale.length; i++) scale[i] += Math.abs(graph.arena[offset + i]);
      continue;
    }
    contributionValues(graph, edge).forEach((value, i) => {
      scale[i] += Math.abs(value);
    });
  }
  return scale;
}

/** `adjoint`: where in the arena the adjoint of the entry begins. */
function amount(graph: Graph, entry: Entry, adjoint: number): number {
  const { arena } = graph;
  switch (entry.op) {
    case 'sum':
    case 'scatterAdd':
    case 'cumsum':
    case 'matmul':
      return amountOfSums(graph, entry, adjoint);
    default: {
      const times = roundedOnce.has(entry.op) ? 1 : 2;
      let total = 0;
      for (let i = 0; i < entry.size; i++) {
        total += Math.abs(arena[adjoint + i]) * (Math.abs(arena[entry.offset + i]) + underflow);
      }
      return times * total;
    }
  }
}

/** What cancels in a sum still rounds: the same op on absolute values tells how much was added. */
function amountOfSums(graph: Graph, entry: Entry, adjoint: number): number {
  let used = entry.size;
  const inputs = entry.inputs.map((id) => {
    const input = graph.entry(id);
    used += input.size;
    return { ...input, offset: used - input.size };
  });
  const arena = new Float64Array(used);
  for (const { id, offset, size } of inputs) {
    const own = graph.entry(id).offset;
    for (let i = 0; i < size; i++) arena[offset + i] = Math.abs(graph.arena[own + i]);
  }
  const op = ops[entry.op] as Op<unknown>;
  op.compute(arena, { ...entry, offset: 0 }, inputs, entry.parameters);
  let total = 0;
  for (let i = 0; i < entry.size; i++) total += Math.abs(graph.arena[adjoint + i]) * arena[i];
  return total * growth(inputs[0].size / Math.max(1, outer(entry, inputs[0])));
}

/** How many sums run side by side in the first input. */
function outer(entry: Entry, input: Entry): number {
  if (entry.op === 'matmul') return input.size / input.shape[input.shape.length - 1];
  if (entry.op === 'cumsum') {
    return input.size / input.shape[(entry as Entry as Entry<'cumsum'>).parameters.axis];
  }
  return entry.size;
}

/** Errors of a running sum of so many terms, which partly cancel, against those of one addition. */
function growth(terms: number): number {
  return 1 + Math.sqrt(terms) / 2;
}
