/** A gradient that is one array for a whole list of inputs: `dxs` of shape (T, N, D) for `xs[0]`, `xs[1]` and so on. */
import { sameShape, sizeOf } from '../engine/shape';
import type { Input } from './experiment';
import type { ReadGradient } from './written';

/** An input, or the items of a list of inputs, which have one shape. */
interface Whole {
  readonly input: Input;
  /** The places of the inputs that it stands for. */
  readonly items: readonly number[];
}

/**
 * What `read` finds when each list counts as one input, item by item again; null where there is no
 * list, or no array for one was found.
 */
export function readWholeLists(
  inputs: readonly Input[],
  read: (inputs: readonly Input[]) => ReadGradient[] | null,
): ReadGradient[] | null {
  const wholes = wholesOf(inputs);
  if (wholes === null) return null;
  const found = read(wholes.map(({ input }) => input)) ?? [];
  const fits = ({ input, shape }: ReadGradient) => sameShape(shape, wholes[input].input.shape);
  const lists = found.filter(({ input }) => wholes[input].items.length > 1);
  if (lists.length === 0 || !lists.every(fits)) return null;
  return found.flatMap((each) => {
    const { items } = wholes[each.input];
    if (items.length === 1) return [{ ...each, input: items[0] }];
    const shape = each.shape.slice(1);
    const size = sizeOf(shape);
    return items.map((input, at) => ({
      input,
      data: each.data.slice(at * size, (at + 1) * size),
      shape,
    }));
  });
}

function wholesOf(inputs: readonly Input[]): Whole[] | null {
  const lists = new Map<string, number[]>();
  for (const [at, { name }] of inputs.entries()) {
    const list = name.replace(/\[\d+\]$/, '');
    lists.set(list, [...(lists.get(list) ?? []), at]);
  }
  if (lists.size === inputs.length) return null;
  const wholes: Whole[] = [];
  for (const [name, items] of lists) {
    const [first, ...others] = items.map((at) => inputs[at]);
    if (!others.every(({ shape }) => sameShape(shape, first.shape))) return null;
    const shape = others.length > 0 ? [items.length, ...first.shape] : first.shape;
    wholes.push({ input: others.length > 0 ? { ...first, name, shape } : first, items });
  }
  return wholes;
}
