/**
 * The library: what `np.sum`, `math.exp`, `len` or `.reshape` do, as compositions
 * of ops, by id. The tables of a language say which of its names is which id.
 */
import { autograd } from './autograd';
import { builtins } from './builtins';
import { control } from './control';
import { conversion } from './conversion';
import { copying } from './copying';
import { creation } from './creation';
import { decompositions } from './decompositions';
import { dicts } from './dicts';
import { distributions } from './distributions';
import { einsum } from './einsum';
import { elementwise } from './elementwise';
import { factors } from './factors';
import { frameworks } from './frameworks';
import { functional } from './functional';
import { gammaFunctions } from './gamma';
import { general } from './general';
import { indexing } from './indexing';
import { iteration } from './iteration';
import { joining } from './joining';
import { keys } from './keys';
import { linear } from './linear';
import { lists } from './lists';
import { losses } from './losses';
import { multivariate } from './multivariate';
import { neural } from './neural';
import { norms } from './norms';
import { objects } from './objects';
import { random } from './random';
import { ranges } from './ranges';
import { rearranging } from './rearranging';
import { reduced } from './reduced';
import { reductions } from './reductions';
import { scalars } from './scalars';
import { scatter } from './scatter';
import { selection } from './selection';
import { shapes } from './shapes';
import type { Functions } from './shared';
import { solving } from './solving';
import { sorting } from './sorting';
import { special } from './special';
import { statistics } from './statistics';
import { tensors } from './tensors';
import { texts } from './texts';
import { updates } from './updates';
import { vectorizing } from './vectorize';
import { windows } from './windows';

const families: readonly Functions[] = [
  builtins,
  conversion,
  creation,
  dicts,
  elementwise,
  gammaFunctions,
  general,
  indexing,
  joining,
  linear,
  lists,
  multivariate,
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
  decompositions,
  distributions,
  einsum,
  factors,
  functional,
  iteration,
  solving,
  windows,
  autograd,
  control,
  frameworks,
  keys,
  losses,
  neural,
  reduced,
  scatter,
  tensors,
  updates,
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
