/**
 * A target along one entry of one input: its value and the three gradients at places
 * side by side, each from a run of its own, and at the point itself the plain central
 * differences over the step.
 */
import type { Difference } from '../engine/difference';
import { Stop } from '../trace/limits';
import type { CurvePoint, CurveRange, CurveReport } from './curve-report';
import { type Analytic, analyticGradient } from './derivative';
import type { Experiment } from './experiment';
import { Line } from './numeric/line';
import { stepCurve } from './numeric/step-curve';
import type { Outcome } from './outcome';
import { jsonNumber } from './plain';

/** Places at which the target is run. */
const places = 61;

interface Probe {
  readonly point: CurvePoint;
  readonly analytic: Analytic;
  readonly line: Line;
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
  const { step, value } = here.difference;
  return {
    input,
    entry,
    here: here.point,
    points,
    steps: stepCurve(here.line, index, entry, { x: data[entry], analytic: exact }),
    chosenStep: step,
    error: jsonNumber(Math.abs(value - exact)),
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
  const line = new Line(experiment, loss, analytic, rtol);
  const difference = line.coordinate(index, entry);
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
  return { point, analytic, line, difference };
}
