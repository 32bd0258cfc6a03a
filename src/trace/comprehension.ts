/** Comprehensions: their own scope, clauses nested from left to right. */
import type { Place } from '../engine/graph';
import type { Expression } from '../syntax/nodes';
import { stopUnknown, truth } from './convert';
import { compileExpression } from './expressions';
import { collectTarget, type Evaluate, type Frame, makeFrame, type Scope } from './frame';
import { iterate } from './iterate';
import type { Machine } from './machine';
import { Rounds } from './stretches';
import { compileTarget } from './targets';
import { type DictValue, describe, keyOf, list, setEntry, type Value } from './values';

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

  /** The frame, once for each round in which all conditions hold. */
  function* walk(frame: Frame, level: number, over: Value): Generator<Frame> {
    const { machine } = frame;
    const clause = clauses[level];
    const next = iterate(machine, over, place);
    const rounds = new Rounds(machine);
    for (let item = next(); item !== null; item = next()) {
      machine.step(place);
      rounds.begin();
      clause.store(frame, item);
      if (!clause.conditions.every((test) => truth(machine, test(frame), place))) continue;
      if (level + 1 < clauses.length) {
        yield* walk(frame, level + 1, clauses[level + 1].iterable(frame));
      } else yield frame;
    }
    rounds.end(place);
  }

  return (outer) => {
    const { machine } = outer;
    const over = first(outer);
    if (over.kind === 'unknown') return over;
    const rounds = walk(makeFrame(own, outer, machine, outer.owner, outer.receiver), 0, over);
    if (key !== null) {
      const entries: DictValue['entries'] = new Map();
      for (const frame of rounds) {
        const named = key(frame);
        if (!setEntry(entries, named, element(frame))) refuseKey(machine, named, place);
      }
      return { kind: 'dict', entries };
    }
    if (node.result === 'generator') {
      return {
        kind: 'iterator',
        next: () => {
          const round = rounds.next();
          return round.done ? null : element(round.value);
        },
      };
    }
    const results: Value[] = [];
    for (const frame of rounds) results.push(element(frame));
    if (node.result === 'list') return list(results);
    const entries = new Map<string, Value>();
    for (const each of results) {
      const name = keyOf(each) ?? refuseKey(machine, each, place);
      if (!entries.has(name)) entries.set(name, each);
    }
    return { kind: 'set', entries };
  };
}

function refuseKey(machine: Machine, key: Value, place: Place): never {
  if (key.kind === 'unknown') return stopUnknown(machine, key);
  return machine.raise('TypeError', `${describe(key)} cannot be a key`, place);
}
