/**
 * Numeric derivatives by central differences with Richardson extrapolation on a
 * ladder of steps, each with an error bar from truncation and rounding noise.
 */

/** One evaluation of phi(t) = f(x + t v). */
export interface Sampled {
  readonly value: number;
  /** The evaluation took the same branches as at t = 0 (comparisons, ties, argmax). */
  readonly sameBranch: boolean;
}

export interface DifferenceOptions {
  /** phi(0). */
  readonly center: number;
  /** The size of x along the direction: |x| for a coordinate, 1 for a scaled direction. */
  readonly magnitude: number;
  /** The rounding noise of one evaluation of phi, absolute. */
  readonly noise: number;
  /** The derivative under test; only steers when to stop. */
  readonly expected: number;
  readonly rtol: number;
  /** Multiplies every step; 0.739085 for the confirmation ladder. */
  readonly stepFactor?: number;
}

export type DifferenceState =
  /** A value whose error bar is small against it or at the noise level. */
  | 'resolved'
  /** A value, but with a wide error bar. */
  | 'weak'
  /** The one-sided slopes differ. */
  | 'kink'
  /** The function jumps at the point. */
  | 'jump'
  /** Every sample equals the value at the point. */
  | 'flat'
  /** No finite value around the point. */
  | 'undefined';

export interface Difference {
  readonly state: DifferenceState;
  /** The central derivative; at a kink the mean of the one-sided slopes. */
  readonly value: number;
  /** The half-width of the error bar, absolute. */
  readonly error: number;
  /** The one-sided slopes; equal to `value` unless `state` is `kink`. */
  readonly left: number;
  readonly right: number;
  readonly evaluations: number;
  /** The step whose extrapolation was chosen. */
  readonly step: number;
  /** The ladder as sampled: step, plain central difference, its error bar. */
  readonly levels: readonly {
    readonly step: number;
    readonly value: number;
    readonly error: number;
  }[];
}

export declare function difference(
  phi: (t: number) => Sampled,
  options: DifferenceOptions,
): Difference;
