/**
 * Generators: function bodies that hold `yield`, compiled a second way, to
 * JavaScript generators over the same frames. Statements without a `yield` and all
 * expressions are compiled as everywhere.
 */
import type { Place } from '../engine/graph';
import { innerBlocks } from '../syntax/blocks';
import type { Block, Expression, Statement } from '../syntax/nodes';
import { branchAt } from './branches';
import { stopUnknown, truth } from './convert';
import { ownStop } from './exceptions';
import { compileExpression } from './expressions';
import { type Evaluate, type Frame, type Scope, Signal } from './frame';
import { iterate } from './iterate';
import type { Stop } from './limits';
import type { Machine } from './machine';
import { compileChoose } from './match';
import { compileStatement } from './statements';
import { compileTarget } from './targets';
import { compileTrySteps, compileWithSteps } from './try-steps';
import { none, type Value } from './values';

/** Runs a block, giving what it yields, and says how it ended. */
export type Steps = (frame: Frame) => Generator<Value, Signal>;

/** A call of a generator function: nothing runs before its first item is asked for. */
export function startGenerator(
  machine: Machine,
  steps: Steps,
  frame: Frame,
  name: string,
  place: Place,
): Value {
  const walk = steps(frame);
  let running = false;
  const resume = (step: () => IteratorResult<Value, Signal>): Value | null => {
    if (running) machine.raise('ValueError', 'the generator is already running', place);
    machine.step(place);
    machine.enter(name, place);
    running = true;
    try {
      const { done, value } = step();
      return done ? null : value;
    } catch (thrown) {
      const stop = ownStop(thrown);
      if (stop === null || stop.code !== 'StopIteration') throw thrown;
      return machine.raise('RuntimeError', 'a generator raised StopIteration', place);
    } finally {
      running = false;
      machine.depth -= 1;
    }
  };
  return {
    kind: 'iterator',
    next: () => resume(() => walk.next()),
    generator: {
      result: () => frame.result,
      close: () => {
        resume(() => walk.return(Signal.return));
      },
      throw: (stop) => resume(() => walk.throw(stop)),
    },
  };
}

/** A generator that yields once as a context manager: up to the `yield` on entering, the rest on leaving. */
export function generatorManager(
  machine: Machine,
  started: Value,
  name: string,
  place: Place,
): Value {
  if (started.kind !== 'iterator') throw new Error('a context manager is made of a generator');
  const { next, generator } = started;
  const enter = () => next() ?? machine.raise('RuntimeError', `${name}() did not yield`, place);
  const again = () => machine.raise('RuntimeError', `${name}() yielded more than once`, place);
  const leave = (stop: Stop | null): boolean => {
    if (stop === null) return next() !== null ? again() : false;
    try {
      return generator?.throw(stop) === null ? true : again();
    } catch (thrown) {
      if (thrown === stop) return false;
      throw thrown;
    }
  };
  return { kind: 'manager', enter, leave };
}

export function compileSteps(block: Block, scope: Scope): Steps {
  const parts = block.map((each) => compileStep(each, scope));
  return function* (frame) {
    for (const part of parts) {
      const signal = yield* part(frame);
      if (signal !== Signal.next) return signal;
    }
    return Signal.next;
  };
}

function compileStep(node: Statement, scope: Scope): Steps {
  if (!yields(node)) {
    const execute = compileStatement(node, scope);
    // biome-ignore lint/correctness/useYield: it has nothing to yield
    return function* (frame) {
      return execute(frame);
    };
  }
  const place: Place = { path: scope.path, start: node.span.start, end: node.span.end };
  const steps = compileYielding(node, scope, place);
  return function* (frame) {
    frame.machine.step(place);
    return yield* steps(frame);
  };
}

