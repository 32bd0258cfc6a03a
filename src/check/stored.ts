/**
 * Gradients that a backward stored on its object: in attributes, dicts and lists that are
 * called after parameters; and the slots for gradients that it left empty.
 */
import { sameShape } from '../engine/shape';
import type { FunctionDefinition } from '../syntax/nodes';
import { holds, mentionsMember, type SyntaxNode } from '../syntax/visit';
import type { Machine } from '../trace/machine';
import type { InstanceValue, ListValue, Value } from '../trace/values';
import type { Input } from './experiment';
import { flatten } from './flatten';
import { attributesOf, namesGradientOf, type ReadGradient, readNamed, readResult } from './written';

/** Gradients that a backward stored on its object: `self.dW`, `self.grads["W"]`. */
export function readStored(
  machine: Machine,
  object: InstanceValue,
  inputs: readonly Input[],
): ReadGradient[] {
  const own = inputs.filter((input) => input.name.includes('.'));
  const found: ReadGradient[] = [];
  for (const { name, value } of attributesOf(object)) {
    if (value.kind === 'list') {
      found.push(...readByPosition(machine, name, value.items, inputs));
      continue;
    }
    const inner =
      value.kind === 'dict' && isGradientDict(name)
        ? readResult(machine, value, own, null)
        : readNamed(machine, [{ name, value }], own, false);
    for (const each of inner ?? []) {
      const input = inputs.indexOf(own[each.input]);
      if (!found.some((other) => other.input === input)) found.push({ ...each, input });
    }
  }
  return found;
}

const isGradientNames = /^(grads|gradients)$/;

/** An attribute that holds gradients in the order of `self.params`. */
export function isGradientList(name: string, value: Value): value is ListValue {
  return isGradientNames.test(name) && value.kind === 'list';
}

/** A dict that is called like gradients: `grads`, `dparams`, `g`. */
export function isGradientDict(name: string): boolean {
  return /grad|^d|^g$/i.test(name);
}

/**
 * `self.gradients[0]` is the gradient of `self.params[0]`, and `self.dW[0]` that of `self.W[0]`,
 * unless their shapes are those of the parameters in the other order.
 */
function readByPosition(
  machine: Machine,
  name: string,
  items: readonly Value[],
  inputs: readonly Input[],
): ReadGradient[] {
  const isPlain = isGradientNames.test(name);
  const found = items.flatMap((item, at) => {
    const input = inputs.findIndex((each) => {
      const [, root, place] = /\.(\w+)\[(\d+)\]$/.exec(each.name) ?? [];
      if (Number(place) !== at || root === undefined) return false;
      return isPlain ? root === 'params' : namesGradientOf(name, root);
    });
    const flat = flatten(machine, item);
    return input < 0 || flat === null ? [] : [{ input, ...flat }];
  });
  if (isPlain || found.length === 0) return found;
  // They may stand in the order of backward.
  const fits = found.every(({ input, shape }) => sameShape(inputs[input].shape, shape));
  const turned = found.toReversed();
  const isTurned = found.every(({ input }, at) => sameShape(inputs[input].shape, turned[at].shape));
  return found.length === items.length && (fits || !isTurned) ? found : [];
}

/**
 * What backward leaves as the constructor made it: the slot of a gradient that holds None, though
 * its parameter is there, and that no method ever fills. `set` are the names of inputs that were read.
 */
export function emptySlots(
  methods: readonly FunctionDefinition[],
  object: InstanceValue,
  inputs: readonly Input[],
  set: ReadonlySet<string>,
): { readonly slot: string; readonly input: string }[] {
  return inputs.flatMap(({ name: input }) => {
    if (!input.startsWith('self.') || set.has(input)) return [];
    const [root, place] = input.split(/[[\]]/);
    for (const [name, value] of object.attributes) {
      if (!namesGradientOf(name, root)) continue;
      // The items of a list that backward made and left as they were.
      const item = value.kind === 'list' && place !== undefined ? value.items[Number(place)] : null;
      if (item?.kind === 'none') return [{ slot: `${name}[${place}]`, input }];
      if (value.kind === 'none' && !isFilled(methods, name)) return [{ slot: name, input }];
    }
    return [];
  });
}

/** Whether a method sets the attribute to anything but None. */
function isFilled(methods: readonly FunctionDefinition[], slot: string): boolean {
  const isSlot = (node: SyntaxNode) => mentionsMember(node, slot);
  return methods.some(({ body }) =>
    holds(body, (node) => {
      if (node.kind === 'assign') return node.value.kind !== 'none' && node.targets.some(isSlot);
      return node.kind === 'augment' && isSlot(node.target);
    }),
  );
}
