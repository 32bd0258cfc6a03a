/**
 * What frameworks have for hand-written gradients: torch's functions with a
 * context, custom rules of jax and tensorflow, classes that are called by way of
 * a method of theirs, and values that count as constant.
 */
import type { Place } from '../../engine/graph';
import { callFunction } from '../call';
import type { LibraryCall } from '../library-call';
import { getMember, inherited } from '../members';
import { binary } from '../operate';
import { bool, float, type InstanceValue, none, tuple, type Value } from '../values';
import { constant, type Functions } from './shared';

export const autograd: Functions = {
  /** `F.apply(x)` of a torch.autograd.Function: its forward with a fresh context. */
  'autograd.apply': (call) => {
    const type = call.value('type');
    const given = call.rest('arguments');
    const run = (name: string, values: readonly Value[]) => {
      const method = getMember(call.machine, type, name, call.place);
      return callFunction(call.machine, method, values, keywordsOf(call), call.place);
    };
    const context = makeContext(call.name, given, call.place);
    const separate = type.kind === 'class' && inherited(type, 'setup_context') !== null;
    if (!separate) return run('forward', [context, ...given]);
    const output = run('forward', given);
    run('setup_context', [context, tuple(given), output]);
    return output;
  },
  'autograd.context': (call) => makeContext(call.name, [], call.place),
  'autograd.save': (call) => {
    const context = call.value('context');
    if (context.kind !== 'instance') throw new Error('a context is an object');
    const saved = tuple(call.rest('values'));
    for (const name of ['saved_tensors', 'saved_variables']) context.attributes.set(name, saved);
    return none;
  },
  /** What a check gives a layer as its optimizer: it notes the gradient, and takes a small step. */
  'optimizer.update': (call) => {
    const optimizer = call.value('optimizer');
    const weight = call.value('weight');
    const gradient = call.value('gradient');
    const noted = optimizer.kind === 'instance' ? optimizer.attributes.get('noted') : undefined;
    const step = binary(call.machine, 'multiply', float(0.01), gradient, call.place);
    const result = binary(call.machine, 'subtract', weight, step, call.place);
    if (noted?.kind === 'list') noted.items.push(tuple([weight, gradient, result]));
    return result;
  },
  /** A function with a rule of its own (jax): called as ever, and told its rule later. */
  'autograd.rule': (call) => {
    const target = call.value('function');
    const rule = object(call, new Map());
    const set = rule.attributes;
    const bound = (id: string, signature: string, receiver: Value): Value => ({
      kind: 'library',
      name: call.name,
      id,
      signature,
      receiver,
    });
    set.set('function', target);
    set.set('__call__', bound('autograd.call', 'function, *arguments, **keywords', target));
    for (const name of ['defvjp', 'defjvp', 'defjvps']) {
      set.set(name, bound('autograd.define', 'rule, *functions, **keywords', rule));
    }
    return rule;
  },
  'autograd.call': (call) =>
    callFunction(
      call.machine,
      call.value('function'),
      call.rest('arguments'),
      keywordsOf(call),
      call.place,
    ),
  /** Keeps the rule; as a decorator it gives its function back. */
  'autograd.define': (call) => {
    const rule = call.value('rule');
    const functions = call.rest('functions');
    if (rule.kind === 'instance') rule.attributes.set('rules', tuple(functions));
    return functions[0] ?? none;
  },
  /** A function that gives its value and its gradient function: called, it gives the value. */
  'autograd.paired': (call) => ({
    kind: 'library',
    name: call.name,
    id: 'autograd.first',
    signature: 'function, *arguments, **keywords',
    receiver: call.value('function'),
  }),
  'autograd.first': (call) => {
    const target = call.value('function');
    const found = callFunction(
      call.machine,
      target,
      call.rest('arguments'),
      keywordsOf(call),
      call.place,
    );
    return found.kind === 'tuple' && found.items.length === 2 ? found.items[0] : found;
  },
  /** What calling an object of a library's class means: its method `forward` (torch), `call` (keras). */
  'base.forward': (call) => getMember(call.machine, call.value('self'), 'forward', call.place),
  'base.call': (call) => getMember(call.machine, call.value('self'), 'call', call.place),
  /** `torch.no_grad()` and its like: a context and a decorator, neither of which changes a number. */
  'autograd.mode': (call) => {
    const value = call.optional('value');
    if (value?.kind === 'function' || value?.kind === 'library') return value;
    const mode = object(call, new Map());
    const plain = (id: string, signature: string): Value => ({
      kind: 'library',
      name: call.name,
      id,
      signature,
      receiver: null,
    });
    mode.attributes.set('__enter__', plain('nothing', '*values'));
    mode.attributes.set('__exit__', plain('nothing', '*values'));
    mode.attributes.set('__call__', plain('identity', 'value'));
    return mode;
  },
  /** The numbers, without what they depend on. */
  stopGradient: (call) => {
    const x = call.entry('x');
    const { graph } = call.machine;
    if (!graph.dependsOnInput(x)) return call.give(x);
    call.machine.notes.add(`${call.name}() is taken as a constant, with no slope`);
    const { shape, type } = graph.entry(x);
    return call.give(constant(call, graph.value(x).slice(), shape, type));
  },
};

/**
 * The context that forward and backward of a torch.autograd.Function share: attributes can be
 * set, `save_for_backward` keeps tensors, `needs_input_grad` says yes for all but integers.
 */
export function makeContext(name: string, inputs: readonly Value[], place: Place): InstanceValue {
  const context = object({ name, place }, new Map());
  const bound = (id: string, signature: string): Value => ({
    kind: 'library',
    name: 'ctx',
    id,
    signature,
    receiver: context,
  });
  const needs = inputs.map((each) =>
    bool((each.kind === 'array' || each.kind === 'number') && each.type === 'float'),
  );
  const { attributes } = context;
  attributes.set('save_for_backward', bound('autograd.save', 'context, *values'));
  attributes.set('save_for_forward', bound('nothing', 'context, *values'));
  attributes.set('needs_input_grad', tuple(needs));
  for (const name of ['mark_non_differentiable', 'mark_dirty', 'set_materialize_grads']) {
    attributes.set(name, bound('nothing', 'context, *values'));
  }
  return context;
}

function object(
  call: { readonly name: string; readonly place: Place },
  attributes: Map<string, Value>,
): InstanceValue {
  const type = {
    name: call.name,
    bases: [],
    attributes: new Map(),
    place: call.place,
    open: false,
  };
  return { kind: 'instance', type: { kind: 'class', ...type }, attributes };
}

function keywordsOf(call: LibraryCall): ReadonlyMap<string, Value> {
  const given = call.optional('keywords');
  const named = new Map<string, Value>();
  if (given?.kind !== 'dict') return named;
  for (const { key, value } of given.entries.values()) {
    if (key.kind === 'text') named.set(key.value, value);
  }
  return named;
}
