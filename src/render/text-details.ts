/**
 * What the terminal shows below a function that is not a pass: the reason, the
 * three gradients, the source line with the place underlined, and the cause.
 */
import type { styleText } from 'node:util';
import { cellAt, type FileReport, type FunctionReport, type ProblemReport } from '../check/report';
import { excerpt, placeText } from './excerpt';
import {
  anyWritten,
  coverageLines,
  foundText,
  type GradientRow,
  gradientRows,
  originsOf,
  uncheckedLines,
} from './facts';
import { formatNumber, formatPoint } from './number';
import { problemsOf } from './problems';
import { badParameters, lineWidth, slopesText, wrap } from './words';

/** Colours a text, or leaves it as it is. */
export type Paint = (format: Parameters<typeof styleText>[0], text: string) => string;

/** Leaves it as it is. */
export const unpainted: Paint = (_format, text) => text;

const mostRows = 12;
const mostPlaces = 4;

/** The lines below a function, without indentation; an empty one parts the sections. */
export function detailLines(
  file: FileReport,
  target: FunctionReport,
  source: string,
  paint: Paint,
): string[] {
  const sections = [
    wrap(target.reason),
    tableLines(target, paint),
    placeLines(file, target, source, paint),
    [
      ...uncheckedLines(target),
      ...target.notes.map((note) => `note: ${note}`),
      ...coverageLines(target.parameters),
      ...originsOf(target).map(([name, origin]) => `input ${name}: ${origin}`),
      foundText(target),
    ]
      .filter((text) => text !== '')
      .flatMap(wrap),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .flatMap((lines) => [...lines, ''])
    .slice(0, -1);
}

/** A problem that stands alone: its place, its sentence, its line. */
export function problemLines(
  file: FileReport,
  problem: ProblemReport,
  source: string,
  paint: Paint,
): string[] {
  const color = problem.severity === 'error' ? 'red' : 'yellow';
  const related = relatedLines(file, problem, source, paint);
  return [
    `${paint(color, problem.severity)} ${placeText(file, problem)} ${paint('dim', `[${problem.code}]`)}`,
    ...[...wrap(problem.message), ...excerptLines(file, source, problem, paint), ...related].map(
      (line) => `    ${line}`,
    ),
  ];
}

function tableLines(target: FunctionReport, paint: Paint): string[] {
  const bad = badParameters(target.parameters).filter(
    ({ analytic, numeric, written }) => analytic !== null || numeric !== null || written !== null,
  );
  const rows = bad.flatMap(gradientRows);
  if (rows.length === 0) return [];
  const lines = table(rows.slice(0, mostRows), paint);
  if (rows.length > mostRows) lines.push(`… and ${rows.length - mostRows} more rows`);
  const sample = target.samples.find(({ verdict }) => verdict === target.verdict);
  const point = sample === undefined ? '' : formatPoint(sample.at);
  if (point !== '' && point.length <= lineWidth) lines.unshift(paint('dim', `at ${point}`));
  for (const { name, slopes } of bad) {
    if (slopes === null) continue;
    lines.push(`${name}: ${slopesText(formatNumber(slopes.left), formatNumber(slopes.right))}`);
  }
  return lines;
}

function table(rows: readonly GradientRow[], paint: Paint): string[] {
  const columns: [string, (row: GradientRow) => string][] = [
    ['', (row) => row.name],
    ['analytic', (row) => row.analytic],
    ['numeric', (row) => row.numeric],
  ];
  if (anyWritten(rows)) columns.push(['written', (row) => row.written]);
  if (rows.some(({ relativeError }) => relativeError !== ''))
    columns.push(['relative error', (row) => row.relativeError]);
  const widths = columns.map(([title, read]) =>
    Math.max(title.length, ...rows.map((row) => read(row).length)),
  );
  const line = (cells: string[]) =>
    cells.map((cell, column) => cell.padEnd(widths[column])).join('  ');
  return [
    paint('dim', line(columns.map(([title]) => title))),
    ...rows.map((row) => line(columns.map(([, read]) => read(row)))),
  ];
}

/** The line of the cause, else those of the function's problems, else its own; then the cause in words. */
function placeLines(
  file: FileReport,
  target: FunctionReport,
  source: string,
  paint: Paint,
): string[] {
  const { cause, reason } = target;
  const problems = problemsOf(file, target).slice(0, mostPlaces);
  const ranges = problems.length > 0 ? problems : [target.range];
  const places = (cause?.range ? [cause.range] : ranges).map((range) =>
    [paint('cyan', placeText(file, range)), ...excerptLines(file, source, range, paint)].join('\n'),
  );
  // Several problems may stand at one place.
  const lines = [...new Set(places)].flatMap((place) => place.split('\n'));
  // The function's own lines stand above; what other files have to do with it does not.
  for (const problem of problems) {
    const related = problem.related.filter(({ path }) => path !== undefined);
    lines.push(...relatedLines(file, { related }, source, paint));
  }
  const told = cause === null || reason.includes(cause.message);
  return told ? lines : [...lines, ...wrap(`cause: ${cause.message}`)];
}

/** Each related place with its words; its line too where it is in the same file. */
function relatedLines(
  file: FileReport,
  { related }: Pick<ProblemReport, 'related'>,
  source: string,
  paint: Paint,
): string[] {
  return related.flatMap(({ path, message, range }) =>
    path === undefined
      ? [`${placeText(file, range)}: ${message}`, ...excerptLines(file, source, range, paint)]
      : [`${placeText({ path }, range)}: ${message}`],
  );
}

function excerptLines(
  file: FileReport,
  source: string,
  range: Parameters<typeof excerpt>[1],
  paint: Paint,
): string[] {
  const [code, underline] = excerpt(source, range, cellAt(file.cells, range.line)?.line);
  return code === undefined ? [] : [code, paint('red', underline)];
}
