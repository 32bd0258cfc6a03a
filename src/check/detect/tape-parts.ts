/**
 * The parts of an operation on a tape: the class of its numbers, which parameters are
 * such numbers, the closure that it keeps, and the operation as a plain function.
 */
import type {
  Block,
  ClassDefinition,
  Expression,
  FunctionDefinition,
  Parameter,
  Program,
  Statement,
} from '../../syntax/nodes';
import { holds, visit } from '../../syntax/visit';
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

/** The names of all members that are read anywhere of a name, or of the items of a list of that name. */
export function membersOf(body: Block, name: string): Set<string> {
  const found = new Set<string>();
  const names = new Set([name, ...itemsOf(body, name)]);
  visit(body, (node) => {
    if (node.kind !== 'member') return;
    const { object } = node;
    const whole = object.kind === 'index' ? object.object : object;
    if (whole.kind === 'name' && names.has(whole.name)) found.add(node.name);
  });
  return found;
}

/** What the items of a list are called where it is gone through: `v` of `for i, v in enumerate(variables)`. */
function itemsOf(body: Block, name: string): string[] {
  const found: string[] = [];
  const bind = (target: Expression, iterable: Expression) => {
    const call = iterable.kind === 'call' && iterable.callee.kind === 'name' ? iterable : null;
    const wrapper = call?.callee.kind === 'name' ? call.callee.name : '';
    const sources = call === null ? [iterable] : call.arguments.map((each) => each.value);
    const at = sources.findIndex((each) => each.kind === 'name' && each.name === name);
    if (at < 0 || (call !== null && !/^(enumerate|zip|reversed|list|tuple)$/.test(wrapper))) return;
    const pairs = wrapper === 'enumerate' || wrapper === 'zip';
    const place = wrapper === 'enumerate' ? 1 : at;
    const item = pairs && target.kind === 'tuple' ? target.items[place] : target;
    if (item?.kind === 'name') found.push(item.name);
  };
  visit(body, (node) => {
    if (node.kind === 'for') bind(node.target, node.iterable);
    if (node.kind === 'comprehension') {
      for (const each of node.clauses) bind(each.target, each.iterable);
    }
  });
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
export function plainOperation(
  form: Form,
  className: string | null,
  program: Program,
): FunctionDefinition {
  const { definition, data } = form;
  const names = new Set(
    tapeParameters(form).flatMap(({ name }) => [name, ...itemsOf(definition.body, name)]),
  );
  const made = madeBy(definition)?.name;
  if (made !== undefined) names.add(made);
  const rewrite = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.filter((each) => !isConversion(each)).map(rewrite);
    if (node === null || typeof node !== 'object') return node;
    const part = node as Expression;
    if (part.kind === 'member' && part.name === data) {
      const whole = part.object.kind === 'index' ? part.object.object : part.object;
      if (whole.kind === 'name' && names.has(whole.name)) return part.object;
    }
    if (part.kind === 'call' && part.callee.kind === 'name' && part.callee.name === className) {
      const [first] = part.arguments;
      if (first !== undefined) return rewrite(first.value);
    }
    return Object.fromEntries(Object.entries(node).map(([key, each]) => [key, rewrite(each)]));
  };
  const body = rewrite(definition.body.filter((each) => each.kind !== 'function'));
  const shown = keepsArrays(className, program)
    ? tapeParameters(form).map((each) => asArray(each, itemsOf(definition.body, each.name)))
    : [];
  return { ...definition, body: [...shown, ...(body as Block)] };
}

/** The class makes an array of what it is given. */
function keepsArrays(className: string | null, program: Program): boolean {
  const found = program.body.find(
    (each) => each.kind === 'class' && each.definition.name === className,
  );
  const made = /\b(np|numpy|xp|cp|jnp|nd)\.(as)?array\(/;
  return found !== undefined && made.test(program.text.slice(found.span.start, found.span.end));
}

/** `x.ndim`: says of a parameter that it is an array; `xs[each].ndim` of one that is gone through. */
function asArray({ name, span }: Parameter, items: readonly string[]): Statement {
  const whole: Expression = { kind: 'name', name, span };
  const index: Expression = { kind: 'name', name: 'each', span };
  const object: Expression =
    items.length === 0 ? whole : { kind: 'index', object: whole, index, span };
  return {
    kind: 'expression',
    value: { kind: 'member', object, name: 'ndim', nameSpan: span, span },
    span,
  };
}

/** `other = other if isinstance(other, Value) else Value(other)`, and inner functions. */
function isConversion(node: unknown): boolean {
  const { kind, value } = (node ?? {}) as Statement & { value?: Expression };
  return (kind === 'assign' && value?.kind === 'conditional') || kind === 'assert';
}

/** `x.outer.inner` stands somewhere in a node. */
export function mentionsNested(part: unknown, outer: string, inner: string): boolean {
  return holds(
    part,
    (node) =>
      node.kind === 'member' &&
      node.name === inner &&
      node.object.kind === 'member' &&
      node.object.name === outer,
  );
}
