/**
 * What an object wants before its forward can run: hooks that give it its shape and its
 * weights (`set_input_shape`, `initialize(optimizer)`), and weights that are only made
 * in the first forward, which is then run once beforehand.
 */
import type { Place } from '../../engine/graph';
import { innerBlocks } from '../../syntax/blocks';
import type { Block, Expression, FunctionDefinition } from '../../syntax/nodes';
import { mentions, mentionsMember } from '../../syntax/visit';
import { callFunction } from '../../trace/call';
import { getMember } from '../../trace/members';
import { type InstanceValue, int, tuple, type Value } from '../../trace/values';
import type { Run } from '../run';
import { optimizerNames } from './update-statements';

const hooks =
  /^(set_input_shape|set_input_dim|initiali[sz]e|init|_init|init_params|_init_params|init_weights|_init_weights|initiali[sz]e_(params|parameters|weights)|build|setup|reset_parameters|compile)$/;

/** The hooks of a class that neither its constructor nor its forward calls, shapes first. */
export function hooksOf(
  methods: readonly FunctionDefinition[],
  forward: FunctionDefinition,
): FunctionDefinition[] {
  const callers = [forward, ...methods.filter((each) => each.name === '__init__')];
  const called = (name: string) => callers.some((each) => mentionsMember(each.body, name));
  const open = methods.filter((each) => hooks.test(each.name) && !called(each.name));
  return open.sort((a, b) => Number(/shape|dim/.test(b.name)) - Number(/shape|dim/.test(a.name)));
}

/** Calls the hooks with what their parameters are named after: the optimizer, the shape of one example. */
export function callHooks(
  run: Run,
  object: InstanceValue,
  found: readonly FunctionDefinition[],
  given: ReadonlyMap<string, Value>,
  optimizer: InstanceValue,
  place: Place,
): void {
  for (const hook of found) {
    const keywords = new Map<string, Value>();
    const [self] = hook.parameters;
    // One that touches nothing of the object makes no weights.
    if (self === undefined || !mentions(hook.body, self.name)) continue;
    for (const parameter of hook.parameters.slice(1)) {
      const value = hookArgument(parameter.name, given, optimizer);
      if (value !== null) keywords.set(parameter.name, value);
    }
    const method = getMember(run.machine, object, hook.name, place);
    callFunction(run.machine, method, [], keywords, place);
  }
}

function hookArgument(
  name: string,
  given: ReadonlyMap<string, Value>,
  optimizer: InstanceValue,
): Value | null {
  if (optimizerNames.test(name)) return optimizer;
  const own = given.get(name);
  if (own !== undefined) return own;
  const first = [...given.values()].find((each) => each.kind === 'array');
  const shape = first?.kind === 'array' ? first.shape : [];
  if (/shape/i.test(name)) return tuple(shape.slice(1).map(int));
  return /dim|size|features|n_in/i.test(name) ? int(shape.at(-1) ?? 1) : null;
}

/**
 * Takes over what a first forward has made on a scratch object; the lists that it began to
 * fill, and the state that every forward sets, stay as they were.
 */
export function adopt(
  object: InstanceValue,
  scratch: InstanceValue,
  states: ReadonlySet<string>,
): void {
  for (const [name, value] of scratch.attributes) {
    const before = object.attributes.get(name);
    if (before?.kind === 'none' && states.has(name)) continue;
    object.attributes.set(name, emptied(value, before));
  }
}

function emptied(value: Value, before: Value | undefined): Value {
  if (value.kind === 'list' && before?.kind === 'list') return before;
  if (value.kind !== 'dict' || before?.kind !== 'dict') return value;
  const entries = [...value.entries].map(([key, each]): [string, { key: Value; value: Value }] => [
    key,
    { key: each.key, value: emptied(each.value, before.entries.get(key)?.value) },
  ]);
  return { kind: 'dict', entries: new Map(entries) };
}

/** Attributes that forward sets whatever they were: a state that it leaves behind, not a weight that is made once. */
export function statesOf(forward: FunctionDefinition): ReadonlySet<string> {
  const self = forward.parameters[0]?.name ?? 'self';
  const found = new Set<string>();
  const visit = (body: Block, guarded: readonly Expression[]): void => {
    for (const each of body) {
      if (each.kind === 'assign') {
        for (const target of each.targets.flatMap(itemsOf)) {
          const isOwn = target.kind === 'member' && target.object.kind === 'name';
          if (!isOwn || target.kind !== 'member' || nameOf(target.object) !== self) continue;
          if (!guarded.some((test) => mentionsMember([test], target.name))) found.add(target.name);
        }
      }
      const inner = each.kind === 'if' ? [...guarded, each.test] : guarded;
      for (const block of innerBlocks(each)) visit(block, inner);
    }
  };
  visit(forward.body, []);
  return found;
}

function itemsOf(target: Expression): readonly Expression[] {
  return target.kind === 'tuple' || target.kind === 'list' ? target.items : [target];
}

function nameOf(node: Expression): string {
  return node.kind === 'name' ? node.name : '';
}
