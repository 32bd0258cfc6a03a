/** `match`: patterns compiled to tests that bind names as they succeed. */
import type { Place } from '../engine/graph';
import type { Pattern, Statement } from '../syntax/nodes';
import { belongs } from './belongs';
import { compare, equal } from './compare';
import { stopUnknown, truth } from './convert';
import { compileExpression } from './expressions';
import { type Execute, type Frame, type Scope, Signal } from './frame';
import { Stop } from './limits';
import type { Machine } from './machine';
import { getMember, inherited } from './members';
import { compileStore } from './names';
import { compileBlock } from './statements';
import { type DictValue, keyOf, list, type Value } from './values';

type Test = (frame: Frame, value: Value) => boolean;

/** The position of the case that takes the subject, its names bound; -1 for none. */
export type Choose = (frame: Frame) => number;

export function compileMatch(
  node: Extract<Statement, { kind: 'match' }>,
  scope: Scope,
  place: Place,
): Execute {
  const choose = compileChoose(node, scope, place);
  const bodies = node.cases.map((each) => compileBlock(each.body, scope));
  return (frame) => {
    const chosen = choose(frame);
    return chosen < 0 ? Signal.next : bodies[chosen](frame);
  };
}

export function compileChoose(
  node: Extract<Statement, { kind: 'match' }>,
  scope: Scope,
  place: Place,
): Choose {
  const subject = compileExpression(node.subject, scope);
  const tests = node.cases.map((each) => compilePattern(each.pattern, scope));
  const guards = node.cases.map((each) =>
    each.guard === null ? null : compileExpression(each.guard, scope),
  );
  return (frame) => {
    const value = subject(frame);
    if (value.kind === 'unknown') return stopUnknown(frame.machine, value);
    return tests.findIndex((test, at) => {
      const guard = guards[at];
      return test(frame, value) && (guard === null || truth(frame.machine, guard(frame), place));
    });
  };
}

function compilePattern(pattern: Pattern, scope: Scope): Test {
  const place: Place = { path: scope.path, start: pattern.span.start, end: pattern.span.end };
  switch (pattern.kind) {
    case 'valuePattern': {
      const wanted = compileExpression(pattern.value, scope);
      const { kind } = pattern.value;
      if (kind === 'none' || kind === 'boolean') {
        return (frame, value) =>
          truth(frame.machine, compare(frame.machine, 'is', value, wanted(frame), place), place);
      }
      return (frame, value) => equal(frame.machine, value, wanted(frame), place);
    }
    case 'capturePattern':
    case 'starPattern':
      return compileCapture(pattern.name, scope, place);
    case 'sequencePattern':
      return compileSequence(pattern.items, scope);
    case 'mappingPattern':
      return compileMapping(pattern, scope, place);
    case 'classPattern':
      return compileClassPattern(pattern, scope, place);
    case 'eitherPattern': {
      const options = pattern.options.map((each) => compilePattern(each, scope));
      return (frame, value) => options.some((option) => option(frame, value));
    }
    case 'asPattern': {
      const inner = compilePattern(pattern.pattern, scope);
      const bind = compileCapture(pattern.name, scope, place);
      return (frame, value) => inner(frame, value) && bind(frame, value);
    }
  }
}

function compileCapture(name: string | null, scope: Scope, place: Place): Test {
  if (name === null) return () => true;
  const store = compileStore(name, scope, place);
  return (frame, value) => {
    store(frame, value);
    return true;
  };
}

function compileSequence(patterns: readonly Pattern[], scope: Scope): Test {
  const tests = patterns.map((each) => compilePattern(each, scope));
  const star = patterns.findIndex((each) => each.kind === 'starPattern');
  return (frame, value) => {
    if (value.kind !== 'list' && value.kind !== 'tuple') return false;
    const { items } = value;
    if (star < 0 ? items.length !== tests.length : items.length < tests.length - 1) return false;
    const behind = tests.length - 1 - star;
    return tests.every((test, at) => {
      if (star < 0 || at < star) return test(frame, items[at]);
      if (at > star) return test(frame, items[items.length - tests.length + at]);
      return test(frame, list(items.slice(star, items.length - behind)));
    });
  };
}

function compileMapping(
  pattern: Extract<Pattern, { kind: 'mappingPattern' }>,
  scope: Scope,
  place: Place,
): Test {
  const entries = pattern.entries.map((each) => ({
    key: compileExpression(each.key, scope),
    test: compilePattern(each.pattern, scope),
  }));
  const rest = compileCapture(pattern.rest, scope, place);
  return (frame, value) => {
    if (value.kind !== 'dict') return false;
    const left: DictValue['entries'] = new Map(value.entries);
    for (const { key, test } of entries) {
      const name = keyOf(key(frame)) ?? '';
      const found = value.entries.get(name);
      if (found === undefined || !test(frame, found.value)) return false;
      left.delete(name);
    }
    return rest(frame, { kind: 'dict', entries: left });
  };
}

/** Builtin types whose one positional pattern is the value itself. */
const WHOLE = new Set(['bool', 'dict', 'float', 'int', 'list', 'set', 'str', 'tuple']);

function compileClassPattern(
  pattern: Extract<Pattern, { kind: 'classPattern' }>,
  scope: Scope,
  place: Place,
): Test {
  const type = compileExpression(pattern.type, scope);
  const positional = pattern.positional.map((each) => compilePattern(each, scope));
  const named = pattern.named.map(({ name, pattern: inner }) => ({
    name,
    test: compilePattern(inner, scope),
  }));
  return (frame, value) => {
    const { machine } = frame;
    const wanted = type(frame);
    if (!belongs(machine, value, wanted, place)) return false;
    if (wanted.kind === 'type' && WHOLE.has(wanted.type)) {
      return positional.every((test) => test(frame, value));
    }
    const names = wanted.kind === 'class' ? matchArguments(wanted) : [];
    if (positional.length > names.length) {
      return machine.raise(
        'TypeError',
        `this class takes ${names.length} patterns without a name, but ${positional.length} are given`,
        place,
      );
    }
    const parts = [...positional.map((test, at) => ({ name: names[at], test })), ...named];
    return parts.every(({ name, test }) => {
      const part = attribute(machine, value, name, place);
      return part !== null && test(frame, part);
    });
  };
}

function matchArguments(type: Extract<Value, { kind: 'class' }>): string[] {
  const names = inherited(type, '__match_args__');
  const items = names?.kind === 'tuple' ? names.items : [];
  return items.flatMap((each) => (each.kind === 'text' ? [each.value] : []));
}

function attribute(machine: Machine, value: Value, name: string, place: Place): Value | null {
  try {
    return getMember(machine, value, name, place);
  } catch (stop) {
    if (stop instanceof Stop && stop.code === 'AttributeError') return null;
    throw stop;
  }
}
