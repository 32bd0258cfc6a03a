/** The analytic gradient of an experiment: one reverse sweep, held against forward mode. */
import { forwardSweep } from '../engine/forward';
import { reverseSweep, type Sweep } from '../engine/gradient';
import type { EntryId, Graph } from '../engine/graph';
import { contributionScale, derivativeNoise, roundingNoise, unitRoundoff } from '../engine/noise';
import type { Input } from './experiment';
import { seeded, signedMagnitudes } from './random';

export interface Analytic {
  readonly sweep: Sweep;
  /** Per input: the gradient, flat. */
  readonly gradients: readonly Float64Array[];
  /** Per input and element: the rounding bound 16u·Σ|contributions|. */
  readonly rounding: readonly Float64Array[];
  /** Rounding noise of the scalar itself. */
  readonly noise: number;
  /** How far the derivative along a direction in one input may be off because its own computation rounds. */
  readonly noiseAlong: (input: number, direction: Float64Array) => number;
  /** The same for one entry. */
  readonly noiseOf: (input: number, at: number) => number;
  /** Along one random direction: what forward mode gives, and what the gradients say. */
  readonly forward: { readonly found: number; readonly expected: number };
  /** The sentence about a disagreement of forward and reverse mode; null when they agree. */
  readonly doubt: string | null;
}

const swept = new WeakMap<Graph, Map<EntryId, Swept>>();

interface Swept {
  readonly inputs: readonly Input[];
  readonly analytic: Analytic;
}

/** Sweeps from the scalar `loss` to all inputs; once, however often it is asked. */
export function analyticGradient(graph: Graph, loss: EntryId, inputs: readonly Input[]): Analytic {
  const known = swept.get(graph) ?? new Map<EntryId, Swept>();
  const before = known.get(loss);
  if (before?.inputs === inputs) return before.analytic;
  const analytic = sweepAll(graph, loss, inputs);
  swept.set(graph, known.set(loss, { inputs, analytic }));
  return analytic;
}

function sweepAll(graph: Graph, loss: EntryId, inputs: readonly Input[]): Analytic {
  const sweep = reverseSweep(
    graph,
    loss,
    null,
    inputs.map((input) => input.entry),
  );
  const gradients = inputs.map((input) => {
    const adjoint = sweep.adjoints.get(input.entry);
    return adjoint === undefined
      ? new Float64Array(input.data.length)
      : graph.value(adjoint).slice();
  });
  const rounding = inputs.map((input) =>
    contributionScale(graph, sweep, input.entry).map((scale) => 16 * unitRoundoff * scale),
  );
  const noise = roundingNoise(graph, sweep, loss);
  const noiseAlong = (input: number, direction: Float64Array): number =>
    derivativeNoise(graph, sweep, inputs[input].entry, direction);
  const noiseOf = (input: number, at: number): number =>
    noiseAlong(input, new Float64Array(inputs[input].data.length).fill(1, at, at + 1));
  return {
    sweep,
    gradients,
    rounding,
    noise,
    noiseAlong,
    noiseOf,
    ...forwardOpinion(graph, sweep, loss, inputs, gradients, rounding, noise),
  };
}

/** Forward mode along one random direction is a second opinion on the whole sweep. */
function forwardOpinion(
  graph: Graph,
  sweep: Sweep,
  loss: EntryId,
  inputs: readonly Input[],
  gradients: readonly Float64Array[],
  rounding: readonly Float64Array[],
  noise: number,
): Pick<Analytic, 'forward' | 'doubt'> {
  const source = seeded(1, 'tangent');
  const tangents = new Map<EntryId, EntryId>();
  let expected = 0;
  let scale = 0;
  for (const [index, input] of inputs.entries()) {
    const direction = signedMagnitudes(source, input.data.length);
    tangents.set(input.entry, graph.constant(direction, input.shape));
    for (let at = 0; at < direction.length; at++) {
      expected += direction[at] * gradients[index][at];
      scale +=
        Math.abs(direction[at]) * (Math.abs(gradients[index][at]) + rounding[index][at] / 1e-12);
    }
  }
  const tangent = forwardSweep(graph, loss, tangents);
  const found = tangent === null ? 0 : graph.number(tangent);
  const forward = { found, expected };
  // What cancels to nothing is rounding in both modes.
  const distance = Math.abs(found - expected);
  const far = distance > 1e-9 * scale + noise;
  if (!far || !Number.isFinite(found) || !Number.isFinite(expected)) {
    return { forward, doubt: null };
  }
  const blur = inputs.reduce(
    (sum, input) =>
      sum + derivativeNoise(graph, sweep, input.entry, graph.value(tangents.get(input.entry)!)),
    0,
  );
  if (distance <= 16 * blur) return { forward, doubt: null };
  const doubt = `forward mode gives ${found}, reverse mode ${expected} along one direction`;
  return { forward, doubt };
}
