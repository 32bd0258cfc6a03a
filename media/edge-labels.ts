/**
 * The labels of edges: what flows back along each, and where it stands. One that would cover another
 * moves to its right.
 */
import type { DrawnEdge } from './drawn';
import { shortArray } from './labels';
import type { PlacedEdge } from './layout';
import { flows, total } from './steps';

export interface PlacedLabel {
  /** The position of the edge in the drawing's edges. */
  readonly index: number;
  readonly text: string;
  /** False where nothing flows. */
  readonly flowing: boolean;
  /** The middle. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const characterWidth = 6.8;
export const labelHeight = 18;
const gap = 4;

export function placeLabels(
  edges: readonly { readonly placed: PlacedEdge; readonly edge: DrawnEdge }[],
): PlacedLabel[] {
  const labels = edges.map(({ placed: { index, label }, edge }) => {
    const text = textOf(edge);
    const width = text.length * characterWidth + 10;
    return { index, text, flowing: edge.parts.some(flows), ...label, width };
  });
  const placed: PlacedLabel[] = [];
  for (const label of labels.sort((one, other) => one.x - other.x || one.index - other.index)) {
    const beside = placed.filter(({ y }) => Math.abs(y - label.y) < labelHeight);
    const ends = beside.map(({ x, width }) => x + width / 2 + gap + label.width / 2);
    placed.push({ ...label, x: Math.max(label.x, ...ends) });
  }
  return placed;
}

/** What flows to one node adds up; what flows to several in a group has no one number. */
function textOf({ parts }: DrawnEdge): string {
  const flowing = parts.filter(flows);
  const sources = new Set(flowing.map(({ from }) => from)).size;
  if (sources === 0) return 'no gradient';
  return sources === 1 ? shortArray(total(flowing)) : `${sources} contributions`;
}
