/**
 * Writes a point into the text: the edits that make the annotation of a target say
 * `x=0.5, y=2`, in the annotation that is there or in a new line above the target.
 */
import type { Annotation, AnnotationItem } from '../syntax/annotation';
import type { Program } from '../syntax/nodes';
import { lineStarts, type Span } from '../syntax/span';
import { halvesOf } from './detect/pair';
import { rangeOf } from './plain';
import type { JsonArray, Range } from './report';
import type { Target } from './targets';

export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

/** Entries up to which an array is written out. */
const mostEntries = 24;

/**
 * The edits for some of a target's inputs; null where they cannot be written: a claim, an
 * attribute, a number that a program has no literal for, or too many of them.
 */
export function pointEdits(
  program: Program,
  target: Target,
  comment: string,
  at: Readonly<Record<string, JsonArray>>,
): readonly TextEdit[] | null {
  if (target.kind === 'claims') return null;
  const definition = target.kind === 'pair' ? halvesOf(target.pair.form)[0] : target.definition;
  const items: string[] = [];
  for (const [name, value] of Object.entries(at)) {
    const text = literal(value);
    if (text === null || !/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name)) return null;
    items.push(`${name}=${text}`);
  }
  const starts = lineStarts(program.text);
  const replace = (span: Span, text: string) => ({ range: rangeOf(starts, span), text });
  const names = Object.keys(at);
  const annotations = target.kind === 'pair' ? target.annotations : definition.annotations;
  const found = annotations.find(
    (each): each is Extract<Annotation, { kind: 'gradcheck' }> => each.kind === 'gradcheck',
  );
  if (found === undefined) {
    const first = annotations[0]?.span.start ?? startOf(definition);
    const line = program.text.lastIndexOf('\n', first - 1) + 1;
    const indent = /^[ \t]*/.exec(program.text.slice(line))?.[0] ?? '';
    const text = `${indent}${comment} @gradcheck ${items.join(', ')}\n`;
    return [replace({ start: line, end: line }, text)];
  }
  const edits: TextEdit[] = [];
  const missing: string[] = [];
  for (const [position, name] of names.entries()) {
    const item = found.items.find((each) => gives(each, name));
    if (item === undefined) missing.push(items[position]);
    else edits.push(replace(item.span, items[position]));
  }
  if (missing.length > 0) {
    const last = found.items.at(-1);
    const end = last?.span.end ?? found.span.end;
    const joint = last === undefined ? ' ' : ', ';
    edits.push(replace({ start: end, end }, `${joint}${missing.join(', ')}`));
  }
  return edits;
}

function gives(item: AnnotationItem, name: string): boolean {
  return item.kind !== 'skip' && item.name === name && !(item.kind === 'value' && item.option);
}

function startOf({
  span,
  decorators,
}: {
  readonly span: Span;
  readonly decorators: readonly { readonly span: Span }[];
}): number {
  return Math.min(span.start, ...decorators.map((each) => each.span.start));
}

/** `0.5`, `[[1, 2], [3, 4]]`; null for what has no literal or is too long. */
function literal(value: JsonArray): string | null {
  let entries = 0;
  const build = (part: JsonArray): string | null => {
    if (typeof part === 'number') {
      entries += 1;
      return String(part);
    }
    if (part === null || typeof part === 'string') return null;
    const inner = part.map(build);
    return inner.includes(null) ? null : `[${inner.join(', ')}]`;
  };
  const text = build(value);
  return entries <= mostEntries ? text : null;
}
