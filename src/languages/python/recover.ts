/**
 * Parses a file so that a syntax error costs no more than its own statement:
 * slices that start at top-level definitions are parsed alone, and in a broken
 * slice the statements that cannot be parsed are put out of sight first.
 */
import { lineStarts, type Span } from '../../syntax/span';
import type { Grammar, SyntaxNode } from '../tree-sitter';
import { type Blank, findBroken } from './broken';
import { CLOSED, type LineState, scanLine } from './lines';

export type { Blank } from './broken';

export interface ParsedFile {
  readonly nodes: readonly SyntaxNode[];
  readonly comments: readonly Span[];
  /** What was put out of sight, by the start of the marker that stands for it. */
  readonly blanks: ReadonlyMap<number, Blank>;
}

export function parseFile(grammar: Grammar, text: string): ParsedFile {
  const whole = grammar.parseSound(text, (index) => index);
  if (whole !== null) {
    return { nodes: whole.root.children, comments: whole.comments, blanks: new Map() };
  }
  const found: Found = { nodes: [], comments: [], blanks: new Map() };
  const slices = topLevelSlices(text, 0, true);
  for (const slice of slices) parseSlice(grammar, text, slice, found);
  return found;
}

interface Found {
  readonly nodes: SyntaxNode[];
  readonly comments: Span[];
  readonly blanks: Map<number, Blank>;
}

/**
 * A broken slice is cut again where a definition seems to start inside a string,
 * since one stray quote turns the text behind it inside out.
 */
function parseSlice(grammar: Grammar, text: string, slice: Span, found: Found): void {
  if (keepWhole(grammar, text, slice, found)) return;
  const pieces = topLevelSlices(text.slice(slice.start, slice.end), slice.start, false);
  for (const piece of pieces) {
    if (pieces.length > 1 && keepWhole(grammar, text, piece, found)) continue;
    const source = text.slice(piece.start, piece.end);
    const blanks = findBroken(grammar, source);
    const tree = grammar.parse(cover(source, blanks), (index) => index + piece.start);
    for (const blank of blanks) {
      const { start, end } = blank.span;
      const span = { start: start + piece.start, end: end + piece.start };
      found.blanks.set(blank.marker + piece.start, { ...blank, span });
    }
    add(found, tree.root.children, tree.comments);
  }
}

function keepWhole(grammar: Grammar, text: string, slice: Span, found: Found): boolean {
  const source = text.slice(slice.start, slice.end);
  const tree = grammar.parseSound(source, (index) => index + slice.start);
  if (tree !== null) add(found, tree.root.children, tree.comments);
  return tree !== null;
}

function add(found: Found, nodes: readonly SyntaxNode[], comments: readonly Span[]): void {
  for (const node of nodes) found.nodes.push(node);
  for (const comment of comments) found.comments.push(comment);
}

/** Replaces broken statements by a marker of one character and blanks of the same length. */
function cover(source: string, blanks: readonly Blank[]): string {
  let covered = '';
  let at = 0;
  for (const { span, lineStart, replacement } of blanks) {
    const hidden = source.slice(lineStart, span.end).replace(/[^\n]/g, ' ');
    covered += source.slice(at, lineStart) + replacement + hidden.slice(replacement.length);
    at = span.end;
  }
  return covered + source.slice(at);
}

const DEFINITION = /^(?:@|class\b|def\b|async\s+def\b)/;

/** Cuts text at the lines where a top-level definition starts, with the comments right above it. */
function topLevelSlices(text: string, offset: number, mindStrings: boolean): Span[] {
  const starts = lineStarts(text);
  const cuts = [0];
  let state: LineState = CLOSED;
  let commentsFrom = -1;
  let decorated = false;
  for (let index = 0; index < starts.length; index += 1) {
    const line = text.slice(starts[index], starts[index + 1] ?? text.length);
    const inString = mindStrings && state.quote !== null;
    if (!inString && DEFINITION.test(line)) {
      if (!decorated) cuts.push(commentsFrom >= 0 ? commentsFrom : starts[index]);
      decorated = line.startsWith('@');
    } else if (/^[^\s#)\]}]/.test(line)) {
      decorated = false;
    }
    if (!line.startsWith('#') || inString) commentsFrom = -1;
    else if (commentsFrom < 0) commentsFrom = starts[index];
    state = scanLine(line, { ...state, depth: 0 });
  }
  cuts.push(text.length);
  return cuts
    .map((start, index) => ({ start: start + offset, end: (cuts[index + 1] ?? 0) + offset }))
    .filter((slice) => slice.end > slice.start);
}
