/**
 * Experiments on claims: `dW1 = ...  # @grad d(loss)/d(W1)`. The scope runs in
 * order; every binding of the second name becomes an input, and each claim is
 * held against the binding that the first name was computed from.
 */

import { reverseSweep } from '../engine/gradient';
import type { EntryId } from '../engine/graph';
import type {
  ClassDefinition,
  Expression,
  FunctionDefinition,
  Parameter,
  Statement,
} from '../syntax/nodes';
import { arrayOf, peek } from '../trace/arrays';
import { callFunction } from '../trace/call';
import { stopUnknown } from '../trace/convert';
import type { Frame } from '../trace/frame';
import { Stop } from '../trace/limits';
import type { Machine } from '../trace/machine';
import { getMember } from '../trace/members';
import { entryOf } from '../trace/operate';
import { evaluateIn, runModule } from '../trace/program';
import { dottedName } from '../trace/targets';
import type { Value } from '../trace/values';
import { describe } from '../trace/values';
import type { Experiment, Input, Override } from './experiment';
import { flatten } from './flatten';
import { usedNames } from './needed';
import type { TargetOptions } from './options';
import { jsonValue } from './plain';
import {
  type Context,
  findFunction,
  makeArguments,
  newMachine,
  outputJson,
  ownParameters,
  scalarLoss,
  spreadArguments,
  startRun,
} from './run';
import type { Sample } from './sample';
import type { Claim } from './targets';

/** Runs the scope once on a machine that is already hooked; the caller knows how. */
export type ScopeRunner = (machine: Machine) => void;

/** Runs the whole module: the scope of a script's claims. */
export function moduleRunner(context: Context): ScopeRunner {
  return (machine) => {
    const { failures } = runModule(context.compiled, machine);
    if (failures.length > 0) machine.notes.add(failures[0].stop.message);
  };
}

/** Calls the function that holds the claims, at a sample. */
export function functionRunner(
  context: Context,
  target: { readonly definition: FunctionDefinition; readonly owner: ClassDefinition | null },
  initializer: FunctionDefinition | null,
  sample: Sample,
  options: TargetOptions,
): ScopeRunner {
  return (machine) => {
    const { definition, owner } = target;
    const names = new Set(usedNames({ kind: 'function', definition, span: definition.span }));
    names.add(owner?.name ?? definition.name);
    const run = startRun(context, names, options.check.seed, machine);
    const making = { override: null, integers: new Set<string>(), options, sample };
    const place = { path: context.compiled.program.path, ...definition.nameSpan };
    const call = (callee: Value, parameters: readonly Parameter[]): Value => {
      const { positional, keywords } = spreadArguments(
        parameters,
        makeArguments(run, making, null, parameters),
      );
      return callFunction(machine, callee, positional, keywords, place);
    };
    if (owner === null) {
      call(findFunction(run, definition.name, place), definition.parameters);
      return;
    }
    const object = call(
      findFunction(run, owner.name, place),
      initializer === null ? [] : ownParameters(initializer, true),
    );
    call(getMember(machine, object, definition.name, place), ownParameters(definition, true));
  };
}

interface Watched {
  readonly machine: Machine;
  /** The input of each binding of the watched name, in order. */
  readonly bindings: readonly Input[];
  /** The state just after the last execution of each claim's statement. */
  readonly reached: ReadonlyMap<Statement, Reached>;
}

interface Reached {
  readonly written: { readonly data: Float64Array; readonly shape: readonly number[] } | null;
  readonly shown: string;
  readonly of: { readonly entry: EntryId; readonly shown: Value } | Stop;
  readonly bindings: number;
  readonly pins: number;
}

