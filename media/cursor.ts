/** The node that was made by the source at a place: the one of the smallest expression around it. */
import type { GraphNode } from '../src/check/graph-report';
import type { Range } from '../src/check/report';

/** Null where no node of the graph's own file was made; of several, the last one made. */
export function nodeAt(nodes: readonly GraphNode[], line: number, column: number): number | null {
  let best: { readonly id: number; readonly size: number } | null = null;
  for (const { id, range, path } of nodes) {
    if (range === null || path !== undefined || !holds(range, line, column)) continue;
    const size = (range.endLine - range.line) * 1e5 + range.endColumn - range.column;
    if (best === null || size <= best.size) best = { id, size };
  }
  return best?.id ?? null;
}

function holds(range: Range, line: number, column: number): boolean {
  const afterStart = line > range.line || (line === range.line && column >= range.column);
  const beforeEnd = line < range.endLine || (line === range.endLine && column <= range.endColumn);
  return afterStart && beforeEnd;
}
