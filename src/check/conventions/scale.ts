/**
 * Mean or sum: a written gradient that is exactly N or 1/N times the derivative, N a
 * dimension of the sample, is right for a loss that is scaled so.
 */

import { Stop } from '../../trace/limits';
import { analyticGradient } from '../derivative';
import { constantRatio } from '../diagnose';
import type { Experiment, Written } from '../experiment';
import { isClose } from '../judge';
import type { Outcome } from '../outcome';
import { multiIndex } from '../plain';
import { experimentsOf } from '../procedures/procedure';
import type { ParameterReport } from '../report';
import { changedWhere, shapeOf } from './changed';
import { type Case, explained } from './reconsider';

const tolerance = 1e-8;

/** Null where a mismatch is something else than a scale. */
export function scaleOnly(given: Case): Outcome | null {
  const { outcome } = given;
  const wrong = outcome.rows.filter((row) => row.report.verdict === 'mismatch');
  const right = outcome.rows.filter(
    (row) => row.report.verdict === 'pass' && row.report.source !== null,
  );
  // A layer may scale its parameters' gradients alone; one right parameter among scaled ones is a mistake.
  const data = outcome.experiments[0]?.inputs[0]?.name;
  if (right.some(({ report }) => report.name !== data)) return null;
  const scales = new Map<string, string>();
  let confirmed = true;
  for (const { report } of wrong) {
    const found = outcome.experiments.map((each) => scaleOf(each, report.name, report.source));
    const [first] = found;
    if (
      first === undefined ||
      first === null ||
      !found.every((each) => each?.sign === first.sign)
    ) {
      return null;
    }
    scales.set(report.name, first.sentence);
    confirmed &&= follows(given, report, first);
  }
  if (!confirmed) return null;
  return explained(
    outcome,
    'unverified',
    'scale',
    (report) => `\`${report.source}\` is ${scales.get(report.name)} the gradient of ${report.name}`,
  );
}

/**
 * Whether the factor follows the dimension: the sample is cut by one wherever it has that size.
 * Where no such sample runs, nothing speaks against it.
 */
function follows(
  { outcome, procedure }: Case,
  { name, source }: ParameterReport,
  { size, sign }: Scale,
): boolean {
  const [{ sample, integers }] = outcome.experiments;
  if (sample === null || size < 3) return true;
  const cut = changedWhere(
    sample,
    () => true,
    (data, shape) => shortened(data, shape, size),
  );
  try {
    const again = scaleOf(
      experimentsOf(procedure, cut, integers, false)[0],
      name,
      source,
      size - 1,
    );
    return again !== null && again.sign === sign;
  } catch (stop) {
    if (stop instanceof Stop) return true;
    throw stop;
  }
}

/** Axes of size `size` lose their last entry. */
function shortened(data: Float64Array, shape: readonly number[], size: number) {
  const smaller = shape.map((each) => (each === size ? size - 1 : each));
  const kept = Array.from({ length: data.length }, (_, at) => at).filter((at) =>
    multiIndex(at, shape).every((index, axis) => index < smaller[axis]),
  );
  return { data: Float64Array.from(kept, (at) => data[at]), shape: smaller };
}

interface Scale {
  readonly size: number;
  /** 1: N times too large; -1: N times too small. */
  readonly sign: 1 | -1;
  readonly sentence: string;
}

/** `only`: the one size that counts. */
function scaleOf(
  experiment: Experiment,
  name: string,
  source: string | null,
  only: number | null = null,
): Scale | null {
  const index = experiment.inputs.findIndex((each) => each.name === name);
  const written = experiment.written.find((each) => each.input === index && each.source === source);
  if (index < 0 || written === undefined) return null;
  const ratio = ratioOf(experiment, written);
  if (ratio === null) return null;
  for (const { size, called } of dimensionsOf(experiment)) {
    // Two is as often a forgotten square's factor.
    if (only === null ? size <= 2 : size !== only) continue;
    if (isClose(ratio, size, 0, tolerance)) {
      return {
        size,
        sign: 1,
        sentence: `${size} times (${called}): right if your loss is a sum over it, not a mean;`,
      };
    }
    if (isClose(ratio * size, 1, 0, tolerance)) {
      return {
        size,
        sign: -1,
        sentence: `1/${size} times (${called}): right if your loss is a mean over it;`,
      };
    }
  }
  return null;
}

function ratioOf(experiment: Experiment, written: Written): number | null {
  const { machine, loss, inputs } = experiment;
  const { gradients } = analyticGradient(machine.graph, loss, inputs);
  return constantRatio(written.data, gradients[written.input]);
}

function dimensionsOf(experiment: Experiment): { size: number; called: string }[] {
  const output = experiment.machine.graph.entry(experiment.output);
  const all = [
    ...experiment.inputs.map((each) => ({ name: each.name, shape: each.shape })),
    { name: 'the output', shape: output.shape },
    ...Object.entries(experiment.at).map(([name, value]) => ({
      name,
      shape: shapeOf(value) ?? [],
    })),
  ];
  return all.flatMap(({ name, shape }) => {
    const axes = shape.map((size, axis) => ({
      size,
      called: shape.length === 1 ? `the length of ${name}` : `axis ${axis} of ${name}`,
    }));
    const size = shape.reduce((product, each) => product * each, 1);
    return shape.length > 1 ? [...axes, { size, called: `the size of ${name}` }] : axes;
  });
}