/** The experiment of one claim. `inScope` says which frames belong to the scope of the claim. */
export function claimExperiment(
  context: Context,
  claim: Claim,
  runScope: ScopeRunner,
  inScope: (frame: Frame) => boolean,
  integers: ReadonlySet<number>,
): Experiment {
  const by = dottedName(claim.annotation.by);
  const place = { path: context.compiled.program.path, ...claim.annotation.span };
  if (by === null) throw new Stop('error', 'annotation', 'd(...) must name a variable', place);
  const watch = (override: Override) =>
    watchScope(context, claim, by, runScope, inScope, override, integers);
  const watched = watch(null);
  const reached = watched.reached.get(claim.statement);
  if (reached === undefined) {
    throw new Stop(
      'unsupported',
      'unreached',
      'this statement is not reached when the script runs',
      place,
    );
  }
  if (reached.of instanceof Stop) throw reached.of;
  const { machine } = watched;
  const loss = total(machine, reached.of.entry);
  const binding = bindingOf(machine, loss, watched.bindings.slice(0, reached.bindings));
  const ofName = textOf(context, claim.annotation.of);
  if (binding === null) {
    throw new Stop('unsupported', 'independent', `${ofName} was not computed from ${by}`, place);
  }
  if (reached.written === null) {
    throw new Stop(
      'unsupported',
      'construct',
      `${claim.name} is ${reached.shown}, not a number or an array`,
      place,
    );
  }
  const input = watched.bindings[binding];
  const size = machine.graph.entry(reached.of.entry).size;
  return {
    sample: null,
    integers: new Set(),
    machine,
    inputs: [{ ...input, name: by }],
    value: outputJson(machine, reached.of.shown),
    at: { [by]: jsonValue(machine, arrayOf(machine.graph, input.entry, null)) },
    given: true,
    output: reached.of.entry,
    loss,
    cotangent: new Float64Array(size).fill(1),
    entry: null,
    order: 1,
    jacobian: false,
    pins: reached.pins,
    random: false,
    lost: false,
    written: [
      { input: 0, source: '@grad', ...reached.written, decimals: null, span: claim.nameSpan },
    ],
    unread: [],
    notes: [],
    elsewhere: null,
    rerun: ([data]) => {
      const override: Float64Array[] = [];
      override[binding] = data;
      const again = watch(override);
      const state = again.reached.get(claim.statement);
      if (state === undefined || state.of instanceof Stop) return Number.NaN;
      return again.machine.graph.value(state.of.entry).reduce((sum, value) => sum + value, 0);
    },
  };
}

function watchScope(
  context: Context,
  claim: Claim,
  by: string,
  runScope: ScopeRunner,
  inScope: (frame: Frame) => boolean,
  override: Override,
  integers: ReadonlySet<number>,
): Watched {
  const machine = newMachine(context);
  const bindings: Input[] = [];
  const reached = new Map<Statement, Reached>();
  machine.hooks = {
    bind: (name, value, frame) => {
      if (name !== by || !inScope(frame)) return value;
      const index = bindings.length;
      return integers.has(index)
        ? value
        : bindInput(machine, by, value, bindings, override?.[index]);
    },
    executed: (statement, frame) => {
      if (statement !== claim.statement || !inScope(frame)) return;
      const target =
        claim.statement.kind === 'assign' ? claim.statement.targets[0] : claim.statement.target;
      const assigned = evaluateIn(frame, target);
      reached.set(statement, {
        written: flatten(machine, assigned),
        shown: describe(assigned),
        of: readOf(machine, frame, claim.annotation.of),
        bindings: bindings.length,
        pins: machine.graph.pins.length,
      });
    },
  };
  runScope(machine);
  return { machine, bindings, reached };
}

/** A bound number or float array becomes an input; a scalar is real even when written as an integer. */
function bindInput(
  machine: Machine,
  by: string,
  value: Value,
  bindings: Input[],
  data: Float64Array | undefined,
): Value {
  if (value.kind === 'number' && value.type !== 'bool') {
    const own = data ?? Float64Array.of(value.value);
    const entry = machine.graph.input(by, own, []);
    bindings.push({ name: by, entry, shape: [], data: own.slice() });
    return { kind: 'number', value: own[0], type: 'float', entry };
  }
  if (value.kind === 'array' && value.type !== 'bool') {
    const own = data ?? peek(machine.graph, value);
    const entry = machine.graph.input(by, own, value.shape);
    bindings.push({ name: by, entry, shape: value.shape, data: own.slice() });
    return arrayOf(machine.graph, entry, value.place);
  }
  return value;
}

/** The value of the first name at this moment. */
function readOf(machine: Machine, frame: Frame, of: Expression): Reached['of'] {
  const place = { path: frame.scope.path, ...of.span };
  try {
    const value = evaluateIn(frame, of);
    if (value.kind === 'unknown') return stopUnknown(machine, value);
    if (value.kind !== 'number' && value.kind !== 'array') {
      return new Stop('error', 'annotation', `${describe(value)} cannot be differentiated`, place);
    }
    return { entry: entryOf(machine, value, place), shown: value };
  } catch (stop) {
    if (stop instanceof Stop && stop.kind !== 'limit') return stop;
    throw stop;
  }
}

/** The sum of an output: the scalar that is differentiated. */
function total(machine: Machine, entry: EntryId): EntryId {
  const { size } = machine.graph.entry(entry);
  return scalarLoss(machine, entry, new Float64Array(size).fill(1));
}

/** The latest binding that the loss depends on; null when none. */
function bindingOf(machine: Machine, loss: EntryId, bindings: readonly Input[]): number | null {
  const entries = bindings.map((each) => each.entry);
  const sweep = reverseSweep(machine.graph, loss, null, entries);
  const found = entries.findLastIndex((entry) => sweep.adjoints.has(entry));
  return found < 0 ? null : found;
}

function textOf(context: Context, node: Expression): string {
  return context.compiled.program.text.slice(node.span.start, node.span.end);
}
