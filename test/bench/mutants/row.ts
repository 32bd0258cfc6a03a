/** A row of the mutation bench. */

export interface Row {
  /** The mistake that was made: a sign, an axis. */
  readonly kind: string;
  /** Where, and what became of it. */
  readonly what: string;
  /** Whether it changes a derivative. */
  readonly differs: boolean;
  readonly verdict: string;
  readonly reason: string;
  /** The verdict is not the one that it should be. */
  readonly short: boolean;
}
