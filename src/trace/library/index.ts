/**
 * The library: what `np.sum`, `math.exp`, `len` or `.reshape` do, as compositions
 * of ops, by id. The tables of a language say which of its names is which id.
 */

import { assertions } from './assertions';
import { autograd } from './autograd';
import { builtins } from './builtins';
import { calculus } from './calculus';
import { collections } from './collections';
import { control } from './control';
import { conversion } from './conversion';
import { copying } from './copying';
import { creation } from './creation';
import { decompositions } from './decompositions';
import { dicts } from './dicts';
import { distributions } from './distributions';
import { editing } from './editing';
import { einsum } from './einsum';
import { elementwise } from './elementwise';
import { factors } from './factors';
import { frameworks } from './frameworks';
import { functional } from './functional';
import { gammaFunctions } from './gamma';
import { general } from './general';
import { grids } from './grids';
import { indexing } from './indexing';
import { iteration } from './iteration';
import { iterators } from './itertools';
import { joining } from './joining';
import { keys } from './keys';
import { linear } from './linear';
import { lists } from './lists';
import { losses } from './losses';
import { managers } from './managers';
import { missing } from './missing';
import { multivariate } from './multivariate';
import { namedTuples } from './named-tuples';
import { neural } from './neural';
import { norms } from './norms';
import { numeric } from './numeric';
import { objects } from './objects';
import { quantiles } from './quantiles';
import { random } from './random';
import { ranges } from './ranges';
import { rearranging } from './rearranging';
import { records } from './records';
import { reduced } from './reduced';
import { reductions } from './reductions';
import { scalars } from './scalars';
import { scatter } from './scatter';
import { searching } from './searching';
import { selection } from './selection';
import { sets } from './sets';
import { shapes } from './shapes';
import type { Functions } from './shared';
import { solving } from './solving';
import { sorting } from './sorting';
import { special } from './special';
import { statistics } from './statistics';
import { tensors } from './tensors';
import { textParts } from './text-parts';
import { texts } from './texts';
import { updates } from './updates';
import { vectorizing } from './vectorize';
import { windows } from './windows';

const families: readonly Functions[] = [
  searching,
  quantiles,
  numeric,
  missing,
  grids,
  editing,
  calculus,
  assertions,
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
  collections,
  iterators,
  managers,
  namedTuples,
  records,
  sets,
  textParts,
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
  'setPlainly',
  'initialize',
  'newObject',
  'record.initialize',
  'record.replace',
  'tuple.new',
  'defaultDict.initialize',
  'deque.append',
  'partial',
  'callPartial',
  'manager.value',
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
