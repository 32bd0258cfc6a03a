/** Compiles calls: arguments with stars and keywords, and `super()`. */
import type { Place } from '../engine/graph';
import type { Expression } from '../syntax/nodes';
import { callFunction, runInTurn, takesInTurn } from './call';
import { compileExpression } from './expressions';
import { type Evaluate, type Frame, resolve, type Scope } from './frame';
import { items } from './iterate';
import { getMethod } from './members';
import type { Value } from './values';

export function compileCall(
  node: Extract<Expression, { kind: 'call' }>,
  scope: Scope,
  place: Place,
): Evaluate {
  if (
    node.callee.kind === 'name' &&
    node.callee.name === 'super' &&
    resolve(scope, 'super') === null
  ) {
    return (frame) => makeSuper(frame, place);
  }
  const callee = compileCallee(node.callee, scope);
  const parts = node.arguments.map((argument) => ({
    ...argument,
    evaluate: compileExpression(argument.value, scope),
  }));
  if (parts.every((part) => part.name === null && part.spread === null)) {
    const plain = parts.map((part) => part.evaluate);
    const nothing = new Map<string, Value>();
    return (frame) => {
      const target = callee(frame);
      const { machine } = frame;
      if (target.kind === 'function' && takesInTurn(machine, target, plain.length)) {
        const slots = new Array<Value | undefined>(target.compiled.size);
        for (let at = 0; at < plain.length; at++) slots[at] = plain[at](frame);
        for (let at = plain.length; at < slots.length; at++) slots[at] = undefined;
        return runInTurn(machine, target, slots, place);
      }
      const given = plain.map((evaluate) => evaluate(frame));
      return callFunction(machine, target, given, nothing, place);
    };
  }
  return (frame) => {
    const target = callee(frame);
    const positional: Value[] = [];
    const keywords = new Map<string, Value>();
    for (const part of parts) {
      const value = part.evaluate(frame);
      if (part.name !== null) keywords.set(part.name, value);
      else if (part.spread === 'positional') {
        for (const each of items(frame.machine, value, place)) positional.push(each);
      } else if (part.spread === 'keyword') {
        if (value.kind === 'unknown') return value;
        if (value.kind !== 'dict') {
          return frame.machine.raise('TypeError', '** needs a dict', place);
        }
        for (const entry of value.entries.values()) {
          if (entry.key.kind === 'text') keywords.set(entry.key.value, entry.value);
        }
      } else positional.push(value);
    }
    return callFunction(frame.machine, target, positional, keywords, place);
  };
}

/** What is called: of a name that is a property and a method alike (`x.size`, `x.size()`), the method. */
function compileCallee(node: Expression, scope: Scope): Evaluate {
  if (node.kind !== 'member') return compileExpression(node, scope);
  const object = compileExpression(node.object, scope);
  const place: Place = { path: scope.path, start: node.span.start, end: node.span.end };
  const { name } = node;
  return (frame) => getMethod(frame.machine, object(frame), name, place);
}

/** `super()` in a method: the enclosing method's class and receiver. */
function makeSuper(frame: Frame, place: Place): Value {
  for (let at: Frame | null = frame; at !== null; at = at.outer) {
    if (at.owner !== null && at.receiver !== null) {
      return { kind: 'super', after: at.owner, receiver: at.receiver };
    }
  }
  return frame.machine.raise('RuntimeError', 'super() stands outside a method', place);
}
