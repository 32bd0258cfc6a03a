/**
 * Finds the statements of a broken stretch of text that cannot be parsed, with
 * their bodies and decorators, and the names that they would bind.
 */
import { lineStarts, type Span } from '../../syntax/span';
import type { Grammar } from '../tree-sitter';
import { type Chunk, CLAUSE, chunksOf } from './chunks';
import { indentation, indentOf, isBlankLine } from './lines';
import { normalizeName } from './names';

/** A stretch of code that is not understood, and what follows from that. */
export interface Unread {
  readonly span: Span;
  readonly reason: string;
  readonly hint: string;
  readonly binds: readonly string[];
  /** Control may leave here: it holds a `return`, `break` or `continue`. */
  readonly leaves: boolean;
  /** A syntax error, which is for the language's own tools to tell. */
  readonly unparsed: boolean;
}

/** A stretch that could not be parsed, and what stands in its place in the parsed text. */
export interface Blank extends Unread {
  /** The start of the first line. */
  readonly lineStart: number;
  /** Where the marker stands. */
  readonly marker: number;
  /** The text from the line's start to the marker; '' when nothing may stand there. */
  readonly replacement: string;
}

/** The stretches to put out of sight, in order; `source` starts at column 0. */
export function findBroken(grammar: Grammar, source: string): Blank[] {
  const starts = lineStarts(source);
  const lines = starts.map((start, index) => source.slice(start, starts[index + 1]));
  const blanks: Blank[] = [];
  let decorators: Chunk[] = [];
  let line = 0;
  const chunks = chunksOf(grammar, lines);
  const settle = indentation();
  for (const [index, chunk] of chunks.entries()) {
    if (chunk.start < line) continue;
    line = chunk.end;
    const next = chunks[index + 1];
    const below = next === undefined ? 0 : indentOf(lines[next.start]);
    const place = settle(indentOf(lines[chunk.start]), below, chunk);
    if (DECORATOR.test(lines[chunk.start]) && somethingBelow(lines, chunk)) {
      decorators.push(chunk);
      continue;
    }
    const whole = [...decorators, chunk];
    decorators = [];
    if (!place.misplaced && !whole.some((part) => part.broken)) continue;
    if (HEADER.test(lines[chunk.start])) line = statementEnd(lines, chunk);
    blanks.push(blankOf(lines, starts, whole[0].start, chunk.start, line, place.column));
  }
  return blanks;
}

const DECORATOR = /^\s*@/;

const HEADER =
  /^\s*(?:async\s+)?(?:def|class|if|elif|else|for|while|with|try|except|finally|match|case)\b/;

/** Statements whose clauses go with them. */
const WITH_CLAUSES = /^\s*(?:async\s+)?(?:if|for|while|try|match)\b/;

/** Whether anything stands below a decorator that it may decorate. */
function somethingBelow(lines: readonly string[], chunk: Chunk): boolean {
  return lines.slice(chunk.end).some((line) => !isBlankLine(line));
}

/** The line after a broken compound statement, its body and its clauses. */
function statementEnd(lines: readonly string[], chunk: Chunk): number {
  const indent = indentOf(lines[chunk.start]);
  const withClauses = WITH_CLAUSES.test(lines[chunk.start]);
  let end = chunk.end;
  for (let line = chunk.end; line < lines.length; line += 1) {
    if (isBlankLine(lines[line])) continue;
    const width = indentOf(lines[line]);
    const clause = withClauses && width === indent && CLAUSE.test(lines[line]);
    if (width <= indent && !clause) break;
    end = line + 1;
  }
  return end;
}

function blankOf(
  lines: readonly string[],
  starts: readonly number[],
  first: number,
  named: number,
  end: number,
  column: number,
): Blank {
  const lineStart = starts[first];
  const indent = /^\s*/.exec(lines[first])?.[0] ?? '';
  const text = lines.slice(first, end).join('').trimEnd();
  const margin = indentOf(indent) === column ? indent : ' '.repeat(column);
  const replacement = margin + (CLAUSE.test(lines[named]) ? EMPTY_CLAUSE : '0');
  const fits = replacement.length <= lines[first].trimEnd().length;
  return {
    span: { start: lineStart + indent.length, end: lineStart + text.length },
    reason: 'This statement could not be parsed.',
    hint: 'Complete or correct it.',
    unparsed: true,
    ...consequences(lines.slice(named, end)),
    lineStart,
    marker: lineStart + replacement.length - 1,
    replacement: fits ? replacement : '',
  };
}

const EMPTY_CLAUSE = 'else:0';

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
