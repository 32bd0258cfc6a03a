/**
 * Calls of the target in its own file (at module level, under `__main__`, in
 * functions without parameters): what is needed of the file is run with the
 * interpreter up to the call, and its arguments are described.
 */
import type { FunctionDefinition, Statement } from '../../syntax/nodes';
import { peek } from '../../trace/arrays';
import { callFunction } from '../../trace/call';
import type { Frame } from '../../trace/frame';
import { type Limits, Stop } from '../../trace/limits';
import type { Machine } from '../../trace/machine';
import { boundIn, runModule } from '../../trace/program';
import type { Value } from '../../trace/values';
import { neededStatements, usedNames } from '../needed';
import { newMachine } from '../run';
import type { Question } from './question';

export type Seen =
  | {
      readonly kind: 'array';
      readonly shape: readonly number[];
      readonly type: 'float' | 'int' | 'bool';
      readonly range: 'real' | 'positive' | 'unit' | 'oneHot' | 'oneHotColumns';
    }
  | { readonly kind: 'number'; readonly value: number; readonly type: 'float' | 'int' | 'bool' }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'none' | 'dict' | 'function' }
  | { readonly kind: 'list'; readonly length: number };

export interface Observed {
  /** By path; items of dicts and lists too. */
  readonly values: ReadonlyMap<string, Seen>;
  /** Where the call stands, as an offset into the file. */
  readonly at: number;
  /** The sizes are few and small: they are used as they are. */
  readonly small: boolean;
}

export const observing: Limits = { steps: 20_000, depth: 100, elements: 2_000_000 };

/** The most statements or functions of a file that are run in search of a call. */
const mostTried = 3;

export function observeCall(question: Question): Observed | null {
  const [forward] = question.bodies;
  const called = question.owner?.name ?? forward.name;
  const { body } = question.program;
  const users = body.filter((each) => namesOf(each).has(called));
  const plain = users.filter((each) => each.kind !== 'function' && each.kind !== 'class');
  const functions = users.flatMap((each) =>
    each.kind === 'function' && each.definition.parameters.length === 0 ? [each.definition] : [],
  );
  for (const each of plain.slice(0, mostTried)) {
    const found = watch(question, forward, each.span.start, (machine) =>
      runUpTo(question, machine, each),
    );
    if (found !== null) return found;
  }
  for (const each of functions.slice(0, mostTried)) {
    const found = watch(question, forward, each.span.start, (machine) =>
      runFunction(question, machine, each),
    );
    if (found !== null) return found;
  }
  return null;
}

const names = new WeakMap<Statement, ReadonlySet<string>>();

function namesOf(statement: Statement): ReadonlySet<string> {
  let found = names.get(statement);
  if (found === undefined) {
    found = usedNames(statement);
    names.set(statement, found);
  }
  return found;
}

/** Runs a statement of the module after all that it needs, as far as it goes. */
export function runUpTo(
  { context, program }: Question,
  machine: Machine,
  statement: Statement,
): Frame {
  const needed = neededStatements(program.body, namesOf(statement));
  return runModule(context.compiled, machine, (each) => each === statement || needed.has(each))
    .frame;
}

/** Calls a function without parameters. */
export function runFunction(
  { context, program }: Question,
  machine: Machine,
  definition: FunctionDefinition,
): void {
  const needed = neededStatements(program.body, [definition.name]);
  const { frame } = runModule(context.compiled, machine, (each) => needed.has(each));
  const callee = boundIn(frame, definition.name);
  if (callee === null) return;
  const place = { path: program.path, ...definition.nameSpan };
  callFunction(machine, callee, [], new Map(), place);
}

