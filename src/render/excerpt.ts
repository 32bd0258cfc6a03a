/**
 * The source line that a range starts on, with the place underlined, and the
 * `path:line:column` before it that terminals turn into a link.
 */
import { cellAt, type FileReport, type Range } from '../check/report';

const tabWidth = 4;
const widest = 110;

/** `examples/net.py:12:9`; in a notebook `net.ipynb cell 3:12:9`. */
export function placeText({ path, cells }: Pick<FileReport, 'path' | 'cells'>, at: Range): string {
  const cell = cellAt(cells, at.line);
  if (cell === undefined) return `${path}:${at.line}:${at.column}`;
  return `${path} cell ${cell.number}:${cell.line}:${at.column}`;
}

/**
 * Two lines, `12 | return 2 * x` and the underline below; [] where the text has
 * no such line; `shown` is its number for the reader. A range over several lines is underlined to the end of its first.
 */
export function excerpt(text: string, range: Range, shown = range.line): string[] {
  const line = text.split('\n', range.line)[range.line - 1]?.replace(/\r$/, '');
  if (line === undefined) return [];
  const end = range.endLine > range.line ? line.length : range.endColumn - 1;
  const from = columnsOf(line.slice(0, range.column - 1)).length;
  const to = Math.max(from + 1, columnsOf(line.slice(0, end).trimEnd()).length);
  const whole = columnsOf(line.trimEnd());
  const indent = whole.length - whole.trimStart().length;
  const cut = whole.length - indent <= widest ? indent : Math.max(indent, from - widest / 2);
  const number = String(shown);
  const visible = whole.slice(cut, cut + widest);
  const underline =
    ' '.repeat(Math.max(0, from - cut)) +
    '^'.repeat(Math.min(to, cut + widest) - Math.max(from, cut));
  return [`${number} | ${visible}`, `${' '.repeat(number.length)} | ${underline}`];
}

/** The text as a terminal lays it out, with tabs widened. */
function columnsOf(text: string): string {
  let laidOut = '';
  for (const character of text) {
    laidOut += character === '\t' ? ' '.repeat(tabWidth - (laidOut.length % tabWidth)) : character;
  }
  return laidOut;
}
