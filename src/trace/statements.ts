/** Compiles core statements to closures that say how they ended. */
import type { Place } from '../engine/graph';
import type { Block, Statement } from '../syntax/nodes';
import { compileAugment } from './augment';
import { branchAt } from './branches';
import { callFunction } from './call';
import { compileClass } from './classes';
import { stopUnknown, truth } from './convert';
import { compileDelete } from './delete';
import { raiseValue } from './exceptions';
import { compileExpression, compileTest } from './expressions';
import { Outcome } from './flat-codes';
import { FlatLoop } from './flat-loops';
import { type Execute, type Scope, Signal } from './frame';
import { compileFunction, defineFunction } from './functions';
import { compileImport, compileImportFrom } from './imports';
import { iterate } from './iterate';
import { compileMatch } from './match';
import { compileStore } from './names';
import { showText } from './show';
import { Rounds } from './stretches';
import { compilePairs, compileTarget } from './targets';
import { compileTry, compileWith } from './try';
import { unknown, type Value } from './values';

export function compileBlock(block: Block, scope: Scope): Execute {
  const statements = block.map((each) => compileStatement(each, scope));
  if (statements.length === 1) return statements[0];
  return (frame) => {
    for (const statement of statements) {
      const signal = statement(frame);
      if (signal !== Signal.next) return signal;
    }
    return Signal.next;
  };
}

export function compileStatement(node: Statement, scope: Scope): Execute {
  const place: Place = { path: scope.path, start: node.span.start, end: node.span.end };
  const execute = compileKind(node, scope, place);
  if (!('annotations' in node) || node.annotations.length === 0) {
    return (frame) => {
      frame.machine.step(place);
      return execute(frame);
    };
  }
  return (frame) => {
    frame.machine.step(place);
    const signal = execute(frame);
    frame.machine.hooks?.executed(node, frame);
    return signal;
  };
}

function compileKind(node: Statement, scope: Scope, place: Place): Execute {
  switch (node.kind) {
    case 'expression': {
      const value = compileExpression(node.value, scope);
      return (frame) => {
        value(frame);
        return Signal.next;
      };
    }
    case 'assign': {
      const pairs = compilePairs(node.targets, node.value, scope);
      if (pairs !== null) {
        return (frame) => {
          pairs(frame);
          return Signal.next;
        };
      }
      const value = compileExpression(node.value, scope);
      const stores = node.targets.map((target) => compileTarget(target, scope));
      if (stores.length === 1) {
        const [store] = stores;
        return (frame) => {
          store(frame, value(frame));
          return Signal.next;
        };
      }
      return (frame) => {
        const given = value(frame);
        for (const store of stores) store(frame, given);
        return Signal.next;
      };
    }
    case 'augment':
      return compileAugment(node, scope, place);
    case 'if': {
      const test = compileTest(node.test, scope, place);
      const body = compileBlock(node.body, scope);
      const otherwise = compileBlock(node.otherwise, scope);
      const branch = branchAt(scope.path, node.test.span);
      return (frame) => {
        const side = test(frame);
        frame.machine.branches.take(branch, side);
        return side ? body(frame) : otherwise(frame);
      };
    }
    case 'while': {
      const test = compileTest(node.test, scope, place);
      const body = compileBlock(node.body, scope);
      const otherwise = compileBlock(node.otherwise, scope);
      const flat = new FlatLoop(node, scope);
      return (frame) => {
        const outcome = flat.run(frame);
        if (outcome === Outcome.left) return Signal.next;
        if (outcome === Outcome.returned) return Signal.return;
        if (outcome === Outcome.over) return otherwise(frame);
        const rounds = new Rounds(frame.machine);
        let signal: Signal = Signal.next;
        while (goesOn(signal) && test(frame)) {
          frame.machine.step(place);
          rounds.begin();
          signal = body(frame);
        }
        rounds.end(place);
        return goesOn(signal) ? otherwise(frame) : afterLoop(signal);
      };
    }
    case 'for':
      return compileFor(node, scope, place);
    case 'try':
      return compileTry(node, scope, place);
    case 'with':
      return compileWith(node, scope, place);
    case 'match':
      return compileMatch(node, scope, place);
    case 'break':
      return () => Signal.break;
    case 'continue':
      return () => Signal.continue;
    case 'pass':
    case 'global':
    case 'nonlocal':
      return () => Signal.next;
    case 'return': {
      if (node.value === null) return () => Signal.return;
      const value = compileExpression(node.value, scope);
      return (frame) => {
        frame.result = value(frame);
        return Signal.return;
      };
    }
    case 'function':
      return compileDefinition(node, scope, place);
    case 'class': {
      const define = compileClass(node.definition, scope, place);
      const store = compileStore(node.definition.name, scope, place);
      return (frame) => {
        store(frame, define(frame));
        return Signal.next;
      };
    }
    case 'delete':
      return compileDelete(node, scope, place);
    case 'assert': {
      const test = compileExpression(node.test, scope);
      const message = node.message === null ? null : compileExpression(node.message, scope);
      return (frame) => {
        const value = test(frame);
        if (value.kind === 'unknown' || truth(frame.machine, value, place)) return Signal.next;
        const said = message === null ? '' : showText(frame.machine, message(frame));
        return frame.machine.raise('AssertionError', said || 'this assertion does not hold', place);
      };
    }
    case 'raise': {
      const value = node.value === null ? null : compileExpression(node.value, scope);
      if (value !== null) return (frame) => raiseValue(frame.machine, value(frame), place);
      return (frame) => {
        const { machine } = frame;
        if (machine.handling !== null) throw machine.handling;
        return machine.raise('RuntimeError', 'there is no exception to raise again', place);
      };
    }
    case 'import':
      return compileImport(node, scope, place);
    case 'importFrom':
      return compileImportFrom(node, scope, place);
    case 'unsupportedStatement': {
      const stores = node.binds.map((name) => compileStore(name, scope, place));
      const isModule = scope.kind === 'module';
      return (frame) => {
        const value = unknown(node.reason, node.hint, place);
        // In a function the statement may change anything, so that a target that runs it stops here.
        if (!isModule) stopUnknown(frame.machine, value);
        for (const store of stores) store(frame, value);
        return Signal.next;
      };
    }
  }
}

