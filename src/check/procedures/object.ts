/**
 * A class with a forward and a backward method: the object is made anew, forward is
 * traced, then backward is called with the cotangent, and what it returned and stored is read.
 */
import type { Expression, FunctionDefinition } from '../../syntax/nodes';
import { callFunction } from '../../trace/call';
import { Stop } from '../../trace/limits';
import { getMember } from '../../trace/members';
import { boundIn } from '../../trace/program';
import { float, type InstanceValue, type Value } from '../../trace/values';
import { differentiateAttributes, hasUnmade } from '../attributes';
import { readClaims } from '../claims';
import { methodsOf } from '../detect/find';
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
  type Output,
  ownParameters,
  type Run,
  spreadArguments,
} from '../run';
import { emptySlots, readStored } from '../stored';
import type { ClassTarget } from '../targets';
import { readResult, returnedNames } from '../written';
import { changedAttributes, keepsDraw } from './draws';
import { makeReceiver, replaceAttributes, takesOptimizer } from './objects';
import { adopt, callHooks, hooksOf, statesOf } from './preparation';
import type { Procedure, Recorded, WrittenRead } from './procedure';
import { argumentsOf, type Roles, returnedItems, rolesOf, upstreamOutputs } from './roles';
import { makeOptimizer, readOptimizer, readUpdates } from './updates';

export interface ObjectSetup {
  readonly context: Context;
  readonly target: ClassTarget;
  readonly initializer: FunctionDefinition | null;
  readonly options: TargetOptions;
}

export function objectProcedure(setup: ObjectSetup): Procedure {
  const { context, target, initializer, options } = setup;
  const { definition, forward, backward } = target;
  const { program } = context.compiled;
  const names = new Set(usedNames({ kind: 'class', definition, span: definition.span }));
  names.add(definition.name);
  const own = ownParameters(forward, true);
  const made = (initializer?.parameters.slice(1) ?? []).filter((each) => !takesOptimizer(each));
  const roles = rolesOf(own, returnedItems(forward), ownParameters(backward, true), true);
  const wanted = upstreamOutputs(roles);
  const optional = ownParameters(backward, true).every(
    ({ name, default: given }) => roles.get(name)?.kind !== 'upstream' || given !== null,
  );
  const methods = methodsOf(definition, program, new Set());
  const plan: Plan = {
    roles,
    methods,
    wanted: wanted.length === 0 ? [0] : wanted,
    hooks: hooksOf(methods, forward),
    states: statesOf(forward),
  };
  return {
    context,
    options,
    name: target.name,
    names,
    parameters: [...made, ...own],
    bodies: [
      forward,
      backward,
      ...(initializer === null ? [] : [initializer]),
      ...methods.filter((each) => ![forward, backward, initializer].includes(each)),
    ],
    owner: definition,
    upstream: wanted.length === 0 ? 'none' : optional ? 'optional' : 'required',
    claimed: [definition, forward, backward].some(({ annotations }) =>
      annotations.some((each) => each.kind === 'claim'),
    ),
    record: (run, making) => record(setup, plan, run, making),
  };
}

/** What the text says of how an object is run. */
interface Plan {
  readonly roles: Roles;
  /** The methods of the class and its bases. */
  readonly methods: readonly FunctionDefinition[];
  /** The items of what forward returns that are its outputs. */
  readonly wanted: readonly number[];
  readonly hooks: readonly FunctionDefinition[];
  /** Attributes that every forward sets. */
  readonly states: ReadonlySet<string>;
}

