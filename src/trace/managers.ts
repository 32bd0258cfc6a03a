/** Context managers: what a `with` statement enters and leaves. */
import type { Place } from '../engine/graph';
import { callFunction } from './call';
import { truth } from './convert';
import { raisedObject } from './exceptions';
import type { Stop } from './limits';
import type { Machine } from './machine';
import { findMember, lineage } from './members';
import { describe, none, unknown, type Value } from './values';

interface Opened {
  /** What `as` binds. */
  readonly value: Value;
  /** Ends the context; true when it swallows the exception that it is given. */
  readonly leave: (stop: Stop | null) => boolean;
}

/**
 * Enters a context. Of one that is not known the body runs as if it did nothing,
 * with its value unknown and a note for the user.
 */
export function openManager(machine: Machine, manager: Value, place: Place): Opened {
  if (manager.kind === 'manager') return { value: manager.enter(), leave: manager.leave };
  if (manager.kind === 'unknown') return openUnknown(machine, manager.reason, place);
  if (manager.kind !== 'instance') {
    return machine.raise('TypeError', `${describe(manager)} is no context manager`, place);
  }
  const enter = findMember(machine, manager, '__enter__', place);
  const exit = findMember(machine, manager, '__exit__', place);
  if (enter === null || exit === null) {
    const { type } = manager;
    if (lineage(type).some((each) => each.open)) {
      return openUnknown(machine, `a base class of ${type.name} is not known`, place);
    }
    return machine.raise('TypeError', `${describe(manager)} is no context manager`, place);
  }
  const value = callFunction(machine, enter, [], new Map(), place);
  const leave = (stop: Stop | null) => {
    const object = stop === null ? null : raisedObject(machine, stop, place);
    const given = object === null ? [none, none, none] : [object.type, object, none];
    const said = callFunction(machine, exit, given, new Map(), place);
    return stop !== null && truth(machine, said, place);
  };
  return { value, leave };
}

function openUnknown(machine: Machine, reason: string, place: Place): Opened {
  machine.notes.add(
    `what a \`with\` does here is not known, so its body ran without it: ${reason}`,
  );
  return { value: unknown(reason, '', place), leave: () => false };
}

/** A context that changes nothing here; `value` is what `as` binds. */
export function plainManager(value: Value): Value {
  return { kind: 'manager', enter: () => value, leave: () => false };
}
