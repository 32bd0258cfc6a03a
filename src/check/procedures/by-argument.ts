/**
 * Gradients that stand in the order of forward's arguments, None for those that have
 * none: what contexts, registered rules and returned closures give.
 */
import { sameShape, sizeOf } from '../../engine/shape';
import type { FunctionDefinition, Parameter } from '../../syntax/nodes';
import { stopUnknown } from '../../trace/convert';
import type { Machine } from '../../trace/machine';
import type { Value } from '../../trace/values';
import type { Unread } from '../claims';
import type { Input } from '../experiment';
import { flatten } from '../flatten';
import { type ReadGradient, readResult } from '../written';
import type { WrittenRead } from './procedure';

export interface ByArgument {
  readonly machine: Machine;
  /** What was returned: one gradient, or one an argument. */
  readonly result: Value;
  /** Forward's arguments, in the order of their gradients. */
  readonly parameters: readonly Parameter[];
  /** What forward was given, by name. */
  readonly given: ReadonlyMap<string, Value>;
  readonly inputs: readonly Input[];
  readonly forward: string;
  readonly source: string;
  readonly span: FunctionDefinition['nameSpan'];
  /** There must be as many gradients as arguments. */
  readonly strict: boolean;
  /** A gradient in the shape of the output is summed to that of its input, as torch does. */
  readonly reduces: boolean;
}

/** Reads gradients by the place of their argument. */
export function readByArgument(asked: ByArgument): WrittenRead {
  const { machine, result, given, inputs, source, span } = asked;
  if (result.kind === 'unknown') stopUnknown(machine, result);
  const items = result.kind === 'tuple' || result.kind === 'list' ? result.items : [result];
  const parameters = asked.parameters.filter((each) => given.has(each.name));
  const unread: Unread[] = [];
  if (asked.strict && !fits(items, parameters.length)) {
    unread.push({ source, reason: countSentence(asked, items.length, parameters.length) });
  }
  const found = parameters.flatMap(({ name }, at): ReadGradient[] => {
    const item = items[at];
    if (item === undefined || item.kind === 'none') return [];
    const own = inputs.filter((each) => isPartOf(each.name, name));
    if (own.length === 0) return [];
    const flat = flatten(machine, item);
    const read =
      own.length === 1 && own[0].name === name && flat !== null
        ? [{ input: 0, ...flat }]
        : readResult(machine, item, own, null);
    if (read === null) {
      const reason = `the gradient that ${source} gives for ${name} is not a number or an array`;
      unread.push({ source, reason });
    }
    return (read ?? []).map((each) => ({ ...each, input: inputs.indexOf(own[each.input]) }));
  });
  const written = found.map((each) => ({
    ...(asked.reduces ? reduced(each, inputs[each.input].shape) : each),
    source,
    decimals: null,
    span,
  }));
  const misplaced = misplacedGradients(asked, items, parameters);
  if (written.length === 0 && misplaced.length === 0 && unread.length === 0) {
    unread.push({ source, reason: `${source} gives no gradient for what is differentiated` });
  }
  const zeros = misplaced.map(({ input, shape }) => {
    const data = new Float64Array(sizeOf(shape));
    return { input, data, shape, source, decimals: null, span };
  });
  const notes = misplaced.map(({ sentence }) => sentence);
  return { written: [...written, ...zeros], unread, jacobian: false, notes };
}

interface Misplaced {
  readonly input: number;
  readonly shape: readonly number[];
  readonly sentence: string;
}

/**
 * Arguments that are given None while their gradient stands at the place of one that has none: it has
 * the shape of the one, and not that of the other. None is a gradient of zeros, as torch reads it.
 */
function misplacedGradients(
  { machine, given, inputs, source }: ByArgument,
  items: readonly Value[],
  parameters: readonly Parameter[],
): Misplaced[] {
  const strays = parameters.flatMap(({ name }, at) => {
    const item = items[at];
    const value = given.get(name);
    if (item === undefined || value === undefined) return [];
    if (inputs.some((each) => isPartOf(each.name, name))) return [];
    const gradient = flatten(machine, item);
    const own = flatten(machine, value);
    if (gradient === null || (own !== null && sameShape(own.shape, gradient.shape))) return [];
    return [{ name, shape: gradient.shape }];
  });
  return parameters.flatMap(({ name }, at): Misplaced[] => {
    const input = inputs.findIndex((each) => each.name === name);
    if (input < 0 || items[at]?.kind !== 'none') return [];
    const { shape } = inputs[input];
    const stray = strays.find((each) => sameShape(each.shape, shape));
    if (stray === undefined) return [];
    const sentence = `${source} returns None for ${name}, and a gradient in the shape of ${name} for ${stray.name}: are they swapped?`;
    return [{ input, shape, sentence }];
  });
}

/** As many as the arguments, or more of None. */
function fits(items: readonly Value[], count: number): boolean {
  return items.length >= count && items.slice(count).every((each) => each.kind === 'none');
}

function countSentence({ source, forward }: ByArgument, count: number, wanted: number): string {
  const gradients = `${count} gradient${count === 1 ? '' : 's'}`;
  const takes = `${source} returns ${gradients}, but ${forward} takes ${wanted} argument${wanted === 1 ? '' : 's'}`;
  return count < wanted ? `${takes}: return None for those that have none` : takes;
}

/** `x`, `x.W`, `x[0]` are inputs of the argument `x`. */
export function isPartOf(input: string, parameter: string): boolean {
  return (
    input === parameter || input.startsWith(`${parameter}.`) || input.startsWith(`${parameter}[`)
  );
}

/** Sums a gradient over the axes along which its input was spread. */
function reduced(read: ReadGradient, shape: readonly number[]): ReadGradient {
  const extra = read.shape.length - shape.length;
  const spread =
    extra >= 0 && shape.every((size, at) => size === 1 || size === read.shape[extra + at]);
  if (!spread || sizeOf(read.shape) === sizeOf(shape)) return read;
  const data = new Float64Array(sizeOf(shape));
  for (const [at, value] of read.data.entries()) {
    let [rest, place, stride] = [at, 0, 1];
    for (let axis = read.shape.length - 1; axis >= extra; axis--) {
      const index = rest % read.shape[axis];
      rest = (rest - index) / read.shape[axis];
      const size = shape[axis - extra];
      place += (size === 1 ? 0 : index) * stride;
      stride *= size;
    }
    data[place] += value;
  }
  return { ...read, data, shape };
}

/** The items of an output that a cotangent is taken for: real numbers and arrays. */
export function realItems(result: Value): number[] {
  if (result.kind !== 'tuple' && result.kind !== 'list') return [0];
  return result.items.flatMap((each, at) =>
    (each.kind === 'number' || each.kind === 'array') && each.type === 'float' ? [at] : [],
  );
}
