/**
 * The hover over an expression inside a traced function: what it is and how much the
 * result depends on it. Also the ops of a function whose formula does not fit on a line.
 */
import type { GraphNode, GraphReport } from '../check/graph-report';
import type { Range } from '../check/report';
import { code, escapeMarkdown, numbers } from './markdown';
import { formatArray, formatPoint, formatShape } from './number';
import { count } from './words';

const longestValue = 60;
const longestPoint = 60;
const mostOps = 8;

/** What was traced from the innermost expression around a place (1-based); none elsewhere, and none of another file. */
export function nodesAt(graph: GraphReport, line: number, column: number): readonly GraphNode[] {
  const around = graph.nodes.filter(
    ({ range, path, role }) =>
      range !== null && path === undefined && role !== 'constant' && holds(range, line, column),
  );
  const smallest = around.reduce<Range | null>(
    (best, { range }) => (best === null || isInside(range as Range, best) ? range : best),
    null,
  );
  return around.filter(({ range }) => range !== null && smallest !== null && same(range, smallest));
}

/** `x * y` — value 6 — adjoint 1, at the point. The last of several runs, as in a loop, is shown. */
export function expressionMarkdown(graph: GraphReport, nodes: readonly GraphNode[]): string {
  const node = nodes[nodes.length - 1];
  const ofMany = nodes.length > 1 ? ` (the last of ${nodes.length} values here)` : '';
  const shape = node.shape.length === 0 ? '' : ` ${escapeMarkdown(formatShape(node.shape))}`;
  const adjoint =
    node.adjoint === null
      ? 'adjoint: no gradient flows through it'
      : `adjoint ∂${escapeMarkdown(graph.name)}/∂(this) = ${numbers(formatArray(node.adjoint, longestValue))}`;
  const lines = [
    `${code(shortSource(node))}${shape} = ${numbers(formatArray(node.value, longestValue))}${ofMany}`,
    adjoint,
  ];
  if (node.tie !== null) lines.push(escapeMarkdown(`on a tie: ${node.tie}`));
  const point = formatPoint(graph.at, 24);
  if (point !== '' && point.length <= longestPoint) lines.push(`at ${code(point)}`);
  return lines.join('\n\n');
}

/** `7 ops: 2 × @, +, max, sum`; '' where nothing was traced. */
export function opsText(graph: GraphReport): string {
  const counts = new Map<string, number>();
  for (const { role, label } of graph.nodes) {
    if (role === 'input' || role === 'constant') continue;
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const total = [...counts.values()].reduce((sum, each) => sum + each, 0);
  if (total === 0) return '';
  const named = [...counts].map(([label, times]) => (times === 1 ? label : `${times} ${label}`));
  const shown = named.slice(0, mostOps).join(', ');
  return `${count(total, 'op')}: ${shown}${named.length > mostOps ? ', …' : ''}`;
}

function shortSource({ source, label }: GraphNode): string {
  const line = source.replace(/\s+/g, ' ').trim();
  if (line === '') return label;
  return line.length <= longestValue ? line : `${line.slice(0, longestValue - 1)}…`;
}

function holds(range: Range, line: number, column: number): boolean {
  const after = line > range.line || (line === range.line && column >= range.column);
  const before = line < range.endLine || (line === range.endLine && column < range.endColumn);
  return after && before;
}

function isInside(inner: Range, outer: Range): boolean {
  const starts =
    inner.line > outer.line || (inner.line === outer.line && inner.column >= outer.column);
  const ends =
    inner.endLine < outer.endLine ||
    (inner.endLine === outer.endLine && inner.endColumn <= outer.endColumn);
  return starts && ends;
}

function same(left: Range, right: Range): boolean {
  return isInside(left, right) && isInside(right, left);
}
