/**
 * Random numbers that a forward draws: kept in a cache or on the object they make a mask
 * that backward knows; lost they make every run another function.
 */
import type { EntryId } from '../../engine/graph';
import type { Machine } from '../../trace/machine';
import { entryOf } from '../../trace/operate';
import type { InstanceValue, Value } from '../../trace/values';

/**
 * Whether one of the values is an array that was not known before, and that depends on no input
 * or was computed from what the run drew.
 */
export function keepsDraw(
  machine: Machine,
  kept: Iterable<Value>,
  known: Iterable<Value>,
): boolean {
  const before = new Set(known);
  const place = { path: '', start: 0, end: 0 };
  const visit = (value: Value): boolean => {
    switch (value.kind) {
      case 'array': {
        if (before.has(value)) return false;
        const entry = entryOf(machine, value, place);
        return !machine.graph.dependsOnInput(entry) || isDrawn(machine, entry);
      }
      case 'tuple':
      case 'list':
        return value.items.some(visit);
      case 'dict':
        return [...value.entries.values()].some((each) => visit(each.value));
      default:
        return false;
    }
  };
  return [...kept].some(visit);
}

/** Whether a drawn array stands among what an entry was computed from. */
function isDrawn({ graph, draws }: Machine, entry: EntryId): boolean {
  const places = new Set(draws.map(({ path, start }) => `${path}:${start}`));
  const seen = new Set<EntryId>();
  const open = [entry];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const { op, place, inputs } = graph.entry(id);
    if (op === 'constant' && place !== null && places.has(`${place.path}:${place.start}`)) {
      return true;
    }
    open.push(...inputs);
  }
  return false;
}

/** The attributes that differ from what they were. */
export function changedAttributes(
  object: InstanceValue,
  before: ReadonlyMap<string, Value>,
): Value[] {
  return [...object.attributes].flatMap(([name, value]) =>
    before.get(name) === value ? [] : [value],
  );
}
