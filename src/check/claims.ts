/**
 * `@grad x = expression` claims: evaluated in the function's own scope with its
 * parameters bound, nothing of its body run.
 */
import type { Annotation } from '../syntax/annotation';
import type { FunctionDefinition } from '../syntax/nodes';
import { stopUnknown } from '../trace/convert';
import { type Frame, makeFrame } from '../trace/frame';
import { evaluateIn } from '../trace/program';
import type { Value } from '../trace/values';
import type { Input, Written } from './experiment';
import { flatten } from './flatten';
import { decimalsOf } from './rounded';
import type { Run } from './run';
import { evaluateAnnotation } from './sample';

export interface Unread {
  readonly source: string;
  readonly reason: string;
}

/** The claims of a target as written gradients; what cannot be read, with its sentence. */
export function readClaims(
  run: Run,
  annotations: readonly Annotation[],
  definition: FunctionDefinition,
  callee: Value,
  given: ReadonlyMap<string, Value>,
  inputs: readonly Input[],
): { written: Written[]; unread: Unread[] } {
  const written: Written[] = [];
  const unread: Unread[] = [];
  for (const annotation of annotations) {
    if (annotation.kind !== 'claim') continue;
    const shown = `\`@grad ${annotation.name} = ${annotation.source}\``;
    const input = inputs.findIndex((each) => each.name === annotation.name);
    if (input < 0) {
      const names = inputs.map((each) => each.name).join(', ');
      unread.push({
        source: '@grad',
        reason: `${shown}: ${annotation.name} is not differentiated (${names})`,
      });
      continue;
    }
    const frame = parameterFrame(run, definition, callee, given);
    const value = evaluateAnnotation(frame, () => evaluateIn(frame, annotation.value));
    if (value.kind === 'unknown') stopUnknown(run.machine, value);
    const flat = flatten(run.machine, value);
    if (flat === null) {
      unread.push({ source: '@grad', reason: `${shown} is not a number or an array` });
      continue;
    }
    const { span } = annotation.value;
    written.push({
      input,
      source: '@grad',
      ...flat,
      decimals: decimalsOf(annotation.source),
      span,
    });
  }
  return { written, unread };
}

/** A frame of the function's own scope: defaults, then the given arguments, then the receiver. */
function parameterFrame(
  run: Run,
  definition: FunctionDefinition,
  callee: Value,
  given: ReadonlyMap<string, Value>,
): Frame {
  const inner = callee.kind === 'method' ? callee.function : callee;
  if (inner.kind !== 'function') return run.frame;
  const frame = makeFrame(inner.compiled.scope, inner.outer, run.machine);
  const bind = (name: string, value: Value | undefined) => {
    const slot = frame.scope.slots.get(name);
    if (slot !== undefined && value !== undefined) frame.slots[slot] = value;
  };
  for (const [index, parameter] of definition.parameters.entries()) {
    bind(parameter.name, inner.defaults[index]);
  }
  for (const [name, value] of given) bind(name, value);
  if (callee.kind === 'method') bind(definition.parameters[0]?.name ?? '', callee.receiver);
  return frame;
}
