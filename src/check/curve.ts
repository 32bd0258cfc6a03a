/**
 * A target along one entry of one input: its value and the three gradients at places
 * side by side, each from a run of its own, and at the point itself the plain central
 * differences over the step.
 */
import type { Difference } from '../engine/difference';
import { Stop } from '../trace/limits';
import type { CurvePoint, CurveRange, CurveReport, StepPoint } from './curve-report';
import { type Analytic, analyticGradient } from './derivative';
import type { Experiment } from './experiment';
import { Line } from './numeric/line';
import type { Outcome } from './outcome';
import { jsonNumber } from './plain';

/** Places at which the target is run. */
const places = 61;

interface Probe {
  readonly point: CurvePoint;
  readonly analytic: Analytic;
  readonly difference: Difference;
}

/** Null where there is no such entry, or no run to be made again. */
export function curveReport(
  { experiment }: Outcome,
  { input, entry, low, high }: CurveRange,
  rtol: number,
): CurveReport | null {
  const index = experiment?.inputs.findIndex(({ name }) => name === input) ?? -1;
  if (experiment === null || index < 0) return null;
  const { data } = experiment.inputs[index];
  if (!(entry >= 0 && entry < data.length && low < high)) return null;
  const here = probe(experiment, index, entry, rtol);
  const points = Array.from({ length: places }, (_, place) => {
    const x = low + ((high - low) * place) / (places - 1);
    return pointAt(experiment, index, entry, x, rtol);
  });
  const exact = here.analytic.gradients[index][entry];
  const { levels, step, value } = here.difference;
  return {
    input,
    entry,
    here: here.point,
    points,
    steps: levels
      .map(
        (level): StepPoint => ({
          step: level.step,
          value: jsonNumber(level.value),
          relativeError: jsonNumber(relative(level.value, exact)),
        }),
      )
      .sort((one, other) => other.step - one.step),
    chosenStep: step,
    relativeError: jsonNumber(relative(value, exact)),
  };
}

function pointAt(
  experiment: Experiment,
  index: number,
  entry: number,
  x: number,
  rtol: number,
): CurvePoint {
  const nothing = { value: null, analytic: null, numeric: null, numericError: null, written: null };
  const data = experiment.inputs.map((each, at) => {
    if (at !== index) return each.data;
    const moved = each.data.slice();
    moved[entry] = x;
    return moved;
  });
  try {
    const moved = experiment.elsewhere?.(data);
    return moved === undefined ? { x, ...nothing } : probe(moved, index, entry, rtol).point;
  } catch (stop) {
    // The function has no value there, which the plot shows as a gap.
    if (stop instanceof Stop) return { x, ...nothing };
    throw stop;
  }
}

function probe(experiment: Experiment, index: number, entry: number, rtol: number): Probe {
  const { machine, loss, inputs, written, jacobian } = experiment;
  const analytic = analyticGradient(machine.graph, loss, inputs);
  const difference = new Line(experiment, loss, analytic, rtol).coordinate(index, entry);
  const own = written.find(
    (each) => each.input === index && each.data.length === inputs[index].data.length,
  );
  const known = difference.state !== 'undefined';
  const point: CurvePoint = {
    x: inputs[index].data[entry],
    value: jsonNumber(machine.graph.number(loss)),
    analytic: jsonNumber(analytic.gradients[index][entry]),
    numeric: known ? jsonNumber(difference.value) : null,
    numericError: known ? jsonNumber(difference.error) : null,
    written: own === undefined || jacobian ? null : jsonNumber(own.data[entry]),
  };
  return { point, analytic, difference };
}

function relative(value: number, exact: number): number {
  const scale = Math.max(Math.abs(value), Math.abs(exact));
  return scale === 0 ? 0 : Math.abs(value - exact) / scale;
}
