/** The object that methods run on: made anew in each run, its attributes replaced by what the sample gives. */
import type { Place } from '../../engine/graph';
import type { ClassDefinition, FunctionDefinition, Parameter } from '../../syntax/nodes';
import { callFunction } from '../../trace/call';
import type { Value } from '../../trace/values';
import type { InputMaker } from '../experiment';
import {
  findFunction,
  type Making,
  makeArguments,
  ownParameters,
  type Run,
  spreadArguments,
} from '../run';
import { optimizerNames } from './update-statements';

/** A new object of a class, made with the sample's values for its constructor. */
export function makeReceiver(
  run: Run,
  making: Making,
  owner: ClassDefinition,
  initializer: FunctionDefinition | null,
  place: Place,
  optimizer: Value | null = null,
): Value {
  const type = findFunction(run, owner.name, place);
  const wanted = initializer === null ? [] : ownParameters(initializer, true);
  const given = makeArguments(run, making, null, wanted);
  for (const { name } of wanted.filter(takesOptimizer)) {
    if (optimizer !== null && !given.has(name)) given.set(name, optimizer);
  }
  const { positional, keywords } = spreadArguments(wanted, given);
  return callFunction(run.machine, type, positional, keywords, place);
}

/** A parameter that must be given an optimizer, which is ours. */
export function takesOptimizer({ name, default: given }: Parameter): boolean {
  return (given === null || given.kind === 'none') && optimizerNames.test(name);
}

/** `self.W: (3, 4)`: attributes that the annotation gives, as differentiated inputs. */
export function replaceAttributes(
  run: Run,
  making: Making,
  maker: InputMaker,
  object: Value | null,
  self: string,
): void {
  if (object?.kind !== 'instance') return;
  for (const [name, recipe] of making.sample.recipes) {
    const [head, attribute] = name.split('.');
    if (head !== self || attribute === undefined) continue;
    const value = recipe.make(run.frame);
    object.attributes.set(attribute, recipe.fixed ? value : maker.make(name, value));
  }
}
