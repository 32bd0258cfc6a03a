/**
 * The outcome of a target: its samples are run, judged and merged. The one place
 * where a run that ended early (an error of the user's, a limit, an unsupported
 * construct) becomes a verdict.
 */
import type { Annotation } from '../syntax/annotation';
import { nearest } from '../syntax/nearest';
import type { FunctionDefinition } from '../syntax/nodes';
import type { Problem } from '../syntax/problem';
import { Stop } from '../trace/limits';
import { type Experiment, movedTo } from './experiment';
import type { AnnotatedPoints } from './options';
import { acrossPoints } from './points';
import type { SampleReport, Verdict } from './report';
import {
  type Judged,
  judgeExperiment,
  mergeRows,
  mergeSamples,
  type Row,
  worstVerdict,
} from './rows';

/** The outcome of one target, before it becomes a report with ranges and problems. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly code: string | null;
  readonly reason: string;
  readonly rows: readonly Row[];
  readonly samples: readonly SampleReport[];
  readonly notes: readonly string[];
  /** What no run came to, each with the reason. */
  readonly unchecked: readonly string[];
  /** Where the run ended, for an error of the user's. */
  readonly stop: Stop | null;
  /** The experiment of the first sample, for graph and formula; null when none could be made. */
  readonly experiment: Experiment | null;
  /** All experiments, in the order of the samples. */
  readonly experiments: readonly Experiment[];
  readonly problems: readonly Problem[];
  /** Why a pair that its names suggested is none after all. */
  readonly noPair?: string;
  /** What comes out with other values of the first sample's inputs. */
  readonly elsewhere?: (data: readonly Float64Array[]) => Outcome;
}

/** What is being checked, for sentences: a name, and the file that it stands in. */
export interface Subject {
  readonly name: string;
  readonly path: string;
}

export function finish(
  subject: Subject,
  experiments: readonly Experiment[],
  options: AnnotatedPoints['options'],
  inferred: readonly string[] = [],
): Outcome {
  const [{ sample }] = experiments;
  const judged: Judged[] = experiments.map((each, at) => {
    // What was enumerated once is probed at further drawn points, and with other weights of the output.
    const further = !each.given && each.sample !== sample;
    const reweighted = at > 0 && each.entry === null && each.sample === experiments[at - 1].sample;
    const again = (further || reweighted) && options.check.mode === 'auto';
    const mode = again ? 'again' : options.check.mode;
    return judgeExperiment(subject.name, each, options, subject.path, mode);
  });
  const rows = acrossPoints(mergeRows(judged), judged, experiments, subject.path);
  const [first] = experiments;
  const unread = first.unread;
  const notes = [...new Set(judged.flatMap((each) => each.notes))];
  if (inferred.length > 0) notes.push(`${inferred.join(', ')}: drawn by GradLens`);
  const verdicts = rows.map((row) => row.report.verdict);
  if (unread.length > 0) verdicts.push('unsupported');
  if (rows.length === 0) verdicts.push('unsupported');
  const verdict = worstVerdict(verdicts);
  const worst = rows.find((row) => row.report.verdict === verdict);
  const empty =
    unread[0]?.reason ??
    'there is nothing to differentiate: no parameter is a real number or a float array';
  return {
    verdict,
    code: worst !== undefined ? worst.report.code : rows.length === 0 ? 'no-input' : 'unread',
    reason: verdict === 'pass' ? passReason(rows) : (worst?.report.reason ?? empty),
    rows,
    samples: mergeSamples(judged),
    notes,
    unchecked: [],
    stop: null,
    experiment: first,
    experiments,
    problems: [],
    elsewhere: (data) => attempt(() => finish(subject, movedTo(experiments, data), options)),
  };
}

/** The sentence about rows that all pass. */
export function passReason(rows: readonly Row[]): string {
  const names = [...new Set(rows.map((row) => row.report.name))].join(', ');
  return rows.some((row) => row.report.source !== null)
    ? `analytic, numeric and written agree for ${names}`
    : `analytic and numeric agree for ${names}; no written gradient to compare`;
}

/** Runs a check; a Stop becomes the outcome. */
export function attempt(check: () => Outcome): Outcome {
  try {
    return check();
  } catch (stop) {
    const known = stop instanceof Stop ? stop : stackStop(stop);
    if (known === null) throw stop;
    return ended(known.kind, known.code, known.message, known);
  }
}

/** Too deep a nesting of the user's code overflows our own stack: a limit like any other. */
export function stackStop(problem: unknown): Stop | null {
  if (!(problem instanceof RangeError) || !/call stack/i.test(problem.message)) return null;
  return new Stop('limit', 'depth', 'stopped: calls or expressions nest too deeply', null);
}

export function ended(verdict: Verdict, code: string, reason: string, stop: Stop | null): Outcome {
  return {
    verdict,
    code,
    reason,
    rows: [],
    samples: [],
    notes: [],
    unchecked: [],
    stop,
    experiment: null,
    experiments: [],
    problems: [],
  };
}

/**
 * The outcome of a target whose annotations are wrong; null when they are not.
 * `problems` are those found here; a malformed annotation's own are told already.
 */
export function malformed(
  annotations: readonly Annotation[],
  problems: readonly Problem[],
): Outcome | null {
  const broken = annotations.find((each) => each.kind === 'malformed');
  const first = broken?.problem ?? problems[0];
  if (first === undefined) return null;
  return { ...ended('unsupported', 'annotation', first.message, null), problems };
}

export function skipped(reason: string): Outcome {
  return ended('unverified', 'skipped', `skipped: ${reason}`, null);
}

/** Something written was read, and is right. */
export function isProven({ verdict, rows }: Outcome): boolean {
  return verdict === 'pass' && rows.some(({ report }) => report.source !== null);
}

/** A gradient that is not written yet: an assignment's stub. */
export function stub(name: string): Outcome {
  return ended('unsupported', 'skeleton', `not implemented: ${name} returns nothing yet`, null);
}

/** One of several gradients is not written yet: its slot holds None. */
export function unfilled(outcome: Outcome, name: string, slot: string, input: string): Outcome {
  const rows = outcome.rows.filter(({ report }) => report.source !== null);
  const reason = `not implemented: ${name} leaves self.${slot} None, where the gradient of ${input} belongs`;
  return { ...outcome, verdict: 'unsupported', code: 'skeleton', reason, rows };
}

export function missingFunction(
  definition: FunctionDefinition,
  name: string,
  option: string,
  problems: readonly Problem[],
  known: Iterable<string>,
): Outcome {
  const span = definition.annotations[0]?.span ?? definition.nameSpan;
  const close = nearest(name, known);
  const hint = close === null ? '' : `; did you mean \`${close}\`?`;
  const message = `${option}=${name}: there is no function ${name} here${hint}`;
  const missing: Problem = { span, code: 'annotation', severity: 'error', message };
  return {
    ...ended('unsupported', 'annotation', message, null),
    problems: [...problems, missing],
  };
}
