/** Function definitions: compiled once, bodies on their first call, closures over the frame. */
import type { FunctionDefinition } from '../syntax/nodes';
import { compileExpression } from './expressions';
import { type CompiledFunction, type Execute, type Frame, makeScope, type Scope } from './frame';
import { compileSteps, type Steps } from './generators';
import { compileBlock } from './statements';
import type { FunctionValue } from './values';

export function compileFunction(
  definition: FunctionDefinition,
  outer: Scope,
  name: string,
): CompiledFunction {
  // Methods do not see the names of their class body.
  const visible = outer.kind === 'class' ? outer.outer : outer;
  const qualified = outer.name === '' ? name : `${outer.name}.${name}`;
  const parameters = definition.parameters.map((each) => each.name);
  const scope = makeScope('function', outer.path, visible, qualified, parameters, definition.body);
  let body: Execute | null = null;
  let steps: Steps | null = null;
  return {
    definition,
    scope,
    body: () => {
      body ??= compileBlock(definition.body, scope);
      return body;
    },
    steps: () => {
      steps ??= compileSteps(definition.body, scope);
      return steps;
    },
    defaults: definition.parameters.map((each) =>
      each.default === null ? null : compileExpression(each.default, outer),
    ),
    size: scope.slots.size,
    inTurn: countInTurn(definition, scope),
  };
}

function countInTurn({ parameters }: FunctionDefinition, scope: Scope): number {
  const each = parameters.every(
    ({ kind, name }, at) => kind === 'positional' && scope.slots.get(name) === at,
  );
  return each ? parameters.length : -1;
}

/** The function as a value, its defaults evaluated now. */
export function defineFunction(compiled: CompiledFunction, frame: Frame): FunctionValue {
  return {
    kind: 'function',
    compiled,
    outer: frame.scope.kind === 'class' ? (frame.outer as Frame) : frame,
    defaults: compiled.defaults.map((evaluate) => evaluate?.(frame)),
    owner: null,
  };
}
