/** `gradlens check`: files in, report out, with a sentence for each file that could not be read. */
import { dirname, resolve } from 'node:path';
import { styleText } from 'node:util';
import type { Source } from '../check/checker';
import {
  type CellReport,
  cellAt,
  defaultOptions,
  type FileReport,
  type Report,
  summarize,
} from '../check/report';
import { renderJson } from '../render/json';
import { renderText } from '../render/text';
import { type Paint, unpainted } from '../render/text-details';
import type { CheckCommand } from './arguments';
import { exitCodeOf, exitCodes } from './exit';
import { type FileSource, findFiles, readSource } from './files';
import { internalError, openPool, outOfTime, type Pool, secondsPerFile, workerFile } from './pool';
import { openProgress } from './progress';
import { projectReader } from './project';
import type { Outcome } from './run';
import { timeoutReport } from './timeout';
import type { Task } from './worker';

/** One file's part of the outcome: its report, or why there is none. */
type Part = { readonly source: Source; readonly report: FileReport } | string;

export async function runCheck(command: CheckCommand): Promise<Outcome> {
  const found = await findFiles(command.paths);
  const settings = projectReader();
  const pool = openPool(workerFile, found.paths.length, secondsPerFile);
  const progress = openProgress(found.paths.length);
  const parts = await Promise.all(
    found.paths.map(async (path) => {
      const part = await checkFile(path, command, settings, pool);
      progress.step();
      return part;
    }),
  );
  progress.close();
  await pool.close();

  const complaints = [
    ...found.failures,
    ...new Set(parts.filter((part) => typeof part === 'string')),
  ];
  const checked = parts.filter((part) => typeof part !== 'string');
  const files = checked.map(({ report }) => report);
  const report: Report = { schema: 1, summary: summarize(files), files };
  const code = complaints.length > 0 ? exitCodes.unusable : exitCodeOf(files);
  return { output: print(report, command, checked), complaints, code };
}

async function checkFile(
  path: string,
  command: CheckCommand,
  settings: ReturnType<typeof projectReader>,
  pool: Pool,
): Promise<Part> {
  const source = await readSource(path);
  if (typeof source === 'string') return source;
  const project = await settings(path === '-' ? process.cwd() : dirname(resolve(path)));
  if (project.kind === 'wrong') return project.message;
  const options = { ...defaultOptions, ...project.options, ...command.given };
  try {
    const task: Task = { source, options };
    const report = await pool.run<FileReport>('check', task);
    const found = report === outOfTime ? await timeoutReport(source, pool) : report;
    return { source, report: inCells(found, source) };
  } catch (problem) {
    return internalError(source.path, problem);
  }
}

/** The report of a notebook says of each part which cell it stands in. */
function inCells(report: FileReport, { cells }: FileSource): FileReport {
  if (cells === undefined) return report;
  const named = <T extends { readonly line: number }>(part: T): T & { cell?: CellReport } => ({
    ...part,
    cell: cellAt(cells, part.line),
  });
  const { path, functions, problems } = report;
  return { path, cells, functions: functions.map(named), problems: problems.map(named) };
}

function print(
  report: Report,
  command: CheckCommand,
  checked: readonly { readonly source: Source }[],
): string {
  if (command.format === 'json') return renderJson(report);
  if (report.files.length === 0) return '';
  const sources = new Map(checked.map(({ source }) => [source.path, source.text]));
  const color = process.stdout.isTTY === true && process.stdout.hasColors();
  const painted: Paint = (format, text) => styleText(format, text, { validateStream: false });
  const paint = color ? painted : unpainted;
  return renderText(report, { paint, quiet: command.quiet, sources });
}
