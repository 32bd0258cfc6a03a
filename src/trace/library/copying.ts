/** Copies of values: of the outermost only, or of everything inside. */
import type { LibraryCall } from '../library-call';
import { list, tuple, type Value } from '../values';
import { type Functions, read } from './shared';

export const copying: Functions = {
  deepCopy: (call) => deepCopy(call, call.value('value'), new Map()),
  shallowCopy: (call) => {
    const value = call.value('value');
    switch (value.kind) {
      case 'list':
        return list([...value.items]);
      case 'dict':
        return { kind: 'dict', entries: new Map(value.entries) };
      case 'set':
        return { kind: 'set', entries: new Map(value.entries) };
      case 'instance':
        return { kind: 'instance', type: value.type, attributes: new Map(value.attributes) };
      case 'array':
        return call.give(read(call, value));
      default:
        return value;
    }
  },
};

function deepCopy(call: LibraryCall, value: Value, done: Map<Value, Value>): Value {
  const earlier = done.get(value);
  if (earlier !== undefined) return earlier;
  const inner = (each: Value) => deepCopy(call, each, done);
  switch (value.kind) {
    case 'array':
      return call.give(read(call, value));
    case 'tuple':
      return tuple(value.items.map(inner));
    case 'list': {
      const copy = list([]);
      done.set(value, copy);
      for (const item of value.items) copy.items.push(inner(item));
      return copy;
    }
    case 'dict': {
      const copy: Value = { kind: 'dict', entries: new Map() };
      done.set(value, copy);
      for (const [name, entry] of value.entries)
        copy.entries.set(name, { key: entry.key, value: inner(entry.value) });
      return copy;
    }
    case 'set':
      return { kind: 'set', entries: new Map(value.entries) };
    case 'instance': {
      const copy: Value = { kind: 'instance', type: value.type, attributes: new Map() };
      done.set(value, copy);
      for (const [name, each] of value.attributes) copy.attributes.set(name, inner(each));
      return copy;
    }
    default:
      return value;
  }
}
