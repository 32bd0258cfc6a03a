/**
 * The parts of an operation on a tape: the class of its numbers, which parameters are
 * such numbers, the closure that it keeps, and the operation as a plain function.
 */
import type {
  ClassDefinition,
  Expression,
  FunctionDefinition,
  Parameter,
  Statement,
} from '../../syntax/nodes';
import { statementsOf } from './guards';

type Form = {
  readonly definition: FunctionDefinition;
  readonly data: string;
  readonly gradient: string;
};

/** The parameters that are numbers of the tape: their data or their gradient is used. */
export function tapeParameters({ definition, data, gradient }: Form): Parameter[] {
  return definition.parameters.filter(
    ({ name, kind }) =>
      kind === 'positional' &&
      (membersOf(definition.body, name).has(data) ||
        membersOf(definition.body, name).has(gradient)),
  );
}

/** The names of all members that are read of a name anywhere in a node. */
export function membersOf(node: unknown, name: string, found = new Set<string>()): Set<string> {
  if (Array.isArray(node)) for (const each of node) membersOf(each, name, found);
  else if (node !== null && typeof node === 'object') {
    const part = node as { kind?: string; name?: string; object?: Expression };
    const own = part.kind === 'member' && part.object?.kind === 'name' && part.object.name === name;
    if (own && part.name !== undefined) found.add(part.name);
    for (const each of Object.values(node)) membersOf(each, name, found);
  }
  return found;
}

/** The name under which an operation makes what it returns, and the call that makes it. */
export function madeBy(definition: FunctionDefinition): { name: string; call: Expression } | null {
  const returned = statementsOf(definition.body).findLast(
    (each) => each.kind === 'return' && each.value?.kind === 'name',
  );
  if (returned?.kind !== 'return' || returned.value?.kind !== 'name') return null;
  const { name } = returned.value;
  for (const each of statementsOf(definition.body)) {
    if (each.kind !== 'assign' || each.value.kind !== 'call') continue;
    if (each.targets.some((target) => target.kind === 'name' && target.name === name)) {
      return { name, call: each.value };
    }
  }
  return null;
}

/** The class of what an operation makes, by name; its own where that is written as `type(self)`. */
export function tapeClass(
  definition: FunctionDefinition,
  owner: ClassDefinition | null,
): string | null {
  const made = madeBy(definition);
  const callee = made?.call.kind === 'call' ? made.call.callee : null;
  if (callee?.kind === 'name' && /^[A-Z]/.test(callee.name)) return callee.name;
  return owner?.name ?? null;
}

/**
 * The operation as a function of plain numbers, in which `self.data` is `self` and making a
 * number is its value: what parameters are used for shows in it.
 */
export function plainOperation(form: Form, className: string | null): FunctionDefinition {
  const { definition, data } = form;
  const names = new Set(tapeParameters(form).map((each) => each.name));
  const made = madeBy(definition)?.name;
  if (made !== undefined) names.add(made);
  const rewrite = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.filter((each) => !isConversion(each)).map(rewrite);
    if (node === null || typeof node !== 'object') return node;
    const part = node as Expression;
    if (part.kind === 'member' && part.name === data && part.object.kind === 'name') {
      if (names.has(part.object.name)) return part.object;
    }
    if (part.kind === 'call' && part.callee.kind === 'name' && part.callee.name === className) {
      const [first] = part.arguments;
      if (first !== undefined) return rewrite(first.value);
    }
    return Object.fromEntries(Object.entries(node).map(([key, each]) => [key, rewrite(each)]));
  };
  const body = definition.body.filter((each) => each.kind !== 'function');
  return { ...definition, body: rewrite(body) as FunctionDefinition['body'] };
}

/** `other = other if isinstance(other, Value) else Value(other)`, and inner functions. */
function isConversion(node: unknown): boolean {
  const { kind, value } = (node ?? {}) as Statement & { value?: Expression };
  return (kind === 'assign' && value?.kind === 'conditional') || kind === 'assert';
}

/** `x.outer.inner` stands somewhere in a node. */
export function mentionsMember(node: unknown, outer: string, inner: string): boolean {
  if (Array.isArray(node)) return node.some((each) => mentionsMember(each, outer, inner));
  if (node === null || typeof node !== 'object') return false;
  const part = node as Expression;
  const own = part.kind === 'member' && part.name === inner && part.object.kind === 'member';
  if (own && part.object.kind === 'member' && part.object.name === outer) return true;
  return Object.values(node).some((each) => mentionsMember(each, outer, inner));
}
