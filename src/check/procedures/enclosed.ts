/**
 * Functions that are defined inside another one: the outer function is called at the
 * sample until it has defined them, and is left there.
 */
import type { FunctionDefinition } from '../../syntax/nodes';
import { callFunction } from '../../trace/call';
import { Stop } from '../../trace/limits';
import type { Value } from '../../trace/values';
import { findFunction, type Making, makeArguments, type Run, spreadArguments } from '../run';

const left = 'captured';

/** The inner functions by name, as one call of `outer` has defined them. */
export function callOuter(
  run: Run,
  making: Making,
  outer: FunctionDefinition,
  names: ReadonlySet<string>,
): ReadonlyMap<string, Value> {
  const { machine } = run;
  const place = { path: run.frame.scope.path, ...outer.nameSpan };
  const callee = findFunction(run, outer.name, place);
  const { positional, keywords } = spreadArguments(
    outer.parameters,
    makeArguments(run, making, null, outer.parameters),
  );
  const found = new Map<string, Value>();
  const inner = (path: string) => path === outer.name || path.endsWith(`.${outer.name}`);
  machine.hooks = {
    bind: (name, value, frame) => {
      if (!names.has(name) || !inner(frame.scope.name)) return value;
      found.set(name, value);
      // What follows may solve, plot or never end.
      if (found.size === names.size) throw new Stop('unsupported', left, '', place);
      return value;
    },
    executed: () => {},
  };
  try {
    callFunction(machine, callee, positional, keywords, place);
  } catch (stop) {
    if (!(stop instanceof Stop) || stop.code !== left) throw stop;
  } finally {
    machine.hooks = null;
  }
  for (const name of names) {
    if (found.has(name)) continue;
    throw new Stop('unsupported', 'unreached', `${outer.name} does not define ${name} here`, place);
  }
  return found;
}
