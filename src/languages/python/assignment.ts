/**
 * Lowers expression statements: plain, chained and augmented assignments with
 * the annotations at them, and bare expressions.
 */
import type { Expression, Statement } from '../../syntax/nodes';
import type { SyntaxNode } from '../tree-sitter';
import type { Attachments } from './attach';
import { BINARY, fieldOf, lowerExpression, lowerSequence, spanOf } from './expression';

export function lowerExpressionStatement(
  node: SyntaxNode,
  depth: number,
  attached: Attachments,
): Statement[] {
  const span = spanOf(node);
  const [first] = node.children;
  if (first?.type === 'assignment') return lowerAssignment(node, first, depth, attached);
  if (first?.type === 'augmented_assignment') {
    const [target, operator] = first.children;
    return [
      {
        kind: 'augment',
        span,
        operator: BINARY[operator.type.slice(0, -1)],
        target: lowerExpression(target, depth),
        value: lowerExpression(fieldOf(first, 'right') ?? first, depth),
        annotations: attached.ofAssignment(span),
      },
    ];
  }
  if (first === undefined) return [];
  return [{ kind: 'expression', span, value: lowerSequence(node.children, depth) }];
}

function lowerAssignment(
  node: SyntaxNode,
  assignment: SyntaxNode,
  depth: number,
  attached: Attachments,
): Statement[] {
  const span = spanOf(node);
  const targets: Expression[] = [];
  let value: SyntaxNode | null = assignment;
  while (value !== null && value.type === 'assignment') {
    targets.push(lowerExpression(value.children[0], depth));
    value = fieldOf(value, 'right');
  }
  // A bare hint such as `x: float` declares a name and binds nothing.
  if (value === null) return [{ kind: 'pass', span }];
  const annotations = attached.ofAssignment(span);
  return [{ kind: 'assign', span, targets, value: lowerExpression(value, depth), annotations }];
}
