/** Reading and writing `object[index]` of every kind of value. */
import type { Place } from '../engine/graph';
import { broadcastsTo, sameShape, showShape, sizeOf } from '../engine/shape';
import { arrayOf, castTo, positionsOf, readArray, singleOf, writePositions } from './arrays';
import { callFunction } from './call';
import { stopUnknown, toArray } from './convert';
import { select } from './index-select';
import { Stop, withOperands } from './limits';
import type { Machine } from './machine';
import { findMember, inherited, methodOf } from './members';
import type { Extension } from './object-values';
import { entryOf } from './operate';
import { getItem, setItem } from './sequence-items';
import { type ArrayValue, describe, keyOf, setEntry, type Value } from './values';

export function getIndex(machine: Machine, object: Value, index: Value, place: Place): Value {
  if (index.kind === 'unknown') return index;
  const { extension } = object as { extension?: Extension };
  if (extension !== undefined) {
    const method = inherited(extension.type, '__getitem__');
    if (method !== null) return callFunction(machine, method, [object, index], new Map(), place);
  }
  switch (object.kind) {
    case 'array':
      return getArray(machine, object, index, place);
    case 'list':
    case 'tuple':
    case 'range':
    case 'text':
      try {
        return getItem(machine, object, index, place);
      } catch (stop) {
        throw withOperands(stop, 'index', [object, index], machine.graph);
      }
    case 'dict': {
      const key = keyOf(index);
      const entry = key === null ? undefined : object.entries.get(key);
      if (entry !== undefined) return entry.value;
      const missing = methodOf(machine, object, '__missing__', place);
      if (missing !== null) return callFunction(machine, missing, [index], new Map(), place);
      if (key === null) refuseKey(machine, index, place);
      return machine.raise('KeyError', `the dict has no key ${keyText(index)}`, place, [index]);
    }
    case 'unknown':
      return object;
    case 'library': {
      // `np.r_[...]` and its like: their function takes the index.
      if (object.signature !== 'index') break;
      return callFunction(machine, object, [index], new Map(), place);
    }
    case 'type':
      // `List[int]` and its like at run time.
      return object;
    case 'class': {
      const member = index.kind === 'text' ? object.members?.get(index.value) : undefined;
      if (member !== undefined) return member;
      if (object.members !== undefined) {
        return machine.raise('KeyError', `${object.name} has no member ${keyText(index)}`, place, [
          index,
        ]);
      }
      const method = inherited(object, '__class_getitem__');
      if (method === null) return object;
      const plain = method.kind === 'descriptor' ? method.function : method;
      return callFunction(machine, plain, [object, index], new Map(), place);
    }
    case 'instance': {
      const method = findMember(machine, object, '__getitem__', place);
      if (method !== null) return callFunction(machine, method, [index], new Map(), place);
      break;
    }
    default:
      break;
  }
  return machine.raise('TypeError', `${describe(object)} cannot be indexed`, place);
}

function refuseKey(machine: Machine, key: Value, place: Place): never {
  return machine.raise('TypeError', `${describe(key)} cannot be a key of a dict`, place);
}

/** How a key is shown: quoted when it is a string. */
export function keyText(key: Value): string {
  if (key.kind === 'text') return `'${key.value}'`;
  return key.kind === 'number' ? String(key.value) : describe(key);
}

function getArray(machine: Machine, array: ArrayValue, index: Value, place: Place): Value {
  const { graph } = machine;
  const selection = select(machine, array, index, place);
  if (selection.kind === 'positions') {
    const { positions, shape } = selection;
    const entry = graph.apply('gather', [array.storage.entry], { positions, shape }, place);
    return arrayOf(graph, castTo(graph, entry, array.type, place), place);
  }
  const inner = selection.view;
  // `x[..., 0]` is a view even of one element, as in numpy.
  if (inner.shape.length > 0 || hasEllipsis(index)) return inner;
  // One element is a number of its own, not a window; an integer that depends on nothing is plain.
  if (!graph.dependsOnInput(array.storage.entry)) {
    const number = graph.value(array.storage.entry)[inner.offset];
    if (array.type === 'float') return singleOf(graph, number, 'float', place);
    return { kind: 'number', value: number, type: array.type, entry: -1 };
  }
  return arrayOf(graph, readArray(graph, inner, place), place);
}

function hasEllipsis(index: Value): boolean {
  return index.kind === 'tuple' ? index.items.some(hasEllipsis) : index.kind === 'ellipsis';
}

export function setIndex(
  machine: Machine,
  object: Value,
  index: Value,
  value: Value,
  place: Place,
): void {
  if (index.kind === 'unknown') stopUnknown(machine, index);
  const { extension } = object as { extension?: Extension };
  if (extension !== undefined) {
    const method = inherited(extension.type, '__setitem__');
    if (method !== null) {
      callFunction(machine, method, [object, index, value], new Map(), place);
      return;
    }
  }
  switch (object.kind) {
    case 'array':
      return setArray(machine, object, index, value, place);
    case 'list':
      return setItem(machine, object, index, value, place);
    case 'dict':
      if (setEntry(object.entries, index, value)) return;
      return refuseKey(machine, index, place);
    case 'unknown':
      return stopUnknown(machine, object);
    case 'instance': {
      const method = findMember(machine, object, '__setitem__', place);
      if (method === null) break;
      callFunction(machine, method, [index, value], new Map(), place);
      return;
    }
    default:
      break;
  }
  machine.raise('TypeError', `the items of ${describe(object)} cannot be assigned`, place);
}

function setArray(
  machine: Machine,
  array: ArrayValue,
  index: Value,
  value: Value,
  place: Place,
): void {
  const selection = select(machine, array, index, place);
  const positions = selection.kind === 'view' ? positionsOf(selection.view) : selection.positions;
  const shape = selection.kind === 'view' ? selection.view.shape : selection.shape;
  writeValue(machine, array, positions, shape, value, place);
}

/** Writes a value, broadcast to `shape` and cast to the array's type, at storage positions. */
export function writeValue(
  machine: Machine,
  array: ArrayValue,
  positions: Int32Array,
  shape: readonly number[],
  value: Value,
  place: Place,
): void {
  const { graph } = machine;
  if (value.kind === 'unknown') return stopUnknown(machine, value);
  const given = toArray(machine, value, place);
  if (given === null) {
    return machine.raise('TypeError', `${describe(value)} cannot be stored in an array`, place);
  }
  let entry = castTo(graph, entryOf(machine, given, place), array.type, place);
  const own = graph.entry(entry).shape;
  if (!sameShape(own, shape)) {
    const lead = own.length - shape.length;
    const trimmed =
      lead > 0 && own.slice(0, lead).every((extent) => extent === 1) ? own.slice(lead) : own;
    if (!broadcastsTo(trimmed, shape)) {
      const message = `ValueError: a value of shape ${showShape(own)} does not fit into a place of shape ${showShape(shape)}`;
      const stop = new Stop('error', 'ValueError', message, place);
      throw withOperands(stop, 'store', [{ ...array, shape }, given], graph);
    }
    if (trimmed !== own) entry = graph.apply('reshape', [entry], { shape: trimmed }, place);
    if (!sameShape(trimmed, shape)) entry = graph.apply('broadcast', [entry], { shape }, place);
  }
  if (sizeOf(shape) > 0) writePositions(graph, array, positions, entry, place);
}
