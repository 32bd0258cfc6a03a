/**
 * The report of a file whose worker was ended, since it did not look at the clock in time:
 * what knew more is gone with it.
 */
import type { Checker, Source } from './checker';
import type { FileReport, FunctionReport, ProblemReport, Range } from './report';

type Target = ReturnType<Checker['targets']>[number];

/**
 * Each annotated target with the verdict `limit`, code `time`; where none is
 * known, the file as a whole. What the user asked for also becomes a problem.
 * `milliseconds` is how long the check was given.
 */
export function timeLimitReport(
  source: Source,
  targets: readonly Target[],
  milliseconds: number,
): FileReport {
  const reason = `The check of this file took longer than ${milliseconds / 1000} seconds and was ended.`;
  const lines = source.text.split(/\r\n|\r|\n/);
  const annotated = targets.filter((target) => target.annotated);
  const functions = (annotated.length > 0 ? annotated : [wholeFile(source)]).map((target) =>
    limitReport(target, nameRange(lines, target), reason),
  );
  const problems = functions.filter((target) => target.annotated).map(limitProblem);
  return { path: source.path, functions, problems };
}

function wholeFile({ path, text }: Source): Target {
  const name = path.split(/[/\\]/).at(-1) ?? path;
  return { name, line: 1, annotated: text.includes('@grad') };
}

function limitReport({ name, annotated }: Target, range: Range, reason: string): FunctionReport {
  return {
    name,
    line: range.line,
    kind: 'function',
    verdict: 'limit',
    code: 'time',
    reason,
    written: null,
    samples: [],
    parameters: [],
    cause: null,
    notes: [],
    unchecked: [],
    formula: null,
    range,
    fullRange: range,
    annotated,
    ignored: false,
    convention: null,
    why: null,
    of: null,
    ofRange: null,
  };
}

function limitProblem({ range, reason }: FunctionReport): ProblemReport {
  return {
    ...range,
    code: 'time',
    severity: 'warning',
    message: reason,
    related: [],
    ignored: false,
  };
}

/** Where the last part of a qualified name stands on its line; the line's start when it does not. */
function nameRange(lines: readonly string[], { name, line }: Target): Range {
  const word = name.slice(name.lastIndexOf('.') + 1);
  const at = (lines[line - 1] ?? '').indexOf(word);
  const [column, width] = at < 0 ? [1, 1] : [at + 1, word.length];
  return { line, column, endLine: line, endColumn: column + width };
}
