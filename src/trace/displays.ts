/** Compiles displays: lists, tuples, sets and dicts written out, with their stars. */
import type { Place } from '../engine/graph';
import type { Expression } from '../syntax/nodes';
import { compileExpression } from './expressions';
import type { Evaluate, Frame, Scope } from './frame';
import { items } from './iterate';
import { describe, keyOf, setEntry, type Value } from './values';

export function compileSet(nodes: readonly Expression[], scope: Scope, place: Place): Evaluate {
  const parts = compileItems(nodes, scope);
  return (frame) => {
    const entries = new Map<string, Value>();
    for (const item of parts(frame)) {
      if (item.kind === 'unknown') return item;
      const key = keyOf(item);
      if (key === null) {
        return frame.machine.raise('TypeError', `${describe(item)} cannot stand in a set`, place);
      }
      if (!entries.has(key)) entries.set(key, item);
    }
    return { kind: 'set', entries };
  };
}

export function compileDict(
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
        for (const { key, value } of spread.entries.values()) setEntry(entries, key, value);
        continue;
      }
      const key = part.key(frame);
      if (key.kind === 'unknown') return key;
      if (!setEntry(entries, key, part.value(frame))) {
        const message = `${describe(key)} cannot be a key of a dict`;
        return frame.machine.raise('TypeError', message, place);
      }
    }
    return { kind: 'dict', entries };
  };
}

export function compileItems(
  nodes: readonly Expression[],
  scope: Scope,
): (frame: Frame) => Value[] {
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
