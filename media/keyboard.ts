/**
 * Moving through the drawing by keyboard: down to a use, up to an argument, left
 * and right along a row, Home to the first input, End to the output.
 */
import type { Drawing } from './drawn';
import type { Layout } from './layout';
import type { PlacedNode } from './nested';

/** The node that `key` leads to from `current`; null when the key does not move. */
export function nodeBeside(
  key: string,
  current: number,
  { nodes, edges }: Pick<Drawing, 'nodes' | 'edges'>,
  layout: Layout,
): number | null {
  const here = layout.nodes.find(({ id }) => id === current);
  if (here === undefined) return nodes[0]?.id ?? null;
  const placed = (ids: readonly number[]) => layout.nodes.filter(({ id }) => ids.includes(id));
  switch (key) {
    case 'ArrowDown':
      return closest(
        here,
        placed(edges.filter(({ from }) => from === current).map(({ to }) => to)),
      );
    case 'ArrowUp':
      return closest(
        here,
        placed(edges.filter(({ to }) => to === current).map(({ from }) => from)),
      );
    case 'ArrowLeft':
      return closest(
        here,
        layout.nodes.filter((node) => sameRow(here, node) && node.x < here.x),
      );
    case 'ArrowRight':
      return closest(
        here,
        layout.nodes.filter((node) => sameRow(here, node) && node.x > here.x),
      );
    case 'Home':
      return nodes.find(({ node }) => node.role === 'input')?.id ?? nodes[0].id;
    case 'End':
      return nodes.findLast(({ node }) => node.role === 'output')?.id ?? nodes[nodes.length - 1].id;
    default:
      return null;
  }
}

function sameRow(one: PlacedNode, other: PlacedNode): boolean {
  return one.id !== other.id && Math.abs(one.y - other.y) < (one.height + other.height) / 2;
}

function closest(here: PlacedNode, nodes: readonly PlacedNode[]): number | null {
  const distance = ({ x, y }: PlacedNode) => Math.abs(x - here.x) + Math.abs(y - here.y);
  let best: PlacedNode | null = null;
  for (const node of nodes) {
    if (best === null || distance(node) < distance(best)) best = node;
  }
  return best?.id ?? null;
}
