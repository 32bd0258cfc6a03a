/**
 * jax.random: what is drawn follows from a key alone, so the same key gives the
 * same numbers again. A key is an integer; the numbers are not those of jax.
 */
import type { LibraryCall } from '../library-call';
import { float, int, list, type Value } from '../values';
import { delegate } from './delegate';
import { random } from './random';
import { cast, constant, type Functions, type LibraryFunction, read } from './shared';

export const keys: Functions = {
  'jax.key': (call) => int(mixed(call.integer('seed'), 0)),
  'jax.split': (call) => {
    const [key, count] = [call.integer('key'), call.integer('num')];
    const data = Array.from({ length: count }, (_, at) => mixed(key, at + 1));
    return call.give(constant(call, data, [count], 'int'));
  },
  'jax.fold': (call) => int(mixed(call.integer('key'), call.integer('data') + 7919)),
  'jax.normal': keyed(random['random.standardNormal']),
  'jax.uniform': keyed(random['random.uniform']),
  'jax.integers': keyed(random['random.integers']),
  'jax.bernoulli': (call) => {
    const drawn = keyed(random['random.binomial'])(call);
    if (drawn.kind !== 'array') return drawn;
    return call.give(cast(call, read(call, drawn), 'bool'));
  },
  'jax.permutation': keyed(random['random.permutation']),
  'jax.choice': keyed(random['random.choice']),
};

/** Draws from a generator that starts anew at the key. */
function keyed(draw: LibraryFunction): LibraryFunction {
  return (call: LibraryCall): Value => {
    const { machine } = call;
    const before = machine.seeded;
    machine.seeded = true;
    try {
      return delegate(call, draw, { generator: list([float(call.integer('key'))]) });
    } finally {
      machine.seeded = before;
    }
  };
}

/** A new key from a key and a number, well mixed. */
function mixed(key: number, by: number): number {
  const first = Math.imul(key ^ (key >>> 16), 0x45d9f3b) + Math.imul(by + 1, 0x9e3779b1);
  const second = Math.imul(first ^ (first >>> 15), 0x2c1b3c6d);
  return (second ^ (second >>> 13)) >>> 0;
}
