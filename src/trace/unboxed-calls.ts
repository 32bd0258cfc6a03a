/**
 * Calls of mathematical functions on registers: `math.sin(x)`, `abs(x)`. The
 * function is looked up at every call, for a program may bind its name anew.
 */
import type { Place } from '../engine/graph';
import type { Expression } from '../syntax/nodes';
import { type Frame, resolve, type Scope } from './frame';
import { plainScalar } from './library/scalars';
import { starless } from './modules';
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
  return (frame) => {
    const called = callee(frame);
    if (called?.kind !== 'library' || called.receiver !== null) return gaveUp;
    const kind = argument(frame);
    if (kind >= gaveUp) return gaveUp;
    if (called.id === 'absolute') {
      registers[at] = Math.abs(registers[at]);
      return kind === single ? gaveUp : kind;
    }
    const result = plainScalar(called.id, registers[at]);
    if (result === null) return gaveUp;
    registers[at] = result;
    return real;
  };
}

function compileCallee(node: Expression, scope: Scope): Peek | null {
  if (node.kind === 'member' && node.object.kind === 'name') {
    const module = compilePeekName(node.object.name, scope);
    if (module === null) return null;
    const { name } = node;
    return (frame) => {
      const owner = module(frame);
      return owner?.kind === 'module' ? owner.known?.get(name) : undefined;
    };
  }
  if (node.kind !== 'name') return null;
  const { name } = node;
  if (resolve(scope, name) !== null) return compilePeekName(name, scope);
  const place: Place = { path: scope.path, start: node.span.start, end: node.span.end };
  return (frame) => {
    const { machine } = frame;
    return machine.annotating || !starless(frame) ? null : machine.builtin(name, place);
  };
}
