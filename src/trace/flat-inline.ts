/**
 * Functions of the program in flat code: which may be inlined where they are
 * called, and the frame in which what they read besides their arguments is found.
 */
import { innerBlocks } from '../syntax/blocks';
import type { Block } from '../syntax/nodes';
import type { Context } from './flat-builder';
import type { Frame } from './frame';
import type { Machine } from './machine';
import { type FunctionValue, none } from './values';

const mostLevels = 8;

/** Whether a call with `count` plain arguments does no more than to run the body. */
export function inlinable(called: FunctionValue, count: number, context: Context): boolean {
  const { compiled, results, owner } = called;
  const { generator } = compiled.definition;
  if (results !== undefined || owner !== null || generator || compiled.inTurn !== count)
    return false;
  for (let at: Context | null = context; at !== null; at = at.caller) {
    if (at.compiled === compiled) return false;
  }
  return context.level < mostLevels && compiled.scope.globals.size === 0;
}

/** Without names of its own: those are in registers. */
export function inlinedFrame(machine: Machine, called: FunctionValue): Frame {
  const { compiled, outer } = called;
  const { scope } = compiled;
  return { scope, slots: [], outer, machine, result: none, owner: null, receiver: null };
}

/** Whether a function ends with a number, if it ends. */
export function givesNumber({ compiled }: FunctionValue): boolean {
  const { body } = compiled.definition;
  return alwaysReturns(body) && !returnsNothing(body);
}

function returnsNothing(body: Block): boolean {
  return body.some(
    (each) =>
      (each.kind === 'return' && each.value === null) || innerBlocks(each).some(returnsNothing),
  );
}

/** Whether a body never ends without a `return`. */
export function alwaysReturns(body: Block): boolean {
  const last = body.at(-1);
  if (last?.kind !== 'if') return last?.kind === 'return';
  return alwaysReturns(last.body) && alwaysReturns(last.otherwise);
}
