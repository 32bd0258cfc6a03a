/** What stands on a node of the drawing, cut to the width that a drawing can bear. */
import type { GraphNode } from '../src/check/graph-report';
import { formatArray, formatShape } from '../src/render/number';

const widest = 24;

export interface NodeText {
  readonly label: string;
  /** The value; '' where the label is the value. */
  readonly value: string;
  /** The adjoint; '' for constants, through which no gradient is of interest. */
  readonly adjoint: string;
}

export function nodeText(node: GraphNode): NodeText {
  const label = cut(node.label);
  const value = shortArray(node.value);
  return {
    label,
    value: label === value ? '' : value,
    adjoint: node.role === 'constant' ? '' : shortAdjoint(node),
  };
}

/** The number itself, a short list, or else only the shape. */
export function shortArray(value: GraphNode['value']): string {
  return formatArray(value, widest);
}

/** `multiply, value 6, adjoint 1`, as a screen reader says it, with where it comes from. */
export function spokenText(node: GraphNode, inputs: readonly GraphNode[]): string {
  const { value, adjoint } = nodeText(node);
  const parts = [node.role === 'op' ? node.op : `${node.role} ${node.label}`];
  if (node.shape.length > 0) parts.push(`shape ${formatShape(node.shape)}`);
  if (value !== '') parts.push(`value ${value}`);
  if (adjoint !== '') parts.push(node.adjoint === null ? adjoint : `adjoint ${adjoint}`);
  if (inputs.length > 0) parts.push(`from ${inputs.map(({ label }) => label).join(' and ')}`);
  return parts.join(', ');
}

function shortAdjoint(node: GraphNode): string {
  return node.adjoint === null ? 'no gradient' : shortArray(node.adjoint);
}

function cut(text: string): string {
  return text.length <= widest ? text : `${text.slice(0, widest - 1)}…`;
}
