/**
 * What a mismatch of a pair that nobody annotated may mean instead: the derivative in
 * terms of the output, a convention of scale, a deliberate surrogate, a formula that
 * holds only for some data, a near miss. Each is tried in turn, and named as such.
 */
import { Stop } from '../../trace/limits';
import type { Experiment } from '../experiment';
import { isRight } from '../glance';
import { attempt, finish, type Outcome, type Subject } from '../outcome';
import { experimentsOf, type Procedure } from '../procedures/procedure';
import type { ParameterReport, Verdict } from '../report';
import { type Row, worstVerdict } from '../rows';
import type { Sample } from '../sample';
import { deliberate } from './deliberate';
import { holdsOnlyIf } from './holds-if';
import { nearMiss } from './near-miss';
import { outputForm } from './output-form';
import { scaleOnly } from './scale';
import { transposedJacobian } from './transposed';
import { weightedHessian } from './weighted';

/** Another way to run a pair. */
export type Way =
  | { readonly ofOutput: true }
  | { readonly transposed: true }
  | { readonly weighted: true }
  | { readonly unclipped: true };

/** What a convention has to look at. */
export interface Case {
  readonly subject: Subject;
  readonly outcome: Outcome;
  readonly procedure: Procedure;
  /** The same pair run in another way; null where that makes no sense. */
  readonly variant: (way: Way) => Procedure | null;
}

const conventions = [
  deliberate,
  transposedJacobian,
  weightedHessian,
  outputForm,
  scaleOnly,
  holdsOnlyIf,
];

/** The outcome in the light of conventions: the same where none explains the mismatch. */
export function reconsider(given: Case): Outcome {
  if (given.outcome.verdict !== 'mismatch') return given.outcome;
  for (const explain of conventions) {
    const explained = explain(given);
    if (explained !== null) return explained;
  }
  return nearMiss(given.outcome);
}

/** An outcome whose mismatches are explained: their rows bear another verdict, code and sentence. */
export function explained(
  outcome: Outcome,
  verdict: Verdict,
  code: string,
  sentence: (row: ParameterReport) => string,
  concerned: (row: Row) => boolean = () => true,
): Outcome {
  const isMeant = (row: Row) => row.report.verdict === 'mismatch' && concerned(row);
  if (!outcome.rows.some(isMeant)) return outcome;
  const rows = outcome.rows.map((row) =>
    isMeant(row)
      ? { ...row, report: { ...row.report, verdict, code, reason: sentence(row.report) } }
      : row,
  );
  const worst = worstVerdict(rows.map((row) => row.report.verdict));
  const first = rows.find((row) => row.report.verdict === worst);
  if (worst === 'mismatch') return { ...outcome, rows };
  const samples = outcome.samples.map((each) =>
    each.verdict === 'mismatch' ? { ...each, verdict } : each,
  );
  return {
    ...outcome,
    verdict: worst,
    code: first?.report.code ?? code,
    reason: first?.report.reason ?? outcome.reason,
    rows,
    samples,
  };
}

/** The outcome of another procedure at the same samples; null where it is wrong. */
export function tryAgain(
  subject: Subject,
  outcome: Outcome,
  procedure: Procedure,
  change: (sample: Sample) => Sample = (sample) => sample,
): Outcome | null {
  const experiments = experimentsAgain(outcome, procedure, change, true);
  if (experiments === null) return null;
  const tried = attempt(() => finish(subject, experiments, procedure.options));
  // Inputs that nothing is written for need not have a slope there.
  const written = tried.rows.filter(({ report }) => report.source !== null);
  const isGood = ({ report: { verdict } }: Row) => verdict === 'pass' || verdict === 'kink';
  return written.length > 0 && written.every(isGood) ? tried : null;
}

/** The experiments of another procedure at the same samples; null where they cannot be run, or are to be `right` and are not. */
export function experimentsAgain(
  outcome: Outcome,
  procedure: Procedure,
  change: (sample: Sample) => Sample,
  right: boolean,
): Experiment[] | null {
  const points = new Map(
    outcome.experiments.flatMap(({ sample, integers }) =>
      sample === null ? [] : [[sample, integers] as const],
    ),
  );
  const experiments: Experiment[] = [];
  try {
    for (const [sample, integers] of points) {
      const made = experimentsOf(procedure, change(sample), integers, points.size === 1);
      if (right && !made.every((each) => isRight(each, procedure.options.scale))) return null;
      experiments.push(...made);
    }
  } catch (stop) {
    if (stop instanceof Stop) return null;
    throw stop;
  }
  return experiments;
}
