/**
 * Layers that update their weights inside backward: `self.W = self.W_opt.update(self.W, g)`
 * and `self.W -= lr * g` both say that g is the gradient of W. The optimizer is one of
 * ours, which notes what it is given; a plain update is read from what it did.
 */
import type { ClassDefinition, Expression } from '../../syntax/nodes';
import { peek } from '../../trace/arrays';
import type { Machine } from '../../trace/machine';
import { type InstanceValue, list, type Value } from '../../trace/values';
import type { Input } from '../experiment';
import { flatten } from '../flatten';
import type { ReadGradient } from '../written';
import { type Update, updateMethods, updatesOf } from './update-statements';

/** An optimizer for one run: its `update(w, gradient)` takes a small step and notes both. */
export function makeOptimizer(): InstanceValue {
  const place = { path: '', start: 0, end: 0 };
  const type = { name: 'optimizer', bases: [], attributes: new Map(), place, open: false };
  const optimizer: InstanceValue = {
    kind: 'instance',
    type: { kind: 'class', ...type },
    attributes: new Map<string, Value>([[noted, list([])]]),
  };
  for (const name of updateMethods) {
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

/** The size of the step that `optimizer.update` takes. */
const optimizerStep = 0.01;

/** The gradients that an optimizer was given for inputs, as long as its result was kept. */
export function readOptimizer(
  machine: Machine,
  optimizer: InstanceValue | null,
  object: InstanceValue,
  inputs: readonly Input[],
): ReadGradient[] {
  const pairs = optimizer?.attributes.get(noted);
  if (pairs?.kind !== 'list') return [];
  return pairs.items.flatMap((pair) => {
    if (pair.kind !== 'tuple') return [];
    const [weight, gradient, result] = pair.items;
    const input = inputs.findIndex(({ entry }) => isEntry(weight, entry));
    const flat = flatten(machine, gradient);
    if (input < 0 || flat === null) return [];
    const change = changeOf(machine, object, inputs[input]);
    const stepped = flatten(machine, result)?.data;
    const after = change?.after ?? null;
    // Where something else than the result is kept, that is what is learned.
    const kept =
      after === null || stepped === undefined || after.every((x, at) => x === stepped[at]);
    return kept ? [{ input, ...flat }] : [];
  });
}

function isEntry(value: Value, entry: number): boolean {
  if (value.kind === 'array') return value.storage.entry === entry || value.cachedEntry === entry;
  return value.kind === 'number' && value.entry === entry;
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
  const updates = updatesOf(definition);
  const changes = updates.flatMap((update): (Change & { readonly update: Update })[] => {
    const { name, rate } = update;
    const input = inputs.findIndex((each) => each.name.split('.').slice(1).join('.') === name);
    const change = input < 0 ? null : changeOf(machine, object, inputs[input]);
    const size = rate === null ? optimizerStep : evaluate(rate);
    if (change === null || size === null || size === 0) return [];
    const data = change.data.map((each) => each / size);
    return [{ update, input, ...change, data }];
  });
  const moved = changes.filter(({ data }) => data.some((each) => each !== 0));
  // What is left as it is beside others that step has no gradient.
  const left = changes.filter((each) => each.update.beside === 'left' && moved.length > 0);
  return [...moved, ...left.filter((each) => !moved.includes(each))].flatMap(
    ({ input, data, shape, update }) => {
      const isPlain = update.beside !== null && inputs[input].shape.length === 0;
      return isPlain ? [] : [{ input, data, shape }];
    },
  );
}

interface Change {
  readonly input: number;
  readonly after: Float64Array;
  /** By how much the attribute became less. */
  readonly data: Float64Array;
  readonly shape: readonly number[];
}

/** What became of the attribute that an input is; null where it is there no more, or has another size. */
function changeOf(
  machine: Machine,
  object: InstanceValue,
  { name, data: before, shape }: Input,
): Omit<Change, 'input'> | null {
  const value = object.attributes.get(name.split('.').slice(1).join('.'));
  if (value?.kind !== 'array' && value?.kind !== 'number') return null;
  const [after, own] =
    value.kind === 'array'
      ? [peek(machine.graph, value), value.shape]
      : [Float64Array.of(value.value), []];
  // A step that made it another shape shows in the shape alone.
  if (after.length !== before.length) return { after, data: after, shape: own };
  return { after, data: before.map((each, at) => each - after[at]), shape };
}
