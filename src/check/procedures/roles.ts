/**
 * What each parameter of a written gradient takes: a parameter of forward, a
 * cotangent, what forward cached or returned, or its default. Names count first,
 * then what is left over, in order.
 */
import { innerBlocks } from '../../syntax/blocks';
import type { Block, Expression, FunctionDefinition, Parameter } from '../../syntax/nodes';
import { float, tuple, type Value } from '../../trace/values';
import { hyperparameter } from '../inference/names';
import { namesGradientOf } from '../written';
import { rateNames } from './update-statements';

export type Role =
  | { readonly kind: 'own'; readonly name: string }
  /** The cotangent of the item `output` of what forward returns. */
  | { readonly kind: 'upstream'; readonly output: number }
  /** Everything that forward returns behind its outputs. */
  | { readonly kind: 'cache' }
  /** One item of what forward returns. */
  | { readonly kind: 'returned'; readonly output: number }
  /** A hyperparameter that forward does not take: a learning rate. */
  | { readonly kind: 'number'; readonly value: number };

/** By parameter name; those that are absent keep their default. */
export type Roles = ReadonlyMap<string, Role>;

export const upstreamNames =
  /^(d?out|dout.*|grad_?(out(put)?s?|y|z)?|upstream|d_?(y|z|a|l|h|output)|dl_?d?[yaz]|delta|deltas|g|v|bo|accum_grad|cotangent|adjoint)$/i;

const cacheNames = /cache|^(ctx|context|saved|memory|mem|res|residuals?|tape|state|store)$/i;

/**
 * `linked` pairs (`X_forward`/`X_backward`) take a cotangent under any name; other
 * written gradients only where a name says so, or nothing of forward is left for it.
 */
export function rolesOf(
  forward: readonly Parameter[],
  returned: readonly (string | null)[],
  written: readonly Parameter[],
  linked: boolean,
): Roles {
  const roles = new Map<string, Role>();
  const own = new Set(forward.map((each) => each.name));
  const outputs = new Set<number>();
  const open: Parameter[] = [];
  for (const parameter of written) {
    const { name, kind } = parameter;
    if (kind === 'rest' || kind === 'keywordRest') continue;
    const upstream = returned.findIndex((each) => each !== null && namesUpstreamOf(name, each));
    const item = returned.indexOf(name);
    if (own.has(name)) roles.set(name, { kind: 'own', name });
    else if (returned.length > 1 && cacheNames.test(name)) roles.set(name, { kind: 'cache' });
    else if (upstream >= 0 && !outputs.has(upstream)) {
      outputs.add(upstream);
      roles.set(name, { kind: 'upstream', output: upstream });
    } else if (item >= 0) roles.set(name, { kind: 'returned', output: item });
    else open.push(parameter);
  }
  const free = forward.filter(
    ({ name, kind }) => !roles.has(name) && kind !== 'rest' && kind !== 'keywordRest',
  );
  const hasRole = (kind: Role['kind']) => [...roles.values()].some((role) => role.kind === kind);
  for (const { name, default: given } of open) {
    const next = outputs.size;
    const named = upstreamNames.test(name) && !hasRole('upstream');
    const first = linked && given === null && !hasRole('upstream');
    if (named || first || (linked && /^d/.test(name) && next > 0 && next < returned.length - 1)) {
      outputs.add(next);
      roles.set(name, { kind: 'upstream', output: next });
    } else if (given !== null) continue;
    else if (rateOf(name) !== null) roles.set(name, { kind: 'number', value: rateOf(name) ?? 0 });
    else if (linked && returned.length > 1 && !hasRole('cache')) roles.set(name, { kind: 'cache' });
    else if (free.length > 0) roles.set(name, { kind: 'own', name: free.shift()?.name ?? '' });
    else if (!hasRole('upstream')) {
      outputs.add(next);
      roles.set(name, { kind: 'upstream', output: next });
    }
  }
  return roles;
}

/** What a learning rate is taken to be; null for any other name. */
function rateOf(name: string): number | null {
  const option = rateNames.test(name) ? hyperparameter(name)?.options[0] : undefined;
  return option?.kind === 'real' ? option.value : null;
}

/** The items of the outputs that cotangents are taken for, in order. */
export function upstreamOutputs(roles: Roles): number[] {
  const found = [...roles.values()].flatMap((role) =>
    role.kind === 'upstream' ? [role.output] : [],
  );
  return [...new Set(found)].sort((a, b) => a - b);
}

/** The arguments of a written gradient by what its parameters stand for. */
export function argumentsOf(
  roles: Roles,
  given: ReadonlyMap<string, Value>,
  items: readonly Value[],
  wanted: readonly number[],
  cotangents: readonly Value[],
): Map<string, Value> {
  const behind = items.slice((wanted.at(-1) ?? 0) + 1);
  const cache = behind.length === 1 ? behind[0] : tuple(behind);
  const standsFor = (role: Role): Value | undefined => {
    switch (role.kind) {
      case 'own':
        return given.get(role.name);
      case 'upstream':
        return cotangents[wanted.indexOf(role.output)];
      case 'returned':
        return items[role.output];
      case 'cache':
        return behind.length > 0 ? cache : undefined;
      case 'number':
        return float(role.value);
    }
  };
  const chosen = new Map<string, Value>();
  for (const [name, role] of roles) {
    const value = standsFor(role);
    if (value !== undefined) chosen.set(name, value);
  }
  return chosen;
}

/** `dnext_h`, `dh_next` and `grad_h_next` are cotangents of `next_h`. */
function namesUpstreamOf(name: string, output: string): boolean {
  if (namesGradientOf(name, output)) return true;
  const words = (text: string) => text.toLowerCase().split('_').filter(Boolean).sort().join('_');
  return /^d[a-z]/i.test(name) && output.includes('_') && words(name.slice(1)) === words(output);
}

/** The items of what the last `return` with a value gives, by name; null for what is not a name. */
export function returnedItems(definition: FunctionDefinition): (string | null)[] {
  let found: Expression | null = null;
  const visit = (block: Block): void => {
    for (const statement of block) {
      if (statement.kind === 'return' && statement.value !== null) found = statement.value;
      else innerBlocks(statement).forEach(visit);
    }
  };
  visit(definition.body);
  const last = found as Expression | null;
  if (last === null) return [];
  return last.kind === 'tuple' ? last.items.map(nameOf) : [nameOf(last)];
}

function nameOf(node: Expression): string | null {
  if (node.kind === 'name') return node.name;
  return node.kind === 'member' ? node.name : null;
}
