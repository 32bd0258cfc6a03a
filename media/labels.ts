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

/**
 * `×, value 6, adjoint 1, multiply, from x and 2`, as a screen reader says it: what is seen on the
 * node (`rows`), so that it can be called by that, then what it is and where it comes from.
 */
export function spokenText(
  { node, group, several }: DrawnNode,
  rows: readonly string[],
  inputs: readonly DrawnNode[],
): string {
  const kind = group !== null ? 'closed group' : node.role === 'op' ? node.op : node.role;
  const parts = kind === rows[0] ? [...rows] : [...rows, kind];
  if (node.shape.length > 0 && !several) parts.push(`shape ${formatShape(node.shape)}`);
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
