/** Experiments on a function or a method: `f(x, y)` at a sample, with its written gradients. */
import type { FunctionDefinition } from '../syntax/nodes';
import { arrayOf } from '../trace/arrays';
import { callFunction } from '../trace/call';
import { Stop } from '../trace/limits';
import { getMember } from '../trace/members';
import { entryOf } from '../trace/operate';
import type { Value } from '../trace/values';
import { readClaims } from './claims';
import type { Experiment, Override } from './experiment';
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
import type { Sample } from './sample';
import type { FunctionTarget } from './targets';
import { contract, isJacobian, suitsClaims, type Weighting, weightings } from './weighting';
import { readResult, returnedNames } from './written';

export const upstreamNames =
  /^(d?out|dout.*|grad_?(out(put)?s?|y|z)?|upstream|d_?(y|z|a|l|h|output)|dl_?d?[yaz]|delta|deltas|g|v|bo|accum_grad|cotangent|adjoint)$/i;

/** What was recorded in one run of a function. */
export interface Recorded {
  readonly run: Run;
  readonly maker: ReturnType<typeof inputMaker>;
  readonly given: ReadonlyMap<string, Value>;
  readonly output: Output;
  /** The function or bound method that was called. */
  readonly callee: Value;
  /** The object, for a method. */
  readonly receiver: Value | null;
}

/** Everything that a function target's run needs besides the sample. */
export interface FunctionSetup {
  readonly context: Context;
  /** The function that is differentiated. */
  readonly target: FunctionTarget;
  readonly initializer: FunctionDefinition | null;
  readonly options: TargetOptions;
  /** Written gradients in functions: name and definition. */
  readonly gradients: readonly { readonly name: string; readonly definition: FunctionDefinition }[];
}

/** All experiments at one sample. */
export function functionExperiments(
  setup: FunctionSetup,
  sample: Sample,
  integers: ReadonlySet<string>,
): Experiment[] {
  const claims = setup.target.definition.annotations.some((each) => each.kind === 'claim');
  return weightings(
    (kind) => functionExperiment(setup, sample, integers, kind),
    takesUpstream(setup) ? 'required' : 'none',
    claims,
    setup.options.upstream,
  );
}

function takesUpstream(setup: FunctionSetup): boolean {
  return setup.gradients.some(({ definition }) =>
    definition.parameters.some((each) => isUpstream(setup, each.name)),
  );
}

/** A parameter of a written gradient that the function does not have, named like a cotangent. */
function isUpstream(setup: FunctionSetup, name: string): boolean {
  const own = setup.target.definition.parameters.some((each) => each.name === name);
  return upstreamNames.test(name) && !own;
}

function functionExperiment(
  setup: FunctionSetup,
  sample: Sample,
  integers: ReadonlySet<string>,
  kind: Weighting,
): Experiment {
  const { options } = setup;
  const record = (override: Override) =>
    recordFunction(setup, { override, integers, options, sample });
  const recorded = record(null);
  const { run, maker, output } = recorded;
  const { machine } = run;
  const { shape, size } = machine.graph.entry(output.entry);
  const upstream = takesUpstream(setup);
  const plain = kind === 'claims' || (kind === 'ones' && (size === 1 || !upstream));
  const weights = plain ? 'ones' : kind === 'ones' ? 'random' : kind;
  const cotangent = makeCotangent(run, output.entry, options, weights);
  const loss = scalarLoss(machine, output.entry, cotangent);
  const pins = machine.graph.pins.length;
  const at = Object.fromEntries(
    [...recorded.given].map(([name, value]) => [name, jsonValue(machine, value)]),
  );
  const { definition: own } = setup.target;
  const claims = readClaims(
    run,
    own.annotations,
    own,
    recorded.callee,
    recorded.given,
    maker.inputs,
  );
  const { unread } = claims;
  const written = suitsClaims(cotangent, options.upstream) ? [...claims.written] : [];
  let jacobian = false;
  for (const { name, definition } of kind === 'claims' ? [] : setup.gradients) {
    const found = callWritten(setup, recorded, name, definition, cotangent);
    if (found === null) {
      unread.push({
        source: name,
        reason: `what ${name} returns cannot be matched with the parameters`,
      });
    }
    for (const each of found ?? []) {
      const whole = isJacobian(each, shape, maker.inputs);
      jacobian ||= whole;
      const read = whole ? contract(each, cotangent, maker.inputs[each.input].shape) : each;
      written.push({ ...read, source: name, decimals: null, span: definition.nameSpan });
    }
  }
  return {
    machine,
    inputs: maker.inputs,
    value: outputJson(machine, output.value),
    at,
    given: sample.given,
    output: output.entry,
    loss,
    cotangent,
    entry: typeof kind === 'number' ? kind : null,
    jacobian,
    pins,
    random: machine.draws.length > 0,
    written,
    unread,
    notes: output.note === null ? [] : [output.note],
    rerun: (data) => weightedOutput(record(data), cotangent),
  };
}

