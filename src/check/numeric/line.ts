/**
 * The scalar of an experiment along lines through its point: the replay that is
 * evaluated there, and the derivative along one coordinate or one direction.
 */
import { type Difference, difference, type Sampled } from '../../engine/difference';
import type { EntryId, Graph } from '../../engine/graph';
import { Replay } from '../../engine/replay';
import { Signature } from '../../engine/signature';
import type { Analytic } from '../derivative';
import type { Experiment } from '../experiment';

/**
 * A derivative; `second` from another ladder of steps, where that was asked and does not agree.
 * `analyticNoise`, where it contradicts the analytic one, says how far rounding may put that off.
 */
export interface Estimated extends Difference {
  readonly second?: number;
  readonly analyticNoise?: number;
}

/** The derivative along a direction, and what the analytic gradient says it is. */
export interface Directional {
  readonly difference: Estimated;
  readonly expected: number;
}

/** What of an experiment is differenced. */
export interface Differenced extends Pick<Experiment, 'inputs' | 'pins' | 'rerun'> {
  readonly machine: { readonly graph: Graph; readonly look?: (place: null) => void };
}

/** The noise of an analytic derivative is a bound of the first order: what may be put down to it. */
export const mostBlur = 2;

export class Line {
  private readonly replay: Replay;
  private readonly signature: Signature;
  /** Per input: its region in the replay, which holds the point itself between evaluations. */
  private readonly regions: readonly Float64Array[];
  private readonly result: Float64Array;
  private readonly center: number;

  constructor(
    private readonly experiment: Differenced,
    loss: EntryId,
    private readonly analytic: Analytic,
    private readonly rtol: number,
  ) {
    const { graph } = experiment.machine;
    this.signature = new Signature(graph, loss);
    const kept = [loss, ...this.signature.entries];
    this.replay = new Replay(graph, kept, graph.pins.slice(0, experiment.pins));
    this.regions = experiment.inputs.map((input) => {
      const region = this.replay.input(input.entry);
      region.set(input.data);
      return region;
    });
    this.result = this.replay.value(loss);
    this.center = graph.number(loss);
  }

  /** Along one entry of an input. */
  coordinate(index: number, at: number): Estimated {
    const { data } = this.experiment.inputs[index];
    return this.differ(
      (t) =>
        this.evaluate(index, (region) => {
          region[at] += t;
        }),
      Math.abs(data[at]),
      this.analytic.gradients[index][at],
      () => this.analytic.noiseOf(index, at),
    );
  }

  /** The plain central difference with one step, along one entry of an input. */
  central(index: number, at: number, step: number): number {
    const value = (t: number) =>
      this.evaluate(index, (region) => {
        region[at] += t;
      }).value;
    return (value(step) - value(-step)) / (2 * step);
  }

  /** Along a direction of one input; entries where it is 0 stay where they are. */
  direction(index: number, direction: Float64Array): Directional {
    const { data } = this.experiment.inputs[index];
    const gradient = this.analytic.gradients[index];
    let largest = 0;
    for (let at = 0; at < data.length; at++) {
      largest = Math.max(largest, Math.abs(direction[at]) / Math.max(Math.abs(data[at]), 1));
    }
    const scaled = direction.map((each) => each / largest);
    let expected = 0;
    for (let at = 0; at < data.length; at++) {
      if (scaled[at] !== 0) expected += scaled[at] * gradient[at];
    }
    const found = this.differ(
      (t) =>
        this.evaluate(index, (region) => {
          for (let at = 0; at < region.length; at++) region[at] += t * scaled[at];
        }),
      1,
      expected,
      () => this.analytic.noiseAlong(index, scaled),
    );
    return { difference: found, expected };
  }

  /** Whether a resolved derivative is another one than the analytic gradient says. */
  contradicts({ difference, expected }: Directional): boolean {
    const { state, value, error, analyticNoise = 0 } = difference;
    const reach = error + analyticNoise + this.rtol * Math.max(Math.abs(value), Math.abs(expected));
    return state === 'resolved' && Math.abs(value - expected) > reach;
  }

  /** A ladder, and a second one off the powers of two when the first contradicts the analytic value. */
  private differ(
    phi: (t: number) => Sampled,
    magnitude: number,
    expected: number,
    noise: () => number,
  ): Estimated {
    this.experiment.machine.look?.(null);
    const options = {
      center: this.center,
      magnitude,
      // Where the graph has an infinite slope, its bound says nothing.
      noise: Number.isFinite(this.analytic.noise) ? this.analytic.noise : null,
      expected,
      rtol: this.rtol,
    };
    const first = difference(phi, options);
    if (!this.contradicts({ difference: first, expected })) return first;
    const blurred = { ...first, analyticNoise: mostBlur * noise() };
    if (!this.contradicts({ difference: blurred, expected })) return blurred;
    const second = difference(phi, { ...options, stepFactor: 0.739085 });
    const scale = Math.max(Math.abs(first.value), Math.abs(expected));
    const overlap =
      Math.abs(first.value - second.value) <= first.error + second.error + this.rtol * scale;
    if (overlap) return first;
    const error = Math.abs(first.value - second.value);
    return { ...first, state: 'weak', error, second: second.value };
  }

  /** Replays the graph with one input moved; where the control flow changed, runs the program again. */
  private evaluate(index: number, move: (region: Float64Array) => void): Sampled {
    const { inputs, rerun } = this.experiment;
    const region = this.regions[index];
    this.replay.moveOnly(inputs[index].entry);
    move(region);
    const samePath = this.replay.run();
    const sameBranch = samePath && this.signature.holds(this.replay.values);
    // Read first: the scalar may be the very input that is put back.
    const found = this.result[0];
    const moved = samePath ? null : region.slice();
    region.set(inputs[index].data);
    if (moved === null) return { value: found, sameBranch };
    const value = rerun(inputs.map((input, other) => (other === index ? moved : input.data)));
    return { value, sameBranch: false };
  }
}
