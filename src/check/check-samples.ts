/**
 * The samples of a target: given ones, or such as are worked out, and the experiments
 * at each, with integers kept where a run needs them.
 */

import { sizeOf } from '../engine/shape';
import type { ClassDefinition, FunctionDefinition, Parameter, Program } from '../syntax/nodes';
import { Stop } from '../trace/limits';
import { changed } from './conventions/changed';
import { explained } from './conventions/reconsider';
import { withoutBlame } from './drawn-shapes';
import { besideEdges } from './edges';
import type { Experiment } from './experiment';
import { isFlat, isRight, narrowness, tryOut } from './glance';
import { workOutSamples } from './inference/answer';
import type { Pairing, Trial } from './inference/question';
import { shapesAgree } from './judge';
import { notRun } from './not-run';
import type { AnnotatedPoints } from './options';
import { attempt, ended, finish, type Outcome, type Subject, stackStop } from './outcome';
import type { Context } from './run';
import type { Sample } from './sample';
import { otherwiseShaped } from './shape-branches';

/** What the inference of samples reads of a target. */
export interface Asked {
  readonly context: Context;
  readonly program: Program;
  /** The constructor's and forward's, in order. */
  readonly parameters: readonly Parameter[];
  /** Forward first, then derivatives, initializer and other methods. */
  readonly bodies: readonly FunctionDefinition[];
  /** Of the bodies those of forward and its derivatives, of which the check says what no run came to. */
  readonly checked: readonly FunctionDefinition[];
  readonly owner: ClassDefinition | null;
  readonly byArgument: boolean;
  readonly wrt: readonly string[] | null;
  /** Where a gradient is written, a run that gives none tells nothing. */
  readonly pairing: Pairing;
}

/** Runs all samples: given ones, or such as are worked out; `once` is one run of forward and derivative. */
export function checkSamples(
  subject: Subject,
  annotated: AnnotatedPoints,
  asked: Asked,
  make: (sample: Sample, integers: ReadonlySet<string>, only: boolean) => Experiment[],
  once: (sample: Sample, integers: ReadonlySet<string>) => Experiment,
): Outcome {
  const run = (sample: Sample) =>
    trial(() => withIntegers((integers) => once(sample, integers)), asked, annotated.options.scale);
  const answer = workOutSamples({
    ...asked,
    name: subject.name,
    annotated,
    attempt: run,
  });
  if (answer.kind === 'missing') {
    return { ...ended('unsupported', 'sample', answer.reason, null) };
  }
  const { samples, firm, pressed, unchecked, again, others } = answer;
  const checkedAt = (points: readonly Sample[]) =>
    attempt(() => {
      const at = (sample: Sample, only: boolean) =>
        withIntegersAll((integers) => make(sample, integers, only)).map((each) => ({
          ...each,
          origins: sample.origins,
        }));
      const experiments = points.flatMap((sample) => at(sample, points.length === 1));
      const { scale } = annotated.options;
      const isDrawn = asked.pairing !== 'none' && points.every((each) => !each.given);
      const further: Experiment[] = [];
      if (isDrawn && experiments.every((each) => isRight(each, scale))) {
        further.push(...wrongBeside(experiments[0], make, scale));
        const shaped = (sample: Sample) => at(sample, false);
        further.push(
          ...otherwiseShaped(experiments, asked.checked, subject.path, others, shaped, scale),
        );
      }
      return finish(subject, [...experiments, ...further], annotated.options, points[0].inferred);
    });
  let outcome = checkedAt(samples);
  const turns = samples.every((each) => each.given) ? 0 : mostTurns;
  for (let turn = 1; turn <= turns && isHidden(outcome); turn++) {
    const next = checkedAt(again(turn));
    if (next.verdict === 'pass' || next.verdict === 'mismatch') outcome = next;
  }
  const fitsAt = (point: Sample, name: string, shape: readonly number[]) => {
    const sample = changed(name, resized(shape))(point);
    const { stop, agrees, right, misfits } = run(sample);
    if (stop !== null) return stop.kind !== 'error';
    if (agrees) return right;
    // Where the shapes clash there, too, others may be meant otherwise, but for sizes that never fit.
    const neverFits = misfits.some(
      (each) => each.name === name && each.written.length === each.shape.length,
    );
    const all = misfits.reduce(
      (other, each) => changed(each.name, resized(each.written))(other),
      sample,
    );
    const meant = run(all);
    return meant.stop === null && meant.agrees ? meant.right : !neverFits;
  };
  // A point may select one entry alone, which shows nothing.
  const fits = (name: string, shape: readonly number[]) =>
    samples.some((each) => fitsAt(each, name, shape));
  const { inferred, strangers } = samples[0];
  const rest = notRun(asked.checked, outcome.experiments, subject.path);
  const told = { ...outcome, unchecked: [...unchecked, ...rest] };
  return withoutStrangers(withoutBlame(told, { inferred, firm, pressed, fits }), strangers);
}