function record(setup: ObjectSetup, plan: Plan, run: Run, making: Making): Recorded {
  const { target, initializer } = setup;
  const { definition, forward } = target;
  const { machine } = run;
  const place = { path: run.frame.scope.path, ...definition.nameSpan };
  const optimizer = makeOptimizer();
  const make = (): InstanceValue => {
    const made = makeReceiver(run, making, definition, initializer, place, optimizer);
    if (made.kind === 'instance') return made;
    throw new Stop('unsupported', 'construct', `${target.name} does not make an object`, place);
  };
  const object = make();
  const maker = inputMaker(run, making);
  const parameters = ownParameters(forward, true);
  const given = makeArguments(run, making, maker, parameters);
  const self = forward.parameters[0]?.name ?? 'self';
  replaceAttributes(run, making, maker, object, self);
  callHooks(run, object, plan.hooks, given, optimizer, place);
  const call = (receiver: InstanceValue): Value => {
    const callee = getMember(machine, receiver, forward.name, place);
    const { positional, keywords } = spreadArguments(parameters, given);
    return callFunction(machine, callee, positional, keywords, place);
  };
  if (hasUnmade(definition, object)) {
    const scratch = make();
    callHooks(run, scratch, plan.hooks, given, optimizer, place);
    call(scratch);
    adopt(object, scratch, plan.states);
  }
  differentiateAttributes(definition, making, maker, object, self);
  machine.draws.length = 0;
  const before = new Map(object.attributes);
  const output = numericOutput(run, call(object), `${target.name}.${forward.name}`, plan.wanted);
  const at = describeSample(run, given, maker.inputs, object);
  const lost =
    machine.draws.length > 0 &&
    !keepsDraw(machine, changedAttributes(object, before), given.values());
  // What forward drew is drawn alike in every run; backward must not draw again.
  machine.draws.length = 0;
  const state: State = { run, object, given, optimizer, output, inputs: maker.inputs };
  return {
    run,
    inputs: maker.inputs,
    output,
    at,
    lost,
    claims: () => {
      const annotations = [...definition.annotations, ...forward.annotations];
      const callee = getMember(machine, object, forward.name, place);
      return readClaims(run, annotations, forward, callee, given, maker.inputs);
    },
    write: (cotangent) => {
      const cotangents = cotangentValues(run, output, cotangent);
      return readBackward(setup, plan, state, callBackward(setup, plan, state, cotangents));
    },
  };
}

/** An object after its forward. */
interface State {
  readonly run: Run;
  readonly object: InstanceValue;
  readonly given: ReadonlyMap<string, Value>;
  readonly optimizer: InstanceValue;
  readonly output: Output;
  readonly inputs: readonly Input[];
}

function callBackward(
  setup: ObjectSetup,
  plan: Plan,
  { run, object, given, output }: State,
  cotangents: readonly Value[],
): Value {
  const { backward } = setup.target;
  const place = { path: run.frame.scope.path, ...backward.nameSpan };
  const parameters = ownParameters(backward, true);
  const chosen = argumentsOf(plan.roles, given, output.items, plan.wanted, cotangents);
  const { positional, keywords } = spreadArguments(parameters, chosen);
  const callee = getMember(run.machine, object, backward.name, place);
  const result = callFunction(run.machine, callee, positional, keywords, place);
  if (result.kind === 'unknown')
    throw new Stop('unsupported', 'construct', result.reason, result.place);
  return result;
}

function readBackward(
  setup: ObjectSetup,
  plan: Plan,
  { run, object, given, optimizer, inputs }: State,
  result: Value,
): WrittenRead {
  const { definition, forward, backward } = setup.target;
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
  const numbers = [...plan.roles].flatMap(([name, role]): [string, Value][] =>
    role.kind === 'number' ? [[name, float(role.value)]] : [],
  );
  const known = new Map([...given, ...numbers]);
  const rate = (node: Expression) => rateValue(run, object, known, node);
  for (const each of [
    ...readStored(run.machine, object, inputs),
    ...readOptimizer(run.machine, optimizer, object, inputs),
    ...readUpdates(run.machine, definition, object, inputs, rate),
  ]) {
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
  const set = new Set(read.map((each) => inputs[each.input].name));
  const empty = emptySlots(plan.methods, object, inputs, set);
  return { written: read, unread, jacobian: false, empty };
}

/** The value of a learning rate: an attribute, a parameter, a number. */
function rateValue(
  run: Run,
  object: InstanceValue,
  given: ReadonlyMap<string, Value>,
  node: Expression,
): number | null {
  if (node.kind === 'number') return node.value;
  const name = node.kind === 'name' || node.kind === 'member' ? node.name : '';
  const value =
    node.kind === 'member'
      ? object.attributes.get(name)
      : (given.get(name) ?? boundIn(run.frame, name));
  return value?.kind === 'number' ? value.value : null;
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
