/**
 * Compiles core expressions to closures over a frame. Names are resolved to
 * slots here, once; meaning lives in the files that the closures call.
 */
import type { Place } from '../engine/graph';
import { nearest } from '../syntax/nearest';
import type { Expression } from '../syntax/nodes';
import { callFunction } from './call';
import { compare } from './compare';
import { compileComprehension } from './comprehension';
import { truth } from './convert';
import { type Evaluate, type Frame, resolve, type Scope } from './frame';
import { compileFunction, defineFunction } from './functions';
import { getIndex } from './index-access';
import { items } from './iterate';
import { getMember } from './members';
import { binary, unary } from './operate';
import { showText } from './show';
import {
  bool,
  ellipsis,
  float,
  int,
  keyOf,
  list,
  none,
  text,
  tuple,
  unknown,
  type Value,
} from './values';

export function compileExpression(node: Expression, scope: Scope): Evaluate {
  const place: Place = { path: scope.path, start: node.span.start, end: node.span.end };
  const inner = (each: Expression) => compileExpression(each, scope);
  switch (node.kind) {
    case 'number': {
      const value = node.integer ? int(node.value) : float(node.value);
      return () => value;
    }
    case 'text': {
      const value = text(node.value);
      return () => value;
    }
    case 'boolean': {
      const value = bool(node.value);
      return () => value;
    }
    case 'none':
      return () => none;
    case 'ellipsis':
      return () => ellipsis;
    case 'name':
      return compileName(node.name, scope, place);
    case 'unary': {
      const operand = inner(node.operand);
      const { operator } = node;
      if (operator !== 'not') {
        return (frame) => unary(frame.machine, operator, operand(frame), place);
      }
      return (frame) => {
        const value = operand(frame);
        return value.kind === 'unknown' ? value : bool(!truth(frame.machine, value, place));
      };
    }
    case 'binary': {
      const left = inner(node.left);
      const right = inner(node.right);
      const { operator } = node;
      return (frame) => binary(frame.machine, operator, left(frame), right(frame), place);
    }
    case 'compare':
      return compileCompare(node, scope, place);
    case 'logical': {
      const left = inner(node.left);
      const right = inner(node.right);
      const wanted = node.operator === 'or';
      return (frame) => {
        const first = left(frame);
        if (first.kind === 'unknown') return first;
        return truth(frame.machine, first, place) === wanted ? first : right(frame);
      };
    }
    case 'conditional': {
      const test = inner(node.test);
      const then = inner(node.then);
      const otherwise = inner(node.otherwise);
      return (frame) => (truth(frame.machine, test(frame), place) ? then(frame) : otherwise(frame));
    }
    case 'member': {
      const object = inner(node.object);
      const { name } = node;
      return (frame) => getMember(frame.machine, object(frame), name, place);
    }
    case 'index': {
      const object = inner(node.object);
      const index = inner(node.index);
      return (frame) => getIndex(frame.machine, object(frame), index(frame), place);
    }
    case 'slice': {
      const part = (each: Expression | null) => (each === null ? () => none : inner(each));
      const [start, stop, step] = [part(node.start), part(node.stop), part(node.step)];
      return (frame) => ({
        kind: 'slice',
        start: start(frame),
        stop: stop(frame),
        step: step(frame),
      });
    }
    case 'call':
      return compileCall(node, scope, place);
    case 'list': {
      const parts = compileItems(node.items, scope);
      return (frame) => list(parts(frame));
    }
    case 'tuple': {
      const parts = compileItems(node.items, scope);
      return (frame) => tuple(parts(frame));
    }
    case 'set': {
      const parts = compileItems(node.items, scope);
      return (frame) => {
        const entries = new Map<string, Value>();
        for (const item of parts(frame)) {
          const key = keyOf(item);
          if (key === null) {
            return frame.machine.raise('TypeError', 'this cannot stand in a set', place);
          }
          entries.set(key, item);
        }
        return { kind: 'set', entries };
      };
    }
    case 'dict':
      return compileDict(node, scope, place);
    case 'spread':
      return () => unknown('a star cannot stand here', '', place);
    case 'lambda': {
      const compiled = compileFunction(node.definition, scope, 'lambda');
      return (frame) => defineFunction(compiled, frame);
    }
    case 'comprehension':
      return compileComprehension(node, scope, place);
    case 'format': {
      const parts = node.parts.map((part) => (typeof part === 'string' ? part : inner(part)));
      return (frame) =>
        text(
          parts
            .map((part) => (typeof part === 'string' ? part : showText(frame.machine, part(frame))))
            .join(''),
        );
    }
    case 'assignExpression': {
      const value = inner(node.value);
      const store = compileStore(node.name, scope, place);
      return (frame) => {
        const given = value(frame);
        store(frame, given);
        return given;
      };
    }
    case 'unsupported': {
      const value = unknown(node.reason, node.hint, place);
      return () => value;
    }
  }
}

/** The frame `depth` levels out. */
function outward(frame: Frame, depth: number): Frame {
  let at = frame;
  for (let level = 0; level < depth; level++) at = at.outer as Frame;
  return at;
}

function compileName(name: string, scope: Scope, place: Place): Evaluate {
  const found = resolve(scope, name);
  if (found === null) return (frame) => lookUpLate(frame, name, place);
  const { depth, slot } = found;
  if (depth === 0) return (frame) => frame.slots[slot] ?? unbound(frame, name, place);
  if (depth === 1) {
    return (frame) => (frame.outer as Frame).slots[slot] ?? unbound(frame, name, place);
  }
  return (frame) => outward(frame, depth).slots[slot] ?? unbound(frame, name, place);
}

