/**
 * The analytic gradient of an experiment (one reverse sweep), held against
 * forward mode, and the numeric gradient with its error bars.
 */
import { type Difference, difference, type Sampled } from '../engine/difference';
import { forwardSweep } from '../engine/forward';
import { reverseSweep, type Sweep } from '../engine/gradient';
import type { EntryId, Graph } from '../engine/graph';
import { contributionScale, roundingNoise, unitRoundoff } from '../engine/noise';
import { Replay } from '../engine/replay';
import type { Experiment, Input } from './experiment';
import { seeded, signedMagnitudes } from './random';

/** Entries up to which every coordinate of an experiment is differenced in mode `auto`. */
const enumeratedEntries = 64;

export interface Analytic {
  readonly sweep: Sweep;
  /** Per input: the gradient, flat. */
  readonly gradients: readonly Float64Array[];
  /** Per input and element: the rounding bound 16u·Σ|contributions|. */
  readonly rounding: readonly Float64Array[];
  /** Rounding noise of the scalar itself. */
  readonly noise: number;
  /** The sentence about a disagreement of forward and reverse mode; null when they agree. */
  readonly doubt: string | null;
}

const swept = new WeakMap<Graph, { loss: EntryId; inputs: readonly Input[]; analytic: Analytic }>();

/** Sweeps from the scalar `loss` to all inputs; once, however often it is asked. */
export function analyticGradient(graph: Graph, loss: EntryId, inputs: readonly Input[]): Analytic {
  const known = swept.get(graph);
  if (known?.loss === loss && known.inputs === inputs) return known.analytic;
  const analytic = sweepAll(graph, loss, inputs);
  swept.set(graph, { loss, inputs, analytic });
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
  return {
    sweep,
    gradients,
    rounding,
    noise,
    doubt: forwardDoubt(graph, loss, inputs, gradients, rounding, noise),
  };
}

/** Forward mode along one random direction is a second opinion on the whole sweep. */
function forwardDoubt(
  graph: Graph,
  loss: EntryId,
  inputs: readonly Input[],
  gradients: readonly Float64Array[],
  rounding: readonly Float64Array[],
  noise: number,
): string | null {
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
  if (!Number.isFinite(found) || !Number.isFinite(expected)) return null;
  // What cancels to nothing is rounding in both modes.
  if (Math.abs(found - expected) <= 1e-9 * scale + noise) return null;
  return `forward mode gives ${found}, reverse mode ${expected} along one direction`;
}

/** The numeric gradient of one input; entries that were not computed have no difference. */
export interface Numeric {
  readonly checked: 'all' | 'probes';
  readonly differences: readonly (Difference | null)[];
  /** In `probes` mode: directional derivatives of this input and what the analytic gradient says. */
  readonly directions: readonly { readonly difference: Difference; readonly expected: number }[];
}

/** Differences every input of an experiment; `loss` is its scalar. */
export function numericGradient(
  experiment: Experiment,
  loss: EntryId,
  analytic: Analytic,
  settings: {
    /** `again`: `auto` at a further point, where fewer entries are enumerated. */
    readonly mode: 'auto' | 'full' | 'probe' | 'again';
    readonly rtol: number;
    readonly seed: number;
  },
): Numeric[] {
  const line = new Line(experiment, loss, analytic, settings.rtol);
  const total = experiment.inputs.reduce((sum, input) => sum + input.data.length, 0);
  const most = { full: Number.POSITIVE_INFINITY, auto: enumeratedEntries, again: 16, probe: -1 };
  const all = total <= most[settings.mode];
  return experiment.inputs.map((input, index) => {
    const gradient = analytic.gradients[index];
    const size = input.data.length;
    const chosen = all ? null : sampledCoordinates(size, seeded(settings.seed, input.name));
    const differences = Array.from({ length: size }, (_, at) =>
      chosen === null || chosen.has(at) ? line.coordinate(index, at, gradient[at]) : null,
    );
    if (chosen === null || size <= chosen.size) {
      return { checked: 'all' as const, differences, directions: [] };
    }
    const source = seeded(settings.seed, `${input.name} direction`);
    const directions = [0, 1].map(() => {
      const direction = signedMagnitudes(source, size);
      return line.direction(index, direction, gradient);
    });
    return { checked: 'probes' as const, differences, directions };
  });
}

