/**
 * What an op is: its shape, its value, its reverse rule and its forward rule in
 * one record. Rules are written in ops, so that a sweep is itself a graph that
 * can be replayed, printed and differentiated again.
 */
import type { Entry, EntryId, Graph, NumberType, Shape } from './graph';

/** The static parameters of each op; its keys are all the ops there are. */
export interface OpParameters {
  input: { readonly name: string };
  constant: null;
  /** A region of its own that `write` may change; the value of its input. */
  copy: null;

  negate: null;
  exp: null;
  expm1: null;
  log: null;
  log1p: null;
  log2: null;
  log10: null;
  sqrt: null;
  cbrt: null;
  sin: null;
  cos: null;
  tan: null;
  asin: null;
  acos: null;
  atan: null;
  sinh: null;
  cosh: null;
  tanh: null;
  asinh: null;
  acosh: null;
  atanh: null;
  sigmoid: null;
  erf: null;
  erfc: null;
  /** exp(x²)·erfc(x). */
  erfcx: null;
  erfinv: null;
  erfcinv: null;
  /** The logarithm of the standard normal distribution function. */
  logNdtr: null;
  /** log|Γ(x)|. */
  gammaln: null;
  gamma: null;
  /** The derivative of order + 1 of log Γ: digamma, trigamma and so on. */
  polygamma: { readonly order: number };
  /** The modified Bessel function of the first kind. */
  besselI: { readonly order: number };
  abs: null;
  sign: null;
  floor: null;
  ceil: null;
  trunc: null;
  /** To the nearest even. */
  round: null;
  /** Converts the type only: `int` truncates toward zero, `bool` is x !== 0. */
  cast: { readonly type: NumberType };
  not: null;
  isnan: null;
  isinf: null;

  add: null;
  subtract: null;
  multiply: null;
  divide: null;
  /**
   * The chain rule's product, adjoint (or tangent) first: a × b, and 0 wherever a is 0 whatever
   * b is, so that an infinite slope in a masked branch does not turn into NaN.
   */
  chain: null;
  power: null;
  maximum: null;
  minimum: null;
  atan2: null;
  hypot: null;
  logaddexp: null;
  floorDivide: null;
  /** Sign of the divisor, as in Python. */
  floorMod: null;
  /** Sign of the dividend, as in JavaScript and C. */
  remainder: null;
  less: null;
  lessEqual: null;
  greater: null;
  greaterEqual: null;
  equal: null;
  notEqual: null;
  and: null;
  or: null;
  xor: null;
  bitAnd: null;
  bitOr: null;
  bitXor: null;
  shiftLeft: null;
  shiftRight: null;
  /** where(condition, a, b), broadcasting. */
  where: null;

  sum: Reduction;
  max: Reduction;
  min: Reduction;
  prod: Reduction;
  any: Reduction;
  all: Reduction;
  /** Index of the first largest along one axis. */
  argmax: { readonly axis: number; readonly keepDimensions: boolean };
  argmin: { readonly axis: number; readonly keepDimensions: boolean };
  cumsum: { readonly axis: number };

  /** 2-d × 2-d, or stacks of matrices that broadcast; 1-d operands are reshaped by the caller. */
  matmul: null;
  /** Of the symmetric part of a square matrix, ascending; stacks too. */
  eigenvalues: null;
  /** Columns of length 1 in the order of the eigenvalues. */
  eigenvectors: null;
  /** Singular values below `cutoff` times the largest count as 0. */
  pseudoInverse: { readonly cutoff: number };
  reshape: { readonly shape: Shape };
  transpose: { readonly axes: readonly number[] };
  broadcast: { readonly shape: Shape };
  concatenate: { readonly axis: number };
  /** Flat positions in the input, laid out in `shape`. The only reader of a written region. */
  gather: { readonly positions: Int32Array; readonly shape: Shape };
  /** Zeros of `shape`, with each element of the input added at its flat position. */
  scatterAdd: { readonly positions: Int32Array; readonly shape: Shape };
  /** In place: (region, values) sets the flat positions; the last of equal positions wins. */
  write: { readonly positions: Int32Array };
}

/** The axes to reduce, sorted and non-negative. */
export interface Reduction {
  readonly axes: readonly number[];
  readonly keepDimensions: boolean;
}

export type OpName = keyof OpParameters;

export interface Op<P> {
  /** False for ops whose derivative is zero wherever it exists (floor, comparisons, sign). */
  readonly differentiable: boolean;
  /** Shape and type of the result. Throws when the inputs do not fit: a bug of the caller. */
  outline(inputs: readonly Entry[], parameters: P): { shape: Shape; type: NumberType };
  /** Reads the inputs and writes `entry`'s region of the arena. */
  compute(arena: Float64Array, entry: Entry, inputs: readonly Entry[], parameters: P): void;
  /**
   * Reverse rule: the contribution to each input's adjoint, in the input's shape,
   * given the adjoint of the output. null means "no gradient", which is not zero.
   * Where `needed` is false for an input, null spares the work.
   */
  reverse(
    graph: Graph,
    entry: Entry,
    adjoint: EntryId,
    parameters: P,
    needed: readonly boolean[],
  ): readonly (EntryId | null)[];
  /** Forward rule: the tangent of the output, given those of the inputs (null: zero tangent). */
  forward(
    graph: Graph,
    entry: Entry,
    tangents: readonly (EntryId | null)[],
    parameters: P,
  ): EntryId | null;
  /**
   * The value under test sits on a kink or jump of this op (a tie of max, abs at 0,
   * a comparison of equals). Absent for ops that are smooth on their domain.
   */
  ties?(graph: Graph, entry: Entry, parameters: P): boolean;
  /** The rule used at a tie, in words for the user: "at a tie the gradient is shared equally". */
  readonly tieRule?: string;
}

/** The closed table: a missing op, or a missing rule, does not compile. */
export type OpTable = { readonly [K in OpName]: Op<OpParameters[K]> };
