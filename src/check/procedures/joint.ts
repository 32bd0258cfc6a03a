/**
 * One function that returns its value and, behind it, the gradients or the whole Jacobian; and
 * one that fills an array with the gradient (NLopt). One call gives both.
 */
import type { FunctionDefinition, Parameter } from '../../syntax/nodes';
import { arrayOf } from '../../trace/arrays';
import { callFunction } from '../../trace/call';
import { getMember } from '../../trace/members';
import { tuple, type Value } from '../../trace/values';
import { differentiateAttributes } from '../attributes';
import { isStatic } from '../detect/guards';
import { type Pair, qualified } from '../detect/pair';
import type { Input } from '../experiment';
import { usedNames } from '../needed';
import type { TargetOptions } from '../options';
import { jsonValue } from '../plain';
import {
  type Context,
  findFunction,
  inputMaker,
  type Making,
  makeArguments,
  numericOutput,
  ownParameters,
  type Run,
  spreadArguments,
} from '../run';
import { readResult, returnedNames } from '../written';
import { contractAll } from './jacobian';
import { makeReceiver, replaceAttributes } from './objects';
import type { Procedure, Recorded, WrittenRead } from './procedure';

export interface JointSetup {
  readonly context: Context;
  readonly pair: Pair;
  readonly definition: FunctionDefinition;
  /** The parameter that is filled with the gradient; null where it is returned. */
  readonly filled: Parameter | null;
  readonly initializer: FunctionDefinition | null;
  readonly options: TargetOptions;
}

export function jointProcedure(setup: JointSetup): Procedure {
  const { context, options, pair, definition, filled, initializer } = setup;
  const { owner } = pair;
  const span = definition.span;
  const names = new Set(
    owner === null
      ? usedNames({ kind: 'function', definition, span })
      : usedNames({ kind: 'class', definition: owner, span }),
  );
  names.add(owner?.name ?? definition.name);
  const own = parametersOf(setup).filter((each) => each !== filled);
  return {
    context,
    options,
    name: pair.name,
    names,
    parameters: [...(initializer?.parameters.slice(1) ?? []), ...own],
    bodies: [definition, ...(initializer === null ? [] : [initializer])],
    owner,
    upstream: 'none',
    claimed: false,
    record: (run, making) => record(setup, run, making),
  };
}

function parametersOf({ pair, definition }: JointSetup): readonly Parameter[] {
  return ownParameters(definition, pair.owner !== null && !isStatic(definition));
}

function record(setup: JointSetup, run: Run, making: Making): Recorded {
  const { pair, definition, filled, initializer } = setup;
  const { owner } = pair;
  const { machine } = run;
  const place = { path: run.frame.scope.path, ...definition.nameSpan };
  const maker = inputMaker(run, making);
  const receiver = owner === null ? null : makeReceiver(run, making, owner, initializer, place);
  const callee =
    receiver === null
      ? findFunction(run, definition.name, place)
      : getMember(machine, receiver, definition.name, place);
  const parameters = parametersOf(setup);
  const given = makeArguments(run, making, maker, parameters);
  const self = definition.parameters[0]?.name ?? 'self';
  replaceAttributes(run, making, maker, receiver, self);
  if (owner !== null && receiver?.kind === 'instance') {
    differentiateAttributes(owner, making, maker, receiver, self);
  }
  const gradient = filled === null ? null : zerosLike(run, maker.inputs[0]);
  if (filled !== null && gradient !== null) given.set(filled.name, gradient);
  const { positional, keywords } = spreadArguments(parameters, given);
  machine.draws.length = 0;
  machine.seeded = false;
  const at = Object.fromEntries(
    [...given].flatMap(([name, value]) =>
      name === filled?.name ? [] : [[name, jsonValue(machine, value)]],
    ),
  );
  const result = callFunction(machine, callee, positional, keywords, place);
  const output = numericOutput(run, result, qualified(owner, definition.name));
  const others = output.items.slice(1);
  const written = gradient ?? (others.length === 1 ? others[0] : tuple(others));
  return {
    run,
    inputs: maker.inputs,
    output: { ...output, note: null },
    at,
    claims: () => ({ written: [], unread: [] }),
    write: (cotangent) => {
      const { shape } = machine.graph.entry(output.entry);
      return read(setup, run, written, maker.inputs, shape, cotangent);
    },
  };
}

function zerosLike(run: Run, input: Input | undefined): Value {
  const { graph } = run.machine;
  const shape = input?.shape ?? [];
  return arrayOf(graph, graph.constant(new Float64Array(input?.data.length ?? 1), shape), null);
}

function read(
  { definition, filled }: JointSetup,
  run: Run,
  value: Value,
  inputs: readonly Input[],
  output: readonly number[],
  cotangent: Float64Array,
): WrittenRead {
  const names = filled === null ? (returnedNames(definition)?.slice(1) ?? null) : null;
  const found = readResult(run.machine, value, inputs, names);
  const source = definition.name;
  if (found?.length === 0) {
    const reason = `${source} returns no gradient behind its value here`;
    return { written: [], unread: [{ source, reason }], jacobian: false };
  }
  if (found === null) {
    const reason = `what ${source} returns behind its value cannot be matched with its parameters`;
    return { written: [], unread: [{ source, reason }], jacobian: false };
  }
  const span = definition.nameSpan;
  const { written, jacobian } = contractAll(found, output, inputs, cotangent, false);
  return {
    written: written.map((each) => ({ ...each, source, decimals: null, span })),
    unread: [],
    jacobian,
  };
}
