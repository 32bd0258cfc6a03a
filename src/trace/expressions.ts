/**
 * Compiles core expressions to closures over a frame. Names are resolved to
 * slots here, once; meaning lives in the files that the closures call.
 */
import type { Place } from '../engine/graph';
import type { Expression } from '../syntax/nodes';
import { compileBinary } from './binary-expression';
import { branchAt, readsShape } from './branches';
import { compileCall } from './call-expression';
import { compare } from './compare';
import { compileComprehension } from './comprehension';
import { truth } from './convert';
import { compileDict, compileItems, compileSet } from './displays';
import { formatValue } from './format';
import type { Evaluate, Frame, Scope } from './frame';
import { compileFunction, defineFunction } from './functions';
import { getIndex } from './index-access';
import { getMember } from './members';
import { compileName, compileStore } from './names';
import { quickItem } from './sequence-items';
import { unary } from './unary';
import { unboxedCompareOr, unboxedOr, unboxedTestOr } from './unboxed';
import { bool, ellipsis, float, int, list, none, text, tuple, unknown, type Value } from './values';

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
        return unboxedOr(node, scope, place, (frame) =>
          unary(frame.machine, operator, operand(frame), place),
        );
      }
      return (frame) => {
        const value = operand(frame);
        return value.kind === 'unknown' ? value : bool(!truth(frame.machine, value, place));
      };
    }
    case 'binary': {
      const left = inner(node.left);
      const right = inner(node.right);
      return unboxedOr(node, scope, place, compileBinary(node.operator, left, right, place));
    }
    case 'compare': {
      const compared = compileCompare(node, scope, place);
      if (!readsShape(node)) return compared;
      const branch = branchAt(scope.path, node.span);
      return (frame) => {
        const side = compared(frame);
        if (side.kind === 'number') frame.machine.branches.take(branch, side.value !== 0);
        return side;
      };
    }
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
      const test = compileTest(node.test, scope, place);
      const then = inner(node.then);
      const otherwise = inner(node.otherwise);
      return (frame) => (test(frame) ? then(frame) : otherwise(frame));
    }
    case 'member': {
      const object = inner(node.object);
      const { name } = node;
      return (frame) => {
        const owner = object(frame);
        const own = owner.kind === 'instance' ? owner.attributes.get(name) : undefined;
        return own ?? getMember(frame.machine, owner, name, place);
      };
    }
    case 'index': {
      const object = inner(node.object);
      const index = inner(node.index);
      return (frame) => {
        const from = object(frame);
        const at = index(frame);
        return quickItem(from, at) ?? getIndex(frame.machine, from, at, place);
      };
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
    case 'set':
      return compileSet(node.items, scope, place);
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
            .map((part) =>
              typeof part === 'string' ? part : formatValue(frame.machine, part(frame), ''),
            )
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
    case 'yield':
      return (frame) =>
        frame.machine.refuse(
          'a `yield` inside a larger expression is not supported: give it a statement of its own',
          place,
        );
    case 'unsupported': {
      const value = unknown(node.reason, node.hint, place);
      return () => value;
    }
  }
}

/** What decides a branch or a loop: whether it counts as true, as `place` needs it. */
export function compileTest(
  node: Expression,
  scope: Scope,
  place: Place,
): (frame: Frame) => boolean {
  const test = compileExpression(node, scope);
  return unboxedTestOr(node, scope, (frame) => truth(frame.machine, test(frame), place));
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
    return unboxedCompareOr(node, scope, (frame) =>
      compare(frame.machine, operator, first(frame), operand(frame), place),
    );
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
