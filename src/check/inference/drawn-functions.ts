/**
 * Functions for parameters that are called. One that is named as the derivative of another is
 * its derivative; what any others have to do with each other is not known.
 */
import { readings } from '../detect/named-after';
import type { Hypothesis } from './hypothesis';

export interface DrawnFunctions {
  /** The numpy function that is drawn, by path. */
  readonly names: ReadonlyMap<string, string>;
  /** Those that may have to be derivatives of others, and are not. */
  readonly strangers: readonly string[];
}

export function drawnFunctions(hypothesis: Hypothesis): DrawnFunctions {
  const paths = [...hypothesis.known].flatMap(([path, { kind }]) =>
    kind.kind === 'function' ? [path] : [],
  );
  const names = new Map(paths.map((path) => [path, 'tanh']));
  const related = new Set<string>();
  for (const path of paths) {
    const base = readings(path).find(({ base: of, order }) => order === 1 && names.has(of))?.base;
    if (base === undefined || base === path) continue;
    names.set(base, 'sin').set(path, 'cos');
    related.add(base).add(path);
  }
  const isAlone = (path: string) => paths.length === 1 && readings(path).every(({ bare }) => bare);
  return { names, strangers: paths.filter((path) => !related.has(path) && !isAlone(path)) };
}
