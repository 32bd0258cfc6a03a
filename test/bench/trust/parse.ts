/** Expressions of the bench from short text: `sin(1e6 * x)`. */
import type { MathNode, OperatorNode } from 'mathjs';
import { type Expression, floatOf, type Point, textOf, truth } from './expressions';
import { type FunctionName, functions, math } from './functions';

const operators: Readonly<Record<string, FunctionName>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
};

/** A point of one variable, from its text. */
export function pointOf(name: string, text: string, x: number): Point {
  const expression = read(math.parse(text));
  const exact = truth(expression, [x]);
  if (exact === null) throw new Error(`${text} has no truth at ${x}`);
  const float = (at: readonly number[]) => floatOf(expression, at);
  const rounding = Math.abs(exact.value.minus(float([x])).toNumber());
  return { name, text: textOf(expression), at: [x], float, gradient: exact.gradient, rounding };
}

function read(node: MathNode): Expression {
  switch (node.type) {
    case 'ParenthesisNode':
      return read((node as unknown as { content: MathNode }).content);
    case 'ConstantNode':
      return { kind: 'constant', value: Number((node as unknown as { value: number }).value) };
    case 'SymbolNode':
      return { kind: 'variable', index: 0 };
    case 'OperatorNode': {
      const { op, args } = node as OperatorNode;
      const name = args.length === 1 ? 'negate' : operators[op];
      return { kind: 'call', name, arguments: args.map(read) };
    }
    default: {
      const { fn, args } = node as unknown as { fn: { name: string }; args: MathNode[] };
      if (!(fn.name in functions)) throw new Error(`no function ${fn.name}`);
      return { kind: 'call', name: fn.name as FunctionName, arguments: args.map(read) };
    }
  }
}
