/** Functions about functions: decorators, and functions with some arguments given. */
import { callFunction } from '../call';
import { tuple, type Value } from '../values';
import type { Functions } from './shared';

export const functional: Functions = {
  'decorate.static': (call) => ({
    kind: 'descriptor',
    role: 'static',
    function: call.value('function'),
  }),
  'decorate.class': (call) => ({
    kind: 'descriptor',
    role: 'class',
    function: call.value('function'),
  }),
  'decorate.property': (call) => ({
    kind: 'descriptor',
    role: 'property',
    function: call.value('function'),
  }),
  'decorate.setter': (call) => ({
    kind: 'descriptor',
    role: 'property',
    function: readerOf(call.value('property')),
    setter: call.value('function'),
  }),
  /** Gives back its first argument: decorators that change nothing here. */
  identity: (call) => call.value('value'),
  /** `cast(type, value)`. */
  second: (call) => call.value('value'),
  /** A decorator made by a call that changes nothing: `@wraps(f)`, `@lru_cache(maxsize=None)`. */
  decorator: () => ({
    kind: 'library',
    name: 'decorator',
    id: 'identity',
    signature: 'value',
    receiver: null,
  }),
  /** `@lru_cache` with and without a call. */
  optionalDecorator: (call) => {
    const value = call.optional('value');
    if (value !== null && value.kind !== 'number') return value;
    return { kind: 'library', name: call.name, id: 'identity', signature: 'value', receiver: null };
  },
  /** A function with its first arguments given. */
  partial: (call) => ({
    kind: 'library',
    name: call.name,
    id: 'callPartial',
    signature: 'bound, *arguments, **keywords',
    receiver: tuple([
      call.value('function'),
      tuple(call.rest('arguments')),
      call.value('keywords'),
    ]),
  }),
  callPartial: (call) => {
    const bound = call.value('bound');
    if (bound.kind !== 'tuple') throw new Error('a partial function keeps a tuple');
    const [target, before, named] = bound.items;
    const keywords = new Map<string, Value>();
    for (const each of [named, call.value('keywords')]) {
      if (each.kind !== 'dict') continue;
      for (const entry of each.entries.values()) {
        if (entry.key.kind === 'text') keywords.set(entry.key.value, entry.value);
      }
    }
    const positional = [
      ...(before.kind === 'tuple' ? before.items : []),
      ...call.rest('arguments'),
    ];
    return callFunction(call.machine, target, positional, keywords, call.place);
  },
};

function readerOf(property: Value): Value {
  return property.kind === 'descriptor' ? property.function : property;
}
