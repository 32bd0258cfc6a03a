/**
 * The whole reasoning behind one verdict as plain JSON-safe data (schema 1: fields are
 * added, never removed): how the target was found, where it was checked, and for each
 * input the three derivatives of one entry, how they were made, and which rule decided.
 */
import type { StepPoint } from './curve-report';
import type { CoverageReport, JsonNumber, Verdict } from './report';
import type { WhyInput } from './why-report';

export interface ExplainReport {
  readonly schema: 1;
  readonly path: string;
  readonly name: string;
  readonly line: number;
  readonly verdict: Verdict;
  readonly code: string | null;
  /** What the code means; null where there is none, or where it is the name of an exception. */
  readonly meaning: string | null;
  readonly reason: string;
  /** How it was found, as sentences. */
  readonly found: readonly string[];
  /** The inputs of the first point, each with where it comes from. */
  readonly inputs: readonly WhyInput[];
  /** What came out at each point. */
  readonly points: readonly { readonly at: string; readonly verdict: Verdict }[];
  /** The inputs that were differentiated, or the one that was asked for. */
  readonly parameters: readonly ParameterReasoning[];
  /** All inputs that were differentiated. */
  readonly names: readonly string[];
  readonly notes: readonly string[];
  /** What no run came to, each with the reason. */
  readonly unchecked: readonly string[];
}

/** Why one input has its verdict, told for its worst entry or for the one that was asked for. */
export interface ParameterReasoning {
  readonly name: string;
  readonly shape: readonly number[];
  /** The entry; [] for a single number. */
  readonly index: readonly number[];
  readonly at: string;
  readonly source: string | null;
  readonly verdict: Verdict;
  readonly code: string | null;
  readonly reason: string;
  readonly analytic: JsonNumber;
  /** How far the analytic value may be off by its own rounding. */
  readonly analyticNoise: JsonNumber;
  /** The whole gradient along one random direction, by forward and by reverse mode. */
  readonly forward: { readonly forward: JsonNumber; readonly reverse: JsonNumber };
  readonly numeric: NumericReasoning;
  readonly written: JsonNumber | null;
  readonly votes: readonly Vote[];
  /** The rule that decided, as a sentence. */
  readonly rule: string;
  readonly coverage: CoverageReport;
  /** The error of the plain central difference against the analytic value, by step; null where it was not asked for. */
  readonly curve: readonly StepPoint[] | null;
}

export interface NumericReasoning {
  readonly value: JsonNumber;
  readonly error: JsonNumber;
  /** `resolved`, `weak`, `kink`, `jump`, `flat`, `undefined`. */
  readonly state: string;
  readonly evaluations: number;
  /** The step at which the extrapolation that was chosen ends. */
  readonly step: JsonNumber;
  /** The ladder: plain central differences, from the largest step to the smallest. */
  readonly levels: readonly {
    readonly step: JsonNumber;
    readonly value: JsonNumber;
    readonly error: JsonNumber;
  }[];
  /** What a second ladder gave that disagrees; null where none was needed, or where it agrees. */
  readonly second: JsonNumber | null;
  /** The one-sided slopes at a kink. */
  readonly slopes: { readonly left: JsonNumber; readonly right: JsonNumber } | null;
  /** Rounding noise of one evaluation, and what causes most of it. */
  readonly noise: JsonNumber;
  readonly noiseSource: string | null;
}

/** Two of the three derivatives held side by side. */
export interface Vote {
  readonly between: readonly ['written' | 'analytic', 'analytic' | 'numeric'];
  readonly distance: JsonNumber;
  /** The largest distance that still counts as agreement. */
  readonly limit: JsonNumber;
  readonly agree: boolean;
}
