/**
 * Two functions, or two methods of one object: forward is called at the sample, then
 * each written gradient with forward's arguments, the cotangent and the cache.
 */

import { reverseSweep } from '../../engine/gradient';
import type { Expression, FunctionDefinition } from '../../syntax/nodes';
import { arrayOf } from '../../trace/arrays';
import { callFunction } from '../../trace/call';
import { Stop } from '../../trace/limits';
import { getMember } from '../../trace/members';
import { entryOf } from '../../trace/operate';
import { evaluateIn } from '../../trace/program';
import type { Value } from '../../trace/values';
import { readClaims } from '../claims';
import { isStatic } from '../detect/guards';
import type { InputMaker } from '../experiment';
import { usedNames } from '../needed';
import type { TargetOptions } from '../options';
import { jsonValue } from '../plain';
import {
  type Context,
  cotangentValues,
  findFunction,
  inputMaker,
  type Making,
  makeArguments,
  numericOutput,
  type Output,
  ownParameters,
  type Run,
  scalarLoss,
  spreadArguments,
} from '../run';
import type { FunctionTarget } from '../targets';
import { readResult, returnedNames } from '../written';
import { keepsDraw } from './draws';
import { callOuter } from './enclosed';
import { contract, readJacobian } from './jacobian';
import { makeReceiver, replaceAttributes } from './objects';
import type { Procedure, Recorded, WrittenRead } from './procedure';
import { argumentsOf, type Roles, returnedItems, rolesOf, upstreamOutputs } from './roles';

export interface WrittenFunction {
  readonly name: string;
  readonly definition: FunctionDefinition;
  /** Arguments that the convention gives it: the flag that asks for the derivative. */
  readonly fixed?: Fixed;
}

type Fixed = ReadonlyMap<string, Expression>;

/** Everything that a function target's run needs besides the sample. */
export interface FunctionSetup {
  readonly context: Context;
  /** The function that is differentiated. */
  readonly target: FunctionTarget;
  readonly initializer: FunctionDefinition | null;
  readonly options: TargetOptions;
  readonly gradients: readonly WrittenFunction[];
  /** The pair's names say that the written one is forward's backward. */
  readonly linked: boolean;
  /** Arguments of forward that no sample gives. */
  readonly fixed?: Fixed;
  /** 2: what is written is held against the derivative of the gradient. */
  readonly order?: 1 | 2;
  /** The function inside which both are defined. */
  readonly outer?: FunctionDefinition | null;
  /** What is written is given the output of forward in the place of its first argument. */
  readonly ofOutput?: boolean;
  /** A square Jacobian is read input by output. */
  readonly transposed?: boolean;
}

interface WithRoles extends WrittenFunction {
  readonly roles: Roles;
}

export function functionProcedure(setup: FunctionSetup): Procedure {
  const { context, target, options } = setup;
  const initializer = needsObject(setup) ? setup.initializer : null;
  const { definition, owner } = target;
  const names = new Set(usedNames({ kind: 'function', definition, span: definition.span }));
  names.add(owner?.name ?? definition.name.split('.')[0]);
  for (const each of setup.gradients) names.add(each.name.split('.')[0]);
  const outer = setup.outer ?? null;
  if (outer !== null) {
    for (const each of usedNames({ kind: 'function', definition: outer, span: outer.span })) {
      names.add(each);
    }
    names.add(outer.name);
  }
  const own = ownParameters(definition, owner !== null && !isStatic(definition)).filter(
    (each) => setup.fixed?.has(each.name) !== true,
  );
  const gradients = setup.gradients.map((each): WithRoles => {
    const parameters = ownParameters(
      each.definition,
      owner !== null && !isStatic(each.definition),
    ).filter(({ name }) => each.fixed?.has(name) !== true);
    return {
      ...each,
      roles: rolesOf(own, returnedItems(definition), parameters, setup.linked),
    };
  });
  const outputs = new Set(gradients.flatMap(({ roles }) => upstreamOutputs(roles)));
  const wanted = outputs.size === 0 ? [0] : [...outputs].sort((a, b) => a - b);
  return {
    context,
    options,
    name: target.name,
    names,
    parameters: [...(initializer?.parameters.slice(1) ?? []), ...(outer?.parameters ?? []), ...own],
    bodies: [
      definition,
      ...gradients.map((each) => each.definition),
      ...(initializer === null ? [] : [initializer]),
      ...(outer === null ? [] : [outer]),
    ],
    owner,
    upstream: outputs.size > 0 ? 'required' : 'none',
    claimed: definition.annotations.some((each) => each.kind === 'claim'),
    record: (run, making) => record(setup, gradients, wanted, run, making),
  };
}

