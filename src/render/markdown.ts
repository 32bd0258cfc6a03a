/**
 * The hover: a function's verdict in words, its value and formula, the three
 * gradients side by side. Markdown for `supportThemeIcons` and `supportHtml`; the
 * text carries every number, and whatever comes from the user's file is escaped.
 */
import type { FormulaReport, FunctionReport } from '../check/report';
import {
  anyWritten,
  coverageLines,
  foundText,
  type GradientRow,
  gradientRows,
  originsOf,
  pointsText,
  uncheckedLines,
  uncheckedText,
} from './facts';
import { formatArray, formatNumber, formatPoint } from './number';
import type { TypesetFormula } from './typeset';
import { badParameters, derivativeName, slopesText, verdictWords } from './words';

export interface HoverState {
  /** The report is of an older version of the text. */
  readonly stale: boolean;
  /** A newer check is under way. */
  readonly checking: boolean;
  /** A diagnostic shows the reason right above the hover. */
  readonly told?: boolean;
  /** The formula and its partial derivatives, drawn. */
  readonly picture?: TypesetFormula | null;
  /** `7 ops: +, sin`: stands for a formula where there is none. */
  readonly ops?: string;
}

const rowsBeforeFold = 2;

/** The hover of one function: at most six lines before the fold. */
export function hoverMarkdown(target: FunctionReport, state: HoverState): string {
  const rows = target.parameters.flatMap(gradientRows);
  const open = rows.slice(0, rowsBeforeFold);
  const picture = state.picture ?? null;
  const formula = picture === null ? '' : drawn(target, picture);
  const value = valueLine(target, picture === null);
  const numbersFirst = [value, open.length > 0 ? table(open) : ''];
  // Below a diagnostic there is little room, and what is wrong are the numbers.
  const order = state.told === true ? [...numbersFirst, formula] : [formula, ...numbersFirst];
  const blocks = [verdictLine(target, state), ...order.filter((block) => block !== '')];
  const folded = detailBlocks(target, rows.slice(rowsBeforeFold), state.ops ?? '');
  if (folded.length > 0) {
    blocks.push(['<details><summary>More</summary>', ...folded, '</details>'].join('\n\n'));
  }
  return `${blocks.join('\n\n')}\n`;
}

/** Text that Markdown shows as it is; what stands in backticks becomes code. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .split(/(`[^`]+`)/)
    .map((part, index) =>
      index % 2 === 1
        ? code(part.slice(1, -1))
        : part.replace(/[\\`*_{}[\]()#+\-.!|<>~$&:@]/g, '\\$&'),
    )
    .join('');
}

/** A code span that holds any text, on one line. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').replaceAll('$(', '$ (');
  const longestRun = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

function verdictLine(target: FunctionReport, state: HoverState): string {
  const { icon, word } = verdictWords[target.verdict];
  const ignored = target.ignored ? ' (ignored)' : '';
  let line = `$(${icon}) **${word}**${ignored}`;
  const told = state.told === true || target.verdict === 'pass';
  if (!told) line += ` — ${escapeMarkdown(target.reason)}`;
  else if (target.unchecked.length > 0) line += ` — ${uncheckedText(target)}`;
  if (state.checking) line += ' — $(sync) checking again';
  else if (state.stale) line += ' — $(history) of an earlier version of this text';
  return line;
}

/** `f(x) = x^2` and what it is at the first point. */
function valueLine(target: FunctionReport, withFormula: boolean): string {
  const parts: string[] = [];
  if (target.formula !== null && withFormula)
    parts.push(code(`${calledName(target)} = ${target.formula.value}`));
  const sample = target.samples[0];
  if (sample !== undefined) {
    const value = sample.value === null ? '' : `value ${numbers(formatArray(sample.value, 40))}`;
    const point = formatPoint(sample.at, 24);
    const at = point !== '' && point.length <= 60 ? `at ${code(point)}` : '';
    parts.push([value, at].filter((text) => text !== '').join(' '));
  }
  return parts.filter((text) => text !== '').join(' — ');
}

