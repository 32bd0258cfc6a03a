/**
 * Reading a written gradient's result: which part of what a backward returned,
 * or stored, belongs to which input. Names count before order.
 */
import { sameShape } from '../engine/shape';
import { innerBlocks } from '../syntax/blocks';
import type { Block, Expression, FunctionDefinition } from '../syntax/nodes';
import { toArray } from '../trace/convert';
import type { Machine } from '../trace/machine';
import type { InstanceValue, Value } from '../trace/values';
import type { Input } from './experiment';
import { flatten } from './flatten';
import { readWholeLists } from './whole-lists';

export interface ReadGradient {
  readonly input: number;
  readonly data: Float64Array;
  readonly shape: readonly number[];
}

/** The names in `return dx, dw, db`, of the last return that gives a tuple of names; null when none does. */
export function returnedNames(definition: FunctionDefinition): string[] | null {
  let found: string[] | null = null;
  const visit = (block: Block): void => {
    for (const statement of block) {
      if (statement.kind === 'return' && statement.value !== null) {
        const { value } = statement;
        const items = value.kind === 'tuple' || value.kind === 'list' ? value.items : [value];
        const names = items.map(plainName);
        if (!names.includes(null)) found = names as string[];
      } else innerBlocks(statement).forEach(visit);
    }
  };
  visit(definition.body);
  return found;
}

function plainName(node: Expression): string | null {
  if (node.kind === 'name') return node.name;
  return node.kind === 'member' ? node.name : null;
}

/** Whether `name` reads as the gradient of a parameter called `parameter`: `dx`, `d_x`, `x_grad`, `grad_x`, `dLdx`. */
export function namesGradientOf(name: string, parameter: string): boolean {
  const own = (parameter.split('.').pop() ?? parameter).toLowerCase();
  const word = name.toLowerCase();
  const bare = word.replace(/^_+/, '');
  return (
    bare === `d${own}` ||
    bare === `d_${own}` ||
    bare === `g${own}` ||
    bare === `g_${own}` ||
    bare === `grad_${own}` ||
    bare === `grad${own}` ||
    bare === `${own}_grad` ||
    bare === `${own}grad` ||
    bare === `${own}_gradient` ||
    bare === `gradient_${own}` ||
    bare === `delta_${own}` ||
    (/^d_?(l|loss|e|j|c|cost|z|y|f|out)_?d_?/.test(bare) &&
      bare.replace(/^d_?(l|loss|e|j|c|cost|z|y|f|out)_?d_?/, '') === own)
  );
}

/** What a backward returned, spread over the inputs; null when nothing can be matched. */
export function readResult(
  machine: Machine,
  result: Value,
  inputs: readonly Input[],
  names: readonly string[] | null,
): ReadGradient[] | null {
  if (inputs.length === 0) return null;
  const whole = readWholeLists(inputs, (each) => readResult(machine, result, each, names));
  if (whole !== null) return whole;
  switch (result.kind) {
    case 'number':
    case 'array':
      return readArray(machine, result, inputs, names);
    case 'tuple':
    case 'list':
      return readSequence(machine, result, inputs, names);
    case 'dict': {
      const found = [...result.entries.values()].map(({ key, value }) => ({
        name: key.kind === 'text' ? key.value : '',
        value,
      }));
      return readNamed(machine, found, inputs, true);
    }
    case 'instance':
      return readNamed(machine, attributesOf(result), inputs, true);
    default:
      return null;
  }
}

/** One number or array: the gradient of the input it is named after, or of the first, or a vector over scalars. */
function readArray(
  machine: Machine,
  result: Extract<Value, { kind: 'number' | 'array' }>,
  inputs: readonly Input[],
  names: readonly string[] | null,
): ReadGradient[] | null {
  const flat = flatten(machine, result);
  if (flat === null) return null;
  const vector = flat.shape.length === 1 && flat.shape[0] === inputs.length && inputs.length > 1;
  if (vector && inputs.every((input) => input.shape.length === 0)) {
    return inputs.map((_, input) => ({
      input,
      data: flat.data.slice(input, input + 1),
      shape: [],
    }));
  }
  const [name] = names?.length === 1 ? names : [];
  const fits = (input: Input) => name !== undefined && namesGradientOf(name, input.name);
  const own = inputs.findIndex(
    (input) => fits(input) && name?.includes(input.name.split('.').pop() ?? ''),
  );
  const named = own >= 0 ? own : inputs.findIndex(fits);
  if (named >= 0) return [{ input: named, ...flat }];
  // Without a name: the first input, or the first one that it fits.
  const fitting = inputs.findIndex((input) => sameShape(input.shape, flat.shape));
  return [{ input: Math.max(0, fitting), ...flat }];
}

