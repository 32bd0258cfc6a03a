/**
 * Outcomes to reports: ranges, problems with their severities, and what ignore
 * comments silence.
 */
import type { Place } from '../engine/graph';
import type { Ignore, Program } from '../syntax/nodes';
import type { Problem } from '../syntax/problem';
import { lineStarts, type Span } from '../syntax/span';
import type { UserModules } from '../trace/user-modules';
import { isOurs } from './codes';
import { formulaOf } from './formula';
import type { Outcome } from './outcome';
import { rangeOf } from './plain';
import type {
  ConventionReport,
  FunctionReport,
  ProblemReport,
  Range,
  RelatedReport,
} from './report';

/** What is known of a target beside its outcome. */
export interface Described {
  readonly name: string;
  readonly kind: FunctionReport['kind'];
  readonly nameSpan: Span;
  readonly fullSpan: Span;
  /** Where the target's annotations stand, above it or inside. */
  readonly annotationSpans: readonly Span[];
  readonly annotated: boolean;
  /** The forward definition that a mismatch points to. */
  readonly forwardSpan: Span | null;
  /** How a pair was found; null for what is none. */
  readonly found: {
    /** null: an annotation says so. */
    readonly convention: ConventionReport | null;
    readonly why: string;
    /** The function whose gradient is written; null where both are one. */
    readonly of: string | null;
  } | null;
}

export class Assembler {
  private readonly starts: readonly number[];

  constructor(
    private readonly program: Program,
    private readonly modules: UserModules,
  ) {
    this.starts = lineStarts(program.text);
  }

  range(span: Span): Range {
    return rangeOf(this.starts, span);
  }

  function(described: Described, outcome: Outcome): FunctionReport {
    const range = this.range(described.nameSpan);
    const sources = [...new Set(outcome.rows.map((row) => row.report.source))];
    const worst = outcome.rows.find((row) => row.report.verdict === outcome.verdict);
    const { found, forwardSpan } = described;
    const of = found?.of ?? null;
    return {
      name: described.name,
      line: range.line,
      kind: described.kind,
      verdict: outcome.verdict,
      code: outcome.code,
      reason: outcome.reason,
      written: sources.find((each) => each !== null) ?? null,
      samples: outcome.samples,
      parameters: outcome.rows.map((row) => row.report),
      cause: worst?.cause ?? null,
      notes: outcome.notes,
      unchecked: outcome.unchecked,
      formula: outcome.experiment === null ? null : formulaOf(outcome.experiment),
      range,
      fullRange: this.range(described.fullSpan),
      annotated: described.annotated,
      ignored: this.silenced(range.line, outcome.verdict),
      convention: found?.convention ?? null,
      why: found?.why ?? null,
      of,
      ofRange: of === null || forwardSpan === null ? null : this.range(forwardSpan),
    };
  }

  /** The problems of one target: mismatches at what is wrong, other ends at the name. */
  problems(described: Described, outcome: Outcome): ProblemReport[] {
    const found: ProblemReport[] = outcome.problems.map((each) => this.problem(each, []));
    for (const row of outcome.rows) {
      if (row.report.verdict !== 'mismatch' || row.span === null) continue;
      const related: RelatedReport[] = [];
      if (described.forwardSpan !== null) {
        related.push({
          range: this.range(described.forwardSpan),
          message: `${described.kind === 'function' ? (described.found?.of ?? described.name) : described.name} computes its value here`,
        });
      }
      const { reason } = row.report;
      found.push(
        this.problem(
          { span: row.span, code: 'mismatch', severity: 'error', message: reason },
          related,
        ),
      );
    }
    const malformed = outcome.code === 'annotation' && outcome.stop === null;
    const quiet = malformed || outcome.verdict === 'mismatch' || !described.annotated;
    if (quiet) return this.atTarget(described, found);
    const { verdict, reason, stop } = outcome;
    const span = this.placeWithin(described, stop?.place ?? null);
    if (
      verdict === 'error' ||
      verdict === 'limit' ||
      verdict === 'unsupported' ||
      verdict === 'undefined'
    ) {
      const severity = verdict === 'error' && !isOurs(outcome.code) ? 'error' : 'warning';
      const message = stop === null ? reason : `${described.name} was not checked: ${reason}`;
      const related = this.elsewhere(stop?.place ?? null);
      found.push(this.problem({ span, code: verdict, severity, message }, related));
    }
    return this.atTarget(described, found);
  }

  /** Where a run ended, if that is inside the target; else the target's name. */
  private placeWithin(described: Described, place: Place | null): Span {
    const { fullSpan, annotationSpans, nameSpan } = described;
    const own =
      place !== null && place.path === this.program.path && place.end > place.start ? place : null;
    const inside = [fullSpan, ...annotationSpans].some(
      ({ start, end }) => own !== null && own.start >= start && own.end <= end,
    );
    return own !== null && inside ? own : nameSpan;
  }

  /** Where a run ended, if that is in another file. */
  private elsewhere(place: Place | null): RelatedReport[] {
    if (place === null || place.path === this.program.path || place.end <= place.start) return [];
    const { path } = place;
    const text = this.modules.text(path);
    if (text === null) return [];
    return [{ path, range: rangeOf(lineStarts(text), place), message: 'it ended here' }];
  }

  /** A problem of the text itself. */
  problem(problem: Problem, related: readonly RelatedReport[]): ProblemReport {
    const range = this.range(problem.span);
    return {
      ...range,
      code: problem.code,
      severity: problem.severity,
      message: problem.message,
      related,
      ignored: this.silenced(range.line, problem.code),
    };
  }

  /** An ignore comment on the line of a definition silences the whole target. */
  private atTarget(described: Described, problems: readonly ProblemReport[]): ProblemReport[] {
    const { line } = this.range(described.nameSpan);
    return problems.map((each) => ({
      ...each,
      ignored: each.ignored || this.silenced(line, each.code),
    }));
  }

  private silenced(line: number, code: string): boolean {
    return this.program.ignores.some((ignore: Ignore) => {
      const here = ignore.line === null || ignore.line === line;
      return here && (ignore.codes.length === 0 || ignore.codes.includes(code));
    });
  }
}
