/**
 * What annotations need to know of Python: how an expression in a comment is
 * lowered, how names compare, and which words join expressions.
 */
import type { AnnotationLanguage } from '../../syntax/annotation';
import type { Expression } from '../../syntax/nodes';
import type { Problem } from '../../syntax/problem';
import type { Span } from '../../syntax/span';
import type { Grammar, SyntaxNode, ToOffset } from '../tree-sitter';
import { lowerSequence } from './expression';
import { normalizeName } from './names';

export function annotationLanguage(grammar: Grammar): AnnotationLanguage {
  return {
    lower: (text, toOffset) => lowerText(grammar, text, toOffset),
    normalize: normalizeName,
    operatorWords: new Set('and await else for if in is lambda not or yield'.split(' ')),
  };
}

function lowerText(grammar: Grammar, text: string, toOffset: ToOffset): Expression | Problem {
  // Brackets let the expression run over several lines; they are no part of it.
  const toFile = (index: number) => toOffset(Math.min(Math.max(index - 1, 0), text.length - 1));
  const { root, comments } = grammar.parse(`(${text}\n)`, toFile);
  const whole = { start: toOffset(0), end: toOffset(text.length - 1) + 1 };
  if (comments.length > 0) {
    return problem(comments[0], 'Write this remark on a line of its own, without @gradcheck.');
  }
  const [statement] = root.children;
  const expression = statement?.children[0];
  const alone = root.children.length === 1 && statement.children.length === 1;
  if (root.broken || !alone || !BRACKETED.has(expression.type)) {
    return problem(whole, `\`${shorten(text)}\` is no Python expression; correct its syntax.`);
  }
  const caret = findCaret(expression);
  if (caret !== null) return problem(caret, '`^` is no power in Python; write `**`.');
  const lowered = lowerSequence([expression], 0);
  // A tuple written without brackets takes the span of its own text.
  return lowered.kind === 'tuple' && !text.startsWith('(') ? { ...lowered, span: whole } : lowered;
}

const BRACKETED = new Set(['parenthesized_expression', 'tuple', 'generator_expression']);

function findCaret(root: SyntaxNode): Span | null {
  const pending = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const caret = node.children.find((child) => child.type === '^');
    if (caret !== undefined) return { start: caret.start, end: caret.end };
    for (const child of node.children) pending.push(child);
  }
  return null;
}

function problem(span: Span, message: string): Problem {
  return { span, code: 'annotation', severity: 'error', message };
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 40 ? line : `${line.slice(0, 37)}...`;
}
