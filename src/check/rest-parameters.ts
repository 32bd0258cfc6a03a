/**
 * Functions of any number of arguments (`def cost(theta, *args)`), read as functions of
 * those that their body takes out: `X, y = args`, `X = args[0]`, or some numbers where it
 * goes through all of them. A sample then gives each by its name.
 */
import type { Expression, FunctionDefinition, Parameter, Program } from '../syntax/nodes';
import { visit } from '../syntax/visit';
import { statementsOf } from './detect/guards';

/** How many arguments a body gets that goes through whatever there is. */
const some = 3;

/** The same function with its `*args` replaced by parameters; itself where it has none or does not use them. */
export function withoutRest(definition: FunctionDefinition, program: Program): FunctionDefinition {
  const at = definition.parameters.findIndex((each) => each.kind === 'rest');
  const rest = definition.parameters[at];
  if (rest === undefined) return definition;
  const names = namesOf(definition, rest, program);
  if (names.length === 0) return definition;
  const { span } = rest;
  const items = names.map((name): Expression => ({ kind: 'name', name, span }));
  const made = names.map((name): Parameter => ({ name, span, default: null, kind: 'positional' }));
  const replaced = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(replaced);
    if (part === null || typeof part !== 'object') return part;
    const node = part as Expression;
    if (isName(node, rest.name)) return { kind: 'tuple', items, span: node.span };
    const item = itemOf(node, rest.name);
    if (item !== null && items[item] !== undefined) return items[item];
    return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, replaced(each)]));
  };
  // What takes them out says nothing more.
  const body = definition.body.filter(
    (each) => each.kind !== 'assign' || takenOut(each.targets[0], each.value, rest.name) === null,
  );
  return {
    ...definition,
    parameters: [
      ...definition.parameters.slice(0, at),
      ...made,
      ...definition.parameters.slice(at + 1),
    ],
    body: replaced(body) as FunctionDefinition['body'],
  };
}

/** One name an argument; empty where the body uses none. */
function namesOf(definition: FunctionDefinition, rest: Parameter, program: Program): string[] {
  const names: string[] = [];
  for (const each of statementsOf(definition.body)) {
    const taken = each.kind === 'assign' ? takenOut(each.targets[0], each.value, rest.name) : null;
    for (const [at, name] of taken ?? []) names[at] ??= name;
  }
  let count = names.length;
  let whole = false;
  visit(definition.body, (node) => {
    const item = itemOf(node as Expression, rest.name);
    if (item !== null) count = Math.max(count, item + 1);
    const call = node as Expression;
    if (call.kind === 'call') count = Math.max(count, passedOn(call, rest.name, program));
    whole ||= isName(call, rest.name);
  });
  if (count === 0 && whole) count = some;
  const own = new Set(definition.parameters.map((each) => each.name));
  return Array.from({ length: count }, (_, at) => {
    const name = names[at];
    return name === undefined || own.has(name) ? `${rest.name}${at}` : name;
  });
}

/** `X, y = args` and `X = args[0]`: the places and the names under which they are known; null for anything else. */
function takenOut(
  target: Expression,
  value: Expression,
  rest: string,
): (readonly [number, string])[] | null {
  if (target.kind === 'name') {
    const item = itemOf(value, rest);
    return item === null ? null : [[item, target.name]];
  }
  if (target.kind !== 'tuple' && target.kind !== 'list') return null;
  const places = isName(value, rest)
    ? target.items.map((_, at): number | null => at)
    : value.kind === 'tuple' && value.items.length === target.items.length
      ? value.items.map((each) => itemOf(each, rest))
      : [];
  const found = target.items.flatMap((each, at): [number, string][] => {
    const place = places[at] ?? null;
    return each.kind === 'name' && place !== null ? [[place, each.name]] : [];
  });
  return found.length === target.items.length ? found : null;
}

/** `model(x, *args)`: how many arguments the called function takes there. */
function passedOn(
  { callee, arguments: given }: Extract<Expression, { kind: 'call' }>,
  rest: string,
  program: Program,
): number {
  const last = given.findIndex((each) => each.spread === 'positional' && isName(each.value, rest));
  if (last < 0 || callee.kind !== 'name') return 0;
  const called = program.body.find(
    (each) => each.kind === 'function' && each.definition.name === callee.name,
  );
  if (called?.kind !== 'function') return 0;
  return called.definition.parameters.filter((each) => each.kind === 'positional').length - last;
}

function isName(node: Expression, name: string): boolean {
  return node.kind === 'name' && node.name === name;
}

/** `1` of `args[1]`. */
function itemOf(node: Expression, rest: string): number | null {
  const item = node.kind === 'index' && isName(node.object, rest) ? node.index : null;
  return item?.kind === 'number' && item.integer && item.value >= 0 ? item.value : null;
}
