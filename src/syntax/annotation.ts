/**
 * `@gradcheck` and `@grad` annotations: their plain-data form, and the reading
 * of a comment block. Expressions are those of the file's own language; the
 * front end hands in the function that lowers them.
 */
import { parseAssignmentClaim, parseClaim } from './annotation-claim';
import { parseItems } from './annotation-items';
import {
  type AnnotationLine,
  joinLines,
  type Passage,
  problemIn,
  scan,
  spanIn,
} from './annotation-scan';
import type { Expression } from './nodes';
import type { Problem } from './problem';
import type { Span } from './span';

export type { AnnotationLine } from './annotation-scan';

/** One item of a `@gradcheck` line. `name` may be dotted: `self.W`, `params.W1`. */
export type AnnotationItem =
  /** `x=3`, `wrt=(x, w)`, `option.seed=3` (then `option` is true and the name is `seed`). */
  | {
      readonly kind: 'value';
      readonly name: string;
      readonly nameSpan: Span;
      readonly option: boolean;
      readonly value: Expression;
      readonly span: Span;
    }
  /** `x: (4, 3)`, `x in (0, 10)`, `x: (4,) in (0, 1)`: a shape, an interval, or both. */
  | {
      readonly kind: 'drawn';
      readonly name: string;
      readonly nameSpan: Span;
      readonly shape: readonly Expression[] | null;
      readonly interval: { readonly low: Expression; readonly high: Expression } | null;
      readonly span: Span;
    }
  /** `skip: reason`. */
  | { readonly kind: 'skip'; readonly reason: string; readonly span: Span };

export type Annotation =
  | { readonly kind: 'gradcheck'; readonly items: readonly AnnotationItem[]; readonly span: Span }
  /** `@grad x = y + 2*x`. `source` is the expression as written. */
  | {
      readonly kind: 'claim';
      readonly name: string;
      readonly nameSpan: Span;
      readonly value: Expression;
      readonly source: string;
      readonly span: Span;
    }
  /** `@grad d(loss)/d(W1)` on an assignment: the assigned variable is claimed to be this. */
  | {
      readonly kind: 'assignmentClaim';
      readonly of: Expression;
      readonly by: Expression;
      readonly span: Span;
    }
  /** An annotation that could not be read: its Problem tells why, its target is not checked. */
  | { readonly kind: 'malformed'; readonly problem: Problem; readonly span: Span };

/** What an annotation needs to know of the language that it stands in. */
export interface AnnotationLanguage {
  /**
   * Lowers an expression; `toOffset` gives the file offset of an index of
   * `text`. What is no expression gives a Problem.
   */
  lower(text: string, toOffset: (index: number) => number): Expression | Problem;
  /** The form in which names compare. */
  normalize(name: string): string;
  /** Words that join expressions, so that what follows them begins no item: `if`, `not`, `in`. */
  readonly operatorWords: ReadonlySet<string>;
}

export interface ParsedAnnotations {
  readonly annotations: readonly Annotation[];
  readonly problems: readonly Problem[];
}

/** Whether a comment line (without its comment sign) begins an annotation. */
export function startsAnnotation(text: string): boolean {
  return START.test(text);
}

/**
 * The annotations of a comment block, given its lines without their comment
 * signs. A malformed annotation gives Problems and keeps its place; lines that
 * do not begin with `@gradcheck` or `@grad` are prose. Never throws.
 */
export function parseAnnotation(
  lines: readonly AnnotationLine[],
  language: AnnotationLanguage,
): ParsedAnnotations {
  const annotations: Annotation[] = [];
  const problems: Problem[] = [];
  for (let line = 0; line < lines.length; ) {
    const match = START.exec(lines[line].text);
    if (match === null) {
      line += 1;
      continue;
    }
    const passage = joinLines(lines, line, match[1].length, startsAnnotation);
    line += passage.lines;
    const parsed = parseOne(passage, match[2], language);
    problems.push(...parsed.problems);
    const [problem] = parsed.problems;
    if (problem === undefined) annotations.push(...parsed.annotations);
    else {
      const span = spanIn(passage, 0, passage.text.trimEnd().length);
      annotations.push({ kind: 'malformed', problem, span });
    }
  }
  return { annotations, problems };
}

/** The words count whole: not in `@gradient`, `@grad_check` or `@grad.setter`. */
const START = /^(\s*)@(gradcheck(?![\p{ID_Continue}.-])|grad(?=[\s:=(]|$))/u;

function parseOne(passage: Passage, word: string, language: AnnotationLanguage): ParsedAnnotations {
  const { tokens, problems } = scan(passage);
  const rest = tokens.slice(2);
  const span = spanIn(passage, 0, passage.text.trimEnd().length);
  if (problems.length > 0) return { annotations: [], problems };
  if (word === 'gradcheck') {
    const items = parseItems(passage, rest, language);
    return { annotations: [{ kind: 'gradcheck', items: items.items, span }], ...items };
  }
  if (rest.length === 0) {
    const message = '@grad claims nothing; write `@grad x = 2*x` or `@grad d(loss)/d(W)`.';
    return {
      annotations: [],
      problems: [problemIn(passage, { start: 0, end: tokens[1].end }, message)],
    };
  }
  const isAssignmentClaim = rest[0].text === 'd' && rest[1]?.text === '(';
  const parseRest = isAssignmentClaim ? parseAssignmentClaim : parseClaim;
  return parseRest(passage, rest, span, language);
}