/** Four coordinates of a large input, drawn without repetition. */
function sampledCoordinates(size: number, source: ReturnType<typeof seeded>): Set<number> {
  const chosen = new Set<number>();
  while (chosen.size < Math.min(4, size)) chosen.add(Math.floor(source.uniform() * size));
  return chosen;
}

/** The scalar of an experiment along lines through its point. */
class Line {
  private readonly replay: Replay;
  /** Per input: its region in the replay, which holds the point itself between evaluations. */
  private readonly regions: readonly Float64Array[];
  private readonly result: Float64Array;
  private readonly center: number;

  constructor(
    private readonly experiment: Experiment,
    loss: EntryId,
    private readonly analytic: Analytic,
    private readonly rtol: number,
  ) {
    const { graph } = experiment.machine;
    this.replay = new Replay(graph, [loss], graph.pins.slice(0, experiment.pins));
    this.regions = experiment.inputs.map((input) => {
      const region = this.replay.input(input.entry);
      region.set(input.data);
      return region;
    });
    this.result = this.replay.value(loss);
    this.center = graph.number(loss);
  }

  coordinate(index: number, at: number, expected: number): Difference {
    const { data } = this.experiment.inputs[index];
    return this.differ(
      (t) => {
        const moved = data.slice();
        moved[at] += t;
        return this.evaluate(index, moved);
      },
      Math.abs(data[at]),
      expected,
    );
  }

  direction(
    index: number,
    direction: Float64Array,
    gradient: Float64Array,
  ): { difference: Difference; expected: number } {
    const { data } = this.experiment.inputs[index];
    let largest = 0;
    for (let at = 0; at < data.length; at++) {
      largest = Math.max(largest, Math.abs(direction[at]) / Math.max(Math.abs(data[at]), 1));
    }
    const scaled = direction.map((each) => each / largest);
    let expected = 0;
    for (let at = 0; at < data.length; at++) expected += scaled[at] * gradient[at];
    const found = this.differ(
      (t) =>
        this.evaluate(
          index,
          data.map((each, at) => each + t * scaled[at]),
        ),
      1,
      expected,
    );
    return { difference: found, expected };
  }

  /** A ladder, and a second one off the powers of two when the first contradicts the analytic value. */
  private differ(phi: (t: number) => Sampled, magnitude: number, expected: number): Difference {
    const options = {
      center: this.center,
      magnitude,
      noise: this.analytic.noise,
      expected,
      rtol: this.rtol,
    };
    const first = difference(phi, options);
    const scale = Math.max(Math.abs(first.value), Math.abs(expected));
    const agrees = Math.abs(first.value - expected) <= first.error + this.rtol * scale;
    if (agrees || first.state !== 'resolved') return first;
    const second = difference(phi, { ...options, stepFactor: 0.739085 });
    const overlap =
      Math.abs(first.value - second.value) <= first.error + second.error + this.rtol * scale;
    return overlap
      ? first
      : { ...first, state: 'weak', error: Math.abs(first.value - second.value) };
  }

  /** Replays the graph; where the branch changed, runs the program again. */
  private evaluate(index: number, moved: Float64Array): Sampled {
    const { inputs, rerun } = this.experiment;
    this.regions[index].set(moved);
    const sameBranch = this.replay.run();
    // Read first: the scalar may be the very input that is put back.
    const [found] = this.result;
    this.regions[index].set(inputs[index].data);
    if (sameBranch) return { value: found, sameBranch };
    const value = rerun(inputs.map((input, other) => (other === index ? moved : input.data)));
    return { value, sameBranch };
  }
}
