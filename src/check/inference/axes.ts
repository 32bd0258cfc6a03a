/**
 * From names of axes to dimension variables: the same name in one function is
 * the same variable, and a whole-number parameter of that name is its size.
 */
import type { FunctionDefinition } from '../../syntax/nodes';
import type { Dimension, Dimensions, Role } from './dimensions';

const roles: readonly (readonly [RegExp, Role])[] = [
  [
    /^(HH|WW|F[HW]|K[HW]|f|k|[fk]_?[hw]|(filter|kernel|pool)_?(height|width|size|h|w|rows|cols))$/,
    'kernel',
  ],
  [/^(H|W|n_[HW]\w*|in_(rows|cols|h|w)|height|width|rows|cols|h|w|[hw]_in|H_in|W_in)$/, 'image'],
  [/^(C|n_C\w*|in_ch(annels)?|in_c|channels|c|F|num_filters|out_ch)$/, 'channel'],
  [/^(T\w*|n_t|seq_len|timesteps|time_steps|seq_length)$/, 'time'],
  [/^(n_classes|num_classes|classes|n_class)$/, 'classes'],
];

export function roleOf(name: string): Role {
  return roles.find(([pattern]) => pattern.test(name))?.[1] ?? 'plain';
}

export class NamedDimensions {
  private readonly named = new Map<FunctionDefinition, Map<string, Dimension>>();

  constructor(
    private readonly dimensions: Dimensions,
    /** Parameters that are sizes: known in every function. */
    private readonly everywhere: Map<string, Dimension>,
  ) {}

  of(name: string, scope: FunctionDefinition): Dimension {
    const shared = this.everywhere.get(name);
    if (shared !== undefined) return shared;
    let names = this.named.get(scope);
    if (names === undefined) {
      names = new Map();
      this.named.set(scope, names);
    }
    let found = names.get(name);
    if (found === undefined) {
      found = this.dimensions.fresh(roleOf(name), [{ name, scope }]);
      names.set(name, found);
    }
    return found;
  }

  /** The dimension of an axis as it is written: a name, a number, or anything else. */
  written(text: string, scope: FunctionDefinition): Dimension {
    if (/^\d+$/.test(text)) {
      const size = Number(text);
      return size > 0 && size <= 9 ? this.dimensions.literal(size) : this.dimensions.fresh();
    }
    const times = /^(\d)\s*\*?\s*([A-Za-z_]\w*)$/.exec(text);
    if (times !== null) {
      const factors = [this.dimensions.literal(Number(times[1])), this.of(times[2], scope)];
      return this.dimensions.bound({ kind: 'product', of: factors });
    }
    const sum = /^([A-Za-z_]\w*)\s*\+\s*(\d|[A-Za-z_]\w*)$/.exec(text);
    if (sum !== null) {
      const plus = /^\d$/.test(sum[2]) ? Number(sum[2]) : 0;
      const terms = [this.of(sum[1], scope), ...(plus > 0 ? [] : [this.of(sum[2], scope)])];
      return this.dimensions.bound({ kind: 'sum', of: terms, plus });
    }
    return /^[A-Za-z_]\w*$/.test(text) && text !== '_'
      ? this.of(text, scope)
      : this.dimensions.fresh();
  }
}

/** The roles of axes that nothing is known about, by their number. */
export function usualRoles(rank: number, isWeight: boolean): Role[] {
  if (rank >= 4) {
    const lead: Role[] = isWeight ? ['channel', 'channel'] : ['batch', 'channel'];
    const rest: Role = isWeight ? 'kernel' : 'image';
    return [...lead, ...Array.from({ length: rank - 2 }, () => rest)];
  }
  if (rank === 3) return isWeight ? ['channel', 'channel', 'kernel'] : ['batch', 'time', 'plain'];
  return Array.from({ length: rank }, () => 'plain');
}
