/** An edge of the drawing: its line, and the contribution that flows back along it around a lit node. */
import type { GraphEdge } from '../src/check/graph-report';
import { shortArray } from './labels';
import type { PlacedEdge } from './layout';

interface LineProps {
  readonly placed: PlacedEdge;
  readonly edge: GraphEdge;
  /** One of its nodes is picked or pointed at. */
  readonly lit: boolean;
}

export function EdgeLine({ placed, edge, lit }: LineProps) {
  const classes = ['edge', edge.contribution === null ? 'no-gradient' : '', lit ? 'lit' : ''];
  return (
    <path class={classes.filter(Boolean).join(' ')} d={placed.path} marker-end="url(#arrow)" />
  );
}

interface LabelProps {
  readonly placed: PlacedEdge;
  readonly edge: GraphEdge;
}

const characterWidth = 6.8;

export function EdgeLabel({ placed, edge }: LabelProps) {
  const flows = edge.contribution !== null;
  const label = flows ? shortArray(edge.contribution) : 'no gradient';
  const width = label.length * characterWidth + 10;
  return (
    <g class="edge-label" transform={`translate(${placed.label.x} ${placed.label.y})`}>
      <rect x={-width / 2} y={-9} width={width} height={18} rx={3} />
      <text class={flows ? 'adjoint' : 'word'} text-anchor="middle" dy="0.35em">
        {label}
      </text>
    </g>
  );
}