function readSequence(
  machine: Machine,
  { kind, items }: Extract<Value, { kind: 'tuple' | 'list' }>,
  inputs: readonly Input[],
  given: readonly string[] | null,
): ReadGradient[] | null {
  // What is returned twice under one name stands for another input by its place.
  const names = given?.map((name, at) => (given.indexOf(name) === at ? name : '')) ?? null;
  if (names !== null && names.length === items.length) {
    const pairs = items.map((value, at) => ({ name: names[at], value }));
    const found = readNamed(machine, pairs, inputs, false);
    if (found !== null) {
      const others = byEnding(machine, items, names, inputs, found);
      return [
        ...found,
        ...others,
        ...byPosition(machine, items, names, inputs, [...found, ...others]),
      ];
    }
  }
  // Nested lists of numbers in the shape of the one input are its gradient.
  const whole = inputs.length === 1 ? flatten(machine, { kind: 'list', items: [...items] }) : null;
  // Numbers in a list are one vector where the input is one, even of another length.
  const isVector = whole?.shape.length === 1 && inputs[0].shape.length === 1 && items.length > 1;
  // A list of rows, one for each entry, is one array of them, of whatever shape.
  const isRows = kind === 'list' && names === null && items.length === inputs[0].shape[0];
  if (whole !== null && (isVector || isRows || sameShape(whole.shape, inputs[0].shape))) {
    return [{ input: 0, ...whole }];
  }
  // A list of numbers is a vector, where there is one that it fits.
  const numbers = flatten(machine, { kind: 'list', items: items.slice(0, 1) });
  const fits = inputs.some(({ shape }) => sameShape(shape, [items.length]));
  if (items.length > 1 && fits && numbers?.shape.length === 1) {
    const array = toArray(
      machine,
      { kind: 'list', items: [...items] },
      { path: '', start: 0, end: 0 },
    );
    if (array?.kind === 'array' && array.shape.length === 1) {
      return readArray(machine, array, inputs, names);
    }
  }
  const lists = readLists(machine, items, inputs);
  if (lists !== null) return lists;
  const found: ReadGradient[] = [];
  for (const [at, item] of items.entries()) {
    if (item.kind === 'none') continue;
    if (at >= inputs.length) {
      // Of rows of different shapes the first is the gradient of the one input, or none is.
      const fits =
        inputs.length > 1 ||
        whole !== null ||
        found.some((each) => sameShape(each.shape, inputs[0].shape));
      return fits && found.length > 0 ? found : null;
    }
    const flat = flatten(machine, item);
    if (flat === null) {
      const nested = readResult(machine, item, inputs, null);
      if (nested === null) return null;
      found.push(...nested);
    } else found.push({ input: at, ...flat });
  }
  return found;
}

/** `[dx ...], [dw ...]`: a list of gradients for each parameter that is a list. */
function readLists(
  machine: Machine,
  items: readonly Value[],
  inputs: readonly Input[],
): ReadGradient[] | null {
  const roots = [...new Set(inputs.map(({ name }) => name.replace(/\[\d+\]$/, '')))];
  const isList = (each: Value) => each.kind === 'list' || each.kind === 'tuple';
  if (roots.length !== items.length || roots.length === inputs.length) return null;
  if (roots.length < 2 || !items.every(isList)) return null;
  return roots.flatMap((root, at) => {
    const own = inputs.filter(({ name }) => name === root || name.startsWith(`${root}[`));
    const found = readResult(machine, items[at], own, null) ?? [];
    return found.map((each) => ({ ...each, input: inputs.indexOf(own[each.input]) }));
  });
}

/** Inputs whose name ends in what the name of one item speaks of: `dLogVar` of `t_log_var`. */
function byEnding(
  machine: Machine,
  items: readonly Value[],
  names: readonly string[],
  inputs: readonly Input[],
  found: readonly ReadGradient[],
): ReadGradient[] {
  const squashed = (name: string) => name.toLowerCase().replaceAll('_', '');
  const spokenOf = (name: string) => squashed(name).replace(/^(d|grad)|grad$/g, '');
  return inputs.flatMap((input, at) => {
    if (found.some((each) => each.input === at)) return [];
    const own = squashed(input.name);
    const fitting = items.filter((_, item) => {
      const spoken = spokenOf(names[item]);
      return spoken.length > 2 && own.endsWith(spoken);
    });
    const flat = fitting.length === 1 ? flatten(machine, fitting[0]) : null;
    return flat === null ? [] : [{ input: at, ...flat }];
  });
}

/** Items in the place of inputs that no name matched, in a result that has one item an input, or gives one twice. */
function byPosition(
  machine: Machine,
  items: readonly Value[],
  names: readonly string[],
  inputs: readonly Input[],
  found: readonly ReadGradient[],
): ReadGradient[] {
  return inputs.flatMap(({ shape }, input) => {
    const isTaken = found.some((each) => each.input === input);
    const isNameless = names[input] === '';
    if (isTaken || (items.length !== inputs.length && !isNameless)) return [];
    const flat = flatten(machine, items[input]);
    const fits = items.length === inputs.length || (flat !== null && sameShape(flat.shape, shape));
    return flat === null || !fits ? [] : [{ input, ...flat }];
  });
}

/** Values under names; `exact` also takes a parameter's own name as the key of its gradient. */
export function readNamed(
  machine: Machine,
  pairs: readonly { name: string; value: Value }[],
  inputs: readonly Input[],
  exact: boolean,
): ReadGradient[] | null {
  const found: ReadGradient[] = [];
  for (const [index, input] of inputs.entries()) {
    const own = input.name.split('.').pop() ?? input.name;
    const named = pairs.filter((each) => namesGradientOf(each.name, input.name));
    // Beside `C` and `c`, `dC` and `dc` are told by their case.
    const pair =
      named.find((each) => each.name.includes(own)) ??
      named[0] ??
      (exact ? pairs.find((each) => each.name === own) : undefined);
    if (pair === undefined || pair.value.kind === 'none') continue;
    const flat = flatten(machine, pair.value);
    if (flat !== null) found.push({ input: index, ...flat });
  }
  return found.length > 0 ? found : null;
}

/** What an object holds, by name. */
export function attributesOf(object: InstanceValue): { name: string; value: Value }[] {
  return [...object.attributes].map(([name, value]) => ({ name, value }));
}
