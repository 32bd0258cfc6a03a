/**
 * The op graph: entries in creation order, their values side by side in one
 * Float64Array (the arena). Apply an op, read a value, pin a value that steered
 * the control flow. Sweeps (gradient.ts, forward.ts) append to the same graph.
 *
 * Regions: an entry owns the arena from `offset` for `size` numbers and its
 * value never changes, with one exception: a `copy` entry's region may be
 * written in place by `write` entries, which share its offset. Only `gather`
 * and further `write` entries may take such a region as input, so every other
 * entry holds a value that stays.
 */
import type { Op, OpName, OpParameters } from './op';
import { ops } from './ops';
import { sizeOf } from './shape';

export type EntryId = number;
export type Shape = readonly number[];

/** All values are float64 in the arena; the type says what the language would hold. */
export type NumberType = 'bool' | 'int' | 'float';

/** Where in the user's text an entry came from. The engine carries it and never reads it. */
export interface Place {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

export interface Entry<K extends OpName = OpName> {
  readonly id: EntryId;
  readonly op: K;
  readonly inputs: readonly EntryId[];
  readonly parameters: OpParameters[K];
  readonly shape: Shape;
  readonly type: NumberType;
  readonly size: number;
  readonly offset: number;
  /** Depends on a differentiated input. */
  readonly active: boolean;
  readonly place: Place | null;
  /** The table by which its kernel walks its operands, kept since graphs are replayed; only its op reads it. */
  walk?: object | null;
}

/** A value that steered the control flow: if it differs on a replay, the replay is void. */
export interface Pin {
  readonly entry: EntryId;
  readonly place: Place | null;
}

export class Graph {
  readonly entries: Entry[] = [];
  readonly pins: Pin[] = [];
  /** The values of all entries. Grows: never keep a reference across `apply`. */
  arena = new Float64Array(256);
  private used = 0;

  /** `limit` is the most numbers the arena may hold; `onLimit` is called beyond it and must throw. */
  constructor(
    private readonly limit: number,
    private readonly onLimit: () => never,
  ) {}

  entry(id: EntryId): Entry {
    return this.entries[id];
  }

  /** A differentiated input. `name` is how the user knows it: `x`, `self.W`. */
  input(name: string, data: ArrayLike<number>, shape: Shape, place: Place | null = null): EntryId {
    return this.leaf('input', { name }, data, shape, 'float', true, place);
  }

  /** A value that is never differentiated. */
  constant(
    data: ArrayLike<number>,
    shape: Shape,
    type: NumberType = 'float',
    place: Place | null = null,
  ): EntryId {
    return this.leaf('constant', null, data, shape, type, false, place);
  }

  scalar(value: number, type: NumberType = 'float', place: Place | null = null): EntryId {
    return this.leaf('constant', null, [value], [], type, false, place);
  }

  /**
   * Appends an entry and computes its value. Shapes must fit (ask `broadcastShapes`
   * and the like first): a misfit is a bug of the caller and throws.
   */
  apply<K extends OpName>(
    name: K,
    inputs: readonly EntryId[],
    parameters: OpParameters[K],
    place: Place | null = null,
  ): EntryId {
    const op = ops[name] as Op<OpParameters[K]>;
    const sources = new Array<Entry>(inputs.length);
    let active = false;
    for (let at = 0; at < inputs.length; at++) {
      sources[at] = this.entries[inputs[at]];
      active ||= sources[at].active;
    }
    const { shape, type } = op.outline(sources, parameters);
    const offset = name === 'write' ? sources[0].offset : null;
    const entry = this.append(
      name,
      inputs,
      parameters,
      shape,
      type,
      active && op.differentiable && type === 'float',
      place,
      offset,
    );
    op.compute(this.arena, entry as Entry<never>, sources, parameters);
    return entry.id;
  }

  /** A live window on the value of an entry, valid until the next entry is made. */
  value(id: EntryId): Float64Array {
    const entry = this.entries[id];
    return this.arena.subarray(entry.offset, entry.offset + entry.size);
  }

  /** One of the numbers of an entry's value. */
  element(id: EntryId, position: number): number {
    return this.arena[this.entries[id].offset + position];
  }

  /** The value of an entry of size 1. */
  number(id: EntryId): number {
    return this.arena[this.entries[id].offset];
  }

  /** Records that the control flow (a branch, a shape, an index) used the value of `id`. */
  pin(id: EntryId, place: Place | null): void {
    if (this.dependsOnInput(id)) this.pins.push({ entry: id, place });
  }

  /** Whether the value can change when inputs change (unlike `active`, true through floor or `<`). */
  dependsOnInput(id: EntryId): boolean {
    return this.varying[id];
  }

  /** Per entry: its value varies with the inputs, differentiable or not. */
  private readonly varying: boolean[] = [];

  private leaf(
    op: 'input' | 'constant',
    parameters: OpParameters['input'] | OpParameters['constant'],
    data: ArrayLike<number>,
    shape: Shape,
    type: NumberType,
    active: boolean,
    place: Place | null,
  ): EntryId {
    const entry = this.append(op, [], parameters as never, shape, type, active, place, null);
    if (entry.size === 1) this.arena[entry.offset] = data[0];
    else this.arena.set(data as number[], entry.offset);
    return entry.id;
  }

  private append<K extends OpName>(
    op: K,
    inputs: readonly EntryId[],
    parameters: OpParameters[K],
    shape: Shape,
    type: NumberType,
    active: boolean,
    place: Place | null,
    sharedOffset: number | null,
  ): Entry<K> {
    const size = sizeOf(shape);
    const offset = sharedOffset ?? this.reserve(size);
    const id = this.entries.length;
    const entry: Entry<K> = {
      id,
      op,
      inputs,
      parameters,
      shape,
      type,
      size,
      offset,
      active,
      place,
      walk: null,
    };
    let varies = op === 'input';
    for (let at = 0; at < inputs.length; at++) varies ||= this.varying[inputs[at]];
    this.varying.push(varies);
    this.entries.push(entry as Entry);
    return entry;
  }

  private reserve(size: number): number {
    const offset = this.used;
    if (offset + size > this.limit) this.onLimit();
    this.used += size;
    if (this.used > this.arena.length) {
      const grown = new Float64Array(Math.max(this.used, 2 * this.arena.length));
      grown.set(this.arena);
      this.arena = grown;
    }
    return offset;
  }
}
