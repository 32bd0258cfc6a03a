/**
 * Finds the statements of a broken stretch of text that cannot be parsed: the
 * text is cut into logical lines by indentation and brackets, and each is
 * parsed alone.
 */
import { lineStarts, type Span } from '../../syntax/span';
import type { Grammar } from '../tree-sitter';
import { CLOSED, indentOf, isBlankLine, isOpen, scanLine } from './lines';
import { normalizeName } from './names';

/** A stretch of code that is not understood, and what follows from that. */
export interface Unread {
  readonly span: Span;
  readonly reason: string;
  readonly hint: string;
  readonly binds: readonly string[];
  /** Control may leave here: it holds a `return`, `break` or `continue`. */
  readonly leaves: boolean;
}

/** A stretch that could not be parsed, and what stands in its place in the parsed text. */
export interface Blank extends Unread {
  /** Where the marker stands. */
  readonly marker: number;
  /** The text up to and with the marker; '' when nothing may stand there. */
  readonly replacement: string;
}

/** The stretches to put out of sight, in order; `source` starts at column 0. */
export function findBroken(grammar: Grammar, source: string): Blank[] {
  const starts = lineStarts(source);
  const lines = starts.map((start, index) => source.slice(start, starts[index + 1]));
  const blanks: Blank[] = [];
  let decorators: Decorators | null = null;
  for (let line = 0; line < lines.length; ) {
    if (isBlankLine(lines[line])) {
      line += 1;
      continue;
    }
    const chunk = chunkAt(grammar, lines, line);
    line = chunk.end;
    if (DECORATOR.test(lines[chunk.start])) {
      decorators = withDecorator(decorators, chunk);
      if (line < lines.length) continue;
    }
    const first: number = decorators?.line ?? chunk.start;
    const broken = chunk.broken || (decorators?.broken ?? false);
    const heads = HEADER.test(lines[chunk.start]);
    const body = bodyEnd(lines, chunk);
    // A header without a body is half-typed; its own line is whole.
    const bodiless = heads && chunk.header && body === chunk.end;
    decorators = null;
    if (!broken && !bodiless) continue;
    if (heads) line = body;
    blanks.push(blankOf(lines, starts, first, chunk.start, line, source.length));
  }
  return blanks;
}

/** Decorators that wait for their definition. */
interface Decorators {
  readonly line: number;
  readonly broken: boolean;
}

interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly broken: boolean;
  /** Ends in a colon: its body stands below it. */
  readonly header: boolean;
}

const DECORATOR = /^\s*@/;

const HEADER =
  /^\s*(?:async\s+)?(?:def|class|if|elif|else|for|while|with|try|except|finally|match|case)\b/;

/** The logical line that starts at a physical line. */
function chunkAt(grammar: Grammar, lines: readonly string[], start: number): Chunk {
  const indent = indentOf(lines[start]);
  let state = scanLine(lines[start], CLOSED);
  let end = start + 1;
  let quoted = state.quote !== null;
  while (isOpen(state) && end < lines.length) {
    const line = lines[end];
    const freshLine = state.quote === null && !state.continued && !isBlankLine(line);
    if (freshLine && indentOf(line) <= indent && !/^\s*[)\]}]/.test(line)) break;
    state = scanLine(line, state);
    quoted ||= state.quote !== null;
    end += 1;
  }
  const code = lines[end - 1].slice(0, state.codeEnd);
  const header = /:\s*$/.test(code);
  const source = lines.slice(start, end - 1).join('') + code;
  const broken = isOpen(state) || !parses(grammar, source.trim(), header);
  // A stray triple quote takes in everything up to the next one: blame its own line only.
  return { start, end: broken && quoted ? start + 1 : end, broken, header };
}

function withDecorator(before: Decorators | null, chunk: Chunk): Decorators {
  return {
    line: before?.line ?? chunk.start,
    broken: chunk.broken || (before?.broken ?? false),
  };
}

/** The line after the body of a header: lines that are indented deeper, and blank ones between. */
function bodyEnd(lines: readonly string[], chunk: Chunk): number {
  const indent = indentOf(lines[chunk.start]);
  let end = chunk.end;
  for (let line = chunk.end; line < lines.length; line += 1) {
    if (isBlankLine(lines[line])) continue;
    if (indentOf(lines[line]) <= indent) break;
    end = line + 1;
  }
  return end;
}

/** Whether a logical line is sound, given the company that its first word needs. */
function parses(grammar: Grammar, line: string, header: boolean): boolean {
  const word = /^\w*/.exec(line)?.[0] ?? '';
  const whole = header ? `${line} ${word === 'match' ? '\n case _: pass' : 'pass'}` : line;
  const before = COMPANY[word] ?? '';
  const after = line.startsWith('@') ? '\ndef f(): pass' : word === 'try' ? AFTER_TRY : '';
  return !grammar.parse(`${before}${whole}${after}\n`, (index) => index).root.broken;
}

const AFTER_TRY = '\nfinally: pass';

const COMPANY: Readonly<Record<string, string>> = {
  elif: 'if x: pass\n',
  else: 'if x: pass\n',
  except: 'try: pass\n',
  finally: 'try: pass\n',
  case: 'match x:\n ',
};

function blankOf(
  lines: readonly string[],
  starts: readonly number[],
  first: number,
  named: number,
  end: number,
  length: number,
): Blank {
  const indent = /^\s*/.exec(lines[first])?.[0].length ?? 0;
  const start = starts[first] + indent;
  const text = lines.slice(first, end).join('').trimEnd();
  const span = { start, end: Math.min(length, starts[first] + text.length) };
  const clause = /^\s*(?:elif|else|except|finally|case)\b/.test(lines[named]);
  const replacement = clause ? CLAUSE : '0';
  const fits = clause ? span.end - start >= CLAUSE.length : true;
  return {
    span,
    reason: 'This statement could not be parsed.',
    hint: 'Complete or correct it.',
    ...consequences(lines.slice(named, end)),
    marker: start + replacement.length - 1,
    replacement: fits ? replacement : '',
  };
}

const CLAUSE = 'else:0';

const NAMED = /^\s*(?:async\s+)?(?:def|class)\s+([\p{ID_Start}_]\p{ID_Continue}*)/u;
const ASSIGNED =
  /^\s*(?:for\s+([^=]*?)\s+in\b|([^=#'"]*?)\s*(?:\/\/|\*\*|<<|>>|[-+*/@%&|^])?=(?!=))/;
const IMPORTED = /\bimport\s+(.*)|\bas\s+(\w+)/;
const ROOTS = /(?<![.\p{ID_Continue}])[\p{ID_Start}_]\p{ID_Continue}*/gu;

/** What lines that are not understood may bind, and whether control may leave in them. */
function consequences(lines: readonly string[]): { binds: string[]; leaves: boolean } {
  const definition = NAMED.exec(lines[0]);
  if (definition !== null) return { binds: [normalizeName(definition[1])], leaves: false };
  const names = new Set<string>();
  for (const line of lines) {
    const matched = ASSIGNED.exec(line) ?? IMPORTED.exec(line);
    for (const name of (matched?.[1] ?? matched?.[2] ?? '').match(ROOTS) ?? []) {
      names.add(normalizeName(name));
    }
  }
  const leaves = lines.some((line) => /\b(?:return|break|continue)\b/.test(line));
  return { binds: [...names], leaves };
}
