/**
 * Two functions, or two methods of one object: forward is called at the sample, then
 * each written gradient with forward's arguments, the cotangent and the cache.
 */

import type { FunctionDefinition } from '../../syntax/nodes';
import { arrayOf } from '../../trace/arrays';
import { callFunction } from '../../trace/call';
import { Stop } from '../../trace/limits';
import { getMember } from '../../trace/members';
import { entryOf } from '../../trace/operate';
import type { Value } from '../../trace/values';
import { readClaims } from '../claims';
import { makeCotangent } from '../cotangent';
import { isStatic } from '../detect/guards';
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
  ownParameters,
  type Run,
  spreadArguments,
} from '../run';
import type { FunctionTarget } from '../targets';
import {
  type Called,
  callGradients,
  type Fixed,
  fixedValues,
  type WithRoles,
  type WrittenFunction,
} from './call-written';
import { costOutput, costParameters } from './cost';
import { keepsDraw } from './draws';
import { callOuter } from './enclosed';
import { makeReceiver, replaceAttributes } from './objects';
import type { Procedure, Recorded } from './procedure';
import { returnedItems, rolesOf, upstreamOutputs } from './roles';
import { gradientOutput } from './second-order';

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
  /** A cost of what forward returns, whose gradient is written. */
  readonly cost?: FunctionDefinition | null;
  /** What is written is given the output of forward in the place of its first argument. */
  readonly ofOutput?: boolean;
  /** A square Jacobian is read input by output. */
  readonly transposed?: boolean;
  /** A Hessian's further parameter weights the outputs of forward: Σ v·f is differentiated twice. */
  readonly weighted?: boolean;
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
  if (setup.cost != null) names.add(setup.cost.name);
  const own = ownParameters(definition, owner !== null && !isStatic(definition)).filter(
    (each) => setup.fixed?.has(each.name) !== true,
  );
  own.push(...costParameters(setup, own));
  // A cost calls what forward returns as the written gradient does.
  const [, ...behind] = returnedItems(definition);
  const returned =
    setup.cost == null
      ? returnedItems(definition)
      : [setup.cost.parameters[0]?.name ?? null, ...behind];
  const gradients = setup.gradients.map((each): WithRoles => {
    const parameters = ownParameters(
      each.definition,
      owner !== null && !isStatic(each.definition),
    ).filter(({ name }) => each.fixed?.has(name) !== true);
    return {
      ...each,
      roles: rolesOf(own, returned, parameters, setup.linked),
    };
  });
  const outputs = outputsOf(gradients);
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
      ...(setup.cost == null ? [] : [setup.cost]),
    ],
    owner,
    upstream: outputs.size > 0 && setup.weighted !== true ? 'required' : 'none',
    order: setup.order,
    claimed: definition.annotations.some((each) => each.kind === 'claim'),
    record: (run, making) => record(setup, gradients, wanted, run, making),
  };
}

/** The outputs of forward that written gradients are given cotangents of. */
function outputsOf(gradients: readonly WithRoles[]): ReadonlySet<number> {
  return new Set(gradients.flatMap(({ roles }) => upstreamOutputs(roles)));
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
  const given = makeArguments(run, making, maker, [
    ...parameters,
    ...costParameters(setup, parameters),
  ]);
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
  const value =
    setup.cost == null
      ? numericOutput(run, result, name, wanted)
      : costOutput(run, setup.cost, result, kept);
  const drew = machine.draws.length > 0;
  const lost = drew && !(cached && keepsDraw(machine, value.items.slice(1), given.values()));
  // What a cache keeps of a draw is the same in every run.
  if (cached) machine.draws.length = 0;
  const { size } = machine.graph.entry(value.entry);
  if (setup.weighted === true && (size === 1 || outputsOf(gradients).size === 0)) {
    throw new Stop('unsupported', 'output', `${name} has no outputs to be weighted`, place);
  }
  const weights =
    setup.weighted === true
      ? makeCotangent(run, value.entry, setup.options, 'random')
      : new Float64Array(size).fill(1);
  const output = setup.order === 2 ? gradientOutput(run, value, maker, weights) : value;
  const [first] = parameters;
  const passed =
    setup.ofOutput === true && first !== undefined
      ? new Map([...kept, [first.name, output.value]])
      : kept;
  const cotangents = setup.weighted === true ? cotangentValues(run, value, weights) : null;
  const forward: Called = {
    run,
    maker,
    given: passed,
    receiver,
    inner,
    output,
    wanted,
    cotangents,
  };
  return {
    run,
    inputs: maker.inputs,
    output,
    lost: lost && gradients.length > 0,
    alone: gradients.length === 0 && definition.annotations.every(({ kind }) => kind !== 'claim'),
    at: Object.fromEntries([...kept].map(([each, value]) => [each, jsonValue(machine, value)])),
    claims: () => readClaims(run, definition.annotations, definition, callee, kept, maker.inputs),
    write: (cotangent) => callGradients(gradients, forward, cotangent, setup.transposed === true),
  };
}

/** The same array in storage of its own. */
function unshared(run: Run, value: Value): Value {
  const place = { path: run.frame.scope.path, start: 0, end: 0 };
  return value.kind === 'array'
    ? arrayOf(run.machine.graph, entryOf(run.machine, value, place), null)
    : value;
}
