/**
 * What of a graph is drawn: its nodes, and in their places groups, closed ones as one
 * node each and open ones as frames around their parts. Edges run between what is seen.
 */
import type { GraphEdge, GraphNode } from '../src/check/graph-report';
import type { GraphData } from './graph-data';
import { type Group, isGroup, mostNodes, type Part } from './groups';

/** A node of the drawing. Its id is that of its node, and of the last one of a closed group. */
export interface DrawnNode {
  readonly id: number;
  /** The node itself, or the one that a closed group's result comes from. */
  readonly node: GraphNode;
  /** The closed group that it stands for. */
  readonly group: Group | null;
  /** Whether the values of several nodes in the group are used outside of it. */
  readonly several: boolean;
  /** The open groups around it, the innermost first. */
  readonly frames: readonly Group[];
}

export interface DrawnEdge {
  /** Ids of drawn nodes. */
  readonly from: number;
  readonly to: number;
  /** The edges of the graph that it stands for. */
  readonly parts: readonly GraphEdge[];
}

/** A level of the drawing: nodes, and frames with levels of their own. */
export type Drawn = DrawnNode | Frame;

export interface Frame {
  readonly frame: Group;
  readonly inside: readonly Drawn[];
}

export interface Drawing {
  readonly levels: readonly Drawn[];
  /** All nodes, in order of evaluation. */
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  /** The drawn node that a node of the graph is, or is hidden in. */
  readonly shownAs: (id: number) => DrawnNode | undefined;
  /** What a drawn node is computed from. */
  readonly inputs: (id: number) => readonly DrawnNode[];
}

export function isFrame(drawn: Drawn): drawn is Frame {
  return 'frame' in drawn;
}

/** `open`: the keys of the groups that are open. */
export function drawingOf(data: GraphData, open: ReadonlySet<string>): Drawing {
  const nodes: (DrawnNode & { several: boolean })[] = [];
  const shown = new Map<number, DrawnNode & { several: boolean }>();
  const draw = (parts: readonly Part[], frames: readonly Group[]): Drawn[] =>
    parts.map((part) => {
      if (isGroup(part) && open.has(part.key)) {
        return { frame: part, inside: draw(part.parts, [part, ...frames]) };
      }
      const inside = isGroup(part) ? part.nodes : [part];
      const node = inside[inside.length - 1];
      const group = isGroup(part) ? part : null;
      const drawn = { id: node.id, node, group, several: false, frames };
      nodes.push(drawn);
      for (const each of inside) shown.set(each.id, drawn);
      return drawn;
    });
  const levels = draw(data.parts, []);
  const shownAs = (id: number) => shown.get(id);
  for (const { from, to } of data.report.edges) {
    const source = shown.get(from);
    // The last one's value is used outside in any case, or is the output.
    if (source !== undefined && source.id !== from && source !== shown.get(to))
      source.several = true;
  }
  const edges = edgesBetween(data.report.edges, shownAs);
  const inputs = new Map<number, DrawnNode[]>();
  for (const { from, to } of edges) {
    inputs.set(to, [...(inputs.get(to) ?? []), ...(shown.get(from) ? [shown.get(from)!] : [])]);
  }
  return {
    levels,
    nodes,
    edges,
    shownAs,
    inputs: (id) => inputs.get(id) ?? [],
  };
}

/** Edges of plain nodes one by one; those of closed groups together, and none inside them. */
function edgesBetween(
  edges: readonly GraphEdge[],
  shownAs: Drawing['shownAs'],
): readonly DrawnEdge[] {
  const drawn = new Map<string, { from: number; to: number; parts: GraphEdge[] }>();
  for (const edge of edges) {
    const [from, to] = [shownAs(edge.from), shownAs(edge.to)];
    if (from === undefined || to === undefined || from === to) continue;
    const plain = from.group === null && to.group === null;
    const key = `${from.id} ${to.id} ${plain ? edge.argument : ''}`;
    const known = drawn.get(key);
    if (known === undefined) drawn.set(key, { from: from.id, to: to.id, parts: [edge] });
    else known.parts.push(edge);
  }
  return [...drawn.values()];
}

/** The groups around a node of the graph, the outermost first. */
export function groupsAround(parts: readonly Part[], id: number): readonly Group[] {
  const around = parts.find(
    (part): part is Group => isGroup(part) && part.nodes.some((node) => node.id === id),
  );
  return around === undefined ? [] : [around, ...groupsAround(around.parts, id)];
}

/** Opens groups, one in the other, and closes others, the earliest opened first, until all can be drawn. */
export function opened(
  data: GraphData,
  /** In the order in which they were opened. */
  open: readonly string[],
  groups: readonly Group[],
): readonly string[] {
  const wanted = groups.map(({ key }) => key);
  let others = open.filter((key) => !wanted.includes(key));
  for (;;) {
    const next = [...others, ...wanted];
    if (others.length === 0) return next;
    if (drawingOf(data, new Set(next)).nodes.length <= mostNodes) return next;
    others = others.slice(1);
  }
}
