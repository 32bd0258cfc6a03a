/**
 * Reads what stands after `@grad`: a claim about a parameter (`x = 2*x`), or
 * about the variable just assigned (`d(loss)/d(W)`).
 */
import type { AnnotationLanguage, ParsedAnnotations } from './annotation';
import { type Passage, problemIn, spanIn, type Token } from './annotation-scan';
import type { Expression } from './nodes';
import type { Problem } from './problem';
import type { Span } from './span';

/** `x = y + 2*x`; the name may be dotted. */
export function parseClaim(
  passage: Passage,
  tokens: readonly Token[],
  span: Span,
  language: AnnotationLanguage,
): ParsedAnnotations {
  const after = nameEnd(tokens, 0);
  const last = tokens[tokens.length - 1];
  if (after === 0 || tokens[after]?.text !== '=') {
    const place = tokens[after] ?? last;
    const found = `\`${place.text}\` cannot stand here`;
    return fail(passage, place, `${found}; write \`@grad x = ...\` or \`@grad d(loss)/d(W)\`.`);
  }
  const nameFrom = tokens[0].start;
  const nameTo = tokens[after - 1].end;
  const name = normalizeDotted(passage.text.slice(nameFrom, nameTo), language);
  const value = tokens.slice(after + 1);
  if (value.length === 0) {
    const message = `The claim about \`${name}\` is empty; write \`@grad ${name} = ...\`.`;
    return fail(passage, { start: nameFrom, end: tokens[after].end }, message);
  }
  const comma = value.find((token) => token.kind === 'comma' && token.depth === 0);
  if (comma !== undefined) {
    const message = 'A claim is one expression: put values in brackets, or write a second @grad.';
    return fail(passage, comma, message);
  }
  const lowered = lowerRange(passage, value[0].start, last.end, language);
  if ('code' in lowered) return { annotations: [], problems: [lowered] };
  return {
    annotations: [
      {
        kind: 'claim',
        name,
        nameSpan: spanIn(passage, nameFrom, nameTo),
        value: lowered,
        source: passage.text.slice(value[0].start, last.end),
        span,
      },
    ],
    problems: [],
  };
}

/** `d(loss)/d(W1)`. */
export function parseAssignmentClaim(
  passage: Passage,
  tokens: readonly Token[],
  span: Span,
  language: AnnotationLanguage,
): ParsedAnnotations {
  const upper = closingOf(tokens, 1);
  const [slash, d, open] = tokens.slice(upper + 1, upper + 4);
  if (slash?.text !== '/' || d?.text !== 'd' || open?.text !== '(') {
    const place = slash ?? tokens[upper];
    return fail(passage, place, 'A derivative is written `d(loss)/d(W)`.');
  }
  const lower = closingOf(tokens, upper + 3);
  const extra = tokens[lower + 1];
  if (extra !== undefined) {
    const message = `\`${extra.text}\` is too much: the claim is about the variable assigned here.`;
    return fail(passage, extra, message);
  }
  const of = variableBetween(passage, tokens[1], tokens[upper], language);
  const by = variableBetween(passage, open, tokens[lower], language);
  if ('code' in of || 'code' in by) {
    return { annotations: [], problems: [of, by].filter((part) => 'code' in part) };
  }
  return { annotations: [{ kind: 'assignmentClaim', of, by, span }], problems: [] };
}

/** The index after a dotted name that starts at `from`, or `from` when there is none. */
export function nameEnd(tokens: readonly Token[], from: number): number {
  if (tokens[from]?.kind !== 'word') return from;
  let end = from + 1;
  while (
    tokens[end]?.text === '.' &&
    tokens[end].start === tokens[end - 1].end &&
    tokens[end + 1]?.kind === 'word' &&
    tokens[end + 1].start === tokens[end].end
  ) {
    end += 2;
  }
  return end;
}

export function normalizeDotted(name: string, language: AnnotationLanguage): string {
  return name
    .split('.')
    .map((part) => language.normalize(part))
    .join('.');
}

export function lowerRange(
  passage: Passage,
  start: number,
  end: number,
  language: AnnotationLanguage,
): Expression | Problem {
  return language.lower(passage.text.slice(start, end), (index) => passage.toOffset(start + index));
}

/** The index of the bracket that closes the one at `open`; brackets are known to match. */
function closingOf(tokens: readonly Token[], open: number): number {
  const { depth } = tokens[open];
  return tokens.findIndex(
    (token, at) => at > open && token.kind === 'close' && token.depth === depth,
  );
}

function variableBetween(
  passage: Passage,
  open: Token,
  close: Token,
  language: AnnotationLanguage,
): Expression | Problem {
  const text = passage.text.slice(open.end, close.start).trim();
  if (text === '') {
    const place = { start: open.start, end: close.end };
    return problemIn(passage, place, 'A variable is missing; write `d(loss)/d(W)`.');
  }
  const start = passage.text.indexOf(text, open.end);
  const lowered = lowerRange(passage, start, start + text.length, language);
  if ('code' in lowered || VARIABLES.has(lowered.kind)) return lowered;
  const message = `\`${text}\` is no variable; assign it to a name and write that name.`;
  return problemIn(passage, { start, end: start + text.length }, message);
}

const VARIABLES: ReadonlySet<Expression['kind']> = new Set(['name', 'member', 'index']);

function fail(
  passage: Passage,
  place: { readonly start: number; readonly end: number },
  message: string,
): ParsedAnnotations {
  return { annotations: [], problems: [problemIn(passage, place, message)] };
}