/** Static methods are called on the class. */
function needsObject({ target, gradients }: FunctionSetup): boolean {
  return ![target.definition, ...gradients.map((each) => each.definition)].every(isStatic);
}

function record(
  setup: FunctionSetup,
  gradients: readonly WithRoles[],
  wanted: readonly number[],
  run: Run,
  making: Making,
): Recorded {
  const { definition, owner, name } = setup.target;
  const { machine } = run;
  const maker = inputMaker(run, making);
  const place = { path: run.frame.scope.path, ...definition.nameSpan };
  const receiver =
    owner === null
      ? null
      : needsObject(setup)
        ? makeReceiver(run, making, owner, setup.initializer, place)
        : findFunction(run, owner.name, place);
  const cached = gradients.some(({ roles }) =>
    [...roles.values()].some((role) => role.kind === 'cache' || role.kind === 'returned'),
  );
  const inner =
    setup.outer == null
      ? null
      : callOuter(
          run,
          making,
          setup.outer,
          new Set([definition.name, ...gradients.map(({ name: each }) => each)]),
        );
  const callee =
    receiver === null
      ? (inner?.get(definition.name) ?? findFunction(run, definition.name, place))
      : getMember(machine, receiver, definition.name, place);
  const parameters = ownParameters(definition, owner !== null && !isStatic(definition));
  const given = makeArguments(run, making, maker, parameters);
  replaceAttributes(run, making, maker, receiver, definition.parameters[0]?.name ?? 'self');
  const { positional, keywords } = spreadArguments(
    parameters,
    new Map([...given, ...fixedValues(run, setup.fixed)]),
  );
  // The written gradient gets what the caller had, even when the function changes its arguments.
  const kept = new Map([...given].map(([each, value]) => [each, unshared(run, value)]));
  machine.draws.length = 0;
  machine.seeded = false;
  const result = callFunction(machine, callee, positional, keywords, place);
  const value = numericOutput(run, result, name, wanted);
  const drew = machine.draws.length > 0;
  const lost = drew && !(cached && keepsDraw(machine, value.items.slice(1), given.values()));
  // What a cache keeps of a draw is the same in every run.
  if (cached) machine.draws.length = 0;
  const output = setup.order === 2 ? gradientOutput(run, value, maker) : value;
  const [first] = parameters;
  const passed =
    setup.ofOutput === true && first !== undefined
      ? new Map([...kept, [first.name, output.value]])
      : kept;
  const forward: Called = { run, maker, given: passed, receiver, inner, output, wanted };
  return {
    run,
    inputs: maker.inputs,
    output,
    lost: lost && gradients.length > 0,
    at: Object.fromEntries([...kept].map(([each, value]) => [each, jsonValue(machine, value)])),
    claims: () => readClaims(run, definition.annotations, definition, callee, kept, maker.inputs),
    write: (cotangent) => write(gradients, forward, cotangent, setup.transposed === true),
  };
}

/** Forward, called: what written gradients are given. */
interface Called {
  readonly run: Run;
  readonly maker: InputMaker;
  readonly given: ReadonlyMap<string, Value>;
  readonly receiver: Value | null;
  /** The functions that an outer one has defined; null for those of the module. */
  readonly inner: ReadonlyMap<string, Value> | null;
  readonly output: Output;
  /** The items of what forward returned that are its outputs. */
  readonly wanted: readonly number[];
}

