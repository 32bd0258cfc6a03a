/**
 * From an experiment to the rows of a report: one for each input and source of a
 * written gradient, judged; and the merge of several samples into one target.
 */
import { unitRoundoff } from '../engine/noise';
import { type Analytic, analyticGradient } from './derivative';
import { diagnose } from './diagnose';
import type { Experiment, Input, Written } from './experiment';
import { wrongReport, wrongWords } from './extent';
import { type Judgement, judge, type Tolerance } from './judge';
import { type Mode, type Numeric, numericGradient } from './numeric/gradient';
import type { TargetOptions } from './options';
import { jsonArray, jsonNumber, multiIndex } from './plain';
import {
  type Cause,
  type CoverageReport,
  type ParameterReport,
  type SampleReport,
  type Verdict,
  verdictOrder,
} from './report';
import { rowSentence } from './sentences';
import { tieNote } from './ties';

/** A row with what only the making of problems needs. */
export interface Row {
  readonly report: ParameterReport;
  readonly cause: Cause | null;
  /** Where a mismatch of this row is shown; null for a row without a written gradient. */
  readonly span: Written['span'] | null;
}

export interface Judged {
  readonly sample: SampleReport;
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
}

/** Judges one experiment. `target` is the name in sentences (`f`, `final_output`), `path` the file's. */
export function judgeExperiment(
  target: string,
  experiment: Experiment,
  options: TargetOptions,
  path: string,
  mode: Mode,
): Judged {
  const { machine, loss, inputs, entry } = experiment;
  const { graph } = machine;
  const { shape } = graph.entry(experiment.output);
  const part = entry === null ? '' : `[${multiIndex(entry, shape).join(', ')}]`;
  const analytic = analyticGradient(graph, loss, inputs);
  const { rtol, atol, seed } = options.check;
  const numeric = numericGradient(experiment, loss, analytic, { mode, rtol, seed });
  // What is nothing beside the largest gradient is rounding, in what is written as in ours.
  const largest = analytic.gradients.reduce(
    (most, each) => each.reduce((one, value) => Math.max(one, Math.abs(value)), most),
    0,
  );
  const floor = atol + (Number.isFinite(largest) ? 64 * unitRoundoff * largest : 0);
  const rows = inputs.flatMap((_, index) => {
    const own = experiment.written.filter((each) => each.input === index);
    const claims: readonly (Written | null)[] = own.length > 0 ? own : [null];
    return claims.map((written) =>
      makeRow(
        `${target}${part}`,
        experiment,
        index,
        analytic,
        numeric[index],
        scaled(written, options.scale),
        { rtol, atol: floor },
      ),
    );
  });
  const settled = rows.map((row) =>
    row.report.verdict === 'mismatch'
      ? experiment.lost
        ? nondeterministic(row)
        : row
      : experiment.random
        ? nondeterministic(row)
        : row,
  );
  const verdict = worstVerdict(settled.map((row) => row.report.verdict));
  const tie = tieNote(experiment.machine, loss, path);
  return {
    sample: {
      given: experiment.given,
      at: experiment.at,
      origins: experiment.origins ?? {},
      value: experiment.value,
      verdict,
    },
    rows: settled,
    notes: [...experiment.notes, ...(tie === null ? [] : [tie])],
  };
}

/** What is claimed to be `scale` times the gradient, as a gradient. */
function scaled(written: Written | null, scale: number): Written | null {
  if (written === null || scale === 1) return written;
  return { ...written, data: written.data.map((each) => each / scale) };
}

function makeRow(
  target: string,
  experiment: Experiment,
  index: number,
  analytic: Analytic,
  numeric: Numeric,
  written: Written | null,
  tolerance: Tolerance,
): Row {
  const input = experiment.inputs[index];
  const judged =
    analytic.doubt !== null
      ? doubted
      : confirmed(index, input, analytic, numeric, written, tolerance);
  const gradient = analytic.gradients[index];
  const position = Math.max(0, judged.worst);
  const difference = numeric.differences[position] ?? null;
  const cause =
    judged.verdict === 'mismatch' &&
    written !== null &&
    judged.code !== 'shape' &&
    judged.slopes === null
      ? diagnose(experiment, analytic.gradients, written)
      : null;
  const sentence =
    analytic.doubt === null
      ? rowSentence(target, experiment, input, gradient, difference, written, judged)
      : `GradLens doubts its own result: ${analytic.doubt}. Please report this`;
  const wrong = wrongReport(judged.wrong, input.shape);
  const extent = judged.verdict === 'mismatch' ? wrongWords(wrong, input.shape) : '';
  const told = extent === '' ? sentence : `${sentence} (${extent})`;
  const known = numeric.differences.map((each) => (each === null ? 0 : 1));
  return {
    cause,
    span: written?.span ?? null,
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

/** A run that draws random numbers proves nothing about another run. */
function nondeterministic(row: Row): Row {
  return {
    ...row,
    report: {
      ...row.report,
      verdict: 'unverified',
      code: 'nondeterministic',
      reason:
        'it draws random numbers while it runs: seed the generator inside, or draw them outside',
    },
  };
}

/** One entry a point: a point that was run with several cotangents counts once, at its worst. */
export function mergeSamples(judged: readonly Judged[]): SampleReport[] {
  const merged = new Map<string, SampleReport>();
  for (const { sample } of judged) {
    const key = JSON.stringify(sample.at);
    const before = merged.get(key);
    const verdict = worstVerdict([
      sample.verdict,
      ...(before === undefined ? [] : [before.verdict]),
    ]);
    merged.set(key, { ...(before ?? sample), verdict });
  }
  return [...merged.values()];
}

export function worstVerdict(verdicts: readonly Verdict[]): Verdict {
  return verdictOrder.find((each) => verdicts.includes(each)) ?? 'pass';
}

/** For each input and source the row of the worst sample; the first sample among equals. */
export function mergeRows(judged: readonly Judged[]): Row[] {
  const merged = new Map<string, Row>();
  for (const row of judged.flatMap((each) => each.rows)) {
    const key = `${row.report.name}\n${row.report.source ?? ''}`;
    const before = merged.get(key);
    const rank = (each: Row) => verdictOrder.indexOf(each.report.verdict);
    if (before === undefined || rank(row) < rank(before)) merged.set(key, row);
  }
  // Where any run held a written gradient against an input, runs without one add nothing.
  const rows = [...merged.values()];
  const held = new Set(
    rows.filter(({ report }) => report.source !== null).map(({ report }) => report.name),
  );
  return rows.filter(({ report }) => report.source !== null || !held.has(report.name));
}
