/**
 * Reads physical lines of Python without a parser: indentation, open brackets
 * and open strings. Used where the parser's tree is no help, in broken text.
 */

/** What a line leaves open for the next one. */
export interface LineState {
  readonly depth: number;
  /** The triple quote that is still open. */
  readonly quote: string | null;
  /** The line ends in a backslash. */
  readonly continued: boolean;
  /** Where a comment starts on the line, or its end. */
  readonly codeEnd: number;
}

export const CLOSED: LineState = { depth: 0, quote: null, continued: false, codeEnd: 0 };

export function isOpen(state: LineState): boolean {
  return state.depth > 0 || state.quote !== null || state.continued;
}

/** The state after `line`; single-quoted strings end with their line. */
export function scanLine(line: string, before: LineState): LineState {
  let { depth, quote } = before;
  let at = 0;
  while (at < line.length) {
    if (quote !== null) {
      const end = closingQuote(line, at, quote);
      if (end < 0) return { depth, quote, continued: false, codeEnd: line.length };
      at = end;
      quote = null;
      continue;
    }
    const character = line[at];
    if (character === '#') return { depth, quote, continued: false, codeEnd: at };
    if (character === '"' || character === "'") {
      const triple = character.repeat(3);
      if (line.startsWith(triple, at)) {
        quote = triple;
        at += 3;
        continue;
      }
      const end = closingQuote(line, at + 1, character);
      if (end < 0) return { depth, quote, continued: false, codeEnd: line.length };
      at = end;
      continue;
    }
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth = Math.max(0, depth - 1);
    at += 1;
  }
  return { depth, quote, continued: line.trimEnd().endsWith('\\'), codeEnd: line.length };
}

/** The columns that a line is indented by; a tab goes to the next multiple of eight. */
export function indentOf(line: string): number {
  let width = 0;
  for (const character of line) {
    if (character === ' ') width += 1;
    else if (character === '\t') width = width - (width % 8) + 8;
    else if (character !== '\f') break;
  }
  return width;
}

/** Where a statement belongs among the blocks that are open. */
export interface Place {
  readonly column: number;
  /** Its own indentation fits no open block. */
  readonly misplaced: boolean;
}

/**
 * Follows the open blocks from statement to statement. A broken statement that
 * seems to end a block, while the next one goes on in it, belongs to that block.
 */
export function indentation(): (
  width: number,
  nextWidth: number,
  statement: { readonly header: boolean; readonly broken: boolean },
) => Place {
  const blocks = [0];
  let opened = false;
  return (width, nextWidth, { header, broken }) => {
    const innermost = blocks[blocks.length - 1];
    let place: Place = { column: width, misplaced: false };
    if (opened && width > innermost) {
      blocks.push(width);
    } else if (!blocks.includes(width)) {
      place = { column: innermost, misplaced: true };
    } else if (broken && !header && nextWidth > width && blocks.includes(nextWidth)) {
      place = { column: nextWidth, misplaced: false };
    }
    while (blocks[blocks.length - 1] > place.column) blocks.pop();
    opened = header && !broken && !place.misplaced;
    return place;
  };
}

/** Nothing but blanks or a comment. */
export function isBlankLine(line: string): boolean {
  return /^\s*(?:#|$)/.test(line);
}

/** The index after the quote that closes a string, or -1. */
function closingQuote(line: string, from: number, quote: string): number {
  for (let at = from; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1;
    else if (line.startsWith(quote, at)) return at + quote.length;
  }
  return -1;
}
