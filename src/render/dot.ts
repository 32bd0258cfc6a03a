/** An op graph as a Graphviz file: inputs on top, value and adjoint on each node. */
import type { GraphNode, GraphReport } from '../check/graph-report';
import { formatArray } from './number';

const shapes: Readonly<Record<GraphNode['role'], string>> = {
  input: 'ellipse',
  constant: 'plaintext',
  op: 'box',
  output: 'doubleoctagon',
};

/** Text for `dot -Tsvg`; labels hold the value and the adjoint, edges the contribution. */
export function renderDot(report: GraphReport): string {
  const nodes = report.nodes.map(
    (node) => `  n${node.id} [shape=${shapes[node.role]}, label=${quote(nodeLines(node))}];`,
  );
  const edges = report.edges.map(({ from, to, contribution }) => {
    const label = contribution === null ? '' : ` [label=${quote([formatArray(contribution, 24)])}]`;
    return `  n${from} -> n${to}${label};`;
  });
  return [
    `digraph ${quote([report.name])} {`,
    '  rankdir=TB;',
    '  node [fontname="Helvetica"];',
    '  edge [fontname="Helvetica", fontsize=10];',
    ...nodes,
    ...edges,
    '}',
    '',
  ].join('\n');
}

/** The lines on a node: label, value, adjoint where a gradient flows. */
export function nodeLines(node: GraphNode): string[] {
  const value = formatArray(node.value, 24);
  const lines = node.role === 'constant' ? [value] : [node.label, `value ${value}`];
  if (node.adjoint !== null) lines.push(`adjoint ${formatArray(node.adjoint, 24)}`);
  return lines;
}

function quote(lines: readonly string[]): string {
  const escaped = lines.map((line) => line.replace(/["\\]/g, '\\$&').replace(/\s+/g, ' '));
  return `"${escaped.join('\\n')}"`;
}
