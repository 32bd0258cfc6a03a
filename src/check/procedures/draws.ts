/**
 * Random numbers that a forward draws: kept in a cache or on the object they make a mask
 * that backward knows; lost they make every run another function.
 */
import type { Machine } from '../../trace/machine';
import { entryOf } from '../../trace/operate';
import type { InstanceValue, Value } from '../../trace/values';

/** Whether one of the values is an array that depends on no input and is not among those that were known before. */
export function keepsDraw(
  machine: Machine,
  kept: Iterable<Value>,
  known: Iterable<Value>,
): boolean {
  const before = new Set(known);
  const place = { path: '', start: 0, end: 0 };
  const visit = (value: Value): boolean => {
    switch (value.kind) {
      case 'array':
        return !before.has(value) && !machine.graph.dependsOnInput(entryOf(machine, value, place));
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

/** The attributes that differ from what they were. */
export function changedAttributes(
  object: InstanceValue,
  before: ReadonlyMap<string, Value>,
): Value[] {
  return [...object.attributes].flatMap(([name, value]) =>
    before.get(name) === value ? [] : [value],
  );
}
