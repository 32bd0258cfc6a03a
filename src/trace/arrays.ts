/**
 * Arrays over the op graph: views that share storage, reading a view as an
 * entry, writing through a view. Everything numeric that the interpreter does
 * to arrays goes through here.
 */
import type { EntryId, Graph, NumberType, Place, Shape } from '../engine/graph';
import { sameShape, sizeOf, stridedPositions, stridesOf } from '../engine/shape';
import type { ArrayValue, Storage } from './values';

/** A new array that owns the whole of an entry. */
export function arrayOf(graph: Graph, entry: EntryId, place: Place | null): ArrayValue {
  const { shape, size, type } = graph.entry(entry);
  return {
    kind: 'array',
    storage: { entry, region: false, version: 0, length: size },
    offset: 0,
    strides: stridesOf(shape),
    shape,
    type,
    place,
    cachedEntry: entry,
    cachedVersion: 0,
  };
}

/**
 * One number that depends on no input, as an array of shape []. It gets an entry
 * when something asks for one, so that loops over constants do not fill the graph.
 */
export function singleOf(
  graph: Graph,
  number: number,
  type: NumberType,
  place: Place | null,
): ArrayValue {
  return {
    kind: 'array',
    storage: new SingleStorage(graph, number, type, place),
    offset: 0,
    strides: scalarShape,
    shape: scalarShape,
    type,
    place,
    cachedEntry: -1,
    cachedVersion: -1,
  };
}

const scalarShape: Shape = [];

class SingleStorage implements Storage {
  region = false;
  version = 0;
  readonly length = 1;
  private made: EntryId = -1;

  constructor(
    private readonly graph: Graph,
    readonly number: number,
    private readonly type: NumberType,
    private readonly place: Place | null,
  ) {}

  get entry(): EntryId {
    if (this.made < 0) this.made = this.graph.scalar(this.number, this.type, this.place);
    return this.made;
  }

  set entry(written: EntryId) {
    this.made = written;
  }
}

/** The value of an array of shape [] that depends on no input; null for every other array. */
export function singleNumber(graph: Graph, array: ArrayValue): number | null {
  const { storage } = array;
  if (array.shape.length > 0 || storage.region) return null;
  if (storage instanceof SingleStorage) return storage.number;
  const single = storage.length === 1 && !graph.dependsOnInput(storage.entry);
  return single ? graph.number(storage.entry) : null;
}

/** Another view of the same storage. */
export function view(
  base: ArrayValue,
  offset: number,
  strides: Shape,
  shape: Shape,
  place: Place | null,
): ArrayValue {
  return {
    kind: 'array',
    storage: base.storage,
    offset,
    strides,
    shape,
    type: base.type,
    place,
    cachedEntry: -1,
    cachedVersion: -1,
  };
}

/** The entry that holds what the view shows now, in the view's own shape. */
export function readArray(graph: Graph, array: ArrayValue, place: Place | null): EntryId {
  if (array.cachedVersion === array.storage.version && array.cachedEntry >= 0) {
    return array.cachedEntry;
  }
  const entry = readFresh(graph, array, array.place ?? place);
  array.cachedEntry = entry;
  array.cachedVersion = array.storage.version;
  return entry;
}

function readFresh(graph: Graph, array: ArrayValue, place: Place | null): EntryId {
  const { storage, shape } = array;
  const source = graph.entry(storage.entry);
  if (!storage.region && array.offset === 0 && sizeOf(shape) === storage.length) {
    const axes = permutation(array);
    if (axes !== null) {
      const straight = new Array<number>(shape.length);
      for (const [position, axis] of axes.entries()) straight[axis] = shape[position];
      const base = sameShape(straight, source.shape)
        ? storage.entry
        : graph.apply('reshape', [storage.entry], { shape: straight }, place);
      return axes.every((axis, position) => axis === position)
        ? base
        : graph.apply('transpose', [base], { axes }, place);
    }
  }
  const known = storage.readings?.get(array.offset);
  if (known !== undefined && showsTheSame(known, array)) {
    // Another place of the text has an entry of its own, for its hover and its messages.
    if (graph.entry(known.cachedEntry).place === place) return known.cachedEntry;
  }
  storage.readings ??= new Map();
  storage.readings.set(array.offset, array);
  return graph.apply('gather', [storage.entry], { positions: positionsOf(array), shape }, place);
}

/** Whether an earlier reading is what this view shows now. */
function showsTheSame(earlier: ArrayValue, now: ArrayValue): boolean {
  return (
    earlier.cachedVersion === now.storage.version &&
    sameShape(earlier.shape, now.shape) &&
    sameShape(earlier.strides, now.strides)
  );
}

/** The axes of the contiguous base that this view permutes; null when it is no permutation. */
function permutation(array: ArrayValue): number[] | null {
  const { shape, strides } = array;
  const order = shape.map((_, axis) => axis).sort((a, b) => strides[b] - strides[a] || a - b);
  let step = 1;
  for (let at = order.length - 1; at >= 0; at--) {
    const axis = order[at];
    if (shape[axis] !== 1 && strides[axis] !== step) return null;
    step *= shape[axis];
  }
  const axes = new Array<number>(shape.length);
  for (const [base, axis] of order.entries()) axes[axis] = base;
  return axes;
}

/** The flat storage positions of a view's elements, in row-major order. */
export function positionsOf(array: ArrayValue): Int32Array {
  if (array.shape.length === 0) return Int32Array.of(array.offset);
  return stridedPositions(array.shape, array.strides, array.offset);
}

/** Writes an entry (already in the shape of `positions`) into the storage, seen by all its views. */
export function writePositions(
  graph: Graph,
  array: ArrayValue,
  positions: Int32Array,
  value: EntryId,
  place: Place | null,
): void {
  const { storage } = array;
  if (positions.length === 0) return;
  if (!storage.region) {
    storage.entry = graph.apply('copy', [storage.entry], null, place);
    storage.region = true;
  }
  storage.entry = graph.apply('write', [storage.entry, value], { positions }, place);
  storage.version += 1;
}

/** Element `index` of a 0-d or larger array, read without an entry. */
export function peek(graph: Graph, array: ArrayValue): Float64Array {
  const source = graph.value(array.storage.entry);
  const positions = positionsOf(array);
  const values = new Float64Array(positions.length);
  for (let index = 0; index < positions.length; index++) values[index] = source[positions[index]];
  return values;
}

/** A cast entry when the type differs, else the entry itself. */
export function castTo(
  graph: Graph,
  entry: EntryId,
  type: NumberType,
  place: Place | null,
): EntryId {
  return graph.entry(entry).type === type ? entry : graph.apply('cast', [entry], { type }, place);
}
