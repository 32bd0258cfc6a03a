/**
 * Puts right how `&` and `^` bind: Python's `&` is the tighter one, while the
 * grammar has it the other way round.
 */
import type { BinaryOperator, Expression } from '../../syntax/nodes';
import type { SyntaxNode } from '../tree-sitter';

/** Lowers a `&` node whose operands may hold `^` without brackets. */
export function lowerBitwise(
  node: SyntaxNode,
  lowerOperand: (operand: SyntaxNode) => Expression,
): Expression {
  const { operands, operators } = flatten(node);
  let whole: Expression | null = null;
  let group = lowerOperand(operands[0]);
  operators.forEach((operator, index) => {
    const next = lowerOperand(operands[index + 1]);
    if (operator === '&') {
      group = join('bitAnd', group, next);
    } else {
      whole = whole === null ? group : join('bitXor', whole, group);
      group = next;
    }
  });
  return whole === null ? group : join('bitXor', whole, group);
}

/** The operands between the `&` and `^` of one chain, in source order. */
function flatten(root: SyntaxNode): { operands: SyntaxNode[]; operators: string[] } {
  const operands: SyntaxNode[] = [];
  const operators: string[] = [];
  const pending: SyntaxNode[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const [left, operator, right] = node.children;
    if (node.type === '&' || node.type === '^') operators.push(node.type);
    else if (node.type === 'binary_operator' && (operator.type === '&' || operator.type === '^')) {
      pending.push(right, operator, left);
    } else operands.push(node);
  }
  return { operands, operators };
}

function join(operator: BinaryOperator, left: Expression, right: Expression): Expression {
  const span = { start: left.span.start, end: right.span.end };
  return { kind: 'binary', span, operator, left, right };
}
