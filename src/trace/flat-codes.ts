/**
 * The instructions of flat loops: rows of an operation and four operands, which
 * are registers, places in a list, or rows. What a loop is once it is compiled.
 */
import type { Place } from '../engine/graph';
import type { Frame } from './frame';
import type { Value } from './values';

export const rowLength = 5;

/** Operands in the order of a row; `d` is the register of the result. */
export enum Code {
  /** The loop is over: 1 when a `break` left it. */
  end,
  /** What was done so far is never done anew. */
  checkpoint,
  /** So many steps. */
  count,
  /** To a row. */
  jump,
  /** d, a: a number that was just made. */
  move,
  /** d, a: a number that keeps its own name. */
  copy,
  add,
  subtract,
  multiply,
  divide,
  floorDivide,
  floorMod,
  power,
  /** d, a. */
  negate,
  /** d, a, function. */
  call,
  /** d, object, a: a number in a list, tuple or array. */
  item,
  /** object made, object, a: a list in a list. */
  inner,
  /** d, object, the first of the indices, how many. */
  element,
  /** a, how many: they must be integers, and the last of three not zero. */
  integers,
  /** row, counter, stop, step: to the row when the range is at its end. */
  leave,
  /** row, a, b: to the row unless it holds. */
  unlessLess,
  unlessLessEqual,
  unlessGreater,
  unlessGreaterEqual,
  unlessEqual,
  unlessNotEqual,
}

/** A value that no round changes, read where the loop begins. */
export interface Constant {
  readonly read: (frame: Frame) => Value | null | undefined;
  readonly at: number;
}

/** A name that rounds bind. Register i belongs to name i. */
export interface Local {
  readonly slot: number;
  /** Of what is bound to it last. */
  place: Place;
}

/** How a run of flat code ended. */
export enum Outcome {
  over,
  left,
  /** The rounds before the last checkpoint count; that which gave up is for the general road. */
  gaveUp,
}

export interface FlatCode {
  readonly rows: Int32Array;
  readonly locals: readonly Local[];
  /** Where the counter of the outermost range, its stop and step stand. */
  readonly counter: number;
  readonly numbers: readonly {
    readonly at: number;
    readonly value: number;
    readonly kind: number;
  }[];
  readonly scalars: readonly Constant[];
  readonly objects: readonly Constant[];
  readonly functions: readonly Constant[];
  /** Names that must still be the builtin `range`. */
  readonly ranges: readonly Constant[];
}
