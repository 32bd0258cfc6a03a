/**
 * Cuts broken Python text into logical lines by indentation, brackets and
 * quotes, and finds those that do not parse even when each stands alone.
 */
import type { Grammar } from '../tree-sitter';
import { CLOSED, indentOf, isBlankLine, isOpen, scanLine } from './lines';

/** A logical line: the physical lines from `start` to before `end`. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly broken: boolean;
  /** Ends in a colon: its body stands below it. */
  readonly header: boolean;
}

/** Clauses that go on with a statement above them. */
export const CLAUSE = /^\s*(?:elif|else|except|finally|case)\b/;

/** The logical lines of some text, in order; blank lines and comments belong to none. */
export function chunksOf(grammar: Grammar, lines: readonly string[]): Chunk[] {
  const drafts: Draft[] = [];
  for (let line = 0; line < lines.length; ) {
    if (isBlankLine(lines[line])) {
      line += 1;
      continue;
    }
    const draft = draftAt(grammar, lines, line);
    drafts.push(draft);
    line = draft.end;
  }
  const unsound = new Set(findUnsound(grammar, drafts));
  return drafts.map((draft) => ({ ...draft, broken: draft.broken || unsound.has(draft) }));
}

interface Draft extends Chunk {
  /** The line as a statement of its own, with the company that its first word needs. */
  readonly source: string;
}

function draftAt(grammar: Grammar, lines: readonly string[], start: number): Draft {
  const indent = indentOf(lines[start]);
  let state = scanLine(lines[start], CLOSED);
  let end = start + 1;
  let quoted = state.quote !== null;
  let lastCode = end;
  while (isOpen(state) && end < lines.length) {
    const line = lines[end];
    const freshLine = state.quote === null && !state.continued && !isBlankLine(line);
    if (freshLine && indentOf(line) <= indent && !/^\s*[)\]}]/.test(line)) break;
    state = scanLine(line, state);
    quoted ||= state.quote !== null;
    end += 1;
    if (!isBlankLine(line)) lastCode = end;
  }
  // What never closes does not own the blank lines and comments behind it.
  if (isOpen(state)) end = lastCode;
  const code = lines[end - 1].slice(0, state.codeEnd);
  const header = /:\s*$/.test(code);
  const source = accompany((lines.slice(start, end - 1).join('') + code).trim(), header);
  const broken = isOpen(state) || (quoted && !grammar.accepts(source));
  // A stray triple quote takes in everything up to the next one: blame its own line only.
  return { start, end: broken && quoted ? start + 1 : end, broken, header, source };
}

/** Those that do not parse, found by halving: one faulty line among many costs few parses. */
function findUnsound(grammar: Grammar, drafts: readonly Draft[]): Draft[] {
  const suspects = drafts.filter((draft) => !draft.broken);
  if (grammar.accepts(suspects.map((draft) => draft.source).join(''))) return [];
  if (suspects.length === 1) return suspects;
  const half = suspects.length >> 1;
  return [
    ...findUnsound(grammar, suspects.slice(0, half)),
    ...findUnsound(grammar, suspects.slice(half)),
  ];
}

const COMPANY: Readonly<Record<string, string>> = {
  elif: 'if x: pass\n',
  else: 'if x: pass\n',
  except: 'try: pass\n',
  finally: 'try: pass\n',
  case: 'match x:\n ',
};

function accompany(line: string, header: boolean): string {
  const word = /^\w*/.exec(line)?.[0] ?? '';
  const body = word === 'match' ? '\n case _: pass' : ' pass';
  const after = line.startsWith('@') ? '\ndef f(): pass' : word === 'try' ? '\nfinally: pass' : '';
  return `${COMPANY[word] ?? ''}${line}${header ? body : ''}${after}\n`;
}
