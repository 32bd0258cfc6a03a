/**
 * The report of a file whose check ran out of time. The thread that knew more is
 * gone, so each annotated function of the file gets the verdict `limit`; where
 * none is known, the file as a whole does.
 */
import { basename } from 'node:path';
import type { Source } from '../check/checker';
import type { FileReport, FunctionReport } from '../check/report';
import { outOfTime, type Pool, secondsPerFile } from './pool';
import type { targets } from './worker';

type Targets = Awaited<ReturnType<typeof targets>>;

export async function timeoutReport(source: Source, pool: Pool): Promise<FileReport> {
  const found = await pool.run<Targets>('targets', source);
  const annotated = found === outOfTime ? [] : found.filter((target) => target.annotated);
  const whole = { name: basename(source.path), line: 1, annotated: source.text.includes('@grad') };
  const functions = annotated.length > 0 ? annotated : [whole];
  return { path: source.path, functions: functions.map(limitReport), problems: [] };
}

function limitReport({ name, line, annotated }: Targets[number]): FunctionReport {
  const range = { line, column: 1, endLine: line, endColumn: 2 };
  return {
    name,
    line,
    kind: 'function',
    verdict: 'limit',
    code: 'time',
    reason: `The check of this file took longer than ${secondsPerFile} seconds and was ended.`,
    written: null,
    samples: [],
    parameters: [],
    cause: null,
    notes: [],
    formula: null,
    range,
    fullRange: range,
    annotated,
    ignored: false,
  };
}