/** How often points are drawn anew that hide the numeric derivative in rounding. */
const mostTurns = 2;

function isHidden({ verdict, code }: Outcome): boolean {
  return verdict === 'unverified' && /^(weak|flat|unreliable)$/.test(code ?? '');
}

/** A function that was drawn is nobody's mistake where it should be the derivative of another one. */
function withoutStrangers(outcome: Outcome, strangers: readonly string[]): Outcome {
  if (strangers.length === 0) return outcome;
  const names = strangers.map((each) => `\`${each}\``).join(', ');
  const why = `GradLens drew ${names} and does not know of which function ${strangers.length > 1 ? 'they are derivatives' : 'it is the derivative'}: give real ones with @gradcheck`;
  return explained(outcome, 'unverified', 'functions', ({ reason }) => `${reason}; ${why}`);
}

/** Experiments beside the edges of the function at which what is written is wrong. */
function wrongBeside(
  experiment: Experiment,
  make: (sample: Sample, integers: ReadonlySet<string>, only: boolean) => Experiment[],
  scale: number,
): Experiment[] {
  for (const sample of besideEdges(experiment)) {
    const made = tryOut(() => make(sample, experiment.integers, false));
    if (made.some((each) => !isRight(each, scale))) {
      return made.map((each) => ({ ...each, origins: sample.origins }));
    }
  }
  return [];
}

/** The same numbers, over and over, in another shape. */
function resized(shape: readonly number[]) {
  const size = sizeOf(shape);
  return (data: Float64Array) => ({
    data: Float64Array.from({ length: size }, (_, at) => data[at % data.length]),
    shape,
  });
}

/** One run, as the inference sees it. */
function trial(run: () => Experiment, { pairing }: Asked, scale: number): Trial {
  try {
    const experiment = run();
    const { machine, output, inputs, written, unread } = experiment;
    const misfits = written.flatMap(({ input, shape }) =>
      shapesAgree(shape, inputs[input].shape)
        ? []
        : [{ name: inputs[input].name, shape: inputs[input].shape, written: shape }],
    );
    const silent = pairing !== 'none' && written.length === 0;
    // One number without a slope shows as little as one row.
    const flat = isFlat(experiment);
    const found = narrowness(experiment);
    const narrow = found === 'number' && flat ? 'axis' : found;
    const agrees = unread.length === 0 && misfits.length === 0 && !silent;
    return {
      stop: null,
      finite: machine.graph.value(output).every(Number.isFinite),
      agrees,
      misfits,
      narrow,
      right: agrees && narrow === null && !flat && isRight(experiment, scale),
      integers: machine.integers,
    };
  } catch (stop) {
    const known = stop instanceof Stop ? stop : stackStop(stop);
    if (known === null) throw stop;
    return {
      stop: known,
      finite: false,
      agrees: false,
      misfits: [],
      narrow: null,
      right: false,
      integers: new Set(),
    };
  }
}

export function withIntegers(make: (integers: ReadonlySet<string>) => Experiment): Experiment {
  return withIntegersAll((integers) => [make(integers)])[0];
}

/** Runs again with inputs fixed that turned out to be needed as integers. */
function withIntegersAll(make: (integers: ReadonlySet<string>) => Experiment[]): Experiment[] {
  let integers: ReadonlySet<string> = new Set();
  for (;;) {
    const made = make(integers);
    const needed = new Set([...integers, ...made.flatMap((each) => [...each.machine.integers])]);
    if (needed.size === integers.size) {
      if (integers.size === 0) return made;
      const note = `${[...integers].join(', ')}: used as an integer, so not differentiated`;
      return made.map((each) => ({ ...each, notes: [...each.notes, note] }));
    }
    integers = needed;
  }
}
