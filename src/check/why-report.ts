/**
 * Why a function, class, method or claim is a target or not, and how its sample came
 * about, as plain JSON-safe data (schema 1: fields are added, never removed).
 */
import type { ConventionReport, Verdict } from './report';

export interface WhyReport {
  readonly schema: 1;
  readonly path: string;
  /** Qualified, as it was found: `f`, `Net.loss`, `outer.inner`. */
  readonly name: string;
  readonly line: number;
  /** Whether it is checked, by itself or as half of a pair. */
  readonly target: boolean;
  /** Sentences, the deciding one first. */
  readonly reasons: readonly string[];
  /** The conventions that hold for it, in the order of the reasons. */
  readonly conventions: readonly ConventionReport[];
  /** What came out of it; null for what is no target. */
  readonly outcome: { readonly verdict: Verdict; readonly reason: string } | null;
  /** The inputs of the first point, in order; empty where none could be worked out. */
  readonly sample: readonly WhyInput[];
  readonly notes: readonly string[];
}

export interface WhyInput {
  readonly name: string;
  /** As a person reads it: a long array by its shape. */
  readonly value: string;
  /** Where the value comes from: `guessed from its name`, `given in the annotation`. */
  readonly origin: string;
}
