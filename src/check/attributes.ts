/**
 * The parameters of an object: attributes whose gradient its class stores
 * somewhere (`self.dW`, `grads["W"]`) are differentiated inputs too.
 */

import { sizeOf } from '../engine/shape';
import type { ClassDefinition, Expression, Statement } from '../syntax/nodes';
import type { InstanceValue, Value } from '../trace/values';
import type { InputMaker } from './experiment';
import { prefixOf } from './inference/expression-uses';
import { updatedNames } from './procedures/updates';
import type { Making } from './run';
import { isGradientList, namesGradientOf } from './written';

/** Attributes whose gradient the class stores somewhere (`self.dW`, `grads["W"]`) are inputs too. */
export function differentiateAttributes(
  definition: ClassDefinition,
  making: Making,
  maker: InputMaker,
  object: InstanceValue,
  self: string,
): void {
  const stored = storedNames(definition);
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
      for (const [slot, { key, value: item }] of value.entries) {
        const named = key.kind === 'text' && isGradientStored(stored, key.value);
        const after = named ? make(`${path}.${key.value}`, item) : (known(item) ?? item);
        value.entries.set(slot, { key, value: after });
      }
    } else if (value.kind === 'list') {
      const named = name === 'params' && storesByPosition(object);
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

/** Attribute names that a class assigns, and string keys (in brackets) that it assigns into anything named like a gradient. */
function storedNames(definition: ClassDefinition): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) return part.forEach(visit);
    if (part === null || typeof part !== 'object') return;
    const node = part as {
      kind?: string;
      name?: string;
      object?: { name?: string };
      index?: Expression;
    };
    if (node.kind === 'member' && node.name !== undefined) names.add(node.name);
    for (const key of keysOfGradients(part as Statement)) names.add(`[${key}]`);
    if (node.kind === 'index' && /grad|^d/i.test(node.object?.name ?? '')) {
      const prefix = node.index === undefined ? null : prefixOf(node.index);
      if (node.index?.kind === 'text') names.add(`[${node.index.value}]`);
      // `grads['W' + str(k)]` holds those of `W1`, `W2`, ...
      else if (prefix !== null) names.add(`[${prefix}*]`);
    }
    Object.values(part).forEach(visit);
  };
  visit(definition.body);
  for (const each of [...updatedNames(definition), ...returnedKeys(definition.body)]) {
    names.add(`[${each}]`);
  }
  return names;
}

/** The keys of a dict that is called like gradients: `grads = {'W': dW}`. */
function keysOfGradients(statement: Statement): string[] {
  if (statement.kind !== 'assign' || statement.value.kind !== 'dict') return [];
  const called = statement.targets.some(
    (each) => (each.kind === 'name' || each.kind === 'member') && /grad|^d/i.test(each.name),
  );
  return called
    ? statement.value.entries.flatMap(({ key }) => (key?.kind === 'text' ? [key.value] : []))
    : [];
}

/** The keys of dicts that are returned beside something else: `return loss, {'W': dW}`. */
function returnedKeys(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(returnedKeys);
  if (part === null || typeof part !== 'object') return [];
  const node = part as Statement;
  const inner = Object.values(part).flatMap(returnedKeys);
  if (node.kind !== 'return' || node.value?.kind !== 'tuple') return inner;
  const keys = node.value.items
    .slice(1)
    .flatMap((each) =>
      each.kind === 'dict'
        ? each.entries.flatMap(({ key }) => (key?.kind === 'text' ? [key.value] : []))
        : [],
    );
  return [...keys, ...inner];
}
