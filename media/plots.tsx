/**
 * The plots: the function and its derivative over a range of one input entry, with the
 * numeric and the written derivative on top, and the error against the step.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CurveRange, CurveReport } from '../src/check/curve-report';
import type { GraphReport } from '../src/check/graph-report';
import { formatNumber } from '../src/render/number';
import { Plot, type Series } from './plot';
import { PlotTable } from './plot-table';
import { entryName, flatIndex, flatOf } from './shapes';
import { useSize } from './use-size';

interface Props {
  readonly report: GraphReport;
  /** The newest answer; of another entry or range it is old. */
  readonly curve: CurveReport | null | undefined;
  readonly onAsk: (range: CurveRange) => void;
}

export function Plots({ report, curve, onAsk }: Props) {
  const inputs = report.nodes.filter(({ role }) => role === 'input');
  // What is wrong is plotted first.
  const wrong = report.parameters.find(({ verdict }) => verdict !== 'pass');
  const [name, setName] = useState(wrong?.name ?? '');
  const [chosen, setChosen] = useState(flatIndex(wrong?.worstIndex ?? [], wrong?.shape ?? []));
  const [reach, setReach] = useState<number | null>(null);
  const input = inputs.find(({ label }) => label === name) ?? inputs[0];
  const values = input === undefined ? [] : flatOf(input.value);
  const entry = chosen < values.length ? chosen : 0;
  const center = values[entry] ?? 0;
  const half = reach ?? Math.max(1, Math.abs(center));
  useEffect(() => {
    if (input === undefined) return;
    onAsk({ input: input.label, entry, low: center - half, high: center + half });
  }, [report, input?.label, entry, half]);
  if (input === undefined) return <p class="hint">There is no input to plot over.</p>;
  const shownCurve = curve?.input === input.label && curve.entry === entry ? curve : null;
  return (
    <section class="plots" aria-label="Plots">
      <div class="plot-choice">
        <label>
          {'over '}
          <select
            value={input.label}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          >
            {inputs.map(({ id, label }) => (
              <option key={id} value={label}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {values.length > 1 && (
          <label>
            {'entry '}
            <input
              type="number"
              min={0}
              max={values.length - 1}
              value={entry}
              onChange={({ currentTarget }) => setChosen(Math.floor(Number(currentTarget.value)))}
            />
            {` ${entryName(input.label, entry, input.shape)}`}
          </label>
        )}
        <label>
          {'± '}
          <input
            type="number"
            min={0}
            step="any"
            value={half}
            onChange={({ currentTarget }) => {
              const wanted = Number(currentTarget.value);
              if (wanted > 0) setReach(wanted);
            }}
          />
        </label>
      </div>
      {curve === null && <p class="hint">This one cannot be run at other points.</p>}
      {shownCurve !== null && (
        <Curves
          curve={shownCurve}
          name={entryName(input.label, entry, input.shape)}
          of={report.name}
        />
      )}
    </section>
  );
}

interface CurvesProps {
  readonly curve: CurveReport;
  readonly name: string;
  readonly of: string;
}

/** As wide as there is room, within reason. */
const narrowest = 240;
const widest = 460;
/** Dots stand apart, so that the lines below them are seen. */
const dotStride = 4;

function Curves({ curve, name, of }: CurvesProps) {
  const { points, here, steps, chosenStep } = curve;
  const row = useRef<HTMLDivElement>(null);
  const room = useSize(row, 'plots', widest);
  const width = Math.max(narrowest, Math.min(widest, room.width));
  const series = (kind: Series['kind'], marks: Series['marks'], title: string): Series => ({
    name: title,
    kind,
    marks,
    dots: points.map((point) => ({ x: point.x, y: toNumber(point[kind]) })),
  });
  const numeric = series('numeric', 'dots', 'numeric');
  const mark = { x: here.x, name: `${name} = ${formatNumber(here.x)}` };
  const hasWritten = points.some(({ written }) => written !== null);
  const derivative = `∂${of}/∂${name}`;
  const errors = steps.map(({ step, error }) => ({ x: toNumber(step), y: toNumber(error) }));
  const best = formatNumber(curve.error, 2);
  return (
    <>
      <div class="plot-row" ref={row}>
        <Plot
          title={of}
          summary={`${of} over ${name}; it is ${formatNumber(here.value)} at ${formatNumber(here.x)}`}
          xName={name}
          series={[series('value', 'line', 'value')]}
          mark={mark}
          width={width}
        />
        <Plot
          title={derivative}
          summary={`${derivative}; at ${formatNumber(here.x)} analytic ${formatNumber(here.analytic)}, numeric ${formatNumber(here.numeric)}${hasWritten ? `, written ${formatNumber(here.written)}` : ''}`}
          xName={name}
          series={[
            series('analytic', 'line', 'analytic'),
            ...(hasWritten ? [series('written', 'line', 'written')] : []),
            { ...numeric, dots: numeric.dots.filter((_, at) => at % dotStride === 0) },
          ]}
          mark={mark}
          width={width}
        />
        <Plot
          title="error of the central difference"
          nothing="every step gives the exact derivative"
          summary={`Error against step: the extrapolation at step ${formatNumber(chosenStep, 3)} is off by ${best}`}
          xName="step h"
          series={[{ name: 'one step', kind: 'numeric', marks: 'dots', dots: errors }]}
          logarithmic
          mark={chosenStep > 0 ? { x: chosenStep, name: `chosen: off by ${best}` } : null}
          width={width}
        />
      </div>
      <PlotTable curve={curve} name={name} />
    </>
  );
}

function toNumber(value: CurveReport['error'] | null): number {
  return value === null ? Number.NaN : Number(value);
}
