/**
 * An experiment: one target at one sample, run once and recorded. It names the
 * differentiated inputs, the scalar whose derivative is taken, and how to run
 * again at other inputs when a replay leaves the recorded branch.
 */
import type { EntryId } from '../engine/graph';
import { sameShape, sizeOf, stridesOf } from '../engine/shape';
import { arrayOf, peek } from '../trace/arrays';
import type { Machine } from '../trace/machine';
import type { ArrayValue, NumberValue, Value } from '../trace/values';
import type { JsonArray } from './report';
import type { Sample } from './sample';

export interface Input {
  /** As the user knows it: `x`, `self.W`, `params.W1`. */
  readonly name: string;
  readonly entry: EntryId;
  readonly shape: readonly number[];
  readonly data: Float64Array;
}

/** The numbers that someone wrote down as the gradient for one input. */
export interface Written {
  readonly input: number;
  /** Where it stands: `backward`, `@grad`, `cost_prime`. */
  readonly source: string;
  readonly shape: readonly number[];
  readonly data: Float64Array;
  /** Literal decimals that may be rounded, in order; null for computed values. */
  readonly decimals: readonly string[] | null;
  /** Where a mismatch is shown. */
  readonly span: { readonly start: number; readonly end: number };
}

export interface Experiment {
  /** The point that was run, to be run again in another way; null for the run of a whole scope. */
  readonly sample: Sample | null;
  readonly integers: ReadonlySet<string>;
  readonly machine: Machine;
  readonly inputs: readonly Input[];
  /** What the function returned there. */
  readonly value: JsonArray;
  readonly at: Readonly<Record<string, JsonArray | string>>;
  readonly given: boolean;
  /** Where the sample's values come from, by name. */
  readonly origins?: Readonly<Record<string, string>>;
  /** The output entry, and the cotangent that makes it a scalar (flat, in its shape). */
  readonly output: EntryId;
  /** The scalar Σ cotangent·output, recorded right after the output. */
  readonly loss: EntryId;
  readonly cotangent: Float64Array;
  /** The one entry of the output that is differentiated; null: all, weighted. */
  readonly entry: number | null;
  /** 2: the output is itself the gradient of the target. */
  readonly order: 1 | 2;
  /** A written gradient is a Jacobian: output by input. */
  readonly jacobian: boolean;
  /** How many pins the run had when the loss was recorded; later ones belong to the written gradient. */
  readonly pins: number;
  readonly written: readonly Written[];
  /** Written gradients that could not be read, with the sentence to show. */
  readonly unread: readonly { readonly source: string; readonly reason: string }[];
  readonly notes: readonly string[];
  /** Slots of gradients that what is written left empty, with the inputs that they are for. */
  readonly empty?: readonly { readonly slot: string; readonly input: string }[];
  /** It draws random numbers that another run would not draw alike. */
  readonly random: boolean;
  /** What is written cannot know the random numbers that forward drew: nobody is blamed. */
  readonly lost: boolean;
  /** The scalar at other input values, by a fresh run; NaN when the run fails there. */
  readonly rerun: (data: readonly Float64Array[]) => number;
  /** The same experiment at other input values; null for the run of a whole scope. Stops where the run does. */
  readonly elsewhere: ((data: readonly Float64Array[]) => Experiment) | null;
}

/** Replaces the data of inputs in a run; null leaves those of the sample. */
export type Override = readonly Float64Array[] | null;

/**
 * Turns values into differentiated inputs of a machine, in order. Numbers and
 * arrays become input entries; lists of numbers become arrays; dicts, lists and
 * objects are searched. Bools, strings, None and integer arrays stay as they are.
 */
export class InputMaker {
  readonly inputs: Input[] = [];
  /** Arrays that became inputs, each with what stands for it now. */
  private readonly made: { readonly before: ArrayValue; readonly after: ArrayValue }[] = [];

  constructor(
    private readonly machine: Machine,
    private readonly override: Override,
    /** Names that are kept as integers because an earlier run needed them so. */
    private readonly integers: ReadonlySet<string>,
    /** The names to differentiate; null for all. */
    private readonly wanted: readonly string[] | null,
  ) {}

