/**
 * Calling written functions: what each of their parameters takes, and what of their
 * result belongs to which input, whole Jacobians among it.
 */
import { sameShape } from '../../engine/shape';
import type { Expression, FunctionDefinition } from '../../syntax/nodes';
import { callFunction } from '../../trace/call';
import { Stop } from '../../trace/limits';
import { getMember } from '../../trace/members';
import { evaluateIn } from '../../trace/program';
import type { Value } from '../../trace/values';
import { isStatic } from '../detect/guards';
import type { InputMaker } from '../experiment';
import { flatten } from '../flatten';
import {
  cotangentValues,
  findFunction,
  type Output,
  ownParameters,
  type Run,
  spreadArguments,
} from '../run';
import { type ReadGradient, readResult, returnedNames } from '../written';
import { contractAll, readJacobian } from './jacobian';
import type { WrittenRead } from './procedure';
import { argumentsOf, type Roles, upstreamOutputs } from './roles';

export interface WrittenFunction {
  readonly name: string;
  readonly definition: FunctionDefinition;
  /** Arguments that the convention gives it: the flag that asks for the derivative. */
  readonly fixed?: Fixed;
}

export type Fixed = ReadonlyMap<string, Expression>;

export interface WithRoles extends WrittenFunction {
  readonly roles: Roles;
}

/** Forward, called: what written gradients are given. */
export interface Called {
  readonly run: Run;
  readonly maker: InputMaker;
  readonly given: ReadonlyMap<string, Value>;
  readonly receiver: Value | null;
  /** The functions that an outer one has defined; null for those of the module. */
  readonly inner: ReadonlyMap<string, Value> | null;
  readonly output: Output;
  /** The items of what forward returned that are its outputs. */
  readonly wanted: readonly number[];
  /** What its parameters for a cotangent are given; null: the cotangent of the output. */
  readonly cotangents: readonly Value[] | null;
}

/** Calls each written gradient with the cotangent and reads what it returns. */
export function callGradients(
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
    const found =
      wholeJacobian(gradient, forward, result) ??
      readResult(run.machine, result, maker.inputs, returnedNames(definition));
    if (found === null) {
      const reason = `what ${name} returns cannot be matched with the parameters`;
      unread.push({ source: name, reason });
    }
    const read = contractAll(found ?? [], shape, maker.inputs, cotangent, transposed);
    jacobian ||= read.jacobian;
    for (const layout of new Set(read.layouts))
      notes.push(`${name} returns ${layoutWords[layout]}`);
    for (const each of read.written) {
      written.push({ ...each, source: name, decimals: null, span: definition.nameSpan });
    }
  }
  return { written, unread, jacobian, notes };
}

const layoutWords = {
  transposed: 'the Jacobian transposed: input by output',
  banded: 'the Jacobian in bands: its diagonals as rows, entry (i, j) in row u + i - j',
  points: 'a Jacobian for each point, the points last',
} as const;

/**
 * Lists of rows, or one list a parameter, that make a Jacobian together, or an array that is the
 * Jacobian in one input and has the shape of none; null for anything else.
 */
function wholeJacobian(
  { roles }: WithRoles,
  { run, maker, output }: Called,
  result: Value,
): ReadGradient[] | null {
  if (result.kind !== 'list' && result.kind !== 'tuple' && result.kind !== 'array') return null;
  if (upstreamOutputs(roles).length > 0 || maker.inputs.length === 0) return null;
  const { shape } = run.machine.graph.entry(output.entry);
  if (shape.length === 0) return null;
  const flat = flatten(run.machine, result);
  if (flat === null) return null;
  const { inputs } = maker;
  if (result.kind === 'array' && inputs.some((each) => sameShape(each.shape, flat.shape))) {
    return null;
  }
  const chosen = result.kind === 'array' ? inputs.keys() : [0];
  const fitting = [...chosen]
    .map((input) => ({ input, ...flat }))
    .filter((read) => readJacobian(read, shape, inputs, false) !== null);
  return fitting.length === 1 ? fitting : null;
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
  const cotangents = forward.cotangents ?? cotangentValues(run, output, cotangent);
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

/** The arguments that a convention gives. */
export function fixedValues(run: Run, fixed: Fixed | undefined): [string, Value][] {
  return [...(fixed ?? [])].map(([name, value]) => [name, evaluateIn(run.frame, value)]);
}
