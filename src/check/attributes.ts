/**
 * The parameters of an object: attributes whose gradient its class stores
 * somewhere (`self.dW`, `grads["W"]`) are differentiated inputs too.
 */
import type { ClassDefinition } from '../syntax/nodes';
import type { InstanceValue } from '../trace/values';
import type { InputMaker } from './experiment';
import type { Making } from './run';
import { namesGradientOf } from './written';

/** Attributes whose gradient the class stores somewhere (`self.dW`, `grads["W"]`) are inputs too. */
export function differentiateAttributes(
  definition: ClassDefinition,
  making: Making,
  maker: InputMaker,
  object: InstanceValue,
  self: string,
): void {
  const stored = storedNames(definition);
  for (const [name, value] of object.attributes) {
    const given = making.sample.recipes.has(`${self}.${name}`);
    if (given) continue;
    if (value.kind === 'dict') {
      const named = [...value.entries.values()].some(
        ({ key }) => key.kind === 'text' && isGradientStored(stored, key.value),
      );
      if (named) object.attributes.set(name, maker.make(`${self}.${name}`, value));
    } else if (
      (value.kind === 'array' || value.kind === 'number') &&
      value.type === 'float' &&
      isGradientStored(stored, name)
    ) {
      object.attributes.set(name, maker.make(`${self}.${name}`, value));
    }
  }
}

function isGradientStored(stored: ReadonlySet<string>, name: string): boolean {
  for (const each of stored) if (namesGradientOf(each, name) || each === `[${name}]`) return true;
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
      index?: { kind: string; value?: unknown };
    };
    if (node.kind === 'member' && node.name !== undefined) names.add(node.name);
    if (
      node.kind === 'index' &&
      node.index?.kind === 'text' &&
      /grad|^d/i.test(node.object?.name ?? '')
    ) {
      names.add(`[${String(node.index.value)}]`);
    }
    Object.values(part).forEach(visit);
  };
  visit(definition.body);
  return names;
}
