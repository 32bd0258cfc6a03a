/**
 * Layers that update their weights inside backward: `self.W = self.W_opt.update(self.W, g)`
 * and `self.W -= lr * g` both say that g is the gradient of W. The optimizer is one of
 * ours, which notes what it is given; a plain update is read from what it did.
 */
import { innerBlocks } from '../../syntax/blocks';
import type { Block, ClassDefinition, Expression, Statement } from '../../syntax/nodes';
import { peek } from '../../trace/arrays';
import type { Machine } from '../../trace/machine';
import { type InstanceValue, list, type Value } from '../../trace/values';
import type { Input } from '../experiment';
import { flatten } from '../flatten';
import type { ReadGradient } from '../written';

export const optimizerNames = /^_?(optimi[sz]er|optim|opt|solver|updater)$/i;

/** An optimizer for one run: its `update(w, gradient)` takes a small step and notes both. */
export function makeOptimizer(): InstanceValue {
  const place = { path: '', start: 0, end: 0 };
  const type = { name: 'optimizer', bases: [], attributes: new Map(), place, open: false };
  const optimizer: InstanceValue = {
    kind: 'instance',
    type: { kind: 'class', ...type },
    attributes: new Map<string, Value>([[noted, list([])]]),
  };
  for (const name of ['update', 'step', '__call__', 'apply', 'get_update']) {
    optimizer.attributes.set(name, {
      kind: 'library',
      name: `optimizer.${name}`,
      id: 'optimizer.update',
      signature: 'optimizer, weight, gradient, *others, **keywords',
      receiver: optimizer,
    });
  }
  return optimizer;
}

const noted = 'noted';

/** The gradients that an optimizer was given for inputs. */
export function readOptimizer(
  machine: Machine,
  optimizer: InstanceValue | null,
  inputs: readonly Input[],
): ReadGradient[] {
  const pairs = optimizer?.attributes.get(noted);
  if (pairs?.kind !== 'list') return [];
  return pairs.items.flatMap((pair) => {
    if (pair.kind !== 'tuple') return [];
    const [weight, gradient] = pair.items;
    const input = inputs.findIndex(({ entry }) => isEntry(weight, entry));
    const flat = flatten(machine, gradient);
    return input < 0 || flat === null ? [] : [{ input, ...flat }];
  });
}

function isEntry(value: Value, entry: number): boolean {
  if (value.kind === 'array') return value.storage.entry === entry || value.cachedEntry === entry;
  return value.kind === 'number' && value.entry === entry;
}

/** Attributes that methods update: `self.W -= ...`, `self.W = self.W - ...`, `opt.update(self.W, g)`. */
export function updatedNames(definition: ClassDefinition): ReadonlySet<string> {
  return new Set(updatesOf(definition).map((each) => each.name));
}

interface Update {
  readonly name: string;
  /** The factor in front of the gradient; null for an optimizer's. */
  readonly rate: Expression | null;
}

function updatesOf(definition: ClassDefinition): Update[] {
  return definition.body.flatMap((each) =>
    each.kind === 'function' && !/^(__init__|_?init\w*|update\w*|step)$/.test(each.definition.name)
      ? blockUpdates(each.definition.body)
      : [],
  );
}

function blockUpdates(block: Block): Update[] {
  return block.flatMap((each) => [
    ...statementUpdates(each),
    ...innerBlocks(each).flatMap(blockUpdates),
  ]);
}

function statementUpdates(statement: Statement): Update[] {
  if (statement.kind === 'augment') {
    const name = attributeOf(statement.target);
    const moved = statement.operator === 'subtract' || statement.operator === 'add';
    const rate = rateOf(statement.value);
    return name === null || !moved || rate === null ? [] : [{ name, rate }];
  }
  if (statement.kind !== 'assign') return [];
  const name = attributeOf(statement.targets[0]);
  const { value } = statement;
  if (name === null) return [];
  if (value.kind === 'binary' && /^(subtract|add)$/.test(value.operator)) {
    const rate = attributeOf(value.left) === name ? rateOf(value.right) : null;
    return rate === null ? [] : [{ name, rate }];
  }
  if (value.kind === 'call' && value.arguments.length >= 2) {
    const updates = attributeOf(value.arguments[0].value) === name;
    return updates ? [{ name, rate: null }] : [];
  }
  return [];
}

/** `W` of `self.W`. */
function attributeOf(node: Expression): string | null {
  if (node.kind !== 'member' || node.object.kind !== 'name') return null;
  return /^(self|this)$/.test(node.object.name) ? node.name : null;
}

export const rateNames =
  /^(lr|l_?rate|learning_?rate|alpha|eta|step_?size|rate|epsilon|gamma|mu)$/i;

/** The side of a product that is named like a learning rate, or is a plain number. */
function rateOf(value: Expression): Expression | null {
  if (value.kind === 'unary') return rateOf(value.operand);
  if (value.kind !== 'binary' || value.operator !== 'multiply') return null;
  for (const side of [value.left, value.right]) {
    const name = side.kind === 'name' || side.kind === 'member' ? side.name : '';
    if (side.kind === 'number' || rateNames.test(name)) return side;
  }
  return rateOf(value.left);
}

/**
 * What plain updates say: the change of an attribute, divided by the rate. `evaluate` gives
 * the value of a rate; null where it has none.
 */
export function readUpdates(
  machine: Machine,
  definition: ClassDefinition,
  object: InstanceValue,
  inputs: readonly Input[],
  evaluate: (rate: Expression) => number | null,
): ReadGradient[] {
  return updatesOf(definition).flatMap(({ name, rate }) => {
    const input = inputs.findIndex((each) => each.name.split('.').slice(1).join('.') === name);
    const after = object.attributes.get(name);
    const size = rate === null ? null : evaluate(rate);
    if (input < 0 || after === undefined || size === null || size === 0) return [];
    const data =
      after.kind === 'array'
        ? peek(machine.graph, after)
        : after.kind === 'number'
          ? Float64Array.of(after.value)
          : null;
    const before = inputs[input];
    if (data === null || data.length !== before.data.length) return [];
    const gradient = data.map((each, at) => (before.data[at] - each) / size);
    return gradient.some((each) => each !== 0)
      ? [{ input, data: gradient, shape: before.shape }]
      : [];
  });
}
