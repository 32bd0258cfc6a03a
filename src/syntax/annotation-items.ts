/**
 * Reads the items of a `@gradcheck` line: values, shapes, intervals and `skip`.
 * At bracket depth 0 an item starts at a name followed by `=`, `:` or `in`.
 */
import type { AnnotationItem, AnnotationLanguage } from './annotation';
import { lowerRange, nameEnd, normalizeDotted } from './annotation-claim';
import { type Passage, problemIn, spanIn, type Token } from './annotation-scan';
import type { Expression } from './nodes';
import type { Problem } from './problem';

export interface ParsedItems {
  readonly items: readonly AnnotationItem[];
  readonly problems: readonly Problem[];
}

export function parseItems(
  passage: Passage,
  tokens: readonly Token[],
  language: AnnotationLanguage,
): ParsedItems {
  const items: AnnotationItem[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  let expectItem = true;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token.kind === 'comma') {
      const next = tokens[at + 1];
      if (expectItem || next === undefined) {
        problems.push(problemIn(passage, token, 'There is no item beside this comma; remove it.'));
      }
      expectItem = true;
      at += 1;
      continue;
    }
    expectItem = false;
    const end = itemEnd(tokens, at, language);
    const parsed = parseItem(passage, tokens.slice(at, end), language);
    at = end;
    if ('code' in parsed) {
      problems.push(parsed);
      continue;
    }
    items.push(parsed);
    const name = keyOf(parsed);
    if (seen.has(name) && name !== 'gradient') {
      problems.push(problemIn(passage, token, `\`${name}\` is given twice; keep one.`));
    }
    seen.add(name);
    if (parsed.kind === 'skip') break;
  }
  return { items, problems };
}

function keyOf(item: AnnotationItem): string {
  if (item.kind === 'skip') return 'skip:';
  return item.kind === 'value' && item.option ? `option.${item.name}` : item.name;
}

/** An item reaches to the next comma or the next item. */
function itemEnd(tokens: readonly Token[], start: number, language: AnnotationLanguage): number {
  let end = start + 1;
  while (end < tokens.length) {
    const token = tokens[end];
    if (token.kind === 'comma' && token.depth === 0) break;
    if (startsItem(tokens, end, language)) break;
    end += 1;
  }
  return end;
}

/** A name with its sign, after a blank and after something that may end an expression. */
function startsItem(tokens: readonly Token[], at: number, language: AnnotationLanguage): boolean {
  const token = tokens[at];
  if (token.depth > 0 || token.kind !== 'word') return false;
  const before = tokens[at - 1];
  const endsExpression =
    before.kind === 'word'
      ? !language.operatorWords.has(before.text)
      : before.kind !== 'operator' && before.kind !== 'open';
  if (before.end === token.start || !endsExpression) return false;
  const sign = tokens[nameEnd(tokens, at)];
  return sign !== undefined && SIGNS.has(sign.text) && !language.operatorWords.has(token.text);
}

const SIGNS = new Set(['=', ':', 'in']);

function parseItem(
  passage: Passage,
  tokens: readonly Token[],
  language: AnnotationLanguage,
): AnnotationItem | Problem {
  const [first] = tokens;
  const last = tokens[tokens.length - 1];
  const span = spanIn(passage, first.start, last.end);
  const after = nameEnd(tokens, 0);
  const sign = tokens[after];
  if (first.text === 'skip' && after === 1 && (sign === undefined || sign.text === ':')) {
    const from = sign?.end ?? first.end;
    const reason = sign === undefined ? '' : passage.text.slice(from).trim();
    const to = from + passage.text.slice(from).trimEnd().length;
    return { kind: 'skip', reason, span: spanIn(passage, first.start, sign ? to : first.end) };
  }
  if (after === 0 || sign === undefined || !SIGNS.has(sign.text)) {
    return problemIn(passage, { start: first.start, end: last.end }, notAnItem(passage, tokens));
  }
  const written = passage.text.slice(first.start, tokens[after - 1].end);
  const name = normalizeDotted(written, language);
  const nameSpan = spanIn(passage, first.start, tokens[after - 1].end);
  const rest = tokens.slice(after + 1);
  if (rest.length === 0) {
    const message = `\`${name}\` has no value; write ${examples(name)}.`;
    return problemIn(passage, { start: first.start, end: sign.end }, message);
  }
  if (sign.text === '=') {
    const option = name.startsWith('option.');
    const value = lowerRange(passage, rest[0].start, last.end, language);
    if ('code' in value) return value;
    const plain = option ? name.slice('option.'.length) : name;
    return { kind: 'value', name: plain, nameSpan, option, value, span };
  }
  const split =
    sign.text === 'in' ? 0 : rest.findIndex((token) => token.text === 'in' && !token.depth);
  const shapeTokens = sign.text === 'in' ? [] : rest.slice(0, split < 0 ? rest.length : split);
  const intervalTokens = sign.text === 'in' ? rest : split < 0 ? [] : rest.slice(split + 1);
  const shape = sign.text === 'in' ? null : shapeOf(passage, name, sign, shapeTokens, language);
  if (shape !== null && 'code' in shape) return shape;
  if (split < 0) return { kind: 'drawn', name, nameSpan, shape, interval: null, span };
  const where = sign.text === 'in' ? sign : rest[split];
  const interval = intervalOf(passage, name, where, intervalTokens, language);
  if ('code' in interval) return interval;
  return { kind: 'drawn', name, nameSpan, shape, interval, span };
}

