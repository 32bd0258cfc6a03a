/**
 * An index of an array, part by part: which base axis each part consumes and
 * what it picks there. Masks become index arrays here.
 */
import type { Place, Shape } from '../engine/graph';
import { showShape, sizeOf, stridesOf } from '../engine/shape';
import { peek } from './arrays';
import { stopUnknown, takeAsIntegers, toArray, toInteger, truth } from './convert';
import type { Machine } from './machine';
import { entryOf } from './operate';
import { sliceBounds } from './slices';
import { type ArrayValue, describe, none, type Value } from './values';

/** One part of an index, resolved: which base axis it consumes and what it picks there. */
export type Part =
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

export function resolveParts(
  machine: Machine,
  array: ArrayValue,
  index: Value,
  place: Place,
): Part[] {
  const given = index.kind === 'tuple' ? [...index.items] : [index];
  let wanted = 0;
  for (const item of given) wanted += axesOf(machine, item, place);
  const rank = array.shape.length;
  if (wanted > rank) {
    machine.raise(
      'IndexError',
      `too many indices: the array has the shape ${showShape(array.shape)}, but ${wanted} were given`,
      place,
    );
  }
  const dots = given.findIndex(isEllipsis);
  if (dots >= 0 && given.findLastIndex(isEllipsis) > dots) {
    machine.raise('IndexError', 'an index can hold only one ellipsis (...)', place);
  }
  const rest = new Array<Value>(rank - wanted).fill(everything);
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

export const everything: Value = { kind: 'slice', start: none, stop: none, step: none };

function isEllipsis(item: Value): boolean {
  return item.kind === 'ellipsis';
}

/** How many axes of the base a part consumes. */
export function consumed(part: Part): number {
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
        return [
          at(
            machine,
            toInteger(machine, array, 'an index', place, 'IndexError'),
            extent,
            axis,
            place,
          ),
        ];
      }
      return [fancy(machine, array, extent, axis, place)];
    }
    case 'number':
      if (item.type === 'bool') return [wholeOrNothing(machine, item, place)];
      return [
        at(machine, toInteger(machine, item, 'an index', place, 'IndexError'), extent, axis, place),
      ];
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
  const real = array.type === 'float' && sizeOf(array.shape) > 0;
  if (real && !takeAsIntegers(machine, entryOf(machine, array, place))) {
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
