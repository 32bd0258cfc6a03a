/** An edge of the drawing: its line, and the contribution that flows back along it around a lit node. */
import type { DrawnEdge } from './drawn';
import { shortArray } from './labels';
import type { PlacedEdge } from './layout';
import { flows, total } from './steps';

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

interface LabelProps {
  readonly placed: PlacedEdge;
  readonly edge: DrawnEdge;
}

const characterWidth = 6.8;

export function EdgeLabel({ placed, edge }: LabelProps) {
  const flowing = edge.parts.filter(flows);
  const label = labelOf(edge);
  const width = label.length * characterWidth + 10;
  return (
    <g class="edge-label" transform={`translate(${placed.label.x} ${placed.label.y})`}>
      <rect x={-width / 2} y={-9} width={width} height={18} rx={3} />
      <text class={flowing.length > 0 ? 'adjoint' : 'word'} text-anchor="middle" dy="0.35em">
        {label}
      </text>
    </g>
  );
}

/** What flows to one node adds up; what flows to several in a group has no one number. */
function labelOf({ parts }: DrawnEdge): string {
  const flowing = parts.filter(flows);
  const sources = new Set(flowing.map(({ from }) => from)).size;
  if (sources === 0) return 'no gradient';
  return sources === 1 ? shortArray(total(flowing)) : `${sources} contributions`;
}
