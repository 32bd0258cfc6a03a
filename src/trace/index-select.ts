/**
 * What an index selects of an array: a view for integers, slices and new axes,
 * flat storage positions once index arrays or masks take part (numpy's rules
 * for where their axes go).
 */
import type { Place, Shape } from '../engine/graph';
import { broadcastShapes, showShape, sizeOf, stridesOf } from '../engine/shape';
import { view } from './arrays';
import { consumed, everything, type Part, resolveParts } from './index-parts';
import { withOperands } from './limits';
import type { Machine } from './machine';
import { isPlainInteger } from './sequence-items';
import type { ArrayValue, Value } from './values';

type Selection =
  | { readonly kind: 'view'; readonly view: ArrayValue }
  | { readonly kind: 'positions'; readonly positions: Int32Array; readonly shape: Shape };

export function select(machine: Machine, array: ArrayValue, index: Value, place: Place): Selection {
  const plain = plainView(array, index, place);
  if (plain !== null) return { kind: 'view', view: plain };
  try {
    return selectParts(machine, array, index, place);
  } catch (stop) {
    throw withOperands(stop, 'index', [array, index], machine.graph);
  }
}

function selectParts(machine: Machine, array: ArrayValue, index: Value, place: Place): Selection {
  const parts = resolveParts(machine, array, index, place);
  if (parts.some((part) => part.kind === 'fancy')) return selectFancy(machine, array, parts, place);
  let offset = array.offset;
  const strides: number[] = [];
  const shape: number[] = [];
  let axis = 0;
  for (const part of parts) {
    if (part.kind === 'new') {
      strides.push(0);
      shape.push(1);
      continue;
    }
    if (part.kind === 'at') offset += part.index * array.strides[axis];
    if (part.kind === 'slice') {
      offset += part.start * array.strides[axis];
      strides.push(part.step * array.strides[axis]);
      shape.push(part.count);
    }
    axis += 1;
  }
  return { kind: 'view', view: view(array, offset, strides, shape, place) };
}

/** The view that plain integers and slices without a step select; null for every other index. */
function plainView(array: ArrayValue, index: Value, place: Place): ArrayValue | null {
  const given = index.kind === 'tuple' ? index.items : [index];
  if (given.length > array.shape.length) return null;
  let { offset } = array;
  const strides: number[] = [];
  const shape: number[] = [];
  for (let axis = 0; axis < array.shape.length; axis++) {
    const extent = array.shape[axis];
    const stride = array.strides[axis];
    const part = axis < given.length ? given[axis] : everything;
    if (part.kind === 'slice') {
      const start = plainBound(part.start, extent, 0);
      const stop = plainBound(part.stop, extent, extent);
      if (start === null || stop === null || part.step.kind !== 'none') return null;
      offset += start * stride;
      strides.push(stride);
      shape.push(Math.max(0, stop - start));
    } else if (isPlainInteger(part)) {
      const at = part.value < 0 ? part.value + extent : part.value;
      if (at < 0 || at >= extent) return null;
      offset += at * stride;
    } else return null;
  }
  return view(array, offset, strides, shape, place);
}

function plainBound(bound: Value, extent: number, missing: number): number | null {
  if (bound.kind === 'none') return missing;
  if (!isPlainInteger(bound)) return null;
  return Math.min(extent, Math.max(0, bound.value < 0 ? bound.value + extent : bound.value));
}

function selectFancy(
  machine: Machine,
  array: ArrayValue,
  parts: readonly Part[],
  place: Place,
): Selection {
  let joint: Shape = [];
  for (const part of parts) {
    if (part.kind !== 'fancy') continue;
    const both = broadcastShapes(joint, part.shape);
    if (both === null) {
      machine.raise(
        'IndexError',
        `the index arrays have shapes that do not fit together: ${showShape(joint)} and ${showShape(part.shape)}`,
        place,
      );
    }
    joint = both;
  }
  // Integers beside index arrays count as index arrays; a gap between them sends their axes to the front.
  const advanced = (part: Part) => part.kind === 'fancy' || part.kind === 'at';
  const first = parts.findIndex(advanced);
  const last = parts.findLastIndex(advanced);
  const together = parts.slice(first, last + 1).every(advanced);
  const jointSize = sizeOf(joint);
  const jointOffsets = new Float64Array(jointSize).fill(array.offset);
  const outer: { stride: number; count: number; before: boolean }[] = [];
  let axis = 0;
  for (const [order, part] of parts.entries()) {
    const before = together && order < first;
    if (part.kind === 'new') outer.push({ stride: 0, count: 1, before });
    else {
      const stride = consumed(part) === 0 ? 0 : array.strides[axis];
      if (part.kind === 'at') shift(jointOffsets, part.index * stride);
      if (part.kind === 'fancy') addIndices(jointOffsets, joint, part.indices, part.shape, stride);
      if (part.kind === 'slice') {
        shift(jointOffsets, part.start * stride);
        outer.push({ stride: part.step * stride, count: part.count, before });
      }
      axis += consumed(part);
    }
  }
  const left = outer.filter((each) => each.before);
  const right = outer.filter((each) => !each.before);
  const shape = [...left.map((each) => each.count), ...joint, ...right.map((each) => each.count)];
  const starts = spread(left);
  const ends = spread(right);
  const positions = new Int32Array(starts.length * jointSize * ends.length);
  let out = 0;
  for (const start of starts) {
    for (let k = 0; k < jointSize; k++) {
      for (const end of ends) positions[out++] = start + jointOffsets[k] + end;
    }
  }
  return { kind: 'positions', positions, shape };
}

function shift(offsets: Float64Array, by: number): void {
  for (let k = 0; k < offsets.length; k++) offsets[k] += by;
}

/** Adds stride·index to each joint offset, broadcasting the index array to the joint shape. */
function addIndices(
  offsets: Float64Array,
  joint: Shape,
  indices: Int32Array,
  shape: Shape,
  stride: number,
): void {
  const jointStrides = stridesOf(joint);
  const own = stridesOf(shape);
  const lead = joint.length - shape.length;
  for (let k = 0; k < offsets.length; k++) {
    let from = 0;
    for (let axis = 0; axis < shape.length; axis++) {
      if (shape[axis] === 1) continue;
      from += (Math.floor(k / jointStrides[axis + lead]) % joint[axis + lead]) * own[axis];
    }
    offsets[k] += indices[from] * stride;
  }
}

/** All sums of multiples of the strides, in row-major order. */
function spread(axes: readonly { stride: number; count: number }[]): number[] {
  let sums = [0];
  for (const { stride, count } of axes) {
    sums = sums.flatMap((sum) => Array.from({ length: count }, (_, k) => sum + k * stride));
  }
  return sums;
}