  make(name: string, value: Value): Value {
    if (this.integers.has(name)) return this.asInteger(value);
    const chosen =
      this.wanted === null ||
      this.wanted.some(
        (each) => name === each || name.startsWith(`${each}.`) || name.startsWith(`${each}[`),
      );
    switch (value.kind) {
      case 'number':
        if (value.type === 'bool') return value;
        return chosen ? this.number(name, value.value) : this.bystander(name, value);
      case 'array':
        if (value.type !== 'float') return value;
        return chosen ? this.array(name, value) : this.bystander(name, value);
      case 'list':
      case 'tuple': {
        const items = value.items.map((item, at) => this.make(`${name}[${at}]`, item));
        return value.kind === 'list' ? { kind: 'list', items } : { kind: 'tuple', items };
      }
      case 'dict': {
        const entries = new Map<string, { key: Value; value: Value }>();
        for (const [key, entry] of value.entries) {
          const inner =
            entry.key.kind === 'text' ? `${name}.${entry.key.value}` : `${name}[${key}]`;
          entries.set(key, { key: entry.key, value: this.make(inner, entry.value) });
        }
        return { kind: 'dict', entries };
      }
      default:
        return value;
    }
  }

  private number(name: string, value: number): NumberValue {
    const data = this.override?.[this.inputs.length] ?? Float64Array.of(value);
    const entry = this.machine.graph.input(name, data, []);
    this.inputs.push({ name, entry, shape: [], data: data.slice() });
    return { kind: 'number', value: data[0], type: 'float', entry };
  }

  /** What stands for an array that became an input already, whole or as a part: it moves with it. */
  known(value: ArrayValue): ArrayValue | null {
    const found = this.made.find(({ before }) => covers(before, value));
    if (found === undefined) return null;
    const { before, after } = found;
    if (isSameArray(before, value)) return after;
    const { strides, shape } = value;
    const offset = value.offset - before.offset;
    return { ...after, offset, strides, shape, cachedEntry: -1, cachedVersion: -1 };
  }

  private array(name: string, value: ArrayValue): Value {
    const data = this.override?.[this.inputs.length] ?? peek(this.machine.graph, value);
    const entry = this.machine.graph.input(name, data, value.shape);
    this.inputs.push({ name, entry, shape: value.shape, data: data.slice() });
    const after = arrayOf(this.machine.graph, entry, null);
    this.made.push({ before: value, after });
    return after;
  }

  /**
   * A value that is not to be differentiated. Whole numbers are watched all the
   * same: where an integer is needed they become one.
   */
  private bystander(name: string, value: NumberValue | ArrayValue): Value {
    const { graph } = this.machine;
    const data = value.kind === 'number' ? Float64Array.of(value.value) : peek(graph, value);
    if (!data.every(Number.isInteger)) return value;
    if (value.kind === 'array') return arrayOf(graph, graph.input(name, data, value.shape), null);
    return { ...value, type: 'float', entry: graph.input(name, data, []) };
  }

  private asInteger(value: Value): Value {
    if (value.kind === 'number') return { ...value, type: 'int' };
    if (value.kind !== 'array') return value;
    const { graph } = this.machine;
    return arrayOf(graph, graph.constant(peek(graph, value), value.shape, 'int'), null);
  }
}

function isSameArray(a: ArrayValue, b: ArrayValue): boolean {
  return a.offset === b.offset && sameShape(a.shape, b.shape) && sameShape(a.strides, b.strides);
}

/** Whether all numbers of `part` are numbers of `whole`, which lies in one piece. */
function covers(whole: ArrayValue, part: ArrayValue): boolean {
  if (whole.storage !== part.storage) return false;
  if (isSameArray(whole, part)) return true;
  const [low, high] = reach(part);
  const size = sizeOf(whole.shape);
  const inOnePiece = sameShape(whole.strides, stridesOf(whole.shape));
  return inOnePiece && low >= whole.offset && high < whole.offset + size;
}

/** The first and the last place in the storage that a view reads. */
function reach({ offset, strides, shape }: ArrayValue): [number, number] {
  const ends = strides.map((stride, axis) => stride * (shape[axis] - 1));
  const sum = (parts: readonly number[]) => parts.reduce((total, each) => total + each, offset);
  return [sum(ends.filter((each) => each < 0)), sum(ends.filter((each) => each > 0))];
}

/** The experiments of the first sample with other input values; as they are where they cannot be moved. */
export function movedTo(
  experiments: readonly Experiment[],
  data: readonly Float64Array[],
): readonly Experiment[] {
  return experiments
    .filter(({ sample }) => sample === experiments[0].sample)
    .map((each) => each.elsewhere?.(data) ?? each);
}
