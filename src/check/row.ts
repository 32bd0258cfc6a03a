/** One row of a report: one input and one written gradient of one experiment, judged and put into words. */
import { noiseSource, singularity } from './blame';
import { sidesWords } from './branches';
import type { Analytic } from './derivative';
import { diagnose } from './diagnose';
import type { Experiment, Input, Written } from './experiment';
import { wrongReport, wrongWords } from './extent';
import { type Judgement, judge, type Tolerance } from './judge';
import type { Numeric } from './numeric/gradient';
import { jsonArray, jsonNumber, multiIndex } from './plain';
import type { Cause, CoverageReport, ParameterReport } from './report';
import { firstVariable, rowSentence } from './sentences';

/** A row with what only the making of problems needs. */
export interface Row {
  readonly report: ParameterReport;
  readonly cause: Cause | null;
  /** Where a mismatch of this row is shown; null for a row without a written gradient. */
  readonly span: Written['span'] | null;
  /** What it was judged from. */
  readonly asked: Asked;
  readonly written: Written | null;
}

/** What a row is about, beside the input. */
export interface Asked {
  readonly experiment: Experiment;
  readonly analytic: Analytic;
  /** The target, for sentences: `f`, `f[0, 1]`. */
  readonly target: string;
  /** The file that the reader is in. */
  readonly path: string;
  readonly tolerance: Tolerance;
  /** The op that sits on a tie at the point, with its rule. */
  readonly tie: string | null;
}

/** Judges one input; `written` is null where nothing is held against it. */
export function makeRow(
  asked: Asked,
  index: number,
  numeric: Numeric,
  written: Written | null,
): Row {
  const { experiment, analytic, path, tolerance } = asked;
  const { machine, loss } = experiment;
  const input = experiment.inputs[index];
  const judged =
    analytic.doubt !== null
      ? doubted
      : confirmed(index, input, analytic, numeric, written, tolerance);
  const gradient = analytic.gradients[index];
  const position = Math.max(0, judged.worst);
  const difference = numeric.differences[position] ?? null;
  const cause =
    judged.verdict === 'mismatch' && written !== null && judged.slopes === null
      ? diagnose(experiment, analytic.gradients, written)
      : null;
  const sentence =
    analytic.doubt === null
      ? rowSentence({
          target: asked.target,
          first: firstVariable(experiment),
          at: experiment.at,
          input,
          analytic: gradient,
          difference,
          written,
          judged,
          tie: asked.tie,
          noise: () => noiseSource(machine, analytic.sweep, loss, path),
          singularity: () => singularity(machine, analytic.sweep, loss, path),
        })
      : `GradLens doubts its own result: ${analytic.doubt}. Please report this`;
  const wrong = wrongReport(judged.wrong, input.shape);
  const partly = judged.verdict === 'mismatch' && judged.wrong.length < gradient.length;
  const side = partly ? sidesWords(experiment, index, judged.wrong, path) : null;
  const extent = partly ? wrongWords(wrong, input.shape, side) : '';
  const told = extent === '' ? sentence : `${sentence} (${extent})`;
  const known = numeric.differences.map((each) => (each === null ? 0 : 1));
  return {
    cause,
    span: written?.span ?? null,
    asked,
    written,
    report: {
      name: input.name,
      shape: input.shape,
      source: written?.source ?? null,
      verdict: judged.verdict,
      code: judged.code,
      reason: cause === null ? told : `${told}: ${cause.message}`,
      checked: numeric.checked,
      coverage: coverageOf(numeric),
      analytic: jsonArray(gradient, input.shape),
      numeric: jsonArray(
        numeric.differences.map((each) => each?.value ?? 0),
        input.shape,
        known,
      ),
      numericError: jsonArray(
        numeric.differences.map((each) => each?.error ?? 0),
        input.shape,
        known,
      ),
      written: written === null ? null : jsonArray(written.data, written.shape),
      relativeError: Number.isNaN(judged.relativeError) ? null : jsonNumber(judged.relativeError),
      worstIndex:
        judged.worst < 0 || gradient.length === 0 ? null : multiIndex(position, input.shape),
      wrong,
      slopes:
        judged.slopes === null
          ? null
          : { left: jsonNumber(judged.slopes.left), right: jsonNumber(judged.slopes.right) },
    },
  };
}

const doubted: Judgement = {
  verdict: 'error',
  code: 'engine-doubt',
  worst: 0,
  wrong: [],
  relativeError: Number.NaN,
  slopes: null,
};

/** Judges; the entry that is shown to be wrong is one that the numeric gradient was asked about. */
function confirmed(
  index: number,
  input: Input,
  analytic: Analytic,
  numeric: Numeric,
  written: Written | null,
  tolerance: Tolerance,
): Judgement {
  for (;;) {
    const judged = judge(index, input, analytic, numeric, written, tolerance);
    const { verdict, worst } = judged;
    const known = worst < 0 || numeric.differences[worst] !== null;
    if (verdict !== 'mismatch' || known) return judged;
    numeric.confirm(worst);
  }
}

function coverageOf({ differences, directions }: Numeric): CoverageReport {
  const differenced = differences.filter((each) => each !== null);
  const all = [...differenced, ...directions.map(({ difference }) => difference)];
  return {
    entries: differences.length,
    differenced: differenced.length,
    directions: directions.length,
    evaluations: all.reduce((sum, { evaluations }) => sum + evaluations, 0),
  };
}
