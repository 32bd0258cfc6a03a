/** Comprehensions: their own scope, clauses nested from left to right. */
import type { Place } from '../engine/graph';
import type { Expression } from '../syntax/nodes';
import { truth } from './convert';
import { compileExpression } from './expressions';
import { collectTarget, type Evaluate, type Frame, makeFrame, type Scope } from './frame';
import { iterate } from './iterate';
import { compileTarget } from './targets';
import { keyOf, list, type Value } from './values';

export function compileComprehension(
  node: Extract<Expression, { kind: 'comprehension' }>,
  scope: Scope,
  place: Place,
): Evaluate {
  const bound = new Set<string>();
  for (const clause of node.clauses) collectTarget(clause.target, bound);
  const own: Scope = {
    kind: 'comprehension',
    path: scope.path,
    outer: scope,
    slots: new Map([...bound].map((name, slot) => [name, slot])),
    globals: new Set(),
    name: scope.name,
  };
  // The first iterable belongs to the surrounding scope.
  const first = compileExpression(node.clauses[0].iterable, scope);
  const clauses = node.clauses.map((clause) => ({
    iterable: compileExpression(clause.iterable, own),
    store: compileTarget(clause.target, own),
    conditions: clause.conditions.map((condition) => compileExpression(condition, own)),
  }));
  const element = compileExpression(node.element, own);
  const key = node.key === null ? null : compileExpression(node.key, own);

  const walk = (frame: Frame, level: number, over: Value, found: (frame: Frame) => void): void => {
    const { machine } = frame;
    const clause = clauses[level];
    const next = iterate(machine, over, place);
    for (let item = next(); item !== null; item = next()) {
      machine.step(place);
      clause.store(frame, item);
      if (!clause.conditions.every((test) => truth(machine, test(frame), place))) continue;
      if (level + 1 < clauses.length) {
        walk(frame, level + 1, clauses[level + 1].iterable(frame), found);
      } else found(frame);
    }
  };

  return (outer) => {
    const { machine } = outer;
    const over = first(outer);
    if (over.kind === 'unknown') return over;
    const frame = makeFrame(own, outer, machine, outer.owner, outer.receiver);
    if (key !== null) {
      const entries = new Map<string, { key: Value; value: Value }>();
      walk(frame, 0, over, (at) => {
        const named = key(at);
        entries.set(keyed(named, frame, place), { key: named, value: element(at) });
      });
      return { kind: 'dict', entries };
    }
    const results: Value[] = [];
    walk(frame, 0, over, (at) => results.push(element(at)));
    if (node.result === 'set') {
      return {
        kind: 'set',
        entries: new Map(results.map((each) => [keyed(each, frame, place), each])),
      };
    }
    if (node.result === 'list') return list(results);
    let at = 0;
    return { kind: 'iterator', next: () => (at < results.length ? results[at++] : null) };
  };
}

function keyed(value: Value, frame: Frame, place: Place): string {
  return keyOf(value) ?? frame.machine.raise('TypeError', 'this cannot be a key', place);
}
