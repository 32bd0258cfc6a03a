/**
 * Which sums of an output are differentiated. A scalar is taken as it is; an
 * array is weighted by ones, by random numbers (what a backward gets as its
 * upstream), or entry by entry (what a Jacobian is held against).
 */
import type { Experiment } from './experiment';
import type { TargetOptions } from './options';

/**
 * `claims`: by ones, and only `@grad` claims are judged. `other`: at random, with another seed.
 * A number: that entry of the output alone.
 */
export type Weighting = 'ones' | 'random' | 'other' | 'claims' | number;

/** Whether a written gradient takes a cotangent. One with a default marks the head of a loss. */
export type UpstreamParameter = 'none' | 'optional' | 'required';

/** Output entries up to which a Jacobian is checked row by row. */
const enumeratedRows = 64;

/**
 * The experiments at one sample, which may be the only one. `run` with 'ones' weights arrays at
 * random where an upstream asks for it.
 */
export function weightings(
  run: (kind: Weighting) => Experiment,
  taken: UpstreamParameter,
  claims: boolean,
  { upstream, check }: Pick<TargetOptions, 'upstream' | 'check'>,
  only: boolean,
): Experiment[] {
  const first = run('ones');
  const rows = first.cotangent.length;
  const full = check.mode === 'full';
  const everyRow = () => Array.from({ length: rows }, (_, row) => run(row));
  if (first.jacobian) {
    if (rows <= enumeratedRows || full) return everyRow();
    return [run('random'), ...(only ? [run('other')] : [])];
  }
  if (upstream !== 'auto') return [first];
  if (taken === 'none') {
    // What is written without an upstream is the derivative of the plain sum, or entry by entry.
    if (rows === 1 || claims || first.written.length > 0) return [first];
    return [first, ...(full ? everyRow() : [run('random')])];
  }
  // A second, random upstream catches a backward that ignores it; the head of a loss may.
  if (rows === 1) return taken === 'optional' ? [first] : [first, run('random')];
  const further = [...(claims ? [run('claims')] : []), ...(only ? [run('other')] : [])];
  return [first, ...further, ...(full ? everyRow() : [])];
}

/** Whether claims, which speak of the plain sum of the output, can be held against this weighting. */
export function suitsClaims(cotangent: Float64Array, upstream: TargetOptions['upstream']): boolean {
  return upstream !== 'auto' || cotangent.every((weight) => weight === 1);
}
