/**
 * Experiments on a class pair: the object is made anew, `forward` is traced, then
 * `backward` is called with the cotangent and what it returned and stored is read.
 */
import type { FunctionDefinition, Parameter, Program } from '../syntax/nodes';
import { callFunction } from '../trace/call';
import { Stop } from '../trace/limits';
import { getMember } from '../trace/members';
import type { InstanceValue, Value } from '../trace/values';
import { differentiateAttributes } from './attributes';
import { readClaims } from './claims';
import type { Experiment, Input, InputMaker, Override, Written } from './experiment';
import { usedNames } from './needed';
import type { TargetOptions } from './options';
import { jsonValue } from './plain';
import {
  type Context,
  cotangentValue,
  findFunction,
  inputMaker,
  type Making,
  makeArguments,
  makeCotangent,
  numericOutput,
  type Output,
  outputJson,
  ownParameters,
  type Run,
  scalarLoss,
  spreadArguments,
  startRun,
  weightedOutput,
} from './run';
import { replaceAttributes } from './run-function';
import type { Sample } from './sample';
import type { ClassTarget } from './targets';
import { suitsClaims, type Weighting } from './weighting';
import { readResult, readStored, returnedNames } from './written';

export interface ClassSetup {
  readonly context: Context;
  readonly target: ClassTarget;
  readonly initializer: FunctionDefinition | null;
  readonly options: TargetOptions;
  readonly program: Program;
}

interface Recorded {
  readonly run: Run;
  readonly maker: InputMaker;
  readonly object: InstanceValue;
  readonly given: ReadonlyMap<string, Value>;
  readonly output: Output;
}

/** An array output is weighted at random unless backward takes no upstream. */
export function classExperiment(
  setup: ClassSetup,
  sample: Sample,
  integers: ReadonlySet<string>,
  kind: Weighting,
): Experiment {
  const { target, options } = setup;
  const record = (override: Override) =>
    recordForward(setup, { override, integers, options, sample });
  const { run, maker, object, given, output } = record(null);
  const { machine } = run;
  const upstream = upstreamOf(target.backward, target.forward)?.name ?? null;
  const scalar = machine.graph.entry(output.entry).size === 1;
  const head = upstream === null || scalar;
  const ones = kind === 'claims' || (head && kind === 'ones');
  const cotangent = makeCotangent(run, output.entry, options, ones ? 'ones' : 'random');
  const loss = scalarLoss(machine, output.entry, cotangent);
  const pins = machine.graph.pins.length;
  const at = describeSample(run, given, maker.inputs, object);
  const claims = readClaims(
    run,
    [...target.definition.annotations, ...target.forward.annotations],
    target.forward,
    getMember(machine, object, 'forward', { path: run.frame.scope.path, start: 0, end: 0 }),
    given,
    maker.inputs,
  );
  // What forward drew is drawn alike in every run and kept by the object; backward must not draw again.
  machine.draws.length = 0;
  const result = callBackward(
    setup,
    run,
    object,
    given,
    upstream,
    cotangentValue(run, output.value, cotangent),
  );
  const { read, unread } = readBackward(setup, run, object, result, maker.inputs);
  return {
    machine,
    inputs: maker.inputs,
    value: outputJson(run.machine, output.value),
    at,
    given: sample.given,
    output: output.entry,
    loss,
    cotangent,
    pins,
    random: machine.draws.length > 0,
    entry: null,
    jacobian: false,
    written:
      kind === 'claims'
        ? claims.written
        : [...read, ...(suitsClaims(cotangent, options.upstream) ? claims.written : [])],
    unread: [...unread, ...claims.unread],
    notes: output.note === null ? [] : [output.note],
    rerun: (data) => weightedOutput(record(data), cotangent),
  };
}

