/**
 * A procedure is how one target is run: make the inputs, run forward, and, given a
 * cotangent, run what is written and read it. Conventions differ in nothing else;
 * the experiments on top of it are the same for all.
 */
import type { ClassDefinition, FunctionDefinition, Parameter } from '../../syntax/nodes';
import type { Unread } from '../claims';
import { makeCotangent } from '../cotangent';
import type { Experiment, Input, Written } from '../experiment';
import type { TargetOptions } from '../options';
import {
  type Context,
  type Making,
  type Output,
  outputJson,
  type Run,
  scalarLoss,
  startRun,
  weightedOutput,
} from '../run';
import type { Sample } from '../sample';
import { suitsClaims, type UpstreamParameter, type Weighting, weightings } from '../weighting';

/** What was read of written gradients. */
export interface WrittenRead {
  readonly written: readonly Written[];
  /** Written gradients that could not be read, with the sentence to show. */
  readonly unread: readonly Unread[];
  /** One of them is a Jacobian: output by input. */
  readonly jacobian: boolean;
  /** What the user should know of how they were read. */
  readonly notes?: readonly string[];
  /** Slots of gradients that were left empty, with what they are for. */
  readonly empty?: Experiment['empty'];
}

/** Forward, run once. The functions go on in the same run and are called at most once each, claims first. */
export interface Recorded {
  readonly run: Run;
  readonly inputs: readonly Input[];
  readonly output: Output;
  /** The point, by parameter. */
  readonly at: Experiment['at'];
  readonly claims: () => {
    readonly written: readonly Written[];
    readonly unread: readonly Unread[];
  };
  /** It drew random numbers that what is written cannot know. */
  readonly lost?: boolean;
  /** Nothing is written beside it: a further cotangent may go on in the same run. */
  readonly alone?: boolean;
  /** Runs what is written with the cotangent of the output, flat, and reads it. */
  readonly write: (cotangent: Float64Array) => WrittenRead;
}

export interface Procedure {
  readonly context: Context;
  readonly options: TargetOptions;
  /** The target, for sentences. */
  readonly name: string;
  /** The names of the module that a run needs. */
  readonly names: ReadonlySet<string>;
  /** What a sample gives: parameters of a constructor, then of forward. */
  readonly parameters: readonly Parameter[];
  /** Forward, then the written gradients, then a constructor: where uses of parameters show. */
  readonly bodies: readonly FunctionDefinition[];
  /** The class, for what is run on an object. */
  readonly owner: ClassDefinition | null;
  /** What is written gives a gradient, or None, for each argument, whatever its name. */
  readonly byArgument?: true;
  /** An operation of a library that broadcasts. */
  readonly broadcasts?: boolean;
  readonly upstream: UpstreamParameter;
  /** 2: the output is the gradient of forward, and what is written its derivative. */
  readonly order?: 1 | 2;
  /** `@grad` claims stand above it. */
  readonly claimed: boolean;
  readonly record: (run: Run, making: Making) => Recorded;
}

interface First {
  readonly procedure: Procedure;
  readonly recorded: Recorded;
  readonly made: Experiment;
}

const firsts = new WeakMap<Sample, Map<string, First>>();

/** The experiment with ones, made once: where a sample was worked out, the inference has made it. */
export function firstExperiment(
  procedure: Procedure,
  sample: Sample,
  integers: ReadonlySet<string>,
): Experiment {
  return firstOf(procedure, sample, integers).made;
}

function firstOf(procedure: Procedure, sample: Sample, integers: ReadonlySet<string>): First {
  const key = [...integers].join(' ');
  const known = firsts.get(sample) ?? new Map<string, First>();
  const before = known.get(key);
  if (before?.procedure === procedure) return before;
  const making = { override: null, integers, options: procedure.options, sample };
  const recorded = record(procedure, making);
  const first = { procedure, recorded, made: experimentOf(procedure, making, 'ones', recorded) };
  firsts.set(sample, known.set(key, first));
  return first;
}

/** How many numbers a graph may hold that takes a second cotangent's sweep as well; a larger one nears the limit. */
const mostShared = 2 ** 16;

/** All experiments at one sample; `only`: there is no other one. */
export function experimentsOf(
  procedure: Procedure,
  sample: Sample,
  integers: ReadonlySet<string>,
  only: boolean,
): Experiment[] {
  const making = { override: null, integers, options: procedure.options, sample };
  const { recorded, made } = firstOf(procedure, sample, integers);
  const goesOn = recorded.alone === true && made.machine.graph.arena.length <= mostShared;
  return weightings(
    (kind) => {
      if (kind === 'ones') return made;
      const shared = goesOn && kind === 'random';
      return experimentOf(procedure, making, kind, shared ? recorded : undefined);
    },
    procedure.upstream,
    procedure.claimed,
    procedure.options,
    // The symmetry of a Hessian shows with two vectors.
    only || procedure.order === 2,
  );
}

/** Forward, run at a sample. */
export function runOnce(
  procedure: Procedure,
  sample: Sample,
  integers: ReadonlySet<string>,
): Recorded {
  return record(procedure, { override: null, integers, options: procedure.options, sample });
}

/** Runs forward alone; the inputs that an override gives replace those of the sample. */
function record(procedure: Procedure, making: Making): Recorded {
  const run = startRun(procedure.context, procedure.names, making.sample.seed);
  return procedure.record(run, making);
}

/** One experiment: forward, and what is written with one cotangent; an override replaces the sample's inputs. */
function experimentOf(
  procedure: Procedure,
  making: Making,
  kind: Weighting,
  recorded = record(procedure, making),
): Experiment {
  const { options, upstream } = procedure;
  const { sample, integers } = making;
  const { run, inputs, output, at } = recorded;
  const { machine } = run;
  const scalar = machine.graph.entry(output.entry).size === 1;
  const plain = kind === 'claims' || (kind === 'ones' && (scalar || upstream === 'none'));
  const weights = plain ? 'ones' : kind === 'ones' ? 'random' : kind;
  const cotangent = makeCotangent(run, output.entry, options, weights);
  const loss = scalarLoss(machine, output.entry, cotangent);
  const pins = machine.graph.pins.length;
  const claims = recorded.claims();
  const read: WrittenRead =
    kind === 'claims' ? { written: [], unread: [], jacobian: false } : recorded.write(cotangent);
  const claimed = kind === 'claims' || suitsClaims(cotangent, options.upstream);
  return {
    sample,
    integers,
    machine,
    inputs,
    value: outputJson(machine, output.value),
    at,
    given: sample.given,
    output: output.entry,
    loss,
    cotangent,
    pins,
    random: machine.draws.length > 0,
    lost: recorded.lost === true || (read.written.length > 0 && machine.draws.length > 0),
    entry: typeof kind === 'number' ? kind : null,
    order: procedure.order ?? 1,
    jacobian: read.jacobian,
    written: [...(claimed ? claims.written : []), ...read.written],
    unread: [...claims.unread, ...read.unread],
    notes: [...(output.note === null ? [] : [output.note]), ...(read.notes ?? [])],
    empty: read.empty,
    elsewhere: (data) => experimentOf(procedure, { ...making, override: data }, kind),
    rerun: (data) => weightedOutput(record(procedure, { ...making, override: data }), cotangent),
  };
}
