/**
 * C2 and C3: the forward and backward method of a class, whose object keeps what the
 * backward needs. Bases in the same file count.
 */
import type { ClassDefinition, FunctionDefinition, Program } from '../../syntax/nodes';
import { mentionsMember } from '../../syntax/visit';
import { methodsOf } from './find';
import { isAbstract, statementsOf } from './guards';
import type { Convention } from './pair';
import { computes, otherThing, returnsValue, speaksOfGradients } from './vocabulary';

/** Verbs of the two, the commonest first. */
export const verbs: readonly (readonly [string, string])[] = [
  ['forward', 'backward'],
  ['forward_pass', 'backward_pass'],
  ['_forward', '_backward'],
  ['fprop', 'bprop'],
  ['_fwd', '_bwd'],
  ['fwd', 'bwd'],
  ['forward_propagation', 'backward_propagation'],
  ['forward_prop', 'backward_prop'],
  ['forward_prop', 'back_prop'],
  ['forwardprop', 'backprop'],
  ['forward_propagate', 'backward_propagate'],
  ['forward_cpu', 'backward_cpu'],
  ['forward', 'backprop'],
  ['forward', 'back_propagation'],
  ['forward', 'backpropagate'],
  ['feedforward', 'backprop'],
  ['feed_forward', 'back_propagate'],
  ['propagate', 'backpropagate'],
  ['forward_step', 'backward_step'],
  ['forwards', 'backwards'],
  ['call', 'backward'],
  ['__call__', 'backward'],
];

export interface ClassPair {
  readonly forward: FunctionDefinition;
  readonly backward: FunctionDefinition;
}

/** The two methods, its own or inherited in the file; null when the class has no such pair. */
export function classPair(definition: ClassDefinition, program: Program): ClassPair | null {
  const methods = methodsOf(definition, program, new Set());
  const find = (name: string) => methods.find((each) => each.name === name);
  for (const [first, second] of verbs) {
    const [forward, backward] = [find(first), find(second)];
    if (forward !== undefined && backward !== undefined) return { forward, backward };
  }
  return null;
}

/** The convention that the two methods follow. */
export function classConvention({ forward, backward }: ClassPair): Convention {
  const plain = forward.name === 'forward' && backward.name === 'backward';
  return plain
    ? { code: 'C2', words: 'a class with forward and backward' }
    : { code: 'C3', words: 'a class with methods named as forward and backward' };
}

/**
 * Why a pair does not read as a computation and its gradient where nobody says so; null: it
 * does. Both are written, forward returns something, and the class is no torch module or function.
 */
export function implausible(
  definition: ClassDefinition,
  { forward, backward }: ClassPair,
  program: Program,
): string | null {
  const framework = definition.bases.some(
    (base) =>
      base.kind === 'member' ||
      (base.kind === 'name' &&
        /^(Function|Module)$/.test(base.name) &&
        !program.body.some((each) => each.kind === 'class' && each.definition.name === base.name)),
  );
  if (framework) return 'its base is a class of a framework, which differentiates by itself';
  if (forward.parameters[0]?.name === 'ctx') return `\`${forward.name}\` takes a context`;
  const empty = [forward, backward].find(isAbstract);
  if (empty !== undefined) return `the body of \`${empty.name}\` only passes or raises`;
  const returns = statementsOf(forward.body).some(
    (each) => each.kind === 'return' && each.value !== null && each.value.kind !== 'none',
  );
  const own = new Set(forward.parameters.map((each) => each.name));
  const takes = backward.parameters.some((each) => !own.has(each.name));
  const speaks = speaksOfGradients(program, backward);
  // A loss's backward may take nothing: it reads what forward kept.
  const reads =
    backward.parameters.length === 1 && forward.parameters.length > 1 && computes(program, forward);
  if (!returns) return `\`${forward.name}\` returns nothing`;
  const other = otherThing(program, forward);
  if (other !== null) return `\`${forward.name}\` takes ${other}`;
  if (speaks || takes) return null;
  if (reads && returnsValue(backward) && sharesState(forward, backward)) return null;
  return `\`${backward.name}\` takes no upstream gradient, and nothing in its text speaks of gradients`;
}

/** Backward reads an attribute that forward sets. */
function sharesState(forward: FunctionDefinition, backward: FunctionDefinition): boolean {
  const set = statementsOf(forward.body).flatMap((each) =>
    each.kind === 'assign'
      ? each.targets
          .flatMap((target) => (target.kind === 'tuple' ? target.items : [target]))
          .flatMap((target) => (target.kind === 'member' ? [target.name] : []))
      : [],
  );
  return set.some((name) => mentionsMember(backward.body, name));
}