/** Runs the module and the function once. */
function recordFunction(setup: FunctionSetup, making: Making): Recorded {
  const { context, target } = setup;
  const { definition, owner } = target;
  const names = new Set(usedNames({ kind: 'function', definition, span: definition.span }));
  names.add(owner?.name ?? definition.name.split('.')[0]);
  for (const each of setup.gradients) names.add(each.name.split('.')[0]);
  const run = startRun(context, names, making.options.check.seed);
  const maker = inputMaker(run, making);
  const place = { path: run.frame.scope.path, ...definition.nameSpan };
  let callee: Value;
  let receiver: Value | null = null;
  if (owner === null) callee = findFunction(run, definition.name, place);
  else {
    const type = findFunction(run, owner.name, place);
    const initial = setup.initializer;
    const wanted = initial === null ? [] : ownParameters(initial, true);
    const { positional, keywords } = spreadArguments(
      wanted,
      makeArguments(run, making, null, wanted),
    );
    receiver = callFunction(run.machine, type, positional, keywords, place);
    callee = getMember(run.machine, receiver, definition.name, place);
  }
  const parameters = ownParameters(definition, owner !== null);
  const given = makeArguments(run, making, maker, parameters);
  replaceAttributes(run, making, maker, receiver, definition.parameters[0]?.name ?? 'self');
  const { positional, keywords } = spreadArguments(parameters, given);
  // The written gradient gets what the caller had, even when the function changes its arguments.
  const kept = new Map([...given].map(([name, value]) => [name, unshared(run, value)]));
  run.machine.draws.length = 0;
  run.machine.seeded = false;
  const result = callFunction(run.machine, callee, positional, keywords, place);
  return {
    run,
    maker,
    given: kept,
    callee,
    receiver,
    output: numericOutput(run, result, target.name),
  };
}

/** The same array in storage of its own. */
function unshared(run: Run, value: Value): Value {
  const place = { path: run.frame.scope.path, start: 0, end: 0 };
  return value.kind === 'array'
    ? arrayOf(run.machine.graph, entryOf(run.machine, value, place), null)
    : value;
}

/** `self.W: (3, 4)`: attributes that the annotation gives, as differentiated inputs. */
export function replaceAttributes(
  run: Run,
  making: Making,
  maker: ReturnType<typeof inputMaker>,
  object: Value | null,
  self: string,
): void {
  if (object?.kind !== 'instance') return;
  for (const [name, recipe] of making.sample.recipes) {
    const [head, attribute] = name.split('.');
    if (head !== self || attribute === undefined) continue;
    const value = recipe.make(run.frame);
    object.attributes.set(attribute, recipe.fixed ? value : maker.make(name, value));
  }
}

/** Calls a written gradient with the function's own arguments, the cotangent and the cache by name. */
function callWritten(
  setup: FunctionSetup,
  recorded: Recorded,
  name: string,
  definition: FunctionDefinition,
  cotangent: Float64Array,
): ReturnType<typeof readResult> {
  const { run, given, output, maker } = recorded;
  const place = { path: run.frame.scope.path, ...definition.nameSpan };
  const bound = recorded.receiver !== null && !name.includes('.');
  const callee =
    recorded.receiver !== null
      ? getMember(run.machine, recorded.receiver, name.split('.').pop() ?? name, place)
      : findFunction(run, name, place);
  const parameters = ownParameters(definition, bound || recorded.receiver !== null);
  const chosen = new Map<string, Value>();
  const order = [...given.values()];
  let taken = 0;
  for (const parameter of parameters) {
    const own = given.get(parameter.name);
    if (own !== undefined) {
      chosen.set(parameter.name, own);
      taken += 1;
    } else if (isUpstream(setup, parameter.name)) {
      chosen.set(parameter.name, cotangentValue(run, output.value, cotangent));
    } else if (/cache/i.test(parameter.name) && output.rest !== null) {
      chosen.set(parameter.name, output.rest);
    } else if (
      parameter.default === null &&
      parameter.kind === 'positional' &&
      taken < order.length
    ) {
      chosen.set(parameter.name, order[taken++]);
    }
  }
  const { positional, keywords } = spreadArguments(parameters, chosen);
  const result = callFunction(run.machine, callee, positional, keywords, place);
  if (result.kind === 'unknown')
    throw new Stop('unsupported', 'construct', result.reason, result.place);
  return readResult(run.machine, result, maker.inputs, returnedNames(definition));
}
