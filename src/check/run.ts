/**
 * One run of a target at one sample: a fresh machine, the module statements that
 * the target needs, its arguments. The files run-*.ts build experiments on it.
 */
import type { EntryId } from '../engine/graph';
import type { FunctionDefinition, Parameter } from '../syntax/nodes';
import type { LanguageTables } from '../syntax/tables';
import { arrayOf } from '../trace/arrays';
import { stopUnknown, toTrueArray } from '../trace/convert';
import type { Frame } from '../trace/frame';
import { type Limits, Stop } from '../trace/limits';
import { Machine } from '../trace/machine';
import { getMember } from '../trace/members';
import { starName } from '../trace/modules';
import { entryOf } from '../trace/operate';
import { boundIn, type Compiled, runModule } from '../trace/program';
import type { UserModules } from '../trace/user-modules';
import {
  type ArrayValue,
  describe,
  float,
  keyOf,
  type NumberValue,
  type Value,
} from '../trace/values';
import { InputMaker, type Override } from './experiment';
import { neededStatements } from './needed';
import type { TargetOptions } from './options';
import { jsonValue } from './plain';
import type { JsonArray } from './report';
import type { Sample } from './sample';

/** What every run of a file shares. */
export interface Context {
  readonly compiled: Compiled;
  readonly tables: LanguageTables;
  readonly limits: Limits;
  /** The user's own files that it imports. */
  readonly modules: UserModules;
}

/** A fresh machine for a run. */
export function newMachine(context: Context, seed = 0): Machine {
  return new Machine(context.tables, context.limits, seed, context.modules);
}

export interface Run {
  readonly machine: Machine;
  /** The module's frame. */
  readonly frame: Frame;
}

/** Runs the module as far as something that uses `names` needs it. */
export function startRun(
  context: Context,
  names: Iterable<string>,
  seed: number,
  machine = newMachine(context, seed),
): Run {
  machine.look(null);
  const needed = neededStatements(context.compiled.program.body, [...names, '*']);
  const { frame } = runModule(context.compiled, machine, (statement) => needed.has(statement));
  return { machine, frame };
}

/** How a target's inputs are made in a run. */
export interface Making {
  readonly override: Override;
  readonly integers: ReadonlySet<string>;
  readonly options: TargetOptions;
  readonly sample: Sample;
}

export function inputMaker(run: Run, making: Making): InputMaker {
  return new InputMaker(run.machine, making.override, making.integers, making.options.wrt);
}

/**
 * The arguments of a call: differentiated inputs, or values as they are where they are fixed or
 * there is no `maker`; parameters with a default may be absent.
 */
export function makeArguments(
  run: Run,
  making: Making,
  maker: InputMaker | null,
  parameters: readonly Parameter[],
): Map<string, Value> {
  const found = new Map<string, Value>();
  for (const parameter of parameters) {
    const { recipes } = making.sample;
    const fixed = recipes.get(parameter.name)?.fixed ?? false;
    const whole = recipes.get(parameter.name)?.make(run.frame);
    if (whole?.kind === 'unknown') stopUnknown(run.machine, whole);
    const value = withParts(run, making.sample, parameter.name, whole);
    if (value === undefined) continue;
    found.set(parameter.name, maker === null || fixed ? value : maker.make(parameter.name, value));
  }
  return found;
}

/** `params.W1: (3, 2)`: entries of a dict that items of their own give, in the dict that `params` gives, or a new one. */
function withParts(
  run: Run,
  sample: Sample,
  name: string,
  whole: Value | undefined,
): Value | undefined {
  const parts = [...sample.recipes].filter(([each]) => each.startsWith(`${name}.`));
  if (parts.length === 0) return whole;
  const place = { path: run.frame.scope.path, start: 0, end: 0 };
  const dict = whole ?? { kind: 'dict' as const, entries: new Map() };
  if (dict.kind !== 'dict') {
    const message = `${parts[0][0]} needs a dict, but ${name} is ${describe(dict)}`;
    throw new Stop('error', 'annotation', message, place);
  }
  for (const [path, recipe] of parts) {
    const key: Value = { kind: 'text', value: path.slice(name.length + 1) };
    dict.entries.set(keyOf(key) ?? '', { key, value: recipe.make(run.frame) });
  }
  return dict;
}

/** Parameters of a method without its receiver. */
export function ownParameters(
  definition: FunctionDefinition,
  method: boolean,
): readonly Parameter[] {
  return method ? definition.parameters.slice(1) : definition.parameters;
}

/** Splits named arguments into positional and keyword ones, as the parameters want them. */
export function spreadArguments(
  parameters: readonly Parameter[],
  given: ReadonlyMap<string, Value>,
): { positional: Value[]; keywords: Map<string, Value> } {
  const positional: Value[] = [];
  const keywords = new Map<string, Value>();
  let gap = false;
  for (const parameter of parameters) {
    const value = given.get(parameter.name);
    if (value === undefined) gap = true;
    else if (parameter.kind === 'positional' && !gap) positional.push(value);
    else keywords.set(parameter.name, value);
  }
  return { positional, keywords };
}

