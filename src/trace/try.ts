/**
 * `try` with its handlers, and `with`. Only what the program itself raises can be
 * caught; limits and what is not understood pass through without running anything.
 */
import type { Place } from '../engine/graph';
import type { Expression, Handler, Statement } from '../syntax/nodes';
import { ownStop, raisedObject, takes } from './exceptions';
import { compileExpression } from './expressions';
import { type Execute, type Frame, resolve, type Scope, Signal } from './frame';
import type { Stop } from './limits';
import { openManager } from './managers';
import { compileStore } from './names';
import { compileBlock } from './statements';
import { compileTarget } from './targets';
import type { Value } from './values';

export function compileTry(
  node: Extract<Statement, { kind: 'try' }>,
  scope: Scope,
  place: Place,
): Execute {
  const body = guard(node.handlers, compileBlock(node.body, scope));
  const pick = compileHandlers(node.handlers, scope, place);
  const handlers = node.handlers.map((each) => compileBlock(each.body, scope));
  const otherwise = compileBlock(node.otherwise, scope);
  const main: Execute = (frame) => {
    let signal: Signal;
    try {
      signal = body(frame);
    } catch (thrown) {
      const chosen = pick(frame, thrown);
      try {
        return handlers[chosen.index](frame);
      } finally {
        chosen.leave();
      }
    }
    return signal === Signal.next ? otherwise(frame) : signal;
  };
  if (node.final.length === 0) return main;
  const final = compileBlock(node.final, scope);
  return (frame) => {
    let signal: Signal;
    try {
      signal = main(frame);
    } catch (thrown) {
      const left = ownStop(thrown) === null ? Signal.next : final(frame);
      if (left !== Signal.next) return left;
      throw thrown;
    }
    return leaveFinally(frame, signal, final);
  };
}

/** An import that fails inside raises, where the handlers take that. */
function guard(handlers: readonly Handler[], body: Execute): Execute {
  if (!guardsImports(handlers)) return body;
  return (frame) => {
    const { machine } = frame;
    machine.importGuards += 1;
    try {
      return body(frame);
    } finally {
      machine.importGuards -= 1;
    }
  };
}

/** Runs what stands under `finally` after a body that ended with `signal`. */
function leaveFinally(frame: Frame, signal: Signal, final: Execute): Signal {
  const { result } = frame;
  const left = final(frame);
  if (left !== Signal.next) return left;
  frame.result = result;
  return signal;
}

/** The handler that takes what was thrown; `leave` ends its handling. Throws again when none does. */
export type Pick = (
  frame: Frame,
  thrown: unknown,
) => { readonly index: number; readonly leave: () => void };

export function compileHandlers(handlers: readonly Handler[], scope: Scope, place: Place): Pick {
  const compiled = handlers.map(({ type, name, span }) => ({
    type: type === null ? null : compileExpression(type, scope),
    store: name === null ? null : compileStore(name, scope, place),
    slot: name === null ? null : resolve(scope, name),
    place: { path: scope.path, start: span.start, end: span.end },
  }));
  return (frame, thrown) => {
    const { machine } = frame;
    const stop = ownStop(thrown);
    if (stop === null) throw thrown;
    const object = raisedObject(machine, stop, place);
    const index = compiled.findIndex(
      (each) => each.type === null || takes(machine, each.type(frame), object, each.place),
    );
    if (index < 0) throw stop;
    const { store, slot } = compiled[index];
    store?.(frame, object);
    const before = machine.handling;
    machine.handling = stop;
    const leave = () => {
      machine.handling = before;
      // The name of `except E as name` ends with its handler.
      if (slot?.depth === 0) frame.slots[slot.slot] = undefined;
    };
    return { index, leave };
  };
}

const IMPORT_FAILURES = new Set(['ImportError', 'ModuleNotFoundError', 'Exception']);

/** Whether a `try` handles an import that fails. */
export function guardsImports(handlers: readonly Handler[]): boolean {
  const named = (type: Expression): boolean =>
    type.kind === 'tuple'
      ? type.items.some(named)
      : type.kind === 'name' && IMPORT_FAILURES.has(type.name);
  return handlers.some(({ type }) => type === null || named(type));
}

export function compileWith(
  node: Extract<Statement, { kind: 'with' }>,
  scope: Scope,
  place: Place,
): Execute {
  const enter = compileEnter(node, scope, place);
  const body = compileBlock(node.body, scope);
  const from = (frame: Frame, at: number): Signal => {
    if (at === enter.length) return body(frame);
    const leave = enter[at](frame);
    let signal: Signal;
    try {
      signal = from(frame, at + 1);
    } catch (thrown) {
      const stop = ownStop(thrown);
      if (stop !== null && leave(stop)) return Signal.next;
      throw thrown;
    }
    const { result } = frame;
    leave(null);
    frame.result = result;
    return signal;
  };
  return (frame) => from(frame, 0);
}

/** Ends a context; true when it swallows the exception that it is given. */
export type Leave = (stop: Stop | null) => boolean;

/** One function for each item of a `with`: enters its context and binds its name. */
export function compileEnter(
  node: Extract<Statement, { kind: 'with' }>,
  scope: Scope,
  place: Place,
): ((frame: Frame) => Leave)[] {
  return node.items.map((item) => {
    const value = compileExpression(item.value, scope);
    const store = item.target === null ? null : compileTarget(item.target, scope);
    return (frame) => {
      const { machine } = frame;
      const opened: { readonly value: Value; readonly leave: Leave } = openManager(
        machine,
        value(frame),
        place,
      );
      store?.(frame, opened.value);
      return opened.leave;
    };
  });
}
