/**
 * Cuts a file where a blank line stands above a definition of the top level. No comment
 * reaches over such a line, so each piece can be read alone, and is read only once: the
 * pieces that an edit leaves as they were are taken over, moved to their new places.
 */
import { moved } from '../../syntax/moved';
import type { Statement } from '../../syntax/nodes';
import { lineStarts, type Span } from '../../syntax/span';
import { CLOSED, type LineState, scanLine } from './lines';

/** What was read of a text. */
export interface Read {
  readonly body: readonly Statement[];
  readonly comments: readonly Span[];
  /** Where the first statement starts, a docstring apart; empty where there is none. */
  readonly starts: readonly number[];
}

/** A piece as it was read first, and as it was wanted last: offsets and statements. */
interface Known {
  readonly at: number;
  readonly read: Read;
  last: { readonly at: number; readonly body: readonly Statement[] };
}

/** Reads one piece of a text, given where the lines of the text start; null where it must not be read alone. */
type ReadAlone = (text: string, piece: Span, lines: readonly number[]) => Read | null;

/** Beyond so many pieces all are forgotten: files of a project share none. */
const mostKnown = 5000;

export class Pieces {
  private readonly known = new Map<string, Known>();

  constructor(private readonly readAlone: ReadAlone) {}

  /** The whole text by its pieces; null when one of them must not be read alone. */
  read(text: string): Read | null {
    const body: Statement[] = [];
    const comments: Span[] = [];
    const starts: number[] = [];
    const lines = lineStarts(text);
    for (const piece of cut(text, lines)) {
      const known = this.piece(text, piece, lines);
      if (known === null) return null;
      const { at, read } = known;
      const by = piece.start - at;
      if (known.last.at !== piece.start) {
        known.last = { at: piece.start, body: moved(read.body, by) };
      }
      for (const each of known.last.body) body.push(each);
      for (const { start, end } of read.comments) {
        comments.push({ start: start + by, end: end + by });
      }
      for (const each of read.starts) starts.push(each + by);
    }
    return { body, comments, starts };
  }

  private piece(whole: string, piece: Span, lines: readonly number[]): Known | null {
    const text = whole.slice(piece.start, piece.end);
    const before = this.known.get(text);
    if (before !== undefined) return before;
    const read = this.readAlone(whole, piece, lines);
    if (read === null) return null;
    if (this.known.size >= mostKnown) this.known.clear();
    const at = piece.start;
    const known = { at, read, last: { at, body: read.body } };
    this.known.set(text, known);
    return known;
  }
}

const definition = /^(?:@|class\b|def\b)/;

function cut(text: string, starts: readonly number[]): Span[] {
  const cuts = [0];
  let state: LineState = CLOSED;
  // Where the comments right above begin, if a blank line stands above them.
  let from = -1;
  let decorated = false;
  for (let index = 0; index < starts.length; index++) {
    const start = starts[index];
    const line = text.slice(start, starts[index + 1] ?? text.length);
    const inString = state.quote !== null;
    state = scanLine(line, { ...state, depth: 0 });
    if (inString) from = -1;
    else if (line.trim() === '') from = starts[index + 1] ?? text.length;
    else if (!line.startsWith('#')) {
      const opens = definition.test(line);
      if (opens && !decorated && from >= 0) cuts.push(from);
      if (opens || /^[^\s)\]}]/.test(line)) decorated = line.startsWith('@');
      from = -1;
    }
  }
  cuts.push(text.length);
  return cuts
    .map((start, index) => ({ start, end: cuts[index + 1] ?? 0 }))
    .filter(({ start, end }) => end > start);
}