function notAnItem(passage: Passage, tokens: readonly Token[]): string {
  const [first] = tokens;
  const text = passage.text.slice(first.start, tokens[tokens.length - 1].end);
  if (first.text === ':' || first.text === '(') {
    return `\`${first.text}\` cannot follow @gradcheck; write \`@gradcheck x=3\`.`;
  }
  if (first.kind !== 'word') {
    return `\`${text}\` belongs to no name; several values need brackets: \`x=[1, 2]\`.`;
  }
  return `\`${text}\` is no item; write ${examples(first.text)}, or move prose to its own line.`;
}

function examples(name: string): string {
  return `\`${name}=3\`, \`${name}: (4, 3)\` or \`${name} in (0, 1)\``;
}

/** `(4, 3)`: its entries, each a whole number above 0 where it is a literal. */
function shapeOf(
  passage: Passage,
  name: string,
  sign: Token,
  tokens: readonly Token[],
  language: AnnotationLanguage,
): readonly Expression[] | Problem {
  const entries = entriesOf(passage, tokens, language);
  if (entries === null) {
    const place = tokens.length === 0 ? sign : range(tokens);
    return problemIn(passage, place, `A shape stands in brackets; write \`${name}: (4, 3)\`.`);
  }
  if (entries.length === 0) {
    const message = `The shape of \`${name}\` is empty; write \`${name}: (3,)\`, or \`${name}=1.5\`.`;
    return problemIn(passage, range(tokens), message);
  }
  const lowered: Expression[] = [];
  for (const entry of entries) {
    if ('code' in entry) return entry;
    const literal = literalOf(entry);
    if (literal !== null && !(Number.isInteger(literal) && literal > 0)) {
      const message = `A shape holds whole numbers above 0, not ${literal}; write \`${name}: (4, 3)\`.`;
      return { span: entry.span, code: 'annotation', severity: 'error', message };
    }
    lowered.push(entry);
  }
  return lowered;
}

/** `(0, 10)`: two bounds, the lower first. */
function intervalOf(
  passage: Passage,
  name: string,
  sign: Token,
  tokens: readonly Token[],
  language: AnnotationLanguage,
): { readonly low: Expression; readonly high: Expression } | Problem {
  const entries = entriesOf(passage, tokens, language);
  const place = tokens.length === 0 ? sign : range(tokens);
  if (entries === null || entries.length !== 2) {
    const message = `An interval has two bounds in brackets; write \`${name} in (0, 1)\`.`;
    return problemIn(passage, place, message);
  }
  const [low, high] = entries;
  if ('code' in low) return low;
  if ('code' in high) return high;
  const from = literalOf(low);
  const to = literalOf(high);
  if (from === null || to === null || from < to) return { low, high };
  const message =
    from === to
      ? `The interval of \`${name}\` is empty; write \`${name}=${from}\`.`
      : `The interval of \`${name}\` is reversed; write \`${name} in (${to}, ${from})\`.`;
  return problemIn(passage, place, message);
}

/** The lowered entries of one bracketed list, or null when the tokens are something else. */
function entriesOf(
  passage: Passage,
  tokens: readonly Token[],
  language: AnnotationLanguage,
): readonly (Expression | Problem)[] | null {
  const [open] = tokens;
  const close = tokens[tokens.length - 1];
  const inner = tokens.slice(1, -1);
  const bracketed = open !== undefined && (open.text === '(' || open.text === '[');
  if (!bracketed || close.kind !== 'close') return null;
  if (inner.some((token) => token.kind === 'close' && token.depth === open.depth)) return null;
  const entries: (Expression | Problem)[] = [];
  let from = 0;
  for (let at = 0; at <= inner.length; at += 1) {
    const token = inner[at];
    if (token !== undefined && !(token.kind === 'comma' && token.depth === open.depth + 1))
      continue;
    if (at > from) {
      entries.push(lowerRange(passage, inner[from].start, inner[at - 1].end, language));
    } else if (token !== undefined) {
      entries.push(problemIn(passage, token, 'There is no entry before this comma; remove it.'));
    }
    from = at + 1;
  }
  return entries;
}

function range(tokens: readonly Token[]): { readonly start: number; readonly end: number } {
  return { start: tokens[0].start, end: tokens[tokens.length - 1].end };
}

/** The value of a literal number, signed or not. */
function literalOf(node: Expression): number | null {
  if (node.kind === 'number') return node.value;
  if (node.kind !== 'unary' || node.operand.kind !== 'number') return null;
  if (node.operator === 'negate') return -node.operand.value;
  return node.operator === 'plus' ? node.operand.value : null;
}
