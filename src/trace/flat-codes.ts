/**
 * The instructions of flat loops: rows of an operation and four operands, which
 * are registers, places in a list, or rows. What a loop is once it is compiled.
 */
import type { Place } from '../engine/graph';
import type { CompiledFunction, Frame } from './frame';
import type { Value } from './values';

export const rowLength = 5;

/** Operands in the order of a row; `d` is the register of the result. */
export enum Code {
  /** How it ended: an `Outcome`. */
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
  /** d, object, a, b: a number in a list that is an item of a list. */
  nested,
  /** d, object, the first of the indices, how many. */
  element,
  /** d, object: how many items it has. */
  length,
  /** object made, object, a: a list in a list. */
  inner,
  /** object made, object: under another name. */
  share,
  /** object made, the first of the items, how many: a list of numbers. */
  list,
  /** object made, item, how often: a list of the same number over and over. */
  repeat,
  /** value, object, a, 1 when a name keeps the value. */
  storeItem,
  /** value, object, the first of the indices, how many. */
  storeElement,
  /** value, object, 1 when a name keeps the value. */
  append,
  /** object, object: into the second. */
  appendObject,
  /** a, how many, object, how many: names that are not bound yet. */
  unbind,
  /** a, how many: they must be integers, and the last of three not zero. */
  integers,
  /** row, counter, name, steps: to the row when the range is at its end, else it is bound and so many steps taken. */
  leave,
  /** row, counter: on in its range, and to the row. */
  next,
  /** row, a, b, steps: to the row unless it holds, else so many steps are taken. */
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
  /** The frame in which it is read: 0 that of the loop, else of the inlined function of this number. */
  readonly home: number;
  readonly at: number;
}

/** A name that rounds bind. Register i belongs to name i; after them comes what a `return` gives. */
export interface Local {
  readonly slot: number;
  /** Of what is bound to it last. */
  place: Place;
}

/** A function whose body stands in the rows: it must still be the same. */
export interface Inlined extends Constant {
  readonly compiled: CompiledFunction;
}

/** A name that must still be the function of the library. */
export interface Builtin extends Constant {
  readonly id: string;
}

/** How a run of flat code ended. */
export enum Outcome {
  over,
  left,
  returned,
  /** The rounds before the last checkpoint count; that which gave up is for the general road. */
  gaveUp,
  /** The rounds were so many that it pays to compile the rest. */
  hot,
}

export interface FlatCode {
  readonly rows: Int32Array;
  /** Of the rows that read items: the kinds that were there, as bits. */
  readonly seen: Uint8Array;
  /** Of the rows that store into arrays, or make elements of them. */
  readonly places: ReadonlyMap<number, Place>;
  readonly locals: readonly Local[];
  /** The slots of names that are bound to lists: object i belongs to name i. */
  readonly objectSlots: readonly number[];
  /** Where the counter of the outermost range, its stop and step stand. */
  readonly counter: number;
  readonly numbers: readonly {
    readonly at: number;
    readonly value: number;
    readonly kind: number;
  }[];
  readonly scalars: readonly Constant[];
  readonly objects: readonly Constant[];
  readonly objectCount: number;
  readonly functions: readonly Constant[];
  readonly builtins: readonly Builtin[];
  readonly inlined: readonly Inlined[];
  /** How many calls are inlined in each other. */
  readonly depth: number;
}
