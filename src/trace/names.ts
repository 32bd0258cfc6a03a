/** Reading, storing and unbinding names: resolved to slots when compiled. */
import type { Place } from '../engine/graph';
import { nearest } from '../syntax/nearest';
import { type Evaluate, type Frame, resolve, type Scope } from './frame';
import { openReason, starName } from './modules';
import { unknown, type Value } from './values';

/** The frame `depth` levels out. */
function outward(frame: Frame, depth: number): Frame {
  let at = frame;
  for (let level = 0; level < depth; level++) at = at.outer as Frame;
  return at;
}

export function compileName(name: string, scope: Scope, place: Place): Evaluate {
  const found = resolve(scope, name);
  if (found === null) return (frame) => lookUpLate(frame, name, place);
  const { depth, slot } = found;
  // A class body sees what stands around the class until it binds the name itself.
  if (depth === 0 && scope.kind === 'class' && scope.outer !== null) {
    const around = compileName(name, scope.outer, place);
    return (frame) => frame.slots[slot] ?? around(frame.outer as Frame);
  }
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
  const builtin = starName(frame, name, place) ?? frame.machine.builtin(name, place);
  return builtin ?? unbound(frame, name, place);
}

function unbound(frame: Frame, name: string, place: Place): Value {
  const local = frame.scope.kind === 'function' && frame.scope.slots.has(name);
  if (local) {
    return frame.machine.raise(
      'UnboundLocalError',
      `the local name ${name} is read before it is assigned`,
      place,
    );
  }
  const builtin = starName(frame, name, place) ?? frame.machine.builtin(name, place);
  if (builtin !== null) return builtin;
  const open = openReason(frame);
  if (open !== null) return unknown(`the name ${name} is not known`, open, place);
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
    const home = depth === 0 ? frame : outward(frame, depth);
    home.slots[slot] = stored;
  };
}

/** `del name`; raises when the name is not bound. */
export function compileUnbind(name: string, scope: Scope, place: Place): (frame: Frame) => void {
  const found = resolve(scope, name);
  const read = compileName(name, scope, place);
  return (frame) => {
    read(frame);
    if (found !== null) outward(frame, found.depth).slots[found.slot] = undefined;
  };
}
