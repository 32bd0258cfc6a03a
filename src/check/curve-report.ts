/** A function and its derivative along one entry of one input, as plain data for the panel's plots. */
import type { JsonNumber } from './report';

export interface CurvePoint {
  /** The value of the entry. */
  readonly x: number;
  /** The function, or the scalar that is differentiated where it returns an array; null where the run ends. */
  readonly value: JsonNumber | null;
  readonly analytic: JsonNumber | null;
  readonly numeric: JsonNumber | null;
  /** Half-width of the numeric derivative's error bar. */
  readonly numericError: JsonNumber | null;
  /** Null where none is written, or not entry by entry. */
  readonly written: JsonNumber | null;
}

/** A plain central difference with one step. */
export interface StepPoint {
  readonly step: JsonNumber;
  readonly value: JsonNumber;
  /** What it misses the analytic derivative by. */
  readonly error: JsonNumber;
}

export interface CurveReport {
  readonly input: string;
  /** Which entry of the input, flat. */
  readonly entry: number;
  /** The values at the point itself. */
  readonly here: CurvePoint;
  readonly points: readonly CurvePoint[];
  /** By falling step, at the point itself. */
  readonly steps: readonly StepPoint[];
  /** The step whose extrapolation the numeric derivative is. */
  readonly chosenStep: number;
  /** What the numeric derivative misses the analytic one by, at the point itself. */
  readonly error: JsonNumber;
}

/** What is asked for. */
export interface CurveRange {
  readonly input: string;
  readonly entry: number;
  readonly low: number;
  readonly high: number;
}
