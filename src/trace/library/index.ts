/**
 * The library: what `np.sum`, `math.exp`, `len` or `.reshape` do, as compositions
 * of ops, by id. The tables of a language say which of its names is which id.
 */
import { builtins } from './builtins';
import { conversion } from './conversion';
import { copying } from './copying';
import { creation } from './creation';
import { dicts } from './dicts';
import { einsum } from './einsum';
import { elementwise } from './elementwise';
import { functional } from './functional';
import { general } from './general';
import { indexing } from './indexing';
import { iteration } from './iteration';
import { joining } from './joining';
import { linear } from './linear';
import { lists } from './lists';
import { norms } from './norms';
import { objects } from './objects';
import { random } from './random';
import { ranges } from './ranges';
import { rearranging } from './rearranging';
import { reductions } from './reductions';
import { scalars } from './scalars';
import { selection } from './selection';
import { shapes } from './shapes';
import type { Functions } from './shared';
import { solving } from './solving';
import { sorting } from './sorting';
import { special } from './special';
import { statistics } from './statistics';
import { texts } from './texts';
import { vectorizing } from './vectorize';
import { windows } from './windows';

const families: readonly Functions[] = [
  builtins,
  conversion,
  creation,
  dicts,
  elementwise,
  general,
  indexing,
  joining,
  linear,
  lists,
  norms,
  objects,
  random,
  ranges,
  rearranging,
  reductions,
  scalars,
  selection,
  shapes,
  sorting,
  special,
  statistics,
  texts,
  vectorizing,
  copying,
  einsum,
  functional,
  iteration,
  solving,
  windows,
];

export const library: Functions = merge(families);

/** Functions that only keep or pass on their arguments, which may be unknown values. */
export const keepsUnknown: ReadonlySet<string> = new Set([
  'nothing',
  'list.append',
  'list.insert',
  'dict.get',
  'dict.setDefault',
  'setAttribute',
  'getAttribute',
]);

function merge(parts: readonly Functions[]): Functions {
  const all = new Map<string, Functions[string]>();
  for (const part of parts) {
    for (const [id, implementation] of Object.entries(part)) {
      if (all.has(id)) throw new Error(`two library functions have the id ${id}`);
      all.set(id, implementation);
    }
  }
  return Object.fromEntries(all);
}
