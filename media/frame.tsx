/** An open group: a frame behind its nodes, and over the edges a title that closes it. */
import { type PlacedFrame, titleHeight } from './nested';

interface Props {
  readonly placed: PlacedFrame;
}

export function FrameBox({ placed: { x, y, width, height } }: Props) {
  return <rect class="frame" x={x} y={y} width={width} height={height} rx={6} />;
}

export function FrameTitle({ placed, onClose }: Props & { readonly onClose: () => void }) {
  const { group, x, y, width } = placed;
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button of its own
    <g
      class="frame-title"
      transform={`translate(${x} ${y})`}
      role="button"
      aria-label={`${group.label}, ${group.detail}, open group`}
      aria-expanded="true"
      tabIndex={-1}
      data-group={group.key}
      onClick={onClose}
    >
      <rect width={width} height={titleHeight} />
      <path d={`M9,${titleHeight / 2}h8`} />
      <text x={22} y={titleHeight / 2} dy="0.35em">
        {fitting(group.label, width - 32)}
      </text>
    </g>
  );
}

const characterWidth = 7.4;

function fitting(text: string, width: number): string {
  const most = Math.max(1, Math.floor(width / characterWidth));
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