/** A name that no scope binds by assignment: from a star import, a builtin, or nowhere. */
function lookUpLate(frame: Frame, name: string, place: Place): Value {
  let top = frame;
  while (top.outer !== null) top = top.outer;
  const slot = top.scope.slots.get(name);
  const late = slot === undefined ? undefined : top.slots[slot];
  if (late !== undefined) return late;
  const builtin = frame.machine.builtin(name, place);
  return builtin ?? unbound(frame, name, place);
}

function unbound(frame: Frame, name: string, place: Place): Value {
  const builtin = frame.machine.builtin(name, place);
  if (builtin !== null) return builtin;
  if (frame.machine.openNames !== null) {
    return unknown(`the name ${name} is not known`, frame.machine.openNames, place);
  }
  const known: string[] = [];
  for (let at: Frame | null = frame; at !== null; at = at.outer)
    known.push(...at.scope.slots.keys());
  const close = nearest(
    name,
    known.filter((each) => each !== name),
  );
  const hint = close === null ? '' : `: did you mean ${close}?`;
  return frame.machine.raise('NameError', `the name ${name} is not defined${hint}`, place);
}

/** Stores into a name of this scope, or of the scope that `global`/`nonlocal` sends it to. */
export function compileStore(
  name: string,
  scope: Scope,
  place: Place,
): (frame: Frame, value: Value) => void {
  const found = resolve(scope, name);
  if (found === null) return () => {};
  const { depth, slot } = found;
  return (frame, value) => {
    const { hooks } = frame.machine;
    const stored = hooks === null ? value : hooks.bind(name, value, frame, place);
    outward(frame, depth).slots[slot] = stored;
  };
}

function compileCompare(
  node: Extract<Expression, { kind: 'compare' }>,
  scope: Scope,
  place: Place,
): Evaluate {
  const first = compileExpression(node.first, scope);
  const rest = node.rest.map((each) => ({
    operator: each.operator,
    operand: compileExpression(each.operand, scope),
  }));
  if (rest.length === 1) {
    const [{ operator, operand }] = rest;
    return (frame) => compare(frame.machine, operator, first(frame), operand(frame), place);
  }
  return (frame) => {
    let left = first(frame);
    let result: Value = none;
    for (const { operator, operand } of rest) {
      const right = operand(frame);
      result = compare(frame.machine, operator, left, right, place);
      if (result.kind === 'unknown' || !truth(frame.machine, result, place)) return result;
      left = right;
    }
    return result;
  };
}

function compileItems(nodes: readonly Expression[], scope: Scope): (frame: Frame) => Value[] {
  const parts = nodes.map((node) => ({
    spread: node.kind === 'spread',
    evaluate: compileExpression(node.kind === 'spread' ? node.value : node, scope),
    place: { path: scope.path, start: node.span.start, end: node.span.end },
  }));
  if (parts.every((part) => !part.spread)) {
    const plain = parts.map((part) => part.evaluate);
    return (frame) => plain.map((evaluate) => evaluate(frame));
  }
  return (frame) =>
    parts.flatMap((part) =>
      part.spread ? items(frame.machine, part.evaluate(frame), part.place) : [part.evaluate(frame)],
    );
}

function compileCall(
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
  const callee = compileExpression(node.callee, scope);
  const parts = node.arguments.map((argument) => ({
    ...argument,
    evaluate: compileExpression(argument.value, scope),
  }));
  if (parts.every((part) => part.name === null && part.spread === null)) {
    const plain = parts.map((part) => part.evaluate);
    const nothing = new Map<string, Value>();
    return (frame) => {
      const target = callee(frame);
      const given = plain.map((evaluate) => evaluate(frame));
      return callFunction(frame.machine, target, given, nothing, place);
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

/** `super()` in a method: the enclosing method's class and receiver. */
function makeSuper(frame: Frame, place: Place): Value {
  for (let at: Frame | null = frame; at !== null; at = at.outer) {
    if (at.owner !== null && at.receiver !== null) {
      return { kind: 'super', after: at.owner, receiver: at.receiver };
    }
  }
  return frame.machine.raise('RuntimeError', 'super() stands outside a method', place);
}

function compileDict(
  node: Extract<Expression, { kind: 'dict' }>,
  scope: Scope,
  place: Place,
): Evaluate {
  const parts = node.entries.map((entry) => ({
    key: entry.key === null ? null : compileExpression(entry.key, scope),
    value: compileExpression(entry.value, scope),
  }));
  return (frame) => {
    const entries = new Map<string, { key: Value; value: Value }>();
    for (const part of parts) {
      if (part.key === null) {
        const spread = part.value(frame);
        if (spread.kind === 'unknown') return spread;
        if (spread.kind !== 'dict') {
          return frame.machine.raise('TypeError', '** needs a dict', place);
        }
        for (const [key, entry] of spread.entries) entries.set(key, entry);
        continue;
      }
      const key = part.key(frame);
      if (key.kind === 'unknown') return key;
      const name = keyOf(key);
      if (name === null) {
        return frame.machine.raise('TypeError', 'this cannot be a key of a dict', place);
      }
      entries.set(name, { key, value: part.value(frame) });
    }
    return { kind: 'dict', entries };
  };
}
