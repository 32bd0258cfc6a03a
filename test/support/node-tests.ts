/**
 * Questions to a node of a lowered program, put together by the list of constructs:
 * is it this operator, an index like that, a store to such a target?
 */
import type { Expression } from '../../src/syntax/nodes';
import type { AnyNode, Visit } from './syntax-walk';

export type Test = (node: AnyNode, visit: Visit) => boolean;

export const binary =
  (operator: string): Test =>
  (node) =>
    node.kind === 'binary' && node.operator === operator;
export const augment =
  (operator: string): Test =>
  (node) =>
    node.kind === 'augment' && node.operator === operator;

/** An index whose inside passes, wherever it stands. */
export const index =
  (test: (inside: Expression) => boolean): Test =>
  (node) =>
    node.kind === 'index' && test(node.index);

/** A target of an assignment passes. */
export const store =
  (test: (target: Expression) => boolean): Test =>
  (node) =>
    node.kind === 'assign' && node.targets.some(test);
export const augmented =
  (test: (target: Expression) => boolean): Test =>
  (node) =>
    node.kind === 'augment' && test(node.target);
export const called =
  (...names: string[]): Test =>
  (node) =>
    isCallOf(node, ...names);
export const argument =
  (name: string): Test =>
  (node) =>
    node.kind === 'call' && node.arguments.some((each) => each.name === name);
export const spread =
  (kind: 'positional' | 'keyword'): Test =>
  (node) =>
    node.kind === 'call' && node.arguments.some((each) => each.spread === kind);
export const loop =
  (test: (iterable: Expression) => boolean): Test =>
  (node) =>
    node.kind === 'for' && test(node.iterable);
export const nested =
  (depth: number): Test =>
  (node, { around }) =>
    node.kind === 'for' && around.filter((each) => each.kind === 'for').length >= depth - 1;
export const comprehension =
  (result: string): Test =>
  (node) =>
    node.kind === 'comprehension' && node.result === result;
export const statement =
  (kind: AnyNode['kind']): Test =>
  (node) =>
    node.kind === kind;
export const decorated =
  (...names: string[]): Test =>
  (node) =>
    (node.kind === 'function' || node.kind === 'class') &&
    node.definition.decorators.some((each) => names.includes(lastWord(each)));
export const method =
  (test: RegExp): Test =>
  (node, { around }) =>
    node.kind === 'function' &&
    around.some((each) => each.kind === 'class') &&
    test.test(node.definition.name);

export const itemOf = (test: (inside: Expression) => boolean) => (target: Expression) =>
  target.kind === 'index' && test(target.index);
export const isSelf = (node: AnyNode) =>
  node.kind === 'member' && node.object.kind === 'name' && node.object.name === 'self';
export const isOther = (node: AnyNode) =>
  node.kind === 'member' && node.object.kind === 'name' && node.object.name !== 'self';
export const isText = (node: AnyNode) => node.kind === 'text';
export const isSlice = (node: AnyNode) => node.kind === 'slice';
export const isMask = (node: AnyNode) => node.kind === 'compare';
export const isShape = (node: AnyNode) => node.kind === 'member' && node.name === 'shape';
export const isCall = (node: AnyNode) => node.kind === 'call';
export const isTuple = (node: AnyNode): node is Extract<Expression, { kind: 'tuple' }> =>
  node.kind === 'tuple';
export const isNone = (node: AnyNode) =>
  node.kind === 'none' || (node.kind === 'member' && node.name === 'newaxis');
export const isCallOf = (node: AnyNode, ...names: string[]) =>
  node.kind === 'call' && names.includes(lastWord(node.callee));
export const amongst = (test: (item: Expression) => boolean) => (node: AnyNode) =>
  isTuple(node) && node.items.some(test);
export const isFancy = (node: AnyNode) => node.kind === 'list' || isCallOf(node, 'arange', 'array');
export const isNumber = (node: Expression, value: number): boolean =>
  (node.kind === 'number' && node.value === value) ||
  (node.kind === 'unary' && node.operator === 'negate' && isNumber(node.operand, -value));
export const compares = (node: AnyNode, operator: string, test: (operand: Expression) => boolean) =>
  node.kind === 'compare' &&
  node.rest.some((each) => each.operator === operator && test(each.operand));
export const mentions = (node: Expression, ...names: string[]): boolean =>
  JSON.stringify(node, (key, value) => (key === 'nameSpan' ? undefined : value)).match(
    new RegExp(`"name":"(${names.join('|')})"`),
  ) !== null;

export function lastWord(node: Expression): string {
  if (node.kind === 'member' || node.kind === 'name') return node.name;
  return node.kind === 'call' ? lastWord(node.callee) : '';
}

export const never: Visit = {
  node: { kind: 'pass', span: { start: 0, end: 0 } },
  around: [],
  defined: new Set(),
};

export function hasKeyword(node: AnyNode): boolean {
  return node.kind === 'call' && node.arguments.some((each) => each.name !== null);
}

export function assignedIn(node: AnyNode): Expression {
  return node.kind === 'assign' ? node.value : { kind: 'none', span: { start: 0, end: 0 } };
}

export function isPlain(node: Expression): boolean {
  return node.kind === 'name' || node.kind === 'number';
}