function compileYielding(node: Statement, scope: Scope, place: Place): Steps {
  const block = (inner: Block) => compileSteps(inner, scope);
  switch (node.kind) {
    case 'expression': {
      const give = compileYield(node.value, scope, place);
      return function* (frame) {
        yield* give(frame);
        return Signal.next;
      };
    }
    case 'assign': {
      const give = compileYield(node.value, scope, place);
      const stores = node.targets.map((target) => compileTarget(target, scope));
      return function* (frame) {
        const value = yield* give(frame);
        for (const store of stores) store(frame, value);
        return Signal.next;
      };
    }
    case 'return': {
      const give = compileYield(node.value, scope, place);
      return function* (frame) {
        frame.result = yield* give(frame);
        return Signal.return;
      };
    }
    case 'if': {
      const branch = branchAt(scope.path, node.test.span);
      const test = compileExpression(node.test, scope);
      const [body, otherwise] = [block(node.body), block(node.otherwise)];
      return function* (frame) {
        const side = truth(frame.machine, test(frame), place);
        frame.machine.branches.take(branch, side);
        return yield* (side ? body : otherwise)(frame);
      };
    }
    case 'while': {
      const test = compileExpression(node.test, scope);
      const [body, otherwise] = [block(node.body), block(node.otherwise)];
      return function* (frame) {
        while (truth(frame.machine, test(frame), place)) {
          frame.machine.step(place);
          const signal = yield* body(frame);
          if (signal === Signal.break) return Signal.next;
          if (signal === Signal.return) return signal;
        }
        return yield* otherwise(frame);
      };
    }
    case 'for': {
      const iterable = compileExpression(node.iterable, scope);
      const store = compileTarget(node.target, scope);
      const [body, otherwise] = [block(node.body), block(node.otherwise)];
      return function* (frame) {
        const next = iterate(frame.machine, iterable(frame), place);
        for (let item = next(); item !== null; item = next()) {
          frame.machine.step(place);
          store(frame, item);
          const signal = yield* body(frame);
          if (signal === Signal.break) return Signal.next;
          if (signal === Signal.return) return signal;
        }
        return yield* otherwise(frame);
      };
    }
    case 'try':
      return compileTrySteps(node, scope, place);
    case 'with':
      return compileWithSteps(node, scope, place);
    case 'match': {
      const choose = compileChoose(node, scope, place);
      const bodies = node.cases.map((each) => block(each.body));
      return function* (frame) {
        const chosen = choose(frame);
        return chosen < 0 ? Signal.next : yield* bodies[chosen](frame);
      };
    }
    default:
      return refuseYield(place);
  }
}

/** A `yield` that is the whole of an expression; its value is None, since nothing is sent. */
function compileYield(
  node: Expression | null,
  scope: Scope,
  place: Place,
): (frame: Frame) => Generator<Value, Value> {
  if (node?.kind !== 'yield') return refuseYield(place);
  const value: Evaluate = node.value === null ? () => none : compileExpression(node.value, scope);
  if (!node.all) {
    return function* (frame) {
      yield value(frame);
      return none;
    };
  }
  return function* (frame) {
    const inner = value(frame);
    if (inner.kind === 'unknown') return stopUnknown(frame.machine, inner);
    const next = iterate(frame.machine, inner, place);
    const generator = inner.kind === 'iterator' ? inner.generator : undefined;
    let done = false;
    try {
      for (let item = next(); item !== null; item = next()) yield item;
      done = true;
    } finally {
      if (!done) generator?.close();
    }
    return generator?.result() ?? none;
  };
}

function refuseYield(place: Place): (frame: Frame) => Generator<Value, never> {
  // biome-ignore lint/correctness/useYield: it only refuses
  return function* (frame) {
    return frame.machine.refuse(
      'a `yield` inside a larger expression is not supported: give it a statement of its own',
      place,
    );
  };
}

/** Whether a statement holds a `yield` of its own function. */
function yields(node: Statement): boolean {
  if (node.kind === 'function' || node.kind === 'class') return false;
  const blocks = innerBlocks(node);
  if (blocks.some((block) => block.some(yields))) return true;
  const inside = new Set<unknown>(blocks);
  const visit = (part: unknown): boolean => {
    if (inside.has(part) || part === null || typeof part !== 'object') return false;
    if (Array.isArray(part)) return part.some(visit);
    const { kind } = part as { kind?: string };
    if (kind === 'yield') return true;
    return kind !== 'lambda' && Object.values(part).some(visit);
  };
  return Object.values(node).some(visit);
}
