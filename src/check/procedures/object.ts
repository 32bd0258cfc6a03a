/**
 * A class with a forward and a backward method: the object is made anew, forward is
 * traced, then backward is called with the cotangent, and what it returned and stored is read.
 */
import type { FunctionDefinition, Parameter } from '../../syntax/nodes';
import { callFunction } from '../../trace/call';
import { Stop } from '../../trace/limits';
import { getMember } from '../../trace/members';
import type { InstanceValue, Value } from '../../trace/values';
import { differentiateAttributes } from '../attributes';
import { readClaims } from '../claims';
import type { Experiment, Input, Written } from '../experiment';
import { usedNames } from '../needed';
import type { TargetOptions } from '../options';
import { jsonValue } from '../plain';
import {
  type Context,
  cotangentValues,
  inputMaker,
  type Making,
  makeArguments,
  numericOutput,
  ownParameters,
  type Run,
  spreadArguments,
} from '../run';
import type { ClassTarget } from '../targets';
import { readResult, readStored, returnedNames } from '../written';
import { makeReceiver, replaceAttributes } from './objects';
import type { Procedure, Recorded, WrittenRead } from './procedure';

export interface ObjectSetup {
  readonly context: Context;
  readonly target: ClassTarget;
  readonly initializer: FunctionDefinition | null;
  readonly options: TargetOptions;
}

export function objectProcedure(setup: ObjectSetup): Procedure {
  const { context, target, initializer, options } = setup;
  const { definition, forward, backward } = target;
  const names = new Set(usedNames({ kind: 'class', definition, span: definition.span }));
  names.add(definition.name);
  const upstream = upstreamOf(backward, forward);
  return {
    context,
    options,
    name: target.name,
    names,
    parameters: [...(initializer?.parameters.slice(1) ?? []), ...forward.parameters.slice(1)],
    bodies: [forward, backward, ...(initializer === null ? [] : [initializer])],
    owner: definition,
    upstream: upstream === null ? 'none' : upstream.default === null ? 'required' : 'optional',
    claimed: [definition, forward, backward].some(({ annotations }) =>
      annotations.some((each) => each.kind === 'claim'),
    ),
    record: (run, making) => record(setup, upstream?.name ?? null, run, making),
  };
}

function record(setup: ObjectSetup, upstream: string | null, run: Run, making: Making): Recorded {
  const { target, initializer } = setup;
  const { definition, forward } = target;
  const { machine } = run;
  const place = { path: run.frame.scope.path, ...definition.nameSpan };
  const object = makeReceiver(run, making, definition, initializer, place);
  if (object.kind !== 'instance') {
    throw new Stop('unsupported', 'construct', `${target.name} does not make an object`, place);
  }
  const maker = inputMaker(run, making);
  const parameters = ownParameters(forward, true);
  const given = makeArguments(run, making, maker, parameters);
  const self = forward.parameters[0]?.name ?? 'self';
  replaceAttributes(run, making, maker, object, self);
  differentiateAttributes(definition, making, maker, object, self);
  const { positional, keywords } = spreadArguments(parameters, given);
  const callee = getMember(machine, object, forward.name, place);
  const result = callFunction(machine, callee, positional, keywords, place);
  const output = numericOutput(run, result, `${target.name}.${forward.name}`);
  const at = describeSample(run, given, maker.inputs, object);
  // What forward drew is drawn alike in every run and kept by the object; backward must not draw again.
  machine.draws.length = 0;
  return {
    run,
    inputs: maker.inputs,
    output,
    at,
    claims: () => {
      const annotations = [...definition.annotations, ...forward.annotations];
      return readClaims(run, annotations, forward, callee, given, maker.inputs);
    },
    write: (cotangent) => {
      const [seed] = cotangentValues(run, output, cotangent);
      const returned = callBackward(setup, run, object, given, upstream, seed);
      return readBackward(setup, run, object, returned, maker.inputs);
    },
  };
}

/** The parameter of backward that takes the cotangent; null for the head of a loss. */
function upstreamOf(backward: FunctionDefinition, forward: FunctionDefinition): Parameter | null {
  const own = ownParameters(backward, true).filter((each) => each.kind === 'positional');
  const forwardNames = new Set(ownParameters(forward, true).map((each) => each.name));
  return own.find((each) => !forwardNames.has(each.name)) ?? own[0] ?? null;
}

function callBackward(
  setup: ObjectSetup,
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
  const callee = getMember(run.machine, object, backward.name, place);
  const result = callFunction(run.machine, callee, positional, keywords, place);
  if (result.kind === 'unknown')
    throw new Stop('unsupported', 'construct', result.reason, result.place);
  return result;
}

function readBackward(
  setup: ObjectSetup,
  run: Run,
  object: InstanceValue,
  result: Value,
  inputs: readonly Input[],
): WrittenRead {
  const { forward, backward } = setup.target;
  const source = backward.name;
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
            reason: `what ${setup.target.name}.${backward.name} returns cannot be matched with the arguments of ${forward.name}`,
          },
        ]
      : [];
  return { written: read, unread, jacobian: false };
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
