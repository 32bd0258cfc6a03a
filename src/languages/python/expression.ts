/**
 * Lowers Python expressions and assignment targets from the syntax tree to core
 * nodes. What the core has no node for becomes `unsupported`, which evaluates
 * to an unknown value with that reason.
 */
import type {
  Argument,
  BinaryOperator,
  CompareOperator,
  Expression,
  UnaryOperator,
} from '../../syntax/nodes';
import type { Span } from '../../syntax/span';
import type { SyntaxNode } from '../tree-sitter';
import { lowerBitwise } from './bitwise';
import { lowerComprehension, lowerEntry } from './comprehension';
import { readNumber } from './literals';
import { normalizeName } from './names';
import { lowerParameters } from './parameters';
import { hoistSpread } from './spread';
import { lowerString } from './strings';

/**
 * Lowers one expression or target. `depth` is a budget spent on the way down:
 * brackets cost three, operators of a chain one, so that neither 200 nested
 * brackets nor a sum of 600 terms is refused, and the stack is safe.
 */
export function lowerExpression(node: SyntaxNode, depth: number): Expression {
  const below = depth + (CHAINS.has(node.type) ? 1 : 3);
  if (below > DEEPEST) {
    return unsupported(node, 'This expression is nested too deeply.', 'Split it into several.');
  }
  return lower(node, below);
}

/** Several expressions without brackets are a tuple: `a, b` or `a,`. */
export function lowerSequence(nodes: readonly SyntaxNode[], depth: number): Expression {
  const items = nodes.filter((node) => node.type !== ',');
  if (items.length === 1 && nodes.length === 1) return lowerExpression(items[0], depth);
  const lowered = items.map((item) => hoistSpread(lowerExpression(item, depth)));
  const span = { start: items[0].start, end: nodes[nodes.length - 1].end };
  return { kind: 'tuple', span, items: lowered };
}

export function unsupported(node: Span, reason: string, hint: string): Expression {
  return { kind: 'unsupported', span: spanOf(node), reason, hint };
}

export function spanOf(node: Span): Span {
  return { start: node.start, end: node.end };
}

export function fieldOf(node: SyntaxNode, field: string): SyntaxNode | null {
  return node.children.find((child) => child.field === field) ?? null;
}

const DEEPEST = 600;

const CHAINS = new Set(['binary_operator', 'boolean_operator', 'attribute', 'call', 'subscript']);

const UNARY: Readonly<Record<string, UnaryOperator>> = {
  '-': 'negate',
  '+': 'plus',
  '~': 'invert',
};

export const BINARY: Readonly<Record<string, BinaryOperator>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '//': 'floorDivide',
  '%': 'floorMod',
  '**': 'power',
  '@': 'matmul',
  '&': 'bitAnd',
  '|': 'bitOr',
  '^': 'bitXor',
  '<<': 'shiftLeft',
  '>>': 'shiftRight',
};

const COMPARE: Readonly<Record<string, CompareOperator>> = {
  '<': 'less',
  '<=': 'lessEqual',
  '>': 'greater',
  '>=': 'greaterEqual',
  '==': 'equal',
  '!=': 'notEqual',
  '<>': 'notEqual',
  is: 'is',
  'is not': 'isNot',
  in: 'in',
  'not in': 'notIn',
};

