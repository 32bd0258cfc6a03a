/** A plot of lines and dots over axes with ticks: plain SVG, in the theme's colours, with a sentence for those who cannot see it. */
import { scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import { formatNumber, formatPower } from '../src/render/number';

export interface Dot {
  readonly x: number;
  readonly y: number;
}

export interface Series {
  readonly name: string;
  /** The class of its colour and stroke. */
  readonly kind: 'value' | 'analytic' | 'numeric' | 'written';
  readonly marks: 'line' | 'dots';
  /** NaN is a gap. */
  readonly dots: readonly Dot[];
}

interface Props {
  readonly title: string;
  /** What the plot shows, in a sentence. */
  readonly summary: string;
  readonly xName: string;
  readonly series: readonly Series[];
  readonly logarithmic?: boolean;
  /** What it means that there is nothing to plot. */
  readonly nothing?: string;
  /** A place on the x axis that is marked, and its name. */
  readonly mark: { readonly x: number; readonly name: string } | null;
  readonly width: number;
}

const height = 230;
const characterWidth = 6.8;
const edge = { left: 62, right: 14, top: 10, bottom: 34 };

export function Plot(props: Props) {
  const { title, summary, xName, series, logarithmic = false, mark, width } = props;
  const all = series.flatMap(({ dots }) => dots).filter(isShown(logarithmic));
  if (all.length === 0) {
    return <p class="word">{`${title}: ${props.nothing ?? 'there is no value to plot'}.`}</p>;
  }
  const inner = { width: width - edge.left - edge.right, height: height - edge.top - edge.bottom };
  const x = scaleOf(all.map((each) => each.x).concat(mark?.x ?? []), logarithmic, [0, inner.width]);
  const y = scaleOf(
    all.map((each) => each.y),
    logarithmic,
    [inner.height, 0],
  );
  const draw = line<Dot>(
    (dot) => x(dot.x),
    (dot) => y(dot.y),
  ).defined(isShown(logarithmic));
  const textOf = (tick: number) => (logarithmic ? formatPower(tick, 0) : formatNumber(tick, 3));
  // A name that would be cut on the right stands on the left.
  const leftOfMark =
    mark !== null && x(mark.x) + 4 + mark.name.length * characterWidth > inner.width;
  return (
    <figure class="plot">
      <figcaption>
        <strong>{title}</strong>
        {series.map(({ name, kind, marks }) => (
          <span key={name} class={`key ${kind} ${marks}`}>
            {name}
          </span>
        ))}
      </figcaption>
      <svg width={width} height={height} role="img" aria-label={summary}>
        <g transform={`translate(${edge.left} ${edge.top})`}>
          {ticksOf(y, 4, logarithmic).map((tick) => (
            <g key={tick} class="tick" transform={`translate(0 ${y(tick)})`}>
              <line x2={inner.width} />
              <text x={-8} dy="0.32em" text-anchor="end">
                {textOf(tick)}
              </text>
            </g>
          ))}
          {ticksOf(x, Math.max(2, Math.floor(inner.width / 90)), logarithmic).map((tick) => (
            <g key={tick} class="tick" transform={`translate(${x(tick)} 0)`}>
              <line y2={inner.height} />
              <text y={inner.height + 15} text-anchor="middle">
                {textOf(tick)}
              </text>
            </g>
          ))}
          <text class="axis" x={inner.width} y={inner.height + 30} text-anchor="end">
            {xName}
          </text>
          {mark !== null && (
            <g class="mark" transform={`translate(${x(mark.x)} 0)`}>
              <line y2={inner.height} />
              <text x={leftOfMark ? -4 : 4} y={9} text-anchor={leftOfMark ? 'end' : 'start'}>
                {mark.name}
              </text>
            </g>
          )}
          {series.map(({ name, kind, marks, dots }) =>
            marks === 'line' ? (
              <path key={name} class={`series ${kind}`} d={draw([...dots]) ?? ''} />
            ) : (
              dots
                .filter(isShown(logarithmic))
                .map((dot) => (
                  <circle
                    key={`${name} ${dot.x}`}
                    class={`series ${kind}`}
                    cx={x(dot.x)}
                    cy={y(dot.y)}
                    r={2.5}
                  />
                ))
            ),
          )}
        </g>
      </svg>
    </figure>
  );
}

type Scale = ReturnType<typeof scaleOf>;

function scaleOf(
  values: readonly number[],
  logarithmic: boolean,
  range: readonly [number, number],
) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (logarithmic) {
    return scaleLog([low === high ? low / 10 : low, low === high ? high * 10 : high], range).nice();
  }
  const room = low === high ? Math.max(1, Math.abs(low)) : 0;
  return scaleLinear([low - room, high + room], range).nice();
}

function ticksOf(scale: Scale, count: number, logarithmic: boolean): readonly number[] {
  const ticks = scale.ticks(count);
  if (!logarithmic) return ticks;
  // Of a logarithmic axis whole powers of ten, and not all of many.
  const powers = ticks.filter((tick) => Number.isInteger(Math.log10(tick)));
  const every = Math.ceil(powers.length / (count + 1));
  return powers.filter((_, at) => at % every === 0);
}

function isShown(logarithmic: boolean): (dot: Dot) => boolean {
  return ({ x, y }) =>
    Number.isFinite(x) && Number.isFinite(y) && (!logarithmic || (x > 0 && y > 0));
}