/** Runs until the last parameter of `forward` is bound. */
function watch(
  question: Question,
  forward: FunctionDefinition,
  from: number,
  run: (machine: Machine) => void,
): Observed | null {
  const { context, program, parameters } = question;
  const machine = newMachine({ ...context, limits: observing });
  const description = describer(machine);
  const starts = new Map(parameters.map((each) => [each.span.start, each.name]));
  const last = forward.parameters[forward.parameters.length - 1]?.span.start;
  let ended: Stop | null = null;
  machine.hooks = {
    bind: (_, value, frame, place) => {
      const name = starts.get(place.start);
      if (name === undefined || place.path !== program.path || frame.scope.kind !== 'function') {
        return value;
      }
      description.describe(name, value);
      if (place.start === last) {
        ended = new Stop('limit', 'observed', '', place);
        throw ended;
      }
      return value;
    },
    executed: () => undefined,
  };
  try {
    run(machine);
  } catch (stop) {
    if (!(stop instanceof Stop) && !(stop instanceof RangeError)) throw stop;
  }
  if (ended === null) return null;
  const call = program.text.indexOf(`${question.owner?.name ?? forward.name}(`, from);
  return description.observed(Math.max(from, call));
}

export interface Describer {
  readonly describe: (path: string, value: Value) => void;
  /** What was described; null for nothing. */
  readonly observed: (at: number) => Observed | null;
}

/** Gathers what values of a run look like. */
export function describer(machine: Machine): Describer {
  const values = new Map<string, Seen>();
  let elements = 0;
  let largest = 0;
  const describe = (path: string, value: Value): void => {
    const seen = seenOf(machine, value);
    if (seen === null) return;
    values.set(path, seen);
    if (seen.kind === 'array') {
      elements += seen.shape.reduce((a, b) => a * b, 1);
      largest = Math.max(largest, ...seen.shape);
    }
    if (value.kind === 'dict') {
      for (const { key, value: item } of value.entries.values()) {
        if (key.kind === 'text') describe(`${path}.${key.value}`, item);
      }
    }
    if (seen.kind === 'list' && value.kind === 'list') describe(`${path}[]`, value.items[0]);
  };
  const observed = (at: number) =>
    values.size === 0 ? null : { values, at, small: elements <= 300 && largest <= 24 };
  return { describe, observed };
}

function seenOf(machine: Machine, value: Value): Seen | null {
  switch (value.kind) {
    case 'array': {
      const { shape, type } = value;
      return { kind: 'array', shape, type, range: rangeOf(peek(machine.graph, value), shape) };
    }
    case 'number':
      return { kind: 'number', value: value.value, type: value.type };
    case 'text':
      return { kind: 'text', value: value.value };
    case 'none':
    case 'dict':
      return { kind: value.kind };
    case 'function':
    case 'library':
    case 'method':
      return { kind: 'function' };
    case 'list':
      return seenList(machine, value.items);
    default:
      return null;
  }
}

/** A list of numbers is as good as an array; a list of arrays of one shape is a sequence. */
function seenList(machine: Machine, items: readonly Value[]): Seen | null {
  const numbers = items.flatMap((each) => (each.kind === 'number' ? [each] : []));
  if (items.length === 0) return null;
  if (numbers.length === items.length) {
    const type = numbers.some((each) => each.type === 'float') ? 'float' : numbers[0].type;
    const data = Float64Array.from(numbers, (each) => each.value);
    return { kind: 'array', shape: [items.length], type, range: rangeOf(data, [items.length]) };
  }
  const seen = items.map((each) => JSON.stringify(shapeOf(seenOf(machine, each))));
  return seen.every((each) => each === seen[0] && each !== 'null')
    ? { kind: 'list', length: items.length }
    : null;
}

function shapeOf(seen: Seen | null): readonly number[] | null {
  return seen?.kind === 'array' ? seen.shape : null;
}

type Range = Extract<Seen, { kind: 'array' }>['range'];

function rangeOf(data: Float64Array, shape: readonly number[]): Range {
  if (shape.length === 2 && data.length > 1 && data.every((each) => each === 0 || each === 1)) {
    const [rows, columns] = shape;
    const sum = (from: number, step: number, count: number) => {
      let total = 0;
      for (let at = 0; at < count; at++) total += data[from + at * step];
      return total;
    };
    const all = (count: number, one: (at: number) => number) =>
      Array.from({ length: count }, (_, at) => one(at)).every((each) => each === 1);
    if (all(rows, (row) => sum(row * columns, 1, columns))) return 'oneHot';
    if (all(columns, (column) => sum(column, columns, rows))) return 'oneHotColumns';
  }
  if (data.every((each) => each > 0 && each < 1)) return 'unit';
  return data.every((each) => each > 0) ? 'positive' : 'real';
}