function recordForward(setup: ClassSetup, making: Making): Recorded {
  const { context, target, initializer } = setup;
  const names = new Set(
    usedNames({ kind: 'class', definition: target.definition, span: target.definition.span }),
  );
  names.add(target.definition.name);
  const run = startRun(context, names, making.options.check.seed);
  const place = { path: run.frame.scope.path, ...target.definition.nameSpan };
  const type = findFunction(run, target.definition.name, place);
  const wanted = initializer === null ? [] : ownParameters(initializer, true);
  const made = makeArguments(run, making, null, wanted);
  const initial = spreadArguments(wanted, made);
  const object = callFunction(run.machine, type, initial.positional, initial.keywords, place);
  if (object.kind !== 'instance') {
    throw new Stop('unsupported', 'construct', `${target.name} does not make an object`, place);
  }
  const maker = inputMaker(run, making);
  const parameters = ownParameters(target.forward, true);
  const given = makeArguments(run, making, maker, parameters);
  const self = target.forward.parameters[0]?.name ?? 'self';
  replaceAttributes(run, making, maker, object, self);
  differentiateAttributes(setup.target.definition, making, maker, object, self);
  const { positional, keywords } = spreadArguments(parameters, given);
  const forward = getMember(run.machine, object, 'forward', place);
  const result = callFunction(run.machine, forward, positional, keywords, place);
  return {
    run,
    maker,
    object,
    given,
    output: numericOutput(run, result, `${target.name}.forward`),
  };
}

/** The parameter of backward that takes the cotangent; null for the head of a loss. */
export function upstreamOf(
  backward: FunctionDefinition,
  forward: FunctionDefinition,
): Parameter | null {
  const own = ownParameters(backward, true).filter((each) => each.kind === 'positional');
  const forwardNames = new Set(ownParameters(forward, true).map((each) => each.name));
  return own.find((each) => !forwardNames.has(each.name)) ?? own[0] ?? null;
}

function callBackward(
  setup: ClassSetup,
  run: Run,
  object: InstanceValue,
  given: ReadonlyMap<string, Value>,
  upstream: string | null,
  cotangent: Value,
): Value {
  const { backward } = setup.target;
  const place = { path: run.frame.scope.path, ...backward.nameSpan };
  const parameters = ownParameters(backward, true);
  const chosen = new Map<string, Value>();
  for (const parameter of parameters) {
    const own = given.get(parameter.name);
    if (parameter.name === upstream) chosen.set(parameter.name, cotangent);
    else if (own !== undefined) chosen.set(parameter.name, own);
  }
  const { positional, keywords } = spreadArguments(parameters, chosen);
  const callee = getMember(run.machine, object, 'backward', place);
  const result = callFunction(run.machine, callee, positional, keywords, place);
  if (result.kind === 'unknown')
    throw new Stop('unsupported', 'construct', result.reason, result.place);
  return result;
}

function readBackward(
  setup: ClassSetup,
  run: Run,
  object: InstanceValue,
  result: Value,
  inputs: readonly Input[],
): { read: Written[]; unread: { source: string; reason: string }[] } {
  const { backward } = setup.target;
  const source = 'backward';
  // What backward returns belongs to forward's arguments; what it stores, to the object's own parameters.
  const outside = inputs.filter((input) => !input.name.startsWith('self.'));
  const returned = readResult(
    run.machine,
    result,
    outside.length > 0 ? outside : inputs,
    returnedNames(backward),
  );
  const all = outside.length > 0 ? outside : inputs;
  const read: Written[] = (returned ?? []).map((each) => ({
    ...each,
    input: inputs.indexOf(all[each.input]),
    source,
    decimals: null,
    span: backward.nameSpan,
  }));
  for (const each of readStored(run.machine, object, inputs)) {
    if (!read.some((other) => other.input === each.input)) {
      read.push({ ...each, source, decimals: null, span: backward.nameSpan });
    }
  }
  const unread =
    read.length === 0
      ? [
          {
            source,
            reason: `what ${setup.target.name}.backward returns cannot be matched with the arguments of forward`,
          },
        ]
      : [];
  return { read, unread };
}

function describeSample(
  run: Run,
  given: ReadonlyMap<string, Value>,
  inputs: readonly Input[],
  object: InstanceValue,
): Experiment['at'] {
  const shown: Record<string, ReturnType<typeof jsonValue>> = {};
  for (const [name, value] of given) shown[name] = jsonValue(run.machine, value);
  for (const input of inputs) {
    const [self, attribute] = input.name.split('.');
    if (shown[input.name] !== undefined || attribute === undefined || shown[self] !== undefined)
      continue;
    const value = object.attributes.get(attribute);
    if (value !== undefined) shown[input.name] = jsonValue(run.machine, value);
  }
  return shown;
}
