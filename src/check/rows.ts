/**
 * From an experiment to the rows of a report: one for each input and source of a
 * written gradient, judged; and the merge of several samples into one target.
 */
import { unitRoundoff } from '../engine/noise';
import { analyticGradient } from './derivative';
import type { Experiment, Written } from './experiment';
import { type Mode, numericGradient } from './numeric/gradient';
import type { TargetOptions } from './options';
import { multiIndex } from './plain';
import { quoted } from './quoted';
import { type SampleReport, type Verdict, verdictOrder } from './report';
import { makeRow, type Row } from './row';
import { tieNote } from './ties';

export type { Row } from './row';

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
  const whole = entry === null || experiment.order === 2;
  const part = whole ? '' : `[${multiIndex(entry, shape).join(', ')}]`;
  const analytic = analyticGradient(graph, loss, inputs);
  const { rtol, atol, seed } = options.check;
  const numeric = numericGradient(experiment, loss, analytic, { mode, rtol, seed });
  // What is nothing beside the largest gradient is rounding, in what is written as in ours.
  const largest = analytic.gradients.reduce(
    (most, each) => each.reduce((one, value) => Math.max(one, Math.abs(value)), most),
    0,
  );
  const floor = Number.isFinite(largest) ? 64 * unitRoundoff * largest : 0;
  const tie = tieNote(machine, loss, path, experiment.pins);
  const tolerance = { rtol, atol, floor };
  const asked = { experiment, analytic, target: `${target}${part}`, path, tolerance, tie };
  const rows = inputs.flatMap((_, index) => {
    const own = experiment.written.filter((each) => each.input === index);
    const claims: readonly (Written | null)[] = own.length > 0 ? own : [null];
    return claims.map((written) =>
      makeRow(asked, index, numeric[index], scaled(written, options.scale)),
    );
  });
  const drawn = quoted(machine, machine.draws[0] ?? null, path);
  const settled = rows.map((row) => {
    const open = row.report.verdict === 'mismatch' ? experiment.lost : experiment.random;
    return open ? nondeterministic(row, drawn) : row;
  });
  const verdict = worstVerdict(settled.map((row) => row.report.verdict));
  return {
    sample: {
      given: experiment.given,
      at: experiment.at,
      origins: experiment.origins ?? {},
      value: experiment.value,
      verdict,
    },
    rows: settled,
    notes: [...experiment.notes, ...(tie === null || tells(settled, tie) ? [] : [tie])],
  };
}

/** What is claimed to be `scale` times the gradient, as a gradient. */
function scaled(written: Written | null, scale: number): Written | null {
  if (written === null || scale === 1) return written;
  return { ...written, data: written.data.map((each) => each / scale) };
}

/** Whether a row says so already. */
function tells(rows: readonly Row[], note: string): boolean {
  return rows.some(({ report }) => report.reason.includes(note));
}

/** A run that draws random numbers proves nothing about another run. */
function nondeterministic(row: Row, drawn: string | null): Row {
  return {
    ...row,
    report: {
      ...row.report,
      verdict: 'unverified',
      code: 'nondeterministic',
      reason: `it draws random numbers while it runs${drawn === null ? '' : ` (${drawn})`}: seed the generator inside, or draw them outside`,
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
