/**
 * Cuts a file where a blank line stands above a definition of the top level. No comment
 * reaches over such a line, so each piece can be read alone, and is read only once: the
 * pieces that an edit leaves as they were are taken over, moved to their new places.
 */
import { moved } from '../../syntax/moved';
import type { Statement } from '../../syntax/nodes';
import { lineStarts, type Span } from '../../syntax/span';
import { CLOSED, type LineState, scanLine } from './lines';

/** What was read of a text, with spans from its start. */
export interface Read {
  readonly body: readonly Statement[];
  readonly comments: readonly Span[];
  /** Where the first statement starts, a docstring apart; empty where there is none. */
  readonly starts: readonly number[];
}

interface Known extends Read {
  /** The offset at which it was wanted last, and its statements there. */
  last: { readonly at: number; readonly body: readonly Statement[] };
}

/** Beyond so many pieces all are forgotten: files of a project share none. */
const mostKnown = 5000;

export class Pieces {
  private readonly known = new Map<string, Known>();

  /** `readAlone` reads one piece; null where it is not sound, or has anything to complain of. */
  constructor(private readonly readAlone: (text: string) => Read | null) {}

  /** The whole text by its pieces; null when one of them must not be read alone. */
  read(text: string): Read | null {
    const body: Statement[] = [];
    const comments: Span[] = [];
    const starts: number[] = [];
    for (const { start, end } of cut(text)) {
      const known = this.piece(text.slice(start, end));
      if (known === null) return null;
      if (known.last.at !== start) known.last = { at: start, body: moved(known.body, start) };
      for (const statement of known.last.body) body.push(statement);
      for (const each of known.comments)
        comments.push({ start: each.start + start, end: each.end + start });
      for (const each of known.starts) starts.push(each + start);
    }
    return { body, comments, starts };
  }

  private piece(text: string): Known | null {
    const before = this.known.get(text);
    if (before !== undefined) return before;
    const read = this.readAlone(text);
    if (read === null) return null;
    if (this.known.size >= mostKnown) this.known.clear();
    const known: Known = { ...read, last: { at: 0, body: read.body } };
    this.known.set(text, known);
    return known;
  }
}

const definition = /^(?:@|class\b|def\b)/;

function cut(text: string): Span[] {
  const starts = lineStarts(text);
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
