/**
 * The inputs as sliders with a number each, entry by entry for short arrays: the graph
 * is computed anew while they move, and the point can be written into the annotation.
 */
import type { GraphReport } from '../src/check/graph-report';
import type { JsonArray } from '../src/check/report';
import { formatNumber } from '../src/render/number';
import { entryName } from './shapes';
import type { Point } from './use-point';

interface Props {
  readonly report: GraphReport;
  readonly point: Point;
  readonly onWrite: (at: Readonly<Record<string, JsonArray>>) => void;
}

/** Entries up to which all are offered; of longer arrays none. */
const mostEntries = 24;

interface Entry {
  readonly input: string;
  readonly entry: number;
  /** `x`, `w[0, 1]`. */
  readonly name: string;
  readonly start: number;
}

export function Inputs({ report, point, onWrite }: Props) {
  const entries = entriesOf(report, point);
  const long = report.nodes.filter(
    ({ role, label }) => role === 'input' && !entries.some(({ input }) => input === label),
  );
  const isMoved = Object.keys(point.moved).length > 0;
  return (
    <details class="inputs">
      <summary>
        Inputs
        {isMoved && <span class="word"> moved by hand</span>}
      </summary>
      <div class="sliders">
        {entries.map((each) => (
          <Slider key={each.name} {...each} point={point} />
        ))}
      </div>
      {long.length > 0 && (
        <p class="word">
          {`${long.map(({ label }) => label).join(', ')}: too long for sliders, pick the node for its numbers.`}
        </p>
      )}
      {isMoved && (
        <div class="buttons">
          <button type="button" onClick={point.reset}>
            Back to the sample
          </button>
          <button type="button" onClick={() => onWrite(written(report, point))}>
            Write into the annotation
          </button>
        </div>
      )}
    </details>
  );
}

function Slider({ input, entry, name, start, point }: Entry & { readonly point: Point }) {
  const value = point.moved[input]?.[entry] ?? start;
  const reach = Math.max(1, 2 * Math.abs(start));
  const move = (text: string) => {
    const number = Number(text);
    if (text.trim() !== '' && Number.isFinite(number)) point.move(input, entry, number);
  };
  return (
    <div class="slider">
      <label>
        <span class="name">{name}</span>
        <input
          type="range"
          min={start - reach}
          max={start + reach}
          step={reach / 100}
          value={value}
          aria-valuetext={formatNumber(value)}
          onInput={({ currentTarget }) => move(currentTarget.value)}
        />
      </label>
      <input
        type="number"
        step="any"
        value={Number(formatNumber(value, 8))}
        aria-label={name}
        onChange={({ currentTarget }) => move(currentTarget.value)}
      />
    </div>
  );
}

function entriesOf({ nodes }: GraphReport, { origin }: Point): readonly Entry[] {
  return nodes.flatMap(({ role, label, shape }) => {
    const start = origin.get(label);
    if (role !== 'input' || start === undefined || start.length > mostEntries) return [];
    return Array.from(start, (each, entry) => {
      return { input: label, entry, name: entryName(label, entry, shape), start: each };
    });
  });
}

/** The moved inputs in their shapes. */
function written({ nodes }: GraphReport, { moved }: Point): Record<string, JsonArray> {
  const at: Record<string, JsonArray> = {};
  for (const { role, label, shape } of nodes) {
    const values = moved[label];
    if (role === 'input' && values !== undefined) at[label] = shaped(values.map(rounded), shape);
  }
  return at;
}

/** What the slider shows is what is written. */
function rounded(value: number): number {
  return Number(formatNumber(value, 8));
}

function shaped(values: readonly number[], shape: readonly number[]): JsonArray {
  if (shape.length === 0) return values[0];
  const [count, ...inner] = shape;
  const size = values.length / count;
  return Array.from({ length: count }, (_, at) =>
    shaped(values.slice(at * size, (at + 1) * size), inner),
  );
}
