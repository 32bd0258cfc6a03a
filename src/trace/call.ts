/** Calls: running functions, methods, constructors and library functions. */
import type { Place } from '../engine/graph';
import { bind } from './bind';
import { construct } from './construct';
import { type Frame, makeFrame } from './frame';
import { generatorManager, startGenerator } from './generators';
import { keepsUnknown, library } from './library';
import { plainResult } from './library/plain';
import { LibraryCall } from './library-call';
import { withOperands } from './limits';
import type { Machine } from './machine';
import { findMember } from './members';
import { bindSignature } from './signature';
import { keepCall } from './stretches';
import { describe, type FunctionValue, keyOf, none, text, type Value } from './values';

export type Keywords = ReadonlyMap<string, Value>;

/** Calls anything that can be called. */
export function callFunction(
  machine: Machine,
  callee: Value,
  positional: readonly Value[],
  keywords: Keywords,
  place: Place,
): Value {
  switch (callee.kind) {
    case 'function':
      // A method that is called through its class has its receiver as the first argument.
      return run(machine, callee, positional, keywords, receiverOf(callee, positional), place);
    case 'method':
      if (callee.function.kind === 'function') {
        const all = [callee.receiver, ...positional];
        return run(machine, callee.function, all, keywords, callee.receiver, place);
      }
      return callFunction(
        machine,
        callee.function,
        [callee.receiver, ...positional],
        keywords,
        place,
      );
    case 'class':
      return construct(machine, callee, positional, keywords, place);
    case 'library': {
      const all = callee.receiver === null ? positional : [callee.receiver, ...positional];
      return callLibrary(machine, callee, all, keywords, place);
    }
    case 'type': {
      const convert: Value = {
        kind: 'library',
        name: callee.name,
        id: 'convert',
        signature: 'type, *arguments, **keywords',
        receiver: null,
      };
      return callLibrary(machine, convert, [callee, ...positional], keywords, place);
    }
    case 'unknown':
      return callee;
    case 'descriptor':
      // A static method may be called where it stands, too.
      if (callee.role === 'static') {
        return callFunction(machine, callee.function, positional, keywords, place);
      }
      break;
    case 'manager':
      // A context manager as a decorator.
      if (positional.length === 1) return positional[0];
      break;
    case 'instance': {
      const method = findMember(machine, callee, machine.tables.protocols.call, place);
      if (method !== null) return callFunction(machine, method, positional, keywords, place);
      break;
    }
    default:
      break;
  }
  return machine.raise('TypeError', `${describe(callee)} cannot be called`, place);
}

function callLibrary(
  machine: Machine,
  callee: Extract<Value, { kind: 'library' }>,
  positional: readonly Value[],
  keywords: Keywords,
  place: Place,
): Value {
  machine.step(place);
  const implementation = library[callee.id];
  if (implementation === undefined) throw new Error(`no library function ${callee.id}`);
  const plain = keywords.size === 0 ? plainResult(callee.id, positional) : null;
  if (plain !== null) return plain;
  const bound = bindSignature(machine, callee, positional, keywords, place);
  if (bound.unknown !== null && !keepsUnknown.has(callee.id)) return bound.unknown;
  try {
    const start = machine.graph.entries.length;
    const result = implementation(new LibraryCall(machine, callee.name, bound.values, place));
    keepCall(machine, callee.name, place, start);
    return result;
  } catch (stop) {
    throw withOperands(stop, callee.id, [...bound.values.values()], machine.graph);
  }
}

/** Runs a function of the program; `receiver` is the object whose method it is. */
export function run(
  machine: Machine,
  callee: FunctionValue,
  positional: readonly Value[],
  keywords: Keywords,
  receiver: Value | null,
  place: Place,
): Value {
  if (callee.results !== undefined) {
    return remembered(machine, callee, callee.results, positional, keywords, receiver, place);
  }
  machine.step(place);
  const frame = makeFrame(callee.compiled.scope, callee.outer, machine, callee.owner, receiver);
  bind(machine, frame, callee, positional, keywords, place);
  return runFrame(callee, frame, place);
}

/** Whether a call with `count` plain arguments may put them into the slots of a frame itself. */
export function takesInTurn(machine: Machine, callee: FunctionValue, count: number): boolean {
  const { compiled, results } = callee;
  return compiled.inTurn === count && machine.hooks === null && results === undefined;
}

/** Runs a function whose slots hold its arguments already, as `takesInTurn` allows. */
export function runInTurn(
  machine: Machine,
  callee: FunctionValue,
  slots: (Value | undefined)[],
  place: Place,
): Value {
  machine.step(place);
  const { compiled, outer, owner } = callee;
  const receiver = owner === null || compiled.inTurn === 0 ? null : (slots[0] as Value);
  const { scope } = compiled;
  return runFrame(callee, { scope, slots, outer, machine, result: none, owner, receiver }, place);
}

/** Runs a function in a frame that holds its arguments. */
function runFrame(callee: FunctionValue, frame: Frame, place: Place): Value {
  const { compiled } = callee;
  const { machine } = frame;
  const { name, generator } = compiled.definition;
  if (generator) {
    const started = startGenerator(machine, compiled.steps(), frame, name, place);
    return callee.manages ? generatorManager(machine, started, name, place) : started;
  }
  const start = machine.graph.entries.length;
  machine.enter(name, place);
  try {
    compiled.body()(frame);
  } finally {
    machine.depth -= 1;
  }
  // A call that a check makes itself is the whole of what is checked.
  if (machine.depth > 0) keepCall(machine, name, place, start);
  return frame.result;
}

function receiverOf(callee: FunctionValue, positional: readonly Value[]): Value | null {
  return callee.owner === null ? null : (positional[0] ?? null);
}

/** A function that remembers its results: traced numbers are told apart by where they come from. */
function remembered(
  machine: Machine,
  callee: FunctionValue,
  results: Map<string, Value>,
  positional: readonly Value[],
  keywords: Keywords,
  receiver: Value | null,
  place: Place,
): Value {
  const parts = [...positional, ...[...keywords].flatMap(([name, value]) => [text(name), value])];
  const keys = parts.map((each) => {
    if (each.kind === 'number' && each.entry >= 0) return `entry ${each.entry}`;
    return keyOf(each) ?? machine.raise('TypeError', `${describe(each)} cannot be a key`, place);
  });
  const key = JSON.stringify(keys);
  const earlier = results.get(key);
  if (earlier !== undefined) return earlier;
  const plain = { ...callee, results: undefined };
  const result = run(machine, plain, positional, keywords, receiver, place);
  results.set(key, result);
  return result;
}