/** The picture; whoever cannot see it reads the formulas. */
function drawn(target: FunctionReport, { image, width, height }: TypesetFormula): string {
  const formula = target.formula as FormulaReport;
  const slopes = Object.entries(formula.partials).map(
    ([name, text]) => `${derivativeName(name)} = ${text}`,
  );
  const text = [`${calledName(target)} = ${formula.value}`, ...slopes].join('; ');
  const alt = text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<img src="${image}" width="${width}" height="${height}" alt="${alt}">`;
}

/** `f(x, y)`; a variable that carries a claim is no call. */
function calledName({ kind, name, formula }: FunctionReport): string {
  return kind === 'claim' ? name : `${name}(${Object.keys(formula?.partials ?? {}).join(', ')})`;
}

function table(rows: readonly GradientRow[]): string {
  const columns: [string, (row: GradientRow) => string][] = [
    [' ', (row) => code(row.name).replaceAll('|', '\\|')],
    ['analytic', (row) => numbers(row.analytic)],
    ['numeric', (row) => numbers(row.numeric)],
  ];
  if (anyWritten(rows)) columns.push(['written', (row) => numbers(row.written)]);
  columns.push(['relative error', (row) => row.relativeError]);
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  // The hover's tables have no padding of their own.
  const spaced = ([name, ...rest]: string[]) =>
    line([name, ...rest.map((cell) => `&emsp;${cell}`)]);
  return [
    spaced(columns.map(([title]) => title)),
    line(columns.map(([title]) => (title === ' ' ? '---' : '--:'))),
    ...rows.map((row) => spaced(columns.map(([, read]) => read(row)))),
  ].join('\n');
}

/** Numbers and nested lists of them hold nothing but brackets to escape. */
export function numbers(text: string): string {
  return text.replace(/[[\]]/g, '\\$&');
}

function detailBlocks(target: FunctionReport, rows: readonly GradientRow[], ops: string): string[] {
  const blocks: string[] = [];
  if (rows.length > 0) blocks.push(table(rows));
  const lines: string[] = [];
  for (const { name, slopes } of badParameters(target.parameters)) {
    if (slopes === null) continue;
    const text = slopesText(formatNumber(slopes.left), formatNumber(slopes.right));
    lines.push(`${code(name)}: ${escapeMarkdown(text)}`);
  }
  const told = target.cause === null || target.reason.includes(target.cause.message);
  if (target.cause !== null && !told) lines.push(`cause: ${escapeMarkdown(target.cause.message)}`);
  for (const [name, text] of Object.entries(target.formula?.partials ?? {})) {
    lines.push(code(`${derivativeName(name)} = ${text}`));
  }
  if (target.formula === null && ops !== '') lines.push(escapeMarkdown(ops));
  if (target.written !== null) lines.push(`written gradient: ${code(target.written)}`);
  if (target.samples.length > 1) lines.push(pointsText(target.samples));
  if (target.verdict !== 'pass') lines.push(escapeMarkdown(verdictWords[target.verdict].meaning));
  for (const line of coverageLines(target.parameters)) lines.push(escapeMarkdown(line));
  for (const each of uncheckedLines(target)) lines.push(escapeMarkdown(each));
  for (const note of target.notes) lines.push(escapeMarkdown(note));
  const found = foundText(target);
  if (found !== '') lines.push(escapeMarkdown(found));
  if (lines.length > 0) blocks.push(list(lines));
  const inputs = originsOf(target).map(
    ([name, origin]) => `${code(name)}: ${escapeMarkdown(origin)}`,
  );
  if (inputs.length > 0) {
    const summary = '<details><summary>Where the inputs come from</summary>';
    blocks.push(summary, list(inputs), '</details>');
  }
  return blocks;
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}
