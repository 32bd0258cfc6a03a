/** The binding of a call's arguments to the parameters of a function of the program. */
import type { Place } from '../engine/graph';
import type { Keywords } from './call';
import type { CompiledFunction, Frame } from './frame';
import type { Machine } from './machine';
import { type FunctionValue, text, tuple, type Value } from './values';

/** Fills the parameters of a call; raises TypeError in the words of the function's own names. */
export function bind(
  machine: Machine,
  frame: Frame,
  callee: FunctionValue,
  positional: readonly Value[],
  keywords: Keywords,
  place: Place,
): void {
  const { definition, scope, inTurn } = callee.compiled;
  // Most calls give each parameter its argument in turn.
  if (positional.length === inTurn && machine.hooks === null && keywords.size === 0) {
    for (let at = 0; at < inTurn; at++) frame.slots[at] = positional[at];
    return;
  }
  const name = definition.name || 'lambda';
  let taken = 0;
  let used = 0;
  const { parameters } = definition;
  for (let index = 0; index < parameters.length; index++) {
    const parameter = parameters[index];
    let value: Value | undefined;
    if (parameter.kind === 'rest') {
      value = tuple(positional.slice(taken));
      taken = positional.length;
    } else if (parameter.kind === 'keywordRest') {
      value = { kind: 'dict', entries: unusedKeywords(callee.compiled, keywords) };
      used = keywords.size;
    } else {
      const named = keywords.size > 0 && !parameter.positionOnly && keywords.has(parameter.name);
      if (parameter.kind === 'positional' && taken < positional.length) {
        value = positional[taken++];
        if (named) {
          machine.raise('TypeError', `${name}() got two values for ${parameter.name}`, place);
        }
      } else if (named) {
        value = keywords.get(parameter.name);
        used += 1;
      } else value = callee.defaults[index];
      if (value === undefined) {
        machine.raise(
          'TypeError',
          `${name}() is called without its argument ${parameter.name}`,
          place,
        );
      }
    }
    const slot = scope.slots.get(parameter.name);
    if (slot === undefined) continue;
    const { hooks } = machine;
    frame.slots[slot] =
      hooks === null || value === undefined
        ? value
        : hooks.bind(parameter.name, value, frame, {
            path: scope.path,
            start: parameter.span.start,
            end: parameter.span.end,
          });
  }
  if (taken < positional.length) {
    const receiver = definition.parameters[0]?.name === 'self' ? 1 : 0;
    machine.raise(
      'TypeError',
      `${name}() takes ${taken - receiver} arguments, but ${positional.length - receiver} were given`,
      place,
    );
  }
  if (used < keywords.size) {
    const extra = [...keywords.keys()].find(
      (each) => !parameters.some(({ name, positionOnly }) => name === each && !positionOnly),
    );
    machine.raise('TypeError', `${name}() has no parameter ${extra ?? ''}`, place);
  }
}

function unusedKeywords(
  compiled: CompiledFunction,
  keywords: Keywords,
): Map<string, { key: Value; value: Value }> {
  const named = new Set(
    compiled.definition.parameters
      .filter((each) => each.kind === 'positional' || each.kind === 'keywordOnly')
      .filter((each) => !each.positionOnly)
      .map((each) => each.name),
  );
  const rest = new Map<string, { key: Value; value: Value }>();
  for (const [name, value] of keywords) {
    if (!named.has(name)) rest.set(`t${name}`, { key: text(name), value });
  }
  return rest;
}
