/** Assignment targets: names, attributes, indices, and tuples of these with a star. */
import type { Place } from '../engine/graph';
import type { Expression } from '../syntax/nodes';
import { compileExpression } from './expressions';
import type { Frame, Scope } from './frame';
import { setIndex } from './index-access';
import { items } from './iterate';
import { Stop, withOperands } from './limits';
import { setMember } from './members';
import { compileStore } from './names';
import { setQuickItem } from './sequence-items';
import { int, list, unknown, type Value } from './values';

type Store = (frame: Frame, value: Value) => void;

export function compileTarget(target: Expression, scope: Scope): Store {
  const place: Place = { path: scope.path, start: target.span.start, end: target.span.end };
  switch (target.kind) {
    case 'name':
      return compileStore(target.name, scope, place);
    case 'member': {
      const object = compileExpression(target.object, scope);
      const { name } = target;
      const shown = dottedName(target);
      return (frame, value) => {
        const { hooks } = frame.machine;
        const stored =
          hooks === null || shown === null ? value : hooks.bind(shown, value, frame, place);
        setMember(frame.machine, object(frame), name, stored, place);
      };
    }
    case 'index': {
      const object = compileExpression(target.object, scope);
      const index = compileExpression(target.index, scope);
      return (frame, value) => {
        const owner = object(frame);
        const at = index(frame);
        if (!setQuickItem(owner, at, value)) setIndex(frame.machine, owner, at, value, place);
      };
    }
    case 'tuple':
    case 'list':
      return compileUnpacking(target.items, scope, place);
    default:
      return (frame) => frame.machine.refuse('this cannot be assigned to', place);
  }
}

/** `self.W` of a chain of names; null for anything else. */
export function dottedName(node: Expression): string | null {
  if (node.kind === 'name') return node.name;
  if (node.kind !== 'member') return null;
  const object = dottedName(node.object);
  return object === null ? null : `${object}.${node.name}`;
}

/** `a, b = c, d`: as many values as names, which need no tuple. null for every other assignment. */
export function compilePairs(
  targets: readonly Expression[],
  value: Expression,
  scope: Scope,
): ((frame: Frame) => void) | null {
  const [target] = targets;
  if (targets.length !== 1 || target.kind !== 'tuple' || value.kind !== 'tuple') return null;
  const starred = [...target.items, ...value.items].some((each) => each.kind === 'spread');
  if (starred || target.items.length !== value.items.length) return null;
  const values = value.items.map((each) => compileExpression(each, scope));
  const stores = target.items.map((each) => compileTarget(each, scope));
  return (frame) => {
    // All are evaluated before the first is stored.
    const given = values.map((evaluate) => evaluate(frame));
    for (let at = 0; at < given.length; at++) stores[at](frame, given[at]);
  };
}

function compileUnpacking(targets: readonly Expression[], scope: Scope, place: Place): Store {
  const star = targets.findIndex((each) => each.kind === 'spread');
  const stores = targets.map((each) =>
    compileTarget(each.kind === 'spread' ? each.value : each, scope),
  );
  return (frame, value) => {
    const { machine } = frame;
    if (value.kind === 'unknown') {
      for (const store of stores) store(frame, unknown(value.reason, value.hint, value.place));
      return;
    }
    const given = itemsAtHand(value) ?? items(machine, value, place);
    const fixed = star < 0 ? targets.length : targets.length - 1;
    if (star < 0 ? given.length !== fixed : given.length < fixed) {
      const stop = new Stop(
        'error',
        'ValueError',
        `ValueError: ${given.length} values cannot be unpacked into ${targets.length} names`,
        place,
      );
      throw withOperands(stop, 'unpack', [value, int(fixed)], machine.graph);
    }
    const after = targets.length - 1 - star;
    for (let position = 0; position < stores.length; position++) {
      const store = stores[position];
      if (star < 0 || position < star) store(frame, given[position]);
      else if (position > star) store(frame, given[given.length - targets.length + position]);
      else store(frame, list(given.slice(star, given.length - after)));
    }
  };
}

/** The items of a plain tuple or list, as they are before the first is stored. */
function itemsAtHand(value: Value): readonly Value[] | null {
  if ((value.kind !== 'tuple' && value.kind !== 'list') || value.extension !== undefined)
    return null;
  return value.kind === 'tuple' ? value.items : value.items.slice();
}
