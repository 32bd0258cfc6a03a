/**
 * What the code itself says of parameters: how the functions of a target use
 * them, read off their statements in order. A path is a parameter, a key of it
 * (`params.W1`) or an item of it (`xs[]`). Helpers that are called are followed.
 */
import type { Expression, FunctionDefinition, Program } from '../../syntax/nodes';

/** Where the text says so: an offset into the file. */
export type At = number;

/** A place in a function's body that names axes: `N, C = x.shape`, `m = x.shape[1]`. */
export interface NamedAxes {
  readonly path: string;
  /** The first of these axes. */
  readonly from: number;
  /** One an axis; null for `_`, for what is no plain name, or for an axis that is not named. */
  readonly names: readonly (string | null)[];
  /** The array has exactly these axes. */
  readonly whole: boolean;
  /** The function in which the names hold. */
  readonly scope: FunctionDefinition;
  readonly at: At;
}

/** So many axes at least; more are as likely where that is `loose`. */
export interface Least {
  readonly rank: number;
  readonly at: At;
  readonly loose: boolean;
}

export class Uses {
  readonly axes: NamedAxes[] = [];
  /** The fewest axes that an index or an `axis=` leaves possible. */
  readonly least = new Map<string, Least>();
  readonly arrays = new Map<string, At>();
  /** Have a member that only arrays have. */
  readonly members = new Set<string>();
  /** Taken by functions of single numbers (`math.exp`). */
  readonly scalars = new Map<string, At>();
  readonly keys = new Map<string, Map<string, { readonly standard: Expression | null; at: At }>>();
  readonly texts = new Map<string, { readonly options: Set<string>; readonly at: At }>();
  readonly labels = new Map<string, At>();
  /** Labels that pick one entry along each place of an axis, by that axis: 0 for `p[range(N), y]`. */
  readonly picks = new Map<string, number>();
  /** Used as an index by themselves: an integer, labels or a mask. */
  readonly indices = new Map<string, At>();
  /** Used where only a whole number can stand. */
  readonly wholes = new Map<string, At>();
  /** Used as the extent of an array. */
  readonly sizes = new Map<string, At>();
  readonly flags = new Map<string, At>();
  readonly called = new Map<string, At>();
  readonly optional = new Set<string>();
  /** Without them the function returns before its end: `if y is None: return scores`. */
  readonly exits = new Set<string>();
  /** Divide the size of an axis: windows, groups. */
  readonly divisors = new Map<string, At>();
  /** A label that means none: `t != self.ignore_label`. */
  readonly ignored = new Map<string, number>();
  readonly lists = new Map<string, At>();
  /** How many items are read by number or unpacked; null where others may be. */
  readonly counts = new Map<string, { readonly count: number | null; readonly at: At }>();
  readonly logs = new Map<string, 'positive' | 'unit' | 'above one'>();
  /** Parts of them are cut out and reshaped: vectors of parameters. */
  readonly vectors = new Map<string, At>();
  /** Two that are subtracted from each other. */
  readonly differences: (readonly [string, string])[] = [];
  /** Numbers that it is compared with or clipped to: both sides are to be seen. */
  readonly thresholds = new Map<string, Set<number>>();
  /** Given further axes: `x[:, None]` has one of its own. */
  readonly widened = new Map<string, number>();
  /** Contracted along the last of the axes that are known, others being left. */
  readonly contracted = new Set<string>();
  /** Factors of outer products, which lay out what they are given, and both ends of `x @ A @ x`. */
  readonly outer = new Set<string>();
  /** Factors of matrix products. */
  readonly multiplied = new Set<string>();
  /** Data that stands left of weights in a product: `x @ w`. */
  readonly batches = new Set<string>();
  /** What others are compared with: a threshold that is a parameter. */
  readonly limits = new Set<string>();
  /** Given to a transposition. */
  readonly orders = new Map<string, At>();
  /** Factors of a difference: `(P - Y) * R`. */
  readonly selectors = new Set<string>();
  /** Gone through side by side: equally long. */
  readonly sameLengths: (readonly [string, string])[] = [];
  /** Whole numbers that it is compared with in a condition. */
  readonly cases: Map<string, { readonly values: Set<number>; readonly at: At }> = new Map();
  /** Axes that are cut into equal parts: `v[:n]`, `v[n:2 * n]`; `part` is the path of `n`, where it is one. */
  readonly cuts: {
    readonly path: string;
    readonly axis: number;
    readonly times: number;
    readonly part: string | null;
  }[] = [];
  /** How many parts of equal size are cut out of what is computed: the gates of a cell. */
  parts = 0;
  readonly sameShapes: { readonly paths: readonly [string, string]; readonly at: At }[] = [];
  /** A weight stands left of data in a product: features are rows. */
  columns = false;
  /** Matrices are multiplied. */
  multiplies = false;
  /** Something in the code is an array. */
  anyArray = false;
}

export interface Reading {
  readonly program: Program;
  /** The paths that parameters start from. */
  readonly parameters: ReadonlySet<string>;
  /** Methods that `self.` calls reach. */
  readonly methods: readonly FunctionDefinition[];
}

/** The last part of a path: `W1` of `params.W1`. */
export function lastName(path: string): string {
  return (path.split('.').pop() ?? path).replaceAll('[]', '');
}

/** Under which name the items of an axis are counted. */
export function countName(path: string, axis: number): string {
  return axis === 0 ? path : `${path}@${axis}`;
}
