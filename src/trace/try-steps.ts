/** `try` and `with` in generators, where what they hold may yield. */
import type { Place } from '../engine/graph';
import type { Block, Statement } from '../syntax/nodes';
import { ownStop } from './exceptions';
import { type Frame, type Scope, Signal } from './frame';
import { compileSteps, type Steps } from './generators';
import { compileEnter, compileHandlers, guardsImports, type Leave } from './try';
import type { Value } from './values';

/** A generator that is closed runs its `finally`, as JavaScript's own does. */
export function compileTrySteps(
  node: Extract<Statement, { kind: 'try' }>,
  scope: Scope,
  place: Place,
): Steps {
  const block = (inner: Block) => compileSteps(inner, scope);
  const [body, otherwise, final] = [block(node.body), block(node.otherwise), block(node.final)];
  const pick = compileHandlers(node.handlers, scope, place);
  const handlers = node.handlers.map((each) => block(each.body));
  const guards = guardsImports(node.handlers) ? 1 : 0;
  const main: Steps = function* (frame) {
    let signal: Signal;
    try {
      frame.machine.importGuards += guards;
      try {
        signal = yield* body(frame);
      } finally {
        frame.machine.importGuards -= guards;
      }
    } catch (thrown) {
      const chosen = pick(frame, thrown);
      try {
        return yield* handlers[chosen.index](frame);
      } finally {
        chosen.leave();
      }
    }
    return signal === Signal.next ? yield* otherwise(frame) : signal;
  };
  return function* (frame) {
    let signal: Signal = Signal.next;
    let failure: unknown = null;
    let ended = false;
    try {
      signal = yield* main(frame);
      ended = true;
    } catch (thrown) {
      ended = true;
      if (ownStop(thrown) === null) throw thrown;
      failure = thrown;
    } finally {
      if (!ended) for (const _ of final(frame)) break;
    }
    const { result } = frame;
    const left = yield* final(frame);
    if (left !== Signal.next) return left;
    if (failure !== null) throw failure;
    frame.result = result;
    return signal;
  };
}

export function compileWithSteps(
  node: Extract<Statement, { kind: 'with' }>,
  scope: Scope,
  place: Place,
): Steps {
  const enter = compileEnter(node, scope, place);
  const body = compileSteps(node.body, scope);
  const from = function* (frame: Frame, at: number): Generator<Value, Signal> {
    if (at === enter.length) return yield* body(frame);
    const leave: Leave = enter[at](frame);
    let signal: Signal;
    let ended = false;
    try {
      signal = yield* from(frame, at + 1);
      ended = true;
    } catch (thrown) {
      ended = true;
      const stop = ownStop(thrown);
      if (stop !== null && leave(stop)) return Signal.next;
      throw thrown;
    } finally {
      if (!ended) leave(null);
    }
    const { result } = frame;
    leave(null);
    frame.result = result;
    return signal;
  };
  return (frame) => from(frame, 0);
}
