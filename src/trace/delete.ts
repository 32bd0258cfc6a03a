/** `del` of names, of items of lists and dicts, and of attributes. */
import type { Place } from '../engine/graph';
import type { Expression, Statement } from '../syntax/nodes';
import { callFunction } from './call';
import { stopUnknown } from './convert';
import { compileExpression } from './expressions';
import { type Execute, type Frame, type Scope, Signal } from './frame';
import { keyText } from './index-access';
import type { Machine } from './machine';
import { findMember } from './members';
import { compileUnbind } from './names';
import { deleteItem } from './sequence-items';
import { describe, extensionOf, keyOf, type Value } from './values';

export function compileDelete(
  node: Extract<Statement, { kind: 'delete' }>,
  scope: Scope,
  place: Place,
): Execute {
  const deletes = node.targets.map((target) => compileTargetDelete(target, scope, place));
  return (frame) => {
    for (const each of deletes) each(frame);
    return Signal.next;
  };
}

function compileTargetDelete(
  target: Expression,
  scope: Scope,
  place: Place,
): (frame: Frame) => void {
  switch (target.kind) {
    case 'name':
      return compileUnbind(target.name, scope, place);
    case 'tuple':
    case 'list': {
      const parts = target.items.map((each) => compileTargetDelete(each, scope, place));
      return (frame) => {
        for (const each of parts) each(frame);
      };
    }
    case 'index': {
      const object = compileExpression(target.object, scope);
      const index = compileExpression(target.index, scope);
      return (frame) => deleteAt(frame.machine, object(frame), index(frame), place);
    }
    case 'member': {
      const object = compileExpression(target.object, scope);
      return (frame) => deleteMember(frame.machine, object(frame), target.name, place);
    }
    default:
      return (frame) => frame.machine.refuse('this `del` is not supported', place);
  }
}

export function deleteAt(machine: Machine, object: Value, index: Value, place: Place): void {
  if (object.kind === 'unknown') return stopUnknown(machine, object);
  if (index.kind === 'unknown') return stopUnknown(machine, index);
  if (object.kind === 'list') return deleteItem(machine, object, index, place);
  if (object.kind === 'dict') {
    if (object.entries.delete(keyOf(index) ?? '')) return;
    machine.raise('KeyError', `the dict has no key ${keyText(index)}`, place, [index]);
  }
  const method =
    object.kind === 'instance' ? findMember(machine, object, '__delitem__', place) : null;
  if (method === null) {
    return machine.raise('TypeError', `the items of ${describe(object)} cannot be deleted`, place);
  }
  callFunction(machine, method, [index], new Map(), place);
}

function deleteMember(machine: Machine, object: Value, name: string, place: Place): void {
  if (object.kind === 'unknown') return stopUnknown(machine, object);
  const own =
    object.kind === 'instance' || object.kind === 'class' || object.kind === 'function'
      ? object.attributes
      : extensionOf(object)?.attributes;
  if (own?.delete(name)) return;
  machine.raise(
    'AttributeError',
    `${describe(object)} has no attribute .${name} of its own`,
    place,
  );
}
