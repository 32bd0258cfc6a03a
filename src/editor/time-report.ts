/**
 * The report of a file whose check was ended by the clock: `timeReport`. Only the
 * doors hold a clock, so only they can say this.
 */
import type { Source } from '../check/checker';
import type { FileReport, FunctionReport, Range } from '../check/report';
import type { Targets } from './worker-messages';

/** Every annotated target of the file with the verdict `limit`, code `time`. */
export function timeReport(source: Source, targets: Targets, milliseconds: number): FileReport {
  const lines = source.text.split(/\r\n|\r|\n/);
  const reason = `The check of this file was ended after ${milliseconds / 1000} s.`;
  const functions = targets
    .filter(({ annotated }) => annotated)
    .map(({ name, line }) => functionReport(name, nameRange(lines, line, name), reason));
  const problems = functions.map(({ range }) => ({
    ...range,
    code: 'time',
    severity: 'warning' as const,
    message: reason,
    related: [],
    ignored: false,
  }));
  return { path: source.path, functions, problems };
}

function functionReport(name: string, range: Range, reason: string): FunctionReport {
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
    formula: null,
    range,
    fullRange: range,
    annotated: true,
    ignored: false,
  };
}

/** Where the last part of a qualified name stands on its line. */
function nameRange(lines: readonly string[], line: number, name: string): Range {
  const word = name.slice(name.lastIndexOf('.') + 1);
  const column = Math.max(0, (lines[line - 1] ?? '').indexOf(word)) + 1;
  return { line, column, endLine: line, endColumn: column + word.length };
}
