/**
 * The parameters of an object: attributes whose gradient its class stores
 * somewhere (`self.dW`, `grads["W"]`) are differentiated inputs too.
 */

import { sizeOf } from '../engine/shape';
import { onceFor } from '../syntax/moved';
import type { Block, ClassDefinition, Expression } from '../syntax/nodes';
import { type SyntaxNode, visit } from '../syntax/visit';
import type { InstanceValue, Value } from '../trace/values';
import type { InputMaker } from './experiment';
import { prefixOf } from './inference/expression-uses';
import { updatedNames } from './procedures/update-statements';
import type { Making } from './run';
import { isGradientDict, isGradientList } from './stored';
import { namesGradientOf } from './written';

/** Attributes whose gradient the class stores somewhere (`self.dW`, `grads["W"]`) are inputs too. */
export function differentiateAttributes(
  definition: ClassDefinition,
  making: Making,
  maker: InputMaker,
  object: InstanceValue,
  self: string,
): void {
  const stored = storedOn(definition, object);
  // One array under two names (`self.W`, `self.params["W"]`) is one input.
  const known = (value: Value) => (value.kind === 'array' ? maker.known(value) : null);
  const make = (name: string, value: Value): Value => known(value) ?? maker.make(name, value);
  const plain = [...object.attributes].sort(
    ([, a], [, b]) => Number(isContainer(a)) - Number(isContainer(b)) || lengthOf(b) - lengthOf(a),
  );
  for (const [name, value] of plain) {
    const path = `${self}.${name}`;
    const given = making.sample.recipes.has(path);
    if (given || /grad|deriv|cache/i.test(name)) continue;
    if (value.kind === 'dict') {
      const all = stored.has('[*]') && [...value.entries.values()].every(isArrayEntry);
      for (const [slot, { key, value: item }] of value.entries) {
        const named = key.kind === 'text' && (all || isGradientStored(stored, key.value));
        const after = named ? make(`${path}.${key.value}`, item) : (known(item) ?? item);
        value.entries.set(slot, { key, value: after });
      }
    } else if (value.kind === 'list') {
      const named =
        name === 'params'
          ? storesByPosition(object)
          : isGradientStored(stored, name) && value.items.every(isRealArray);
      for (const [at, item] of value.items.entries()) {
        value.items[at] = named ? make(`${path}[${at}]`, item) : (known(item) ?? item);
      }
    } else if (isReal(value)) {
      // A view into a vector of all parameters moves with it.
      const after = isGradientStored(stored, name) ? make(path, value) : known(value);
      if (after !== null) object.attributes.set(name, after);
    }
  }
}

/** Parameters that the object has not made yet: its first forward will. */
export function hasUnmade(definition: ClassDefinition, object: InstanceValue): boolean {
  const stored = storedNames(definition);
  const unmade = (name: string, value: Value) =>
    value.kind === 'none' && isGradientStored(stored, name);
  return [...object.attributes].some(([name, value]) =>
    value.kind === 'dict'
      ? [...value.entries.values()].some(
          (each) => each.key.kind === 'text' && unmade(each.key.value, each.value),
        )
      : unmade(name, value),
  );
}

/** A number, even a whole one, or an array of floats. */
function isReal(value: Value): boolean {
  if (value.kind === 'number') return value.type !== 'bool';
  return value.kind === 'array' && value.type === 'float';
}

function isRealArray(value: Value): boolean {
  return value.kind === 'array' && value.type === 'float';
}

function isArrayEntry({ value }: { readonly value: Value }): boolean {
  return isRealArray(value);
}

/** `self.gradients[0]` stands beside `self.params[0]`. */
function storesByPosition(object: InstanceValue): boolean {
  return [...object.attributes].some(([name, value]) => isGradientList(name, value));
}

function lengthOf(value: Value): number {
  return value.kind === 'array' ? sizeOf(value.shape) : 0;
}

function isContainer(value: Value): boolean {
  return value.kind === 'dict' || value.kind === 'list';
}

function isGradientStored(stored: ReadonlySet<string>, name: string): boolean {
  const numbered = name.replace(/\d+$/, '');
  for (const each of stored) {
    if (namesGradientOf(each, name) || each === `[${name}]`) return true;
    if (numbered !== name && each === `[${numbered}*]`) return true;
  }
  return false;
}

/** What its class stores, and the slots that an object has from a base: empty ones, and keys of dicts of gradients. */
function storedOn(definition: ClassDefinition, object: InstanceValue): ReadonlySet<string> {
  const names = new Set(storedNames(definition));
  for (const [name, value] of object.attributes) {
    if (value.kind === 'none') names.add(name);
    if (value.kind !== 'dict' || !isGradientDict(name)) continue;
    for (const { key } of value.entries.values()) {
      if (key.kind === 'text') names.add(`[${key.value}]`);
    }
  }
  return names;
}

/** Attribute names that a class assigns, and string keys (in brackets) that it assigns into anything named like a gradient. */
const storedNames = onceFor((definition: ClassDefinition): ReadonlySet<string> => {
  const names = new Set<string>();
  visit(definition.body, (node) => {
    if (node.kind === 'member') names.add(node.name);
    for (const key of keysOfGradients(node)) names.add(`[${key}]`);
    if (node.kind !== 'index') return;
    const { object, index } = node;
    const called = object.kind === 'name' || object.kind === 'member' ? object.name : '';
    if (!isGradientDict(called)) return;
    const prefix = prefixOf(index);
    if (index.kind === 'text') names.add(`[${index.value}]`);
    // `self.g[name]`, in a loop over names.
    else if (index.kind === 'name' && object.kind === 'member') names.add('[*]');
    // `grads['W' + str(k)]` holds those of `W1`, `W2`, ...
    else if (prefix !== null) names.add(`[${prefix}*]`);
  });
  for (const each of [...updatedNames(definition), ...returnedKeys(definition.body)]) {
    names.add(`[${each}]`);
  }
  return names;
});

/** The keys of a dict that is called like gradients: `grads = {'W': dW}`. */
function keysOfGradients(node: SyntaxNode): string[] {
  if (node.kind !== 'assign') return [];
  const called = node.targets.some(
    (each) => (each.kind === 'name' || each.kind === 'member') && isGradientDict(each.name),
  );
  return called ? textKeys(node.value) : [];
}

/** The keys of dicts that are returned beside something else: `return loss, {'W': dW}`. */
function returnedKeys(body: Block): string[] {
  const keys: string[] = [];
  visit(body, (node) => {
    if (node.kind !== 'return' || node.value?.kind !== 'tuple') return;
    for (const each of node.value.items.slice(1)) keys.push(...textKeys(each));
  });
  return keys;
}

function textKeys(node: Expression): string[] {
  if (node.kind !== 'dict') return [];
  return node.entries.flatMap(({ key }) => (key?.kind === 'text' ? [key.value] : []));
}