/** A function of the module by its dotted name. */
export function findFunction(
  run: Run,
  name: string,
  at: { path: string; start: number; end: number },
): Value {
  const [head, ...rest] = name.split('.');
  let value = boundIn(run.frame, head) ?? starName(run.frame, head, at);
  if (value === null) {
    throw new Stop('error', 'NameError', `there is no function ${name} in this file`, at);
  }
  for (const part of rest) value = getMember(run.machine, value, part, at);
  if (value.kind === 'unknown') stopUnknown(run.machine, value);
  return value;
}

export interface Output {
  readonly entry: EntryId;
  readonly value: Value;
  /** The items that a cotangent is taken for, in order: stretches of the flat entry. */
  readonly parts: readonly { readonly value: Value; readonly size: number }[];
  /** All items of a tuple that was returned; else the value alone. */
  readonly items: readonly Value[];
  readonly note: string | null;
}

/**
 * The number or array that a function returned; the first one of a tuple. With several `wanted`
 * items of a tuple they are one flat output, one behind the other.
 */
export function numericOutput(
  run: Run,
  result: Value,
  name: string,
  wanted: readonly number[] = [0],
): Output {
  const { machine } = run;
  const place = { path: run.frame.scope.path, start: 0, end: 0 };
  if (result.kind === 'unknown') return stopUnknown(machine, result);
  const single = (value: Value, items: readonly Value[], note: string | null): Output => {
    const { graph } = machine;
    const entry = entryOf(machine, value as NumberValue | ArrayValue, place);
    return { entry, value, parts: [{ value, size: graph.entry(entry).size }], items, note };
  };
  if (result.kind === 'number' || result.kind === 'array') return single(result, [result], null);
  if (result.kind === 'list') {
    const array = toTrueArray(machine, result, place);
    if (array !== null) return single(array, [array], null);
  }
  if ((result.kind === 'tuple' || result.kind === 'list') && result.items.length > 0) {
    const { items } = result;
    const chosen = wanted.filter((at) => at < items.length);
    const parts = (chosen.length > 0 ? chosen : [0]).map((at) =>
      numericOutput(run, items[at], name),
    );
    const count = parts.length === 1 ? 'the first one is' : `the first ${parts.length} are`;
    const note = `${name} returns ${items.length} values; ${count} differentiated`;
    if (parts.length === 1) return { ...parts[0], items, note };
    const flat = parts.map(({ entry }) =>
      machine.graph.apply('reshape', [entry], { shape: [machine.graph.entry(entry).size] }),
    );
    const entry = machine.graph.apply('concatenate', flat, { axis: 0 });
    const value = arrayOf(machine.graph, entry, null);
    return { entry, value, parts: parts.flatMap((each) => each.parts), items, note };
  }
  throw new Stop(
    'unsupported',
    'output',
    `${name} returns ${describe(result)}: only a number or an array can be differentiated`,
    place,
  );
}

/** Appends the scalar Σ cotangent·output whose gradient is taken. */
export function scalarLoss(machine: Machine, output: EntryId, cotangent: Float64Array): EntryId {
  const { graph } = machine;
  const { shape } = graph.entry(output);
  if (shape.length === 0 && cotangent[0] === 1) return output;
  const seed = graph.constant(cotangent, shape);
  const weighted = cotangent.every((each) => each === 1)
    ? output
    : graph.apply('multiply', [output, seed], null);
  const axes = shape.map((_, axis) => axis);
  return axes.length === 0
    ? weighted
    : graph.apply('sum', [weighted], { axes, keepDimensions: false });
}

/** The scalar Σ cotangent·output of another run. */
export function weightedOutput(
  recorded: { readonly run: Run; readonly output: Output },
  cotangent: Float64Array,
): number {
  const values = recorded.run.machine.graph.value(recorded.output.entry);
  return values.reduce((sum, value, index) => sum + value * cotangent[index], 0);
}

/** An output as a report shows it; null when it is not numeric. */
export function outputJson(machine: Machine, output: Value): JsonArray {
  const json = jsonValue(machine, output);
  return typeof json === 'string' ? null : json;
}

/** A cotangent as values for the user's backward, one a part: a number for a scalar, else an array. */
export function cotangentValues(run: Run, output: Output, cotangent: Float64Array): Value[] {
  const { graph } = run.machine;
  let from = 0;
  return output.parts.map(({ value, size }) => {
    const data = cotangent.slice(from, from + size);
    from += size;
    if (value.kind === 'number') return float(data[0]);
    const shape = value.kind === 'array' ? value.shape : [];
    return arrayOf(graph, graph.constant(data, shape), null);
  });
}
