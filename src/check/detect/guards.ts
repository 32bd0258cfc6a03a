/** What is never one half of a pair, and why: checkers, test helpers, bodies that are not written. */
import { innerBlocks } from '../../syntax/blocks';
import { onceFor } from '../../syntax/moved';
import type { Block, Expression, FunctionDefinition, Statement } from '../../syntax/nodes';
import { holds, mentions } from '../../syntax/visit';

const helperNames =
  /^_*([Nn]umerical|num_?grad|numeric|eval_numerical|[Tt]est|[Cc]heck|approx|finite_?diff|fd_|compare|assert|verify|plot|draw|show|print|display|visuali[sz]e|load|save|read|write|main|run|train|fit|update|apply|step|benchmark|clip|clear|zero|set|get|parse|count)(_|$|[A-Z])|[Nn]umerical_?[Gg]rad|grad(ient)?_?[Cc]heck|_test$/;

/** What a method calls its object or class. */
export const receivers = /^_*(self|this|cls|klass)$/;

/** Checkers, plots and the like, and what takes a function: what they are named after is not theirs. */
export function isHelper(definition: FunctionDefinition): boolean {
  return helperReason(definition) !== null;
}

/** A sentence: why it is a helper; null where it is none. */
export const helperReason = onceFor((definition: FunctionDefinition): string | null => {
  const named = helperNames.exec(definition.name);
  if (named !== null) {
    const word = (named[1] ?? named[0]).replace(/^_+|_+$/g, '');
    return `its name is that of a helper, which computes no gradient of its own (\`${word}\`)`;
  }
  // A method that calls its own object computes with it.
  const first = definition.parameters.find(({ name }) => !receivers.test(name));
  if (first === undefined || !calls(definition.body, first.name)) return null;
  return `it calls its parameter \`${first.name}\`, so what it is named after is given to it`;
});

/** A body that is empty, or only passes or raises: an abstract method. */
export function isAbstract(definition: FunctionDefinition): boolean {
  return definition.body.every(
    (each) =>
      each.kind === 'pass' ||
      each.kind === 'raise' ||
      (each.kind === 'expression' &&
        (each.value.kind === 'text' || each.value.kind === 'ellipsis')),
  );
}

/**
 * An assignment's stub: all that it returns is only ever set to None, zero or zeros, and
 * nothing is written into it. `from` leaves out the first items of what is returned.
 */
export function isSkeleton(definition: FunctionDefinition, from = 0): boolean {
  const returned = returnsOf(definition.body);
  if (returned.length === 0 || isAbstract(definition) || storesAnything(definition)) return false;
  const names = returned.flatMap((each) =>
    each.kind === 'tuple' ? each.items.slice(from) : [each],
  );
  return names.every(
    (each) => isNothing(each) || (each.kind === 'name' && onlyNothing(definition.body, each.name)),
  );
}

/** Something is written into an item or an attribute: results need not be returned. */
function storesAnything(definition: FunctionDefinition): boolean {
  return statementsOf(definition.body).some((each) => {
    const targets =
      each.kind === 'assign' ? each.targets : each.kind === 'augment' ? [each.target] : [];
    const stored = (target: Expression): boolean =>
      target.kind === 'tuple'
        ? target.items.some(stored)
        : target.kind === 'index' || target.kind === 'member';
    const nothing =
      each.kind === 'assign' &&
      (isNothing(each.value) ||
        (each.value.kind === 'name' && onlyNothing(definition.body, each.value.name)));
    return targets.some(stored) && !nothing;
  });
}

function returnsOf(body: Block): Expression[] {
  return statementsOf(body).flatMap((each) =>
    each.kind === 'return' && each.value !== null ? [each.value] : [],
  );
}

const flat = new WeakMap<Block, readonly Statement[]>();

/** All statements of a body, those of inner blocks included. */
export function statementsOf(body: Block): readonly Statement[] {
  let found = flat.get(body);
  if (found === undefined) {
    found = body.flatMap((each) => [each, ...innerBlocks(each).flatMap(statementsOf)]);
    flat.set(body, found);
  }
  return found;
}

/** None, 0, an empty dict or list, an array of zeros. */
function isNothing(value: Expression): boolean {
  switch (value.kind) {
    case 'none':
      return true;
    case 'number':
      return value.value === 0;
    case 'dict':
      return value.entries.length === 0;
    case 'tuple':
      return value.items.every(isNothing);
    case 'call': {
      const { callee } = value;
      return callee.kind === 'member' && /^zeros(_like)?$/.test(callee.name);
    }
    default:
      return false;
  }
}

/** The name is assigned at least once, and only ever to nothing; no call, item or update touches it. */
function onlyNothing(body: Block, name: string): boolean {
  let assigned = false;
  for (const statement of statementsOf(body)) {
    switch (statement.kind) {
      case 'assign': {
        const targets = statement.targets.flatMap((each) =>
          each.kind === 'tuple' ? each.items : [each],
        );
        for (const target of targets) {
          if (target.kind === 'name' && target.name === name) {
            if (!isNothing(statement.value)) return false;
            assigned = true;
          } else if (target.kind === 'index' && mentions(target.object, name)) return false;
        }
        break;
      }
      case 'augment':
        if (mentions(statement.target, name)) return false;
        break;
      case 'expression':
        if (statement.value.kind === 'call' && mentions(statement.value, name)) return false;
        break;
      case 'for':
        if (mentions(statement.target, name)) return false;
        break;
      default:
        break;
    }
  }
  return assigned;
}

/** Whether something of this name is called in a node. */
function calls(part: unknown, name: string): boolean {
  return holds(
    part,
    (node) => node.kind === 'call' && node.callee.kind === 'name' && node.callee.name === name,
  );
}

/** A method that is called without a receiver. */
export function isStatic(definition: FunctionDefinition): boolean {
  return definition.decorators.some((each) => each.kind === 'name' && each.name === 'staticmethod');
}
