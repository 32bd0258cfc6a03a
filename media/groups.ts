/**
 * A large graph as a tree: what loops, rounds and calls made, each a group that can be
 * opened and closed, and of what is still too wide to draw, stretches named by their lines.
 */
import type { GraphGroup, GraphNode, GraphReport } from '../src/check/graph-report';

/** More nodes than this are drawn as groups: more are slow to draw, and unreadable. */
export const mostNodes = 150;

export interface Group {
  /** Tells it from all others, also after an edit that moves its lines. */
  readonly key: string;
  /** `loop at line 12`, `round 3`, `np.linalg.solve`, `lines 4 to 9`. */
  readonly label: string;
  /** `25 rounds, 480 nodes`. */
  readonly detail: string;
  /** A round of a loop, or some of them. */
  readonly isRound: boolean;
  readonly parts: readonly Part[];
  /** All nodes in it, in order. */
  readonly nodes: readonly GraphNode[];
}

/** What stands in a group, or in the whole graph. */
export type Part = GraphNode | Group;

export function isGroup(part: Part): part is Group {
  return 'parts' in part;
}

/** More parts than these stand in stretches, in the whole graph and in a group, so that groups in groups can be opened. */
const widestWhole = 60;
const widestGroup = 40;

/** The parts of the whole graph; of a small one its nodes. */
export function partsOf({ nodes, groups }: Pick<GraphReport, 'nodes' | 'groups'>): readonly Part[] {
  if (nodes.length <= mostNodes) return nodes;
  const inputs = nodes.filter(({ role }) => role === 'input');
  const made = nodes.filter(({ role }) => role !== 'input');
  const walk = { at: 0, groups };
  const parts = collect(made, walk, '');
  return [...inputs, ...stretched(parts, '', widestWhole)];
}

interface Walk {
  at: number;
  readonly groups: readonly GraphGroup[];
}

/** The nodes of a stretch, and in their places the groups that lie in it. */
function collect(nodes: readonly GraphNode[], walk: Walk, above: string): Part[] {
  const parts: Part[] = [];
  const named = new Map<string, number>();
  let at = 0;
  while (at < nodes.length) {
    const group = walk.groups[walk.at];
    const { id } = nodes[at];
    if (group === undefined || group.first > id) {
      parts.push(nodes[at++]);
      continue;
    }
    walk.at += 1;
    let end = at;
    while (end < nodes.length && nodes[end].id <= group.last) end += 1;
    const name = `${group.kind} ${group.kind === 'round' ? group.count : group.name}`;
    const seen = named.get(name) ?? 0;
    named.set(name, seen + 1);
    const own = nodes.slice(at, end);
    const key = `${above}/${name} ${seen}`;
    const head = { key, label: labelOf(group), isRound: group.kind === 'round' };
    const rounds = group.kind === 'loop' ? group.count : null;
    parts.push(grouped(head, rounds, own, collect(own, walk, key)));
    at = end;
  }
  return parts;
}

/** A group that holds nothing but another one says both in one. */
function grouped(
  head: Pick<Group, 'key' | 'label' | 'isRound'>,
  rounds: number | null,
  nodes: readonly GraphNode[],
  parts: readonly Part[],
): Group {
  const [only] = parts;
  const inner = parts.length === 1 && isGroup(only) ? only.parts : parts;
  const size = `${nodes.length} nodes`;
  const detail = rounds === null ? size : `${rounds} ${rounds === 1 ? 'round' : 'rounds'}, ${size}`;
  return { ...head, detail, nodes, parts: stretched(inner, head.key, widestGroup) };
}

function labelOf({ kind, name, count, range, path }: GraphGroup): string {
  if (kind === 'call') return name;
  if (kind === 'round') return `round ${count}`;
  const file = path === undefined ? '' : ` of ${path.split('/').at(-1)}`;
  return range === null ? 'loop' : `loop at line ${range.line}${file}`;
}

/** Too many parts in stretches of ten, a hundred and so on; loops and calls stay, where they are few. */
function stretched(parts: readonly Part[], above: string, most: number): readonly Part[] {
  if (parts.length <= most) return parts;
  const marks = parts.filter((part) => isGroup(part) && !part.isRound);
  const staying = new Set(marks.length <= most / 2 ? marks : []);
  let size = 10;
  while ((parts.length - staying.size) / size + staying.size > most) size *= 10;
  const stretches: Part[] = [];
  for (let start = 0; start < parts.length; ) {
    let end = start + 1;
    const stays = staying.has(parts[start]);
    while (!stays && end < parts.length && end < start + size && !staying.has(parts[end])) end += 1;
    const own = parts.slice(start, end);
    const key = `${above}/${start} by ${size}`;
    stretches.push(own.length === 1 ? own[0] : stretch(key, own));
    start = end;
  }
  return stretches;
}

/** `rounds 11 to 20`, `lines 4 to 9`; by their place where they have no line. */
function stretch(key: string, parts: readonly Part[]): Group {
  const nodes = parts.flatMap((part) => (isGroup(part) ? part.nodes : [part]));
  const isRound = parts.every((part) => isGroup(part) && part.isRound);
  const lines = nodes.flatMap(({ range, path }) =>
    range === null || path !== undefined ? [] : [range.line],
  );
  const label = isRound
    ? span('round', roundOf(parts[0]), roundOf(parts[parts.length - 1]))
    : lines.length > 0
      ? span('line', Math.min(...lines), Math.max(...lines))
      : span('node', nodes[0].id, nodes[nodes.length - 1].id);
  return grouped({ key, label, isRound }, null, nodes, parts);
}

function roundOf(part: Part): number {
  return Number(/\d+/.exec(part.label)?.[0]);
}

function span(word: string, from: number, to: number): string {
  return from === to ? `${word} ${from}` : `${word}s ${from} to ${to}`;
}
