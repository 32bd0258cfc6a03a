/**
 * A report as terminal text: one line a function, what went wrong below those
 * that are not a pass, one closing line. The caller says how a text is coloured.
 */
import type { FileReport, FunctionReport, Report } from '../check/report';
import { factsText, uncheckedLines } from './facts';
import { looseProblems } from './problems';
import { summaryLine } from './summary';
import { detailLines, type Paint, problemLines } from './text-details';
import { verdictWords, wrap } from './words';

export interface TextOptions {
  readonly paint: Paint;
  /** Only what is not a pass, and nothing else. */
  readonly quiet: boolean;
  /** The text of each file by its path in the report, for source lines. */
  readonly sources: ReadonlyMap<string, string>;
}

/** The report as lines with a line break at the end; '' when there is nothing to say. */
export function renderText(report: Report, options: TextOptions): string {
  const { paint } = options;
  const blocks = report.files
    .map((file) => fileLines(file, options, paint))
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`);
  if (!options.quiet) blocks.push(`${summaryLine(report, paint)}\n`);
  return blocks.join('\n');
}

function fileLines(file: FileReport, options: TextOptions, paint: Paint): string[] {
  const shown = file.functions.filter(
    (target) => !options.quiet || (target.verdict !== 'pass' && !target.ignored),
  );
  const problems = looseProblems(file);
  if (shown.length === 0 && problems.length === 0) return [];
  const source = options.sources.get(file.path) ?? '';
  const width = Math.max(...shown.map(({ name }) => name.length), 0);
  const wordWidth = Math.max(...shown.map((target) => wordOf(target).length), 0);
  const lines = [paint('bold', file.path)];
  for (const target of shown) {
    lines.push(functionLine(target, width, wordWidth, paint));
    if (target.verdict === 'pass') {
      const rest = uncheckedLines(target).flatMap(wrap);
      lines.push(...rest.map((line) => `      ${paint('dim', line)}`));
    } else if (!target.ignored) {
      lines.push(...detailLines(file, target, source, paint).map((line) => `      ${line}`), '');
    }
  }
  for (const problem of problems) {
    lines.push(...problemLines(file, problem, source, paint).map((line) => `  ${line}`), '');
  }
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => line.trimEnd());
}

function functionLine(
  target: FunctionReport,
  width: number,
  wordWidth: number,
  paint: Paint,
): string {
  const { color, mark } = verdictWords[target.verdict];
  const shade = target.ignored ? 'gray' : color;
  const verdict = paint(shade, wordOf(target).padEnd(wordWidth));
  const facts = target.verdict === 'pass' ? `  ${paint('dim', factsText(target))}` : '';
  return `  ${paint(shade, mark)} ${target.name.padEnd(width)}  ${verdict}${facts}`;
}

function wordOf(target: FunctionReport): string {
  const { word } = verdictWords[target.verdict];
  return target.ignored ? `${word}, ignored` : word;
}
