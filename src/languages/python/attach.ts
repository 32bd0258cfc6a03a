/**
 * Attaches the annotations of a Python file to the definitions and assignments
 * they stand at, and reads `gradlens:` comments. What attaches to nothing is a
 * Problem, as nothing is ever ignored silently.
 */
import {
  type Annotation,
  type AnnotationLanguage,
  type AnnotationLine,
  parseAnnotation,
  startsAnnotation,
} from '../../syntax/annotation';
import type { Problem } from '../../syntax/problem';
import { lineStarts, positionAt, type Span } from '../../syntax/span';
import type { SyntaxNode } from '../tree-sitter';
import type { Unread } from './broken';

export interface Attachments {
  /** Annotations right above an assignment that opens its line, inside it, or behind it. */
  ofAssignment(span: Span): Annotation[];
  /** Annotations above a definition, between its decorators and `start`, or in its docstring. */
  ofDefinition(span: Span, start: number, docstring: SyntaxNode | null): Annotation[];
  /** Reports the annotations in a string that belongs to nothing: the file's docstring. */
  refuseIn(docstring: SyntaxNode): void;
  /** The problems found so far, and one for each annotation that attached to nothing. */
  problems(refused: readonly Unread[]): Problem[];
}

interface Comment {
  readonly span: Span;
  readonly line: AnnotationLine;
  /** Nothing but blanks stands before it on its line. */
  readonly alone: boolean;
  taken: boolean;
  /** Why the statement below it cannot bear an annotation. */
  refusal?: string;
}

export function attachments(
  text: string,
  spans: readonly Span[],
  language: AnnotationLanguage,
  starts: readonly number[],
): Attachments {
  const comments = spans.map((span) => commentOf(text, span));
  const byLine = new Map<number, Comment>();
  for (const comment of comments) byLine.set(lineOf(comment.span.start), comment);
  const problems: Problem[] = [];

  function lineOf(offset: number): number {
    return positionAt(starts, offset).line;
  }

  function take(lines: readonly AnnotationLine[]): readonly Annotation[] {
    if (!lines.some((line) => startsAnnotation(line.text))) return [];
    const parsed = parseAnnotation(lines, language);
    problems.push(...parsed.problems);
    return parsed.annotations;
  }

  function takeComments(found: readonly Comment[]): readonly Annotation[] {
    for (const comment of found) comment.taken = true;
    return take(found.map((comment) => comment.line));
  }

  /** The comment lines right above a line, from the top. */
  function blockAbove(line: number): Comment[] {
    const block: Comment[] = [];
    for (let above = line - 1; byLine.get(above)?.alone; above -= 1) block.push(byLine.get(above)!);
    return block.reverse();
  }

  function ofAssignment(span: Span): Annotation[] {
    if (comments.length === 0) return [];
    const first = lineOf(span.start);
    const last = lineOf(span.end);
    const opensLine = text.slice(starts[first - 1], span.start).trim() === '';
    const found = [...takeComments(opensLine ? blockAbove(first) : [])];
    for (let line = first; line <= last; line += 1) {
      const comment = byLine.get(line);
      if (comment === undefined || comment.span.start < span.start) continue;
      const behind = text.slice(span.end, comment.span.start);
      if (line === last && !/^[\s;]*$/.test(behind)) continue;
      found.push(...takeComments([comment]));
    }
    return found;
  }

  function ofDefinition(span: Span, start: number, docstring: SyntaxNode | null): Annotation[] {
    const first = lineOf(span.start);
    const between: Comment[] = [];
    for (let line = first; line < lineOf(start); line += 1) {
      const comment = byLine.get(line);
      if (comment?.alone) between.push(comment);
    }
    const found = [
      ...takeComments(blockAbove(first)),
      ...takeComments(between),
      ...take(docstring === null ? [] : docstringLines(docstring)),
    ];
    return found.map((annotation) => {
      if (annotation.kind !== 'assignmentClaim') return annotation;
      const { span } = annotation;
      const message =
        'A claim about a variable stands at its assignment; for a parameter write `@grad x = ...`.';
      const problem: Problem = { span, code: 'annotation', severity: 'error', message };
      problems.push(problem);
      return { kind: 'malformed', problem, span };
    });
  }

  /** Above broken text an annotation waits for its target; its own faults are told at once. */
  function takeAbove(unread: Unread): void {
    const block = blockAbove(lineOf(unread.span.start));
    if (unread.unparsed) takeComments(block);
    for (const comment of block) comment.refusal = `${unread.reason} ${unread.hint}`;
  }

  function leftOver(comment: Comment, refused: readonly Unread[]): Problem | null {
    if (comment.taken || !startsAnnotation(comment.line.text)) return null;
    const { start, end } = comment.span;
    const inside = refused.some(({ span }) => span.start <= start && end <= span.end);
    const message = inside
      ? 'This annotation stands in a statement that is not supported; move its target out of it.'
      : comment.alone
        ? (comment.refusal ?? lonely(lineOf(start)))
        : 'Only an assignment bears an annotation on its own line; write it on the line above.';
    const from = comment.line.offset + comment.line.text.search(/\S/);
    return { span: { start: from, end }, code: 'annotation', severity: 'error', message };
  }

  function lonely(line: number): string {
    let below = line + 1;
    while (byLine.get(below)?.alone) below += 1;
    const isBlank = text.slice(starts[below - 1] ?? text.length, starts[below]).trim() === '';
    const found = isBlank ? 'a blank line' : `line ${below}, which cannot be checked`;
    return `This annotation stands above ${found}; write it above a def, class or assignment.`;
  }

  return {
    ofAssignment,
    ofDefinition,
    refuseIn: (docstring) => {
      for (const { text: words, offset } of docstringLines(docstring)) {
        if (!startsAnnotation(words)) continue;
        const span = { start: offset + words.search(/\S/), end: offset + words.length };
        const message = "The file's docstring bears no annotation; write it above a definition.";
        problems.push({ span, code: 'annotation', severity: 'error', message });
      }
    },
    problems: (refused) => {
      for (const unread of refused) takeAbove(unread);
      const left = comments.map((comment) => leftOver(comment, refused));
      const all = [...problems, ...left.filter((problem) => problem !== null)];
      return all.sort((a, b) => a.span.start - b.span.start);
    },
  };
}

function commentOf(text: string, span: Span): Comment {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const source = text.slice(span.start, span.end);
  const signs = /^#+/.exec(source)?.[0].length ?? 0;
  const ignore = source.search(/#\s*gradlens:/);
  const words = source.slice(signs, ignore > 0 ? ignore : undefined).trimEnd();
  return {
    span: { start: span.start, end: span.start + source.trimEnd().length },
    line: { text: words, offset: span.start + signs },
    alone: text.slice(lineStart, span.start).trim() === '',
    taken: false,
  };
}

function docstringLines(content: SyntaxNode): AnnotationLine[] {
  const starts = lineStarts(content.text);
  return starts.map((start, index) => ({
    text: content.text.slice(start, starts[index + 1]).trimEnd(),
    offset: content.start + start,
  }));
}
