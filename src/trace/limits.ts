/**
 * How a run ends early: the one exception of the interpreter. `error` is the
 * user's own program raising, `unsupported` a construct or name that is not
 * understood, `limit` a bound on steps, depth or elements. Caught where a
 * target, a module statement or the user's `try` ends.
 */
import type { Graph, Place } from '../engine/graph';
import type { InstanceValue, Value } from './values';

export interface Limits {
  /** Statements, calls and loop rounds of one run. */
  readonly steps: number;
  /** Nested calls. */
  readonly depth: number;
  /** Numbers held by the graph of one run. */
  readonly elements: number;
  /** Asked now and then: why no more time is left; null while there is some. */
  readonly late?: () => string | null;
}

export const defaultLimits: Limits = { steps: 1_000_000, depth: 200, elements: 30_000_000 };

/** What the operation was given that ended a run, for who wants to learn from it. */
export interface Operands {
  /** An operator, the id of a library function, `index` or `unpack`. */
  readonly operation: string;
  readonly values: readonly Value[];
  readonly graph: Graph;
}

export class Stop {
  /** The innermost operation's; null where none is known. */
  operands: Operands | null = null;

  constructor(
    readonly kind: 'error' | 'unsupported' | 'limit',
    /** A word: the exception's name, `steps`, `depth`, `elements`, `name`, `construct`. */
    readonly code: string,
    readonly message: string,
    readonly place: Place | null,
    /** The exception object, where the program made one; else what it would be made with. */
    readonly raised: InstanceValue | readonly Value[] | null = null,
  ) {}
}

/** Notes on a stop that passes by what the operation was given; other exceptions pass unchanged. */
export function withOperands(
  stop: unknown,
  operation: string,
  values: readonly Value[],
  graph: Graph,
): unknown {
  if (stop instanceof Stop) stop.operands ??= { operation, values, graph };
  return stop;
}
