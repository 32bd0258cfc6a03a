/** Context managers, and what generators and remembered results are told. */
import { callFunction } from '../call';
import { raisedObject, takes } from '../exceptions';
import { plainManager } from '../managers';
import { getMember } from '../members';
import { none, tuple } from '../values';
import type { Functions } from './shared';

export const managers: Functions = {
  /** A context that changes nothing here. */
  'manager.plain': () => plainManager(none),
  /** `nullcontext(x)`. */
  'manager.value': (call) => plainManager(call.value('value')),
  /** `closing(x)`: calls its `close` at the end. */
  'manager.closing': (call) => {
    const value = call.value('value');
    const { machine, place } = call;
    const leave = (): boolean => {
      callFunction(machine, getMember(machine, value, 'close', place), [], new Map(), place);
      return false;
    };
    return { kind: 'manager', enter: () => value, leave };
  },
  /** `suppress(E)`: what is raised inside and is an E ends the body without more. */
  'manager.suppress': (call) => {
    const types = tuple(call.rest('types'));
    const { machine, place } = call;
    return {
      kind: 'manager',
      enter: () => none,
      leave: (stop) =>
        stop !== null && takes(machine, types, raisedObject(machine, stop, place), place),
    };
  },
  /** `@contextmanager` over a generator function. */
  manage: (call) => {
    const target = call.value('function');
    if (target.kind !== 'function') {
      return call.refuse(`${call.name}() over anything but a function is not supported`);
    }
    return { ...target, manages: true };
  },
  closeGenerator: (call) => {
    const value = call.value('generator');
    if (value.kind === 'iterator') value.generator?.close();
    return none;
  },
  /** A function that remembers its results. */
  remember: (call) => {
    const target = call.value('function');
    return target.kind === 'function' ? { ...target, results: new Map() } : target;
  },
  /** `@lru_cache` with and without a call. */
  rememberWith: (call) => {
    const value = call.optional('value');
    if (value?.kind === 'function') return { ...value, results: new Map() };
    return {
      kind: 'library',
      name: call.name,
      id: 'remember',
      signature: 'function',
      receiver: null,
    };
  },
  forgetResults: (call) => {
    const value = call.value('function');
    if (value.kind === 'function') value.results?.clear();
    return none;
  },
};
