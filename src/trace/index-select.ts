/**
 * What an index selects of an array: a view for integers, slices and new axes,
 * flat storage positions once index arrays or masks take part (numpy's rules
 * for where their axes go).
 */

import type { Place, Shape } from '../engine/graph';
import { broadcastShapes, showShape, sizeOf, stridesOf } from '../engine/shape';
import { peek, view } from './arrays';
import { stopUnknown, toArray, toInteger, truth } from './convert';
import type { Machine } from './machine';
import { entryOf } from './operate';
import { type ArrayValue, describe, type Value } from './values';

export type Selection =
  | { readonly kind: 'view'; readonly view: ArrayValue }
  | { readonly kind: 'positions'; readonly positions: Int32Array; readonly shape: Shape };

/** One part of an index, resolved: which base axis it consumes and what it picks there. */
type Part =
  | { readonly kind: 'new' }
  | { readonly kind: 'at'; readonly index: number }
  | {
      readonly kind: 'slice';
      readonly start: number;
      readonly step: number;
      readonly count: number;
    }
  | {
      readonly kind: 'fancy';
      readonly indices: Int32Array;
      readonly shape: Shape;
      /** A single bool picks along no axis: all of the array once, or nothing. */
      readonly consumes: 0 | 1;
    };

export function select(machine: Machine, array: ArrayValue, index: Value, place: Place): Selection {
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

function resolveParts(machine: Machine, array: ArrayValue, index: Value, place: Place): Part[] {
  const given = index.kind === 'tuple' ? [...index.items] : [index];
  const wanted = given.reduce((count, item) => count + axesOf(machine, item, place), 0);
  const rank = array.shape.length;
  if (wanted > rank) {
    machine.raise(
      'IndexError',
      `too many indices: the array has the shape ${showShape(array.shape)}, but ${wanted} were given`,
      place,
    );
  }
  const everything: Value = {
    kind: 'slice',
    start: { kind: 'none' },
    stop: { kind: 'none' },
    step: { kind: 'none' },
  };
  const rest = new Array<Value>(rank - wanted).fill(everything);
  const dots = given.findIndex((item) => item.kind === 'ellipsis');
  if (dots >= 0) given.splice(dots, 1, ...rest);
  else given.push(...rest);
  const parts: Part[] = [];
  let axis = 0;
  for (const item of given) {
    for (const part of resolvePart(machine, array.shape, axis, item, place)) {
      parts.push(part);
      axis += consumed(part);
    }
  }
  return parts;
}

function consumed(part: Part): number {
  if (part.kind === 'fancy') return part.consumes;
  return part.kind === 'new' ? 0 : 1;
}

/** How many axes of the base an index item consumes. */
function axesOf(machine: Machine, item: Value, place: Place): number {
  if (item.kind === 'none' || item.kind === 'ellipsis') return 0;
  if (item.kind === 'array' && item.type === 'bool') return item.shape.length;
  if (item.kind === 'number' && item.type === 'bool') return 0;
  if (item.kind === 'list') {
    const array = toArray(machine, item, place);
    if (array?.kind === 'array' && array.type === 'bool') return array.shape.length;
  }
  return 1;
}

function resolvePart(
  machine: Machine,
  shape: Shape,
  axis: number,
  item: Value,
  place: Place,
): Part[] {
  const extent = shape[axis];
  switch (item.kind) {
    case 'none':
      return [{ kind: 'new' }];
    case 'slice':
      return [{ kind: 'slice', ...sliceBounds(machine, item, extent, place) }];
    case 'unknown':
      return stopUnknown(machine, item);
    case 'list':
    case 'array':
    case 'tuple':
    case 'range': {
      const array = toArray(machine, item, place);
      if (array === null || array.kind === 'number') {
        if (item.kind === 'list' && item.items.length === 0) {
          return [{ kind: 'fancy', indices: new Int32Array(0), shape: [0], consumes: 1 }];
        }
        break;
      }
      if (array.type === 'bool') return maskParts(machine, shape, axis, array, place);
      if (array.shape.length === 0) {
        return [at(machine, toInteger(machine, array, 'an index', place), extent, axis, place)];
      }
      return [fancy(machine, array, extent, axis, place)];
    }
    case 'number':
      if (item.type === 'bool') return [wholeOrNothing(machine, item, place)];
      return [at(machine, toInteger(machine, item, 'an index', place), extent, axis, place)];
    default:
      break;
  }
  return machine.raise('IndexError', `${describe(item)} is not an index of an array`, place);
}

function at(machine: Machine, index: number, extent: number, axis: number, place: Place): Part {
  return { kind: 'at', index: wrapIndex(machine, index, extent, axis, place) };
}

function wrapIndex(
  machine: Machine,
  index: number,
  extent: number,
  axis: number,
  place: Place,
): number {
  const wrapped = index < 0 ? index + extent : index;
  if (wrapped < 0 || wrapped >= extent) {
    machine.raise(
      'IndexError',
      `the index ${index} is out of bounds for axis ${axis}, which has the size ${extent}`,
      place,
    );
  }
  return wrapped;
}

function fancy(
  machine: Machine,
  array: ArrayValue,
  extent: number,
  axis: number,
  place: Place,
): Part {
  if (array.type === 'float' && sizeOf(array.shape) > 0) {
    machine.raise('IndexError', 'arrays used as indices must hold integers or bools', place);
  }
  machine.pin(entryOf(machine, array, place), place);
  const values = peek(machine.graph, array);
  const indices = new Int32Array(values.length);
  for (let position = 0; position < values.length; position++) {
    indices[position] = wrapIndex(machine, values[position], extent, axis, place);
  }
  return { kind: 'fancy', indices, shape: array.shape, consumes: 1 };
}

/** A mask over k axes is k index arrays: the coordinates where it is true. */
function maskParts(
  machine: Machine,
  shape: Shape,
  axis: number,
  mask: ArrayValue,
  place: Place,
): Part[] {
  for (const [inner, extent] of mask.shape.entries()) {
    if (extent !== shape[axis + inner]) {
      machine.raise(
        'IndexError',
        `the mask has the shape ${showShape(mask.shape)}, but the array has the shape ${showShape(shape)}`,
        place,
      );
    }
  }
  if (mask.shape.length === 0) return [wholeOrNothing(machine, mask, place)];
  machine.pin(entryOf(machine, mask, place), place);
  const values = peek(machine.graph, mask);
  const chosen: number[] = [];
  for (let position = 0; position < values.length; position++) {
    if (values[position] !== 0) chosen.push(position);
  }
  const strides = stridesOf(mask.shape);
  return mask.shape.map((extent, inner) => ({
    kind: 'fancy',
    indices: Int32Array.from(chosen, (position) => Math.floor(position / strides[inner]) % extent),
    shape: [chosen.length],
    consumes: 1,
  }));
}

function wholeOrNothing(machine: Machine, item: Value, place: Place): Part {
  const count = truth(machine, item, place) ? 1 : 0;
  return { kind: 'fancy', indices: new Int32Array(count), shape: [count], consumes: 0 };
}

/** Start, step and count of a slice over an axis, by the language's clamping rules. */
export function sliceBounds(
  machine: Machine,
  slice: Extract<Value, { kind: 'slice' }>,
  extent: number,
  place: Place,
): { start: number; step: number; count: number } {
  const part = (value: Value) =>
    value.kind === 'none' ? null : toInteger(machine, value, 'a slice bound', place);
  const step = part(slice.step) ?? 1;
  if (step === 0) machine.raise('ValueError', 'a slice step cannot be zero', place);
  const low = step > 0 ? 0 : -1;
  const high = step > 0 ? extent : extent - 1;
  const clamp = (value: number | null, missing: number) => {
    if (value === null) return missing;
    return Math.min(high, Math.max(low, value < 0 ? value + extent : value));
  };
  const start = clamp(part(slice.start), step > 0 ? low : high);
  const stop = clamp(part(slice.stop), step > 0 ? high : low);
  return { start, step, count: Math.max(0, Math.ceil((stop - start) / step)) };
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
