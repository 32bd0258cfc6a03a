/** An edge of the drawing: its line, and the contribution that flows back along it around a lit node. */
import type { DrawnEdge } from './drawn';
import { labelHeight, type PlacedLabel } from './edge-labels';
import type { PlacedEdge } from './layout';
import { flows } from './steps';

interface LineProps {
  readonly placed: PlacedEdge;
  readonly edge: DrawnEdge;
  /** One of its nodes is picked or pointed at. */
  readonly lit: boolean;
}

export function EdgeLine({ placed, edge, lit }: LineProps) {
  const classes = ['edge', edge.parts.some(flows) ? '' : 'no-gradient', lit ? 'lit' : ''];
  return (
    <path class={classes.filter(Boolean).join(' ')} d={placed.path} marker-end="url(#arrow)" />
  );
}

export function EdgeLabel({ x, y, width, text, flowing }: PlacedLabel) {
  return (
    <g class="edge-label" transform={`translate(${x} ${y})`}>
      <rect x={-width / 2} y={-labelHeight / 2} width={width} height={labelHeight} rx={3} />
      <text class={flowing ? 'adjoint' : 'word'} text-anchor="middle" dy="0.35em">
        {text}
      </text>
    </g>
  );
}
