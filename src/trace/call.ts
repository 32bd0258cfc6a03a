/**
 * Calls: binding arguments to parameters, running functions, methods,
 * constructors and library functions.
 */
import type { Place } from '../engine/graph';
import { type CompiledFunction, type Frame, makeFrame } from './frame';
import { keepsUnknown, library } from './library';
import { LibraryCall } from './library-call';
import { Stop } from './limits';
import type { Machine } from './machine';
import { findMember, inherited, isException, lineage } from './members';
import { bindSignature } from './signature';
import {
  type ClassValue,
  describe,
  type FunctionValue,
  type InstanceValue,
  text,
  tuple,
  type Value,
} from './values';

type Keywords = ReadonlyMap<string, Value>;

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
      return run(machine, callee, positional, keywords, null, place);
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

/** Makes an object and runs its constructor. */
function construct(
  machine: Machine,
  type: ClassValue,
  positional: readonly Value[],
  keywords: Keywords,
  place: Place,
): Value {
  const object: InstanceValue = { kind: 'instance', type, attributes: new Map() };
  const initializer = inherited(type, machine.tables.protocols.constructor);
  const exception = isException(machine, type);
  if (exception) object.attributes.set('args', tuple(positional));
  if (initializer?.kind === 'function') {
    run(machine, initializer, [object, ...positional], keywords, object, place);
  } else if (positional.length + keywords.size > 0 && !exception && !lineage(type).some(isOpen)) {
    machine.raise('TypeError', `${type.name}() takes no arguments`, place);
  }
  return object;
}

/** Has a base that is not known, whose constructor may take anything. */
function isOpen(type: ClassValue): boolean {
  return type.open;
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
  const bound = bindSignature(machine, callee, positional, keywords, place);
  if (bound.unknown !== null && !keepsUnknown.has(callee.id)) return bound.unknown;
  return implementation(new LibraryCall(machine, callee.name, bound.values, place));
}

function run(
  machine: Machine,
  callee: FunctionValue,
  positional: readonly Value[],
  keywords: Keywords,
  receiver: Value | null,
  place: Place,
): Value {
  const { compiled } = callee;
  machine.step(place);
  const frame = makeFrame(compiled.scope, callee.outer, machine, callee.owner, receiver);
  bind(machine, frame, callee, positional, keywords, place);
  machine.depth += 1;
  if (machine.depth > machine.limits.depth) {
    throw new Stop(
      'limit',
      'depth',
      `stopped at ${machine.limits.depth} nested calls of ${compiled.definition.name}: the recursion may never end`,
      place,
    );
  }
  try {
    compiled.body()(frame);
  } finally {
    machine.depth -= 1;
  }
  return frame.result;
}

/** Fills the parameters of a call; raises TypeError in the words of the function's own names. */
function bind(
  machine: Machine,
  frame: Frame,
  callee: FunctionValue,
  positional: readonly Value[],
  keywords: Keywords,
  place: Place,
): void {
  const { definition, scope } = callee.compiled;
  const name = definition.name || 'lambda';
  let taken = 0;
  let used = 0;
  for (const [index, parameter] of definition.parameters.entries()) {
    let value: Value | undefined;
    if (parameter.kind === 'rest') {
      value = tuple(positional.slice(taken));
      taken = positional.length;
    } else if (parameter.kind === 'keywordRest') {
      value = { kind: 'dict', entries: unusedKeywords(callee.compiled, keywords) };
      used = keywords.size;
    } else {
      if (parameter.kind === 'positional' && taken < positional.length) {
        value = positional[taken++];
        if (keywords.has(parameter.name)) {
          machine.raise('TypeError', `${name}() got two values for ${parameter.name}`, place);
        }
      } else if (keywords.has(parameter.name)) {
        value = keywords.get(parameter.name);
        used += 1;
      } else value = callee.defaults[index];
      if (value === undefined) {
        machine.raise(
          'TypeError',
          `${name}() is called without its argument ${parameter.name}`,
          place,
        );
      }
    }
    const slot = scope.slots.get(parameter.name);
    if (slot === undefined) continue;
    const { hooks } = machine;
    frame.slots[slot] =
      hooks === null || value === undefined
        ? value
        : hooks.bind(parameter.name, value, frame, {
            path: scope.path,
            start: parameter.span.start,
            end: parameter.span.end,
          });
  }
  if (taken < positional.length) {
    const receiver = definition.parameters[0]?.name === 'self' ? 1 : 0;
    machine.raise(
      'TypeError',
      `${name}() takes ${taken - receiver} arguments, but ${positional.length - receiver} were given`,
      place,
    );
  }
  if (used < keywords.size) {
    const extra = [...keywords.keys()].find(
      (each) => !definition.parameters.some((parameter) => parameter.name === each),
    );
    machine.raise('TypeError', `${name}() has no parameter ${extra ?? ''}`, place);
  }
}

function unusedKeywords(
  compiled: CompiledFunction,
  keywords: Keywords,
): Map<string, { key: Value; value: Value }> {
  const named = new Set(
    compiled.definition.parameters
      .filter((each) => each.kind === 'positional' || each.kind === 'keywordOnly')
      .map((each) => each.name),
  );
  const rest = new Map<string, { key: Value; value: Value }>();
  for (const [name, value] of keywords) {
    if (!named.has(name)) rest.set(`t${name}`, { key: text(name), value });
  }
  return rest;
}
