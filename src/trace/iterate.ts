/** Iteration: what a `for` loop, an unpacking or `list()` walks over. */
import type { Place } from '../engine/graph';
import { callFunction } from './call';
import { stopUnknown } from './convert';
import { getIndex } from './index-access';
import { Stop } from './limits';
import type { Machine } from './machine';
import { findMember, inherited } from './members';
import type { Extension } from './object-values';
import { describe, type InstanceValue, int, text, type Value } from './values';

/** Gives the next item, or null at the end. */
type Next = () => Value | null;

export function iterate(machine: Machine, value: Value, place: Place): Next {
  const { extension } = value as { extension?: Extension };
  if (extension !== undefined) {
    const start = inherited(extension.type, '__iter__');
    if (start?.kind === 'function') {
      return iterate(machine, callFunction(machine, start, [value], new Map(), place), place);
    }
  }
  switch (value.kind) {
    case 'list': {
      // The list is read live: a body that appends is seen by the loop, as in Python.
      let at = 0;
      return () => (at < value.items.length ? value.items[at++] : null);
    }
    case 'tuple':
      return over(value.items);
    case 'range': {
      let at = value.start;
      return () => {
        if (value.step > 0 ? at >= value.stop : at <= value.stop) return null;
        const item = int(at);
        at += value.step;
        return item;
      };
    }
    case 'text':
      return over([...value.value].map(text));
    case 'dict':
      return over([...value.entries.values()].map((entry) => entry.key));
    case 'set':
      return over([...value.entries.values()]);
    case 'iterator':
      return value.next;
    case 'array': {
      if (value.shape.length === 0) break;
      let at = 0;
      return () => (at < value.shape[0] ? getIndex(machine, value, int(at++), place) : null);
    }
    case 'unknown':
      return stopUnknown(machine, value);
    case 'class':
      if (value.members === undefined) break;
      // Names of an equal value are no members of their own.
      return over([...new Set(value.members.values())]);
    case 'instance':
      return overInstance(machine, value, place);
    default:
      break;
  }
  return machine.raise('TypeError', `${describe(value)} cannot be iterated over`, place);
}

/** All items at once. */
export function items(machine: Machine, value: Value, place: Place): Value[] {
  const next = iterate(machine, value, place);
  const found: Value[] = [];
  for (let item = next(); item !== null; item = next()) {
    machine.step(place);
    found.push(item);
  }
  return found;
}

function over(found: readonly Value[]): Next {
  let at = 0;
  return () => (at < found.length ? found[at++] : null);
}

/** Objects with `__iter__`/`__next__`, or with `__getitem__` that raises IndexError at the end. */
function overInstance(machine: Machine, value: InstanceValue, place: Place): Next {
  const start = findMember(machine, value, '__iter__', place);
  if (start !== null) {
    const iterator = callFunction(machine, start, [], new Map(), place);
    if (iterator.kind !== 'instance') return iterate(machine, iterator, place);
    const step = findMember(machine, iterator, '__next__', place);
    if (step !== null) return stepping(machine, step, place);
  }
  const step = findMember(machine, value, '__next__', place);
  if (step !== null) return stepping(machine, step, place);
  const get = findMember(machine, value, '__getitem__', place);
  if (get !== null) {
    let at = 0;
    return untilRaised('IndexError', () =>
      callFunction(machine, get, [int(at++)], new Map(), place),
    );
  }
  return machine.raise('TypeError', `${describe(value)} cannot be iterated over`, place);
}

function stepping(machine: Machine, step: Value, place: Place): Next {
  return untilRaised('StopIteration', () => callFunction(machine, step, [], new Map(), place));
}

function untilRaised(name: string, next: () => Value): Next {
  return () => {
    try {
      return next();
    } catch (stop) {
      if (stop instanceof Stop && stop.code === name) return null;
      throw stop;
    }
  };
}
