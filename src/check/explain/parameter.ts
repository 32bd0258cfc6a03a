/** The reasoning for one input: its derivatives at one entry are made again, with all that they rest on. */
import { noiseSource } from '../blame';
import type { ParameterReasoning, Vote } from '../explain-report';
import { shapesAgree } from '../judge';
import { type Estimated, Line } from '../numeric/line';
import { stepCurve } from '../numeric/step-curve';
import { jsonNumber, multiIndex } from '../plain';
import type { Row } from '../row';
import { pointText } from '../sentences';
import { ruleOf } from './rules';

/** `at` is the flat position of the entry; null: the one that the row speaks of. */
export function explainParameter(
  row: Row,
  at: number | null,
  withCurve: boolean,
): ParameterReasoning {
  const { report, written } = row;
  const { experiment, analytic, path, tolerance } = row.asked;
  const { machine, inputs, loss } = experiment;
  const index = inputs.findIndex(({ name }) => name === report.name);
  const input = inputs[index];
  const position = at ?? flatPosition(report.worstIndex ?? [], input.shape);
  const value = analytic.gradients[index][position];
  const line = new Line(experiment, loss, analytic, tolerance.rtol);
  const numeric = line.coordinate(index, position);
  const fits = written !== null && shapesAgree(written.shape, input.shape);
  const claim = fits ? written.data[position] : null;
  const slack = analytic.rounding[index][position] + tolerance.atol;
  const votes = votesOf(claim, value, numeric, slack, tolerance.rtol);
  const isKink = numeric.state === 'kink';
  return {
    name: report.name,
    shape: input.shape,
    index: multiIndex(position, input.shape),
    at: pointText(experiment.at),
    source: report.source,
    verdict: report.verdict,
    code: report.code,
    reason: report.reason,
    analytic: jsonNumber(value),
    analyticNoise: jsonNumber(analytic.noiseOf(index, position)),
    forward: {
      forward: jsonNumber(analytic.forward.found),
      reverse: jsonNumber(analytic.forward.expected),
    },
    numeric: {
      value: jsonNumber(numeric.value),
      error: jsonNumber(numeric.error),
      state: numeric.state,
      evaluations: numeric.evaluations,
      step: jsonNumber(numeric.step),
      levels: numeric.levels.map((level) => ({
        step: jsonNumber(level.step),
        value: jsonNumber(level.value),
        error: jsonNumber(level.error),
      })),
      second: numeric.second === undefined ? null : jsonNumber(numeric.second),
      slopes: isKink ? { left: jsonNumber(numeric.left), right: jsonNumber(numeric.right) } : null,
      noise: jsonNumber(analytic.noise),
      noiseSource: noiseSource(machine, analytic.sweep, loss, path),
    },
    written: claim === null ? null : jsonNumber(claim),
    votes,
    rule: ruleOf(report, numeric, votes),
    coverage: report.coverage,
    curve: withCurve
      ? stepCurve(line, index, position, { x: input.data[position], analytic: value })
      : null,
  };
}

function votesOf(
  written: number | null,
  analytic: number,
  numeric: Estimated,
  slack: number,
  rtol: number,
): Vote[] {
  const vote = (between: Vote['between'], a: number, b: number, bar: number): Vote => {
    const distance = Math.abs(a - b);
    const limit = bar + slack + rtol * Math.max(Math.abs(a), Math.abs(b));
    return {
      between,
      distance: jsonNumber(distance),
      limit: jsonNumber(limit),
      agree: distance <= limit,
    };
  };
  const { value, error } = numeric;
  const known = Number.isFinite(value);
  return [
    ...(written === null ? [] : [vote(['written', 'analytic'], written, analytic, 0)]),
    ...(known ? [vote(['analytic', 'numeric'], analytic, value, error)] : []),
    ...(written === null || !known ? [] : [vote(['written', 'numeric'], written, value, error)]),
  ];
}

function flatPosition(index: readonly number[], shape: readonly number[]): number {
  return index.reduce((position, each, axis) => position * shape[axis] + each, 0);
}
