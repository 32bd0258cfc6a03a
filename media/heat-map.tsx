/** An array drawn as a heat map: blue above zero, red below, with its numbers where they can be read. */
import type { GraphNode } from '../src/check/graph-report';
import { formatNumber, formatShape } from '../src/render/number';
import { heatOf } from './heat';

interface Props {
  /** What the array is: `value`, `adjoint`. */
  readonly name: string;
  readonly value: GraphNode['value'];
  readonly shape: readonly number[];
  /** The width that there is, in pixels. */
  readonly width: number;
}

const most = { rows: 48, columns: 48 };
const narrowest = 4;
const widest = 64;
const readable = 44;
const gap = 4;

export function HeatMap({ name, value, shape, width }: Props) {
  const heat = heatOf(value, shape, most);
  if (heat === null) return null;
  const cell = Math.max(narrowest, Math.min(widest, width / heat.columns));
  const numbers = cell >= readable;
  const height = numbers ? 20 : Math.min(cell, 20);
  const top = (row: number) => row * height + heat.gaps.filter((each) => each <= row).length * gap;
  const total = { width: heat.columns * cell, height: top(heat.rows - 1) + height };
  const shown = heat.cut ? `, the first ${heat.rows} by ${heat.columns} entries` : '';
  return (
    <figure class="heat">
      <svg
        width={total.width}
        height={total.height}
        role="img"
        aria-label={`${name}, array ${formatShape(shape)}${shown}, largest absolute entry ${formatNumber(heat.largest)}`}
      >
        {heat.cells.map(({ index, row, column, value, share }) => (
          <g key={index.join()} transform={`translate(${column * cell} ${top(row)})`}>
            <title>{`[${index.join(', ')}] = ${formatNumber(value, 12)}`}</title>
            <rect
              class={share < 0 ? 'below' : 'above'}
              width={cell}
              height={height}
              fill-opacity={Math.abs(share) * 0.6}
            />
            {numbers && (
              <text x={cell / 2} y={height / 2} dy="0.35em" text-anchor="middle">
                {formatNumber(value, 4)}
              </text>
            )}
          </g>
        ))}
      </svg>
      <figcaption>
        <span class="above" aria-hidden="true" /> above zero,{' '}
        <span class="below" aria-hidden="true" />
        {` below; full colour is ${formatNumber(heat.largest, 3)}`}
        {heat.cut && `; the first ${heat.rows} × ${heat.columns} entries`}
      </figcaption>
    </figure>
  );
}
