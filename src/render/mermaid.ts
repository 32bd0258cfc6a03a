/** An op graph as a Mermaid flowchart, for Markdown files and issue threads. */
import type { GraphNode, GraphReport } from '../check/graph-report';
import { nodeLines } from './dot';
import { formatArray } from './number';

const brackets: Readonly<Record<GraphNode['role'], readonly [string, string]>> = {
  input: ['([', '])'],
  constant: ['[', ']'],
  op: ['[', ']'],
  output: ['[[', ']]'],
};

/** Text of a `flowchart TD`; labels hold the value and the adjoint, edges the contribution. */
export function renderMermaid(report: GraphReport): string {
  const nodes = report.nodes.map((node) => {
    const [open, close] = brackets[node.role];
    return `  n${node.id}${open}${quote(nodeLines(node))}${close}`;
  });
  const edges = report.edges.map(({ from, to, contribution }) => {
    const label = contribution === null ? '' : `|${quote([formatArray(contribution, 24)])}|`;
    return `  n${from} -->${label} n${to}`;
  });
  return ['flowchart TD', ...nodes, ...edges, ''].join('\n');
}

/** Mermaid reads Markdown and HTML inside quotes: every sign that means something is a code. */
function quote(lines: readonly string[]): string {
  const escaped = lines.map((line) =>
    line.replace(/[^\p{L}\p{N} .,+=()[\]…±∞–]/gu, (sign) => `#${sign.codePointAt(0)};`),
  );
  return `"${escaped.join('<br/>')}"`;
}