function compileFor(
  node: Extract<Statement, { kind: 'for' }>,
  scope: Scope,
  place: Place,
): Execute {
  const iterable = compileExpression(node.iterable, scope);
  const store = compileTarget(node.target, scope);
  const body = compileBlock(node.body, scope);
  const otherwise = compileBlock(node.otherwise, scope);
  const flat = new FlatLoop(node, scope);
  return (frame) => {
    let over = iterable(frame);
    let before = 0;
    if (over.kind === 'range') {
      const outcome = flat.run(frame, over);
      if (outcome === Outcome.left) return Signal.next;
      if (outcome === Outcome.returned) return Signal.return;
      if (outcome === Outcome.over) return otherwise(frame);
      before = (flat.counter - over.start) / over.step;
      over = { ...over, start: flat.counter };
    }
    const next = iterate(frame.machine, over, place);
    const rounds = new Rounds(frame.machine, before);
    let signal: Signal = Signal.next;
    for (let item = next(); item !== null; item = goesOn(signal) ? next() : null) {
      frame.machine.step(place);
      rounds.begin();
      store(frame, item);
      signal = body(frame);
    }
    rounds.end(place);
    return goesOn(signal) ? otherwise(frame) : afterLoop(signal);
  };
}

/** Whether a loop goes on after a round that ended so. */
function goesOn(signal: Signal): boolean {
  return signal !== Signal.break && signal !== Signal.return;
}

/** How a loop ends whose round ended so. */
function afterLoop(signal: Signal): Signal {
  return signal === Signal.break ? Signal.next : signal;
}

function compileDefinition(
  node: Extract<Statement, { kind: 'function' }>,
  scope: Scope,
  place: Place,
): Execute {
  const { definition } = node;
  const compiled = compileFunction(definition, scope, definition.name);
  const decorators = definition.decorators.map((each) => compileExpression(each, scope));
  const store = compileStore(definition.name, scope, place);
  return (frame) => {
    let value: Value = defineFunction(compiled, frame);
    for (const decorator of decorators.toReversed()) {
      value = callFunction(frame.machine, decorator(frame), [value], new Map(), place);
    }
    store(frame, value);
    return Signal.next;
  };
}
