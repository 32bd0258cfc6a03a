/** Samples with the numbers of some parameters changed: what a convention tries again. */
import { arrayOf, peek } from '../../trace/arrays';
import type { Frame } from '../../trace/frame';
import { float, type Value } from '../../trace/values';
import type { Sample } from '../sample';

/** New numbers for an array; another shape where `shape` is given. */
export type Change = (
  data: Float64Array,
  shape: readonly number[],
  path: string,
) => Float64Array | { readonly data: Float64Array; readonly shape: readonly number[] };

/** A sample in which one parameter is changed, or an array inside of one: `params.W`, `xs[2]`. */
export function changed(name: string, change: Change): (sample: Sample) => Sample {
  return (sample) => changedWhere(sample, (each) => each === name, change);
}

/** A sample in which all arrays of the chosen parameters are changed, those in lists and dicts too. */
export function changedWhere(
  sample: Sample,
  chosen: (name: string) => boolean,
  change: Change,
): Sample {
  const recipes = [...sample.recipes].map(([name, recipe]): [string, typeof recipe] => {
    const make = (frame: Frame): Value => {
      const value = recipe.make(frame);
      return isContainer(value) || chosen(name)
        ? remade(frame, value, change, chosen, name)
        : value;
    };
    return [name, { ...recipe, make }];
  });
  return { ...sample, recipes: new Map(recipes) };
}

function isContainer({ kind }: Value): boolean {
  return kind === 'list' || kind === 'dict';
}

function remade(
  frame: Frame,
  value: Value,
  change: Change,
  chosen: (name: string) => boolean,
  path: string,
): Value {
  const { graph } = frame.machine;
  const all = chosen(path) ? () => true : chosen;
  switch (value.kind) {
    case 'array': {
      if (!chosen(path)) return value;
      const found = change(peek(graph, value), value.shape, path);
      const { data, shape } =
        found instanceof Float64Array ? { data: found, shape: value.shape } : found;
      return arrayOf(graph, graph.constant(data, shape, value.type), null);
    }
    case 'number': {
      if (value.type !== 'float' || !chosen(path)) return value;
      const found = change(Float64Array.of(value.value), [], path);
      return found instanceof Float64Array ? float(found[0]) : value;
    }
    case 'list': {
      const item = (each: Value, at: number) => remade(frame, each, change, all, `${path}[${at}]`);
      return { kind: 'list', items: value.items.map(item) };
    }
    case 'dict': {
      const entries = [...value.entries].map(([key, each]) => {
        const inner = each.key.kind === 'text' ? `${path}.${each.key.value}` : path;
        return [
          key,
          { key: each.key, value: remade(frame, each.value, change, all, inner) },
        ] as const;
      });
      return { kind: 'dict', entries: new Map(entries) };
    }
    default:
      return value;
  }
}

/** The shape of a value as a report shows it; null for what is no array of numbers. */
export function shapeOf(value: unknown): number[] | null {
  if (typeof value === 'number') return [];
  if (!Array.isArray(value)) return null;
  if (value.length === 0) return [0];
  const inner = shapeOf(value[0]);
  return inner === null ? null : [value.length, ...inner];
}