function write(
  gradients: readonly WithRoles[],
  forward: Called,
  cotangent: Float64Array,
  transposed: boolean,
): WrittenRead {
  const { run, maker, output } = forward;
  const { shape } = run.machine.graph.entry(output.entry);
  const written: WrittenRead['written'][number][] = [];
  const unread: WrittenRead['unread'][number][] = [];
  const notes: string[] = [];
  let jacobian = false;
  for (const gradient of gradients) {
    const { name, definition } = gradient;
    const result = callWritten(gradient, forward, cotangent);
    const found = readResult(run.machine, result, maker.inputs, returnedNames(definition));
    if (found === null) {
      const reason = `what ${name} returns cannot be matched with the parameters`;
      unread.push({ source: name, reason });
    }
    for (const each of found ?? []) {
      const whole = readJacobian(each, shape, maker.inputs, transposed);
      jacobian ||= whole !== null;
      if (whole?.transposed) notes.push(`${name} returns the Jacobian transposed: input by output`);
      const parts = whole?.parts.map((part) =>
        contract(part, cotangent, maker.inputs[part.input].shape),
      );
      for (const read of parts ?? [each]) {
        written.push({ ...read, source: name, decimals: null, span: definition.nameSpan });
      }
    }
  }
  return { written, unread, jacobian, notes };
}

/** Calls a written gradient with what its parameters stand for. */
function callWritten(
  { name, definition, roles, fixed }: WithRoles,
  forward: Called,
  cotangent: Float64Array,
): Value {
  const { run, receiver, inner } = forward;
  const place = { path: run.frame.scope.path, ...definition.nameSpan };
  const callee =
    receiver === null
      ? (inner?.get(name) ?? findFunction(run, name, place))
      : getMember(run.machine, receiver, name.split('.').pop() ?? name, place);
  const parameters = ownParameters(definition, receiver !== null && !isStatic(definition));
  const { given, output, wanted } = forward;
  const cotangents = cotangentValues(run, output, cotangent);
  const chosen = argumentsOf(roles, given, output.items, wanted, cotangents);
  const { positional, keywords } = spreadArguments(
    parameters,
    new Map([...chosen, ...fixedValues(run, fixed)]),
  );
  const result = callFunction(run.machine, callee, positional, keywords, place);
  if (result.kind === 'unknown')
    throw new Stop('unsupported', 'construct', result.reason, result.place);
  return result;
}

function fixedValues(run: Run, fixed: Fixed | undefined): [string, Value][] {
  return [...(fixed ?? [])].map(([name, value]) => [name, evaluateIn(run.frame, value)]);
}

/**
 * The gradient of an output, swept in the same graph: what a second derivative differentiates.
 * In the first input, or in all of them where they are numbers.
 */
function gradientOutput(run: Run, output: Output, maker: InputMaker): Output {
  const { graph } = run.machine;
  const { inputs } = maker;
  if (inputs.length === 0) return output;
  const scalars = inputs.every((input) => input.shape.length === 0);
  const chosen = scalars ? inputs : inputs.slice(0, 1);
  const { size } = graph.entry(output.entry);
  const loss = scalarLoss(run.machine, output.entry, new Float64Array(size).fill(1));
  const { adjoints } = reverseSweep(
    graph,
    loss,
    null,
    chosen.map((each) => each.entry),
  );
  const parts = chosen.map(
    ({ entry, data, shape }) =>
      adjoints.get(entry) ?? graph.constant(new Float64Array(data.length), shape),
  );
  const flat = () =>
    parts.map((each) => graph.apply('reshape', [each], { shape: [graph.entry(each).size] }));
  const entry = parts.length === 1 ? parts[0] : graph.apply('concatenate', flat(), { axis: 0 });
  const value = arrayOf(graph, entry, null);
  const whole = graph.entry(entry).size;
  return { entry, value, parts: [{ value, size: whole }], items: [value], note: null };
}

/** The same array in storage of its own. */
function unshared(run: Run, value: Value): Value {
  const place = { path: run.frame.scope.path, start: 0, end: 0 };
  return value.kind === 'array'
    ? arrayOf(run.machine.graph, entryOf(run.machine, value, place), null)
    : value;
}
