/**
 * Code cells of a notebook as one text, with blank lines between them and every line
 * kept, so that a line of the text has its cell. What is not Python (magics, shell
 * lines, cells in other languages) becomes empty.
 */

export interface JoinedCells {
  readonly text: string;
  /** The first line of each cell in it, counted from 1. */
  readonly starts: readonly number[];
}

/** Magics that only time or quieten what stands below them. */
const transparent = ['time', 'timeit', 'capture', 'prun', 'debug', 'python', 'python3'];

/** The cells in their order. */
export function joinCells(sources: readonly string[]): JoinedCells {
  const lines: string[] = [];
  const starts: number[] = [];
  for (const source of sources) {
    if (lines.length > 0) lines.push('', '');
    starts.push(lines.length + 1);
    lines.push(...pythonLines(source));
  }
  return { text: lines.map((line) => `${line}\n`).join(''), starts };
}

/** The lines of a cell with what is not Python emptied, or replaced where a statement must stand. */
function pythonLines(source: string): string[] {
  const lines = source.split(/\r\n|\r|\n/);
  const first = lines.findIndex((line) => line.trim() !== '');
  const magic = /^\s*%%(\w*)/.exec(lines[first] ?? '');
  if (magic !== null) {
    if (!transparent.includes(magic[1])) return lines.map(() => '');
    lines[first] = '';
  }
  let open = '';
  return lines.map((line) => {
    const begins = open === '';
    const python = begins ? withoutMagic(line) : line;
    open = openAfter(python, open);
    return python;
  });
}

/** A line at which a statement begins, as Python. */
function withoutMagic(line: string): string {
  const [, indent, rest] = /^(\s*)(.*)$/.exec(line) ?? ['', '', line];
  if (/^(%[A-Za-z]|!|\?)/.test(rest) || /^[\w.]+\?{1,2}\s*$/.test(rest)) {
    return indent === '' ? '' : `${indent}pass`;
  }
  // What a magic gives is not known.
  return line.replace(/^(\s*[\w\s,.]+=\s*)(?:!|%[A-Za-z]).*$/, '$1get_ipython()');
}

/**
 * The brackets and triple quotes that are open after a line, given those that were
 * open before it: '' when the next line begins a statement.
 */
function openAfter(line: string, before: string): string {
  let open = before;
  for (let at = 0; at < line.length; at++) {
    const triple = line.slice(at, at + 3);
    const quoted = open.endsWith('"') || open.endsWith("'");
    if (quoted) {
      if (line[at] === '\\') at += 1;
      else if (triple === open.at(-1)?.repeat(3)) {
        open = open.slice(0, -1);
        at += 2;
      }
    } else if (triple === '"""' || triple === "'''") {
      open += line[at];
      at += 2;
    } else if (line[at] === '"' || line[at] === "'") {
      at = endOfText(line, at);
    } else if (line[at] === '#') break;
    else if ('([{'.includes(line[at])) open += line[at];
    else if (')]}'.includes(line[at])) open = open.slice(0, -1);
  }
  if (open === '' && line.endsWith('\\')) return '\\';
  return open.replace('\\', '');
}

/** Where the quoted text that begins at `start` ends; the end of the line when it does not. */
function endOfText(line: string, start: number): number {
  for (let at = start + 1; at < line.length; at++) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === line[start]) return at;
  }
  return line.length;
}
