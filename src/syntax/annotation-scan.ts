/**
 * Scans the text of an annotation: joins the comment lines it goes on in, cuts
 * it into tokens with their bracket depth, and reports brackets and quotes that
 * do not close. Knows no language beyond brackets, quotes and names.
 */
import type { Problem } from './problem';
import type { Span } from './span';

/** The text of one comment line without its comment sign, and where it stands in the file. */
export interface AnnotationLine {
  readonly text: string;
  readonly offset: number;
}

/** An annotation's text, joined over its lines, with the way back to the file. */
export interface Passage {
  readonly text: string;
  /** The file offset of an index of `text`. */
  readonly toOffset: (index: number) => number;
  /** How many comment lines it takes. */
  readonly lines: number;
}

export interface Token {
  readonly kind: 'word' | 'number' | 'string' | 'open' | 'close' | 'comma' | 'operator';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Brackets around it; the brackets themselves count as outside. */
  readonly depth: number;
}

export interface Scanned {
  readonly tokens: readonly Token[];
  readonly problems: readonly Problem[];
  /** An open bracket, or a comma at the end: the annotation goes on in the next line. */
  readonly unfinished: boolean;
}

/**
 * The passage that starts in `lines[first]` at index `from`. It ends before a
 * blank line and before another annotation, even with a bracket open.
 */
export function joinLines(
  lines: readonly AnnotationLine[],
  first: number,
  from: number,
  startsAnnotation: (text: string) => boolean,
): Passage {
  const pieces = [{ ...lines[first], text: lines[first].text.slice(from).trimEnd(), from }];
  const last = Math.min(lines.length, first + MOST_LINES);
  for (let next = first + 1; next < last; next += 1) {
    const { text, offset } = lines[next];
    const joined = passageOf(pieces);
    if (text.trim() === '' || startsAnnotation(text) || !scan(joined).unfinished) break;
    pieces.push({ text: text.trimEnd(), offset, from: 0 });
  }
  return passageOf(pieces);
}

/** Far more than anyone writes; a bound on the work that a lost bracket causes. */
const MOST_LINES = 100;

export function spanIn(passage: Passage, start: number, end: number): Span {
  const from = passage.toOffset(start);
  return { start: from, end: end > start ? passage.toOffset(end - 1) + 1 : from };
}

export function problemIn(
  passage: Passage,
  place: { readonly start: number; readonly end: number },
  message: string,
): Problem {
  const span = spanIn(passage, place.start, place.end);
  return { span, code: 'annotation', severity: 'error', message };
}

const TOKEN =
  /\s+|(?<string>(["'`])(?:\\[\s\S]|(?!\2)[^\\])*\2)|(?<number>\.?\d[\p{ID_Continue}.]*)|(?<word>[\p{ID_Start}_$][\p{ID_Continue}$]*)|(?<operator>[=!<>:*/]=|=>|\*\*|[\s\S])/uy;

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Tokens up to a `skip` item, whose reason is prose. */
export function scan(passage: Passage): Scanned {
  const { text } = passage;
  const tokens: Token[] = [];
  const problems: Problem[] = [];
  const open: Token[] = [];
  const report = (place: Token, message: string) =>
    problems.push(problemIn(passage, place, message));
  TOKEN.lastIndex = 0;
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const groups = TOKEN.exec(text)?.groups ?? {};
    const piece = text.slice(at, TOKEN.lastIndex);
    if (piece.trim() === '') continue;
    const token = (kind: Token['kind']): Token => {
      return { kind, text: piece, start: at, end: at + piece.length, depth: open.length };
    };
    if (groups.string !== undefined) tokens.push(token('string'));
    else if (groups.number !== undefined) tokens.push(token('number'));
    else if (groups.word !== undefined) tokens.push(token('word'));
    else if (piece === ',') tokens.push(token('comma'));
    else if (piece in CLOSING) {
      const opening = token('open');
      tokens.push(opening);
      open.push(opening);
    } else if (piece === ')' || piece === ']' || piece === '}') {
      const opening = open.pop();
      const closing = token('close');
      tokens.push(closing);
      if (opening === undefined) report(closing, `\`${piece}\` closes nothing; remove it.`);
      else if (CLOSING[opening.text] !== piece) {
        const wanted = CLOSING[opening.text];
        report(closing, `\`${piece}\` cannot close \`${opening.text}\`; write \`${wanted}\`.`);
      }
    } else if (piece === '"' || piece === "'" || piece === '`') {
      report(token('operator'), `The text that starts here never ends; close it with ${piece}.`);
      break;
    } else tokens.push(token('operator'));
    if (isSkip(tokens)) break;
  }
  for (const opening of open) {
    report(opening, `\`${opening.text}\` is never closed; add \`${CLOSING[opening.text]}\`.`);
  }
  const unfinished = open.length > 0 || tokens[tokens.length - 1]?.kind === 'comma';
  return { tokens, problems, unfinished };
}

/** `skip:` where an item may start. */
function isSkip(tokens: readonly Token[]): boolean {
  const [word, colon] = tokens.slice(-2);
  return colon?.text === ':' && colon.depth === 0 && word.text === 'skip';
}

function passageOf(
  pieces: readonly { readonly text: string; readonly offset: number; readonly from: number }[],
): Passage {
  const starts: number[] = [];
  let length = 0;
  for (const piece of pieces) {
    starts.push(length);
    length += piece.text.length + 1;
  }
  const toOffset = (index: number): number => {
    let at = pieces.length - 1;
    while (at > 0 && starts[at] > index) at -= 1;
    return pieces[at].offset + pieces[at].from + index - starts[at];
  };
  return { text: pieces.map((piece) => piece.text).join('\n'), toOffset, lines: pieces.length };
}
