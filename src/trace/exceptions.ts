/**
 * Exceptions as the program sees them: raising its own objects, turning a `Stop`
 * into the object that a handler binds, and deciding which handler takes it.
 */
import type { Place } from '../engine/graph';
import { callFunction } from './call';
import { stopUnknown } from './convert';
import { Stop } from './limits';
import type { Machine } from './machine';
import { isException, lineage } from './members';
import { showText } from './show';
import { describe, type InstanceValue, text, tuple, type Value } from './values';

/** Raises a value: an exception object, or a class that is called without arguments. */
export function raiseValue(machine: Machine, value: Value, place: Place): never {
  if (value.kind === 'unknown') return stopUnknown(machine, value);
  const made = value.kind === 'class' ? callFunction(machine, value, [], new Map(), place) : value;
  if (made.kind === 'unknown') return stopUnknown(machine, made);
  if (made.kind !== 'instance') {
    return machine.raise('TypeError', 'exceptions must derive from BaseException', place);
  }
  if (!isException(machine, made.type) && !lineage(made.type).some((each) => each.open)) {
    return machine.raise('TypeError', 'exceptions must derive from BaseException', place);
  }
  const said = showText(machine, made);
  const message = said === '' ? made.type.name : `${made.type.name}: ${said}`;
  throw new Stop('error', made.type.name, message, place, made);
}

/** The program's own exception in what was thrown; null for everything that it cannot catch. */
export function ownStop(thrown: unknown): Stop | null {
  return thrown instanceof Stop && thrown.kind === 'error' ? thrown : null;
}

/** The object that a handler binds. */
export function raisedObject(machine: Machine, stop: Stop, place: Place): InstanceValue {
  const { raised } = stop;
  if (raised !== null && 'kind' in raised) return raised;
  const said = stop.message.startsWith(`${stop.code}: `)
    ? stop.message.slice(stop.code.length + 2)
    : '';
  const args = raised ?? (said === '' ? [] : [text(said)]);
  return {
    kind: 'instance',
    type: machine.exception(stop.code, stop.place ?? place),
    attributes: new Map([['args', tuple(args)]]),
  };
}

/** Whether a handler's type, or one of a tuple of types, takes an exception. */
export function takes(machine: Machine, type: Value, object: InstanceValue, place: Place): boolean {
  if (type.kind === 'unknown') return stopUnknown(machine, type);
  if (type.kind === 'tuple') return type.items.some((each) => takes(machine, each, object, place));
  if (type.kind === 'class') return lineage(object.type).includes(type);
  return machine.raise('TypeError', `${describe(type)} is no exception to catch`, place);
}
