/**
 * Which sums of an output are differentiated. A scalar is taken as it is; an
 * array is weighted by ones, by random numbers (what a backward gets as its
 * upstream), or entry by entry (what a Jacobian is held against).
 */
import type { Experiment, Input } from './experiment';
import type { TargetOptions } from './options';
import type { ReadGradient } from './written';

/** `claims`: by ones, and only `@grad` claims are judged. A number: that entry of the output alone. */
export type Weighting = 'ones' | 'random' | 'claims' | number;

/** Whether a written gradient takes a cotangent. One with a default marks the head of a loss. */
export type UpstreamParameter = 'none' | 'optional' | 'required';

/** Output entries up to which a Jacobian is checked row by row. */
const enumeratedRows = 64;

/** The experiments at one sample. `run` with 'ones' weights arrays at random where an upstream asks for it. */
export function weightings(
  run: (kind: Weighting) => Experiment,
  taken: UpstreamParameter,
  claims: boolean,
  upstream: TargetOptions['upstream'],
): Experiment[] {
  const first = run('ones');
  const rows = first.cotangent.length;
  if (first.jacobian) {
    if (rows > enumeratedRows) return [run('random')];
    return Array.from({ length: rows }, (_, row) => run(row));
  }
  if (taken === 'none' || upstream !== 'auto') return [first];
  // A second, random upstream catches a backward that ignores it; the head of a loss may.
  if (rows === 1) return taken === 'optional' ? [first] : [first, run('random')];
  return claims ? [first, run('claims')] : [first];
}

/** Whether claims, which speak of the plain sum of the output, can be held against this weighting. */
export function suitsClaims(cotangent: Float64Array, upstream: TargetOptions['upstream']): boolean {
  return upstream !== 'auto' || cotangent.every((weight) => weight === 1);
}

/** Whether a written gradient has the shape of a Jacobian: output, then input. */
export function isJacobian(
  read: ReadGradient,
  output: readonly number[],
  inputs: readonly Input[],
): boolean {
  const whole = [...output, ...inputs[read.input].shape];
  return (
    output.length > 0 &&
    read.shape.length === whole.length &&
    read.shape.every((extent, axis) => extent === whole[axis])
  );
}

/** The weighted sum of a Jacobian's rows, in the shape of the input. */
export function contract(
  read: ReadGradient,
  cotangent: Float64Array,
  shape: readonly number[],
): ReadGradient {
  const size = read.data.length / cotangent.length;
  const data = new Float64Array(size);
  for (const [row, weight] of cotangent.entries()) {
    if (weight === 0) continue;
    for (let at = 0; at < size; at++) data[at] += weight * read.data[row * size + at];
  }
  return { ...read, data, shape };
}
