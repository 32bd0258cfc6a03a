/** One edge of the drawing; around the lit node it shows the contribution that flows back along it. */
import type { GraphEdge } from '../src/check/graph-report';
import { shortArray } from './labels';
import type { PlacedEdge } from './layout';

interface Props {
  readonly placed: PlacedEdge;
  readonly edge: GraphEdge;
  /** The shape of what flows along it. */
  readonly shape: readonly number[];
  /** The nodes that are picked or pointed at. */
  readonly lit: readonly (number | null)[];
}

const characterWidth = 6.8;

export function Edge({ placed, edge, shape, lit }: Props) {
  const touches = lit.includes(edge.from) || lit.includes(edge.to);
  const flows = edge.contribution !== null;
  const classes = ['edge', flows ? '' : 'no-gradient', touches ? 'lit' : ''];
  const label = flows ? shortArray(edge.contribution, shape) : 'no gradient';
  const width = label.length * characterWidth + 10;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an edge takes no focus; nodes tell what it tells
    <g class={classes.filter(Boolean).join(' ')} aria-hidden="true">
      <path class="line" d={placed.path} marker-end="url(#arrow)" />
      {touches && (
        <g transform={`translate(${placed.label.x} ${placed.label.y})`}>
          <rect class="edge-label-box" x={-width / 2} y={-9} width={width} height={18} rx={3} />
          <text class={flows ? 'edge-label' : 'word'} text-anchor="middle" dy="0.35em">
            {label}
          </text>
        </g>
      )}
    </g>
  );
}
