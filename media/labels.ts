/** What stands on a node of the drawing, cut to the width that a drawing can bear. */
import type { GraphNode } from '../src/check/graph-report';
import { formatArray, formatShape } from '../src/render/number';
import type { DrawnNode } from './drawn';

const widest = 24;

export interface NodeText {
  readonly label: string;
  /** What a closed group holds; '' for a node. */
  readonly detail: string;
  /** The value; '' where the label is the value. */
  readonly value: string;
  /** The adjoint; '' for constants, through which no gradient is of interest. */
  readonly adjoint: string;
}

export function nodeText({ node, group, several }: DrawnNode): NodeText {
  const label = cut(group?.label ?? node.label);
  // Of several results none stands for the others.
  if (several) return { label, detail: group?.detail ?? '', value: '', adjoint: '' };
  const value = shortArray(node.value);
  return {
    label,
    detail: group?.detail ?? '',
    value: label === value ? '' : value,
    adjoint: node.role === 'constant' ? '' : shortAdjoint(node),
  };
}

/** The number itself, a short list, or else only the shape. */
export function shortArray(value: GraphNode['value']): string {
  return formatArray(value, widest);
}

/** `multiply, value 6, adjoint 1`, as a screen reader says it, with where it comes from. */
export function spokenText(drawn: DrawnNode, inputs: readonly DrawnNode[]): string {
  const { node, group } = drawn;
  const { detail, value, adjoint } = nodeText(drawn);
  const name = node.role === 'op' ? node.op : `${node.role} ${node.label}`;
  const parts = [group === null ? name : `group ${group.label}, ${detail}`];
  if (node.shape.length > 0 && !drawn.several) parts.push(`shape ${formatShape(node.shape)}`);
  if (value !== '') parts.push(`value ${value}`);
  if (adjoint !== '') parts.push(node.adjoint === null ? adjoint : `adjoint ${adjoint}`);
  const from = inputs.map((each) => each.group?.label ?? each.node.label);
  if (from.length > 0) parts.push(`from ${from.join(' and ')}`);
  return parts.join(', ');
}

function shortAdjoint(node: GraphNode): string {
  return node.adjoint === null ? 'no gradient' : shortArray(node.adjoint);
}

function cut(text: string): string {
  return text.length <= widest ? text : `${text.slice(0, widest - 1)}…`;
}
