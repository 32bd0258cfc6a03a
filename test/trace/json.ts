/** Values of the interpreter as test/reference/language.py writes those of Python. */
import { peek } from '../../src/trace/arrays';
import type { Machine } from '../../src/trace/machine';
import type { Value } from '../../src/trace/values';

/** A number is an array of shape []. */
export type Json = null | string | number | Json[] | { [name: string]: Json };

export function asJson(machine: Machine, value: Value): Json {
  const all = (values: Iterable<Value>) => [...values].map((each) => asJson(machine, each));
  switch (value.kind) {
    case 'number':
      return { type: value.type, shape: [], data: [value.value] };
    case 'array': {
      const data = Array.from(peek(machine.graph, value));
      return { type: value.type, shape: [...value.shape], data };
    }
    case 'text':
      return value.value;
    case 'none':
      return null;
    case 'list':
    case 'tuple':
      return { [value.extension?.type.name ?? value.kind]: all(value.items) };
    case 'set': {
      const items = all(value.entries.values());
      return { set: items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) };
    }
    case 'dict':
      return { dict: [...value.entries.values()].map((each) => all([each.key, each.value])) };
    case 'instance': {
      const names = [...value.attributes.keys()].sort();
      const pairs = names.map((name) => [
        name,
        asJson(machine, value.attributes.get(name) as Value),
      ]);
      return { object: value.type.name, attributes: Object.fromEntries(pairs) };
    }
    case 'unknown':
      return `unknown: ${value.reason}`;
    default:
      return { object: value.kind, attributes: {} };
  }
}
