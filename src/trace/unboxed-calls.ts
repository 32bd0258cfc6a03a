/**
 * Calls of mathematical functions on registers: `math.sin(x)`, `abs(x)`. The
 * function is looked up at every call, for a program may bind its name anew.
 */
import type { Place } from '../engine/graph';
import type { Expression } from '../syntax/nodes';
import { type Frame, resolve, type Scope } from './frame';
import { plainScalar } from './library/scalars';
import type { Machine } from './machine';
import { starsOf } from './modules';
import {
  compileUnboxed,
  gaveUp,
  type Plan,
  real,
  registers,
  single,
  type Unboxed,
} from './unboxed';
import { compilePeekName } from './unboxed-leaves';
import type { Value } from './values';

type Peek = (frame: Frame) => Value | null | undefined;

export function compileUnboxedCall(
  node: Extract<Expression, { kind: 'call' }>,
  scope: Scope,
  at: number,
  plan: Plan,
): Unboxed | null {
  const [given, ...others] = node.arguments;
  if (given === undefined || others.length > 0) return null;
  if (given.name !== null || given.spread !== null) return null;
  const callee = compileCallee(node.callee, scope);
  const argument = compileUnboxed(given.value, scope, at, plan);
  if (callee === null || argument === null) return null;
  plan.calls += 1;
  let known: Value | null = null;
  let compute: ((x: number) => number | null) | null = null;
  return (frame) => {
    const called = callee(frame);
    if (called === undefined || called === null) return gaveUp;
    if (called !== known) {
      known = called;
      compute =
        called.kind === 'library' && called.receiver === null ? plainScalar(called.id) : null;
    }
    if (compute === null) return gaveUp;
    const kind = argument(frame);
    // An absolute value keeps its type, also that of an array.
    if (kind >= (compute === Math.abs ? single : gaveUp)) return gaveUp;
    const result = compute(registers[at]);
    if (result === null) return gaveUp;
    registers[at] = result;
    return compute === Math.abs ? kind : real;
  };
}

export function compileCallee(node: Expression, scope: Scope): Peek | null {
  const place: Place = { path: scope.path, start: node.span.start, end: node.span.end };
  if (node.kind === 'member' && node.object.kind === 'name') {
    const module = compilePeekName(node.object.name, scope);
    if (module === null) return null;
    const { name } = node;
    return (frame) => {
      const owner = module(frame);
      // What a module of the library has is there from the start.
      if (owner?.kind !== 'module' || owner.known === undefined) return undefined;
      return owner.known.get(name) ?? owner.names(name, place);
    };
  }
  if (node.kind !== 'name') return null;
  const { name } = node;
  if (resolve(scope, name) !== null) return compilePeekName(name, scope);
  let home: Machine | null = null;
  let stars: readonly unknown[] = [];
  let builtin: Value | null = null;
  return (frame) => {
    const { machine } = frame;
    if (machine !== home) {
      home = machine;
      stars = starsOf(frame);
      builtin = machine.annotating ? null : machine.builtin(name, place);
    }
    // A star import, or an annotation, may have another meaning of the name.
    return stars.length > 0 || machine.annotating ? null : builtin;
  };
}