function lower(node: SyntaxNode, depth: number): Expression {
  const span = spanOf(node);
  const { children } = node;
  switch (node.type) {
    case 'identifier':
    case 'keyword_identifier':
      return { kind: 'name', span, name: normalizeName(node.text) };
    case 'integer':
    case 'float':
      return { ...readNumber(node.text, isFloat(node.text)), span };
    case 'true':
    case 'false':
      return { kind: 'boolean', span, value: node.type === 'true' };
    case 'none':
    case 'ellipsis':
      return { kind: node.type, span };
    case 'string':
    case 'concatenated_string':
      return lowerString(node, depth);
    case 'unary_operator': {
      const operand = lowerExpression(fieldOf(node, 'argument') ?? node, depth);
      return { kind: 'unary', span, operator: UNARY[children[0].type], operand };
    }
    case 'not_operator': {
      const operand = lowerExpression(fieldOf(node, 'argument') ?? node, depth);
      return { kind: 'unary', span, operator: 'not', operand };
    }
    case 'binary_operator': {
      const [left, operator, right] = children;
      if (operator.type === '&')
        return lowerBitwise(node, (operand) => lowerExpression(operand, depth));
      return {
        kind: 'binary',
        span,
        operator: BINARY[operator.type],
        left: lowerExpression(left, depth),
        right: lowerExpression(right, depth),
      };
    }
    case 'boolean_operator': {
      const [left, operator, right] = children;
      return {
        kind: 'logical',
        span,
        operator: operator.type === 'and' ? 'and' : 'or',
        left: lowerExpression(left, depth),
        right: lowerExpression(right, depth),
      };
    }
    case 'comparison_operator':
      return lowerComparison(node, depth);
    case 'conditional_expression': {
      const [then, test, otherwise] = children.map((child) => lowerExpression(child, depth));
      return { kind: 'conditional', span, test, then, otherwise };
    }
    case 'attribute': {
      const object = lowerExpression(children[0], depth);
      const name = normalizeName(children[1].text);
      return { kind: 'member', span, object, name, nameSpan: spanOf(children[1]) };
    }
    case 'subscript': {
      const object = lowerExpression(children[0], depth);
      return { kind: 'index', span, object, index: lowerSequence(children.slice(1), depth + 2) };
    }
    case 'slice':
      return lowerSlice(node, depth);
    case 'call':
      return lowerCall(node, depth);
    case 'parenthesized_expression':
      return lowerExpression(children[0], depth);
    case 'list':
    case 'list_pattern':
      return { kind: 'list', span, items: lowerItems(children, depth) };
    case 'tuple_pattern':
      // `(a) = 1` assigns to `a`; only the comma of `(a,) = 1` makes a tuple.
      if (children.length === 1) return lowerExpression(children[0], depth);
      return { kind: 'tuple', span, items: lowerItems(children, depth) };
    case 'tuple':
    case 'expression_list':
    case 'pattern_list':
      return { kind: 'tuple', span, items: lowerItems(children, depth) };
    case 'set':
      return { kind: 'set', span, items: lowerItems(children, depth) };
    case 'dictionary':
      return { kind: 'dict', span, entries: children.map((child) => lowerEntry(child, depth)) };
    case 'list_splat':
    case 'list_splat_pattern':
    case 'parenthesized_list_splat':
      return { kind: 'spread', span, value: lowerExpression(children[0], depth) };
    case 'named_expression': {
      const value = lowerExpression(children[1], depth);
      return { kind: 'assignExpression', span, name: normalizeName(children[0].text), value };
    }
    case 'lambda':
      return lowerLambda(node, depth);
    case 'list_comprehension':
    case 'set_comprehension':
    case 'dictionary_comprehension':
    case 'generator_expression':
      return lowerComprehension(node, depth);
    case 'yield': {
      const all = /^yield\s+from\b/.test(node.text);
      return {
        kind: 'yield',
        span,
        value: children.length === 0 ? null : lowerSequence(children, depth),
        all,
      };
    }
    case 'await':
      return unsupported(node, '`await` is not supported.', 'Check a function that is not async.');
    default:
      return unsupported(node, 'This expression could not be read.', 'Correct its syntax.');
  }
}

function lowerItems(nodes: readonly SyntaxNode[], depth: number): Expression[] {
  const items = nodes.filter((node) => node.type !== ',');
  return items.map((item) => hoistSpread(lowerExpression(item, depth)));
}

/** The grammar calls `3j` an integer and a float alike: the text decides. */
function isFloat(text: string): boolean {
  return /^[0-9_]*[.eE]|^[0-9_]+[eE]/.test(text);
}

function lowerComparison(node: SyntaxNode, depth: number): Expression {
  const operands = node.children.filter((child) => child.field !== 'operators');
  const operators = node.children.filter((child) => child.field === 'operators');
  return {
    kind: 'compare',
    span: spanOf(node),
    first: lowerExpression(operands[0], depth),
    rest: operators.map((operator, index) => ({
      operator: COMPARE[operator.type],
      operand: lowerExpression(operands[index + 1], depth),
    })),
  };
}

function lowerSlice(node: SyntaxNode, depth: number): Expression {
  const parts: (Expression | null)[] = [null, null, null];
  let at = 0;
  for (const child of node.children) {
    if (child.type === ':') at += 1;
    else parts[at] = lowerExpression(child, depth);
  }
  return { kind: 'slice', span: spanOf(node), start: parts[0], stop: parts[1], step: parts[2] };
}

function lowerCall(node: SyntaxNode, depth: number): Expression {
  const [callee, given] = node.children;
  const list = given.type === 'argument_list' ? given.children : [given];
  return {
    kind: 'call',
    span: spanOf(node),
    callee: lowerExpression(callee, depth),
    arguments: list.map((argument) => lowerArgument(argument, depth + 2)),
  };
}

export function lowerArgument(node: SyntaxNode, depth: number): Argument {
  const span = spanOf(node);
  const [first, second] = node.children;
  switch (node.type) {
    case 'keyword_argument': {
      const value = lowerExpression(second, depth);
      return { span, value, name: normalizeName(first.text), spread: null };
    }
    case 'list_splat':
      return { span, value: lowerExpression(first, depth), name: null, spread: 'positional' };
    case 'dictionary_splat':
      return { span, value: lowerExpression(first, depth), name: null, spread: 'keyword' };
    default:
      return { span, value: lowerExpression(node, depth), name: null, spread: null };
  }
}

function lowerLambda(node: SyntaxNode, depth: number): Expression {
  const span = spanOf(node);
  const body = fieldOf(node, 'body') ?? node;
  const parameters = fieldOf(node, 'parameters');
  return {
    kind: 'lambda',
    span,
    definition: {
      name: '<lambda>',
      nameSpan: { start: node.start, end: node.start + 'lambda'.length },
      span,
      parameters: parameters === null ? [] : lowerParameters(parameters, depth).parameters,
      body: [{ kind: 'return', span: spanOf(body), value: lowerExpression(body, depth) }],
      decorators: [],
      annotations: [],
      generator: false,
    },
  };
}
