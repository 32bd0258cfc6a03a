/**
 * Lowers `match` and its patterns. A pattern that is none of Python's refuses
 * the whole statement.
 */
import type { Case, Expression, Pattern, Statement } from '../../syntax/nodes';
import type { SyntaxNode } from '../tree-sitter';
import { fieldOf, lowerExpression, lowerSequence, spanOf } from './expression';
import { normalizeName } from './names';
import { brokenHeader, type Lowering, lowerBody, refuse, UNREADABLE } from './statement';

export function lowerMatch(node: SyntaxNode, depth: number, lowering: Lowering): Statement[] {
  const clauses = fieldOf(node, 'body')?.children ?? [];
  const sound = clauses.every((clause) => clause.type === 'case_clause' && !brokenHeader(clause));
  const subjects = node.children.filter((child) => child.field === 'subject');
  const cases = sound ? clauses.map((clause) => lowerCase(clause, depth, lowering)) : [null];
  if (subjects.length === 0 || !cases.every((each) => each !== null)) {
    return refuse(node, lowering, UNREADABLE, 'Correct its syntax.');
  }
  const subject = lowerSequence(subjects, depth);
  return [{ kind: 'match', span: spanOf(node), subject, cases }];
}

function lowerCase(clause: SyntaxNode, depth: number, lowering: Lowering): Case | null {
  const patterns = clause.children.filter((child) => child.type === 'case_pattern');
  const commas = clause.children.some((child) => child.type === ',');
  const lowered = lowerAll(patterns, depth);
  if (lowered === null || lowered.length === 0) return null;
  const span = { start: patterns[0].start, end: patterns[patterns.length - 1].end };
  const several = commas || lowered.length > 1 || lowered[0].kind === 'starPattern';
  const guard = fieldOf(clause, 'guard');
  return {
    pattern: several ? { kind: 'sequencePattern', span, items: lowered } : lowered[0],
    guard: guard === null ? null : lowerExpression(guard.children[0], depth),
    body: lowerBody(fieldOf(clause, 'consequence'), depth, lowering),
    span: spanOf(clause),
  };
}

/** Patterns deeper than this are none that a person writes. */
const DEEPEST_PATTERN = 300;

function lowerPattern(node: SyntaxNode, depth: number): Pattern | null {
  const span = spanOf(node);
  const { children } = node;
  const below = depth + 3;
  if (below > DEEPEST_PATTERN) return null;
  switch (node.type) {
    case 'case_pattern': {
      if (children.length === 0) return { kind: 'capturePattern', span, name: null };
      const [first, second] = children;
      return first.type === '-' ? negated(node, second, depth) : lowerPattern(first, below);
    }
    case 'dotted_name':
      if (children.length > 1) return { kind: 'valuePattern', span, value: dotted(children) };
      return { kind: 'capturePattern', span, name: captured(node.text) };
    case 'identifier':
      return { kind: 'capturePattern', span, name: captured(node.text) };
    case '_':
      return { kind: 'capturePattern', span, name: null };
    case 'splat_pattern':
      return { kind: 'starPattern', span, name: captured(node.text.replace(/^\*+\s*/, '')) };
    case 'list_pattern':
    case 'tuple_pattern': {
      const items = lowerAll(
        children.filter((child) => child.type !== ','),
        below,
      );
      if (items === null) return null;
      const grouping = node.type === 'tuple_pattern' && items.length === 1;
      const comma = children.some((child) => child.type === ',');
      if (grouping && !comma && items[0].kind !== 'starPattern') return items[0];
      return { kind: 'sequencePattern', span, items };
    }
    case 'union_pattern': {
      const options = lowerSigned(children, below);
      return options === null ? null : { kind: 'eitherPattern', span, options };
    }
    case 'as_pattern': {
      const inner = lowerPattern(children[0], below);
      const name = children[1] === undefined ? null : normalizeName(children[1].text);
      return inner === null || name === null
        ? null
        : { kind: 'asPattern', span, pattern: inner, name };
    }
    case 'dict_pattern':
      return lowerMapping(node, below);
    case 'class_pattern':
      return lowerClassPattern(node, below);
    case 'integer':
    case 'float':
    case 'true':
    case 'false':
    case 'none':
    case 'string':
    case 'concatenated_string':
      return { kind: 'valuePattern', span, value: lowerExpression(node, depth) };
    default:
      return null;
  }
}

function lowerMapping(node: SyntaxNode, depth: number): Pattern | null {
  const entries: { key: Expression; pattern: Pattern }[] = [];
  let rest: string | null = null;
  const parts = node.children;
  for (let at = 0; at < parts.length; at += 1) {
    if (parts[at].type === 'splat_pattern') {
      rest = normalizeName(parts[at].text.replace(/^\*+\s*/, ''));
      continue;
    }
    const negative = parts[at].type === '-';
    if (negative) at += 1;
    const key = parts[at]?.type === 'case_pattern' ? parts[at].children[0] : parts[at];
    at += 1;
    const pattern = parts[at] === undefined ? null : lowerPattern(parts[at], depth);
    if (key === undefined || pattern === null) return null;
    const names = key.type === 'dotted_name' ? dotted(key.children) : lowerExpression(key, depth);
    entries.push({ key: negative ? negate(node, names) : names, pattern });
  }
  return { kind: 'mappingPattern', span: spanOf(node), entries, rest };
}

function lowerClassPattern(node: SyntaxNode, depth: number): Pattern | null {
  const [name, ...parts] = node.children;
  const positional: Pattern[] = [];
  const named: { name: string; pattern: Pattern }[] = [];
  for (const part of parts) {
    const inner = part.type === 'case_pattern' ? part.children[0] : part;
    if (inner?.type === 'keyword_pattern') {
      const [keyword, ...value] = inner.children;
      const lowered = lowerSigned(value, depth);
      if (lowered === null || lowered.length !== 1) return null;
      named.push({ name: normalizeName(keyword.text), pattern: lowered[0] });
      continue;
    }
    const pattern = lowerPattern(part, depth);
    if (pattern === null) return null;
    positional.push(pattern);
  }
  const type = dotted(name.type === 'dotted_name' ? name.children : [name]);
  return { kind: 'classPattern', span: spanOf(node), type, positional, named };
}

function lowerAll(nodes: readonly SyntaxNode[], depth: number): Pattern[] | null {
  const lowered = nodes.map((node) => lowerPattern(node, depth));
  return lowered.every((each) => each !== null) ? lowered : null;
}

/** Patterns in a row where a minus stands beside its number. */
function lowerSigned(nodes: readonly SyntaxNode[], depth: number): Pattern[] | null {
  const lowered: (Pattern | null)[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    if (nodes[at].type !== '-') lowered.push(lowerPattern(nodes[at], depth));
    else lowered.push(negated(nodes[at], nodes[++at], depth));
  }
  return lowered.every((each) => each !== null) ? lowered : null;
}

function negated(at: SyntaxNode, number: SyntaxNode | undefined, depth: number): Pattern | null {
  if (number === undefined) return null;
  const span = { start: at.start, end: number.end };
  return {
    kind: 'valuePattern',
    span,
    value: negate({ ...at, ...span }, lowerExpression(number, depth)),
  };
}

function negate(at: SyntaxNode, operand: Expression): Expression {
  return { kind: 'unary', span: spanOf(at), operator: 'negate', operand };
}

function captured(text: string): string | null {
  return text === '_' ? null : normalizeName(text);
}

function dotted(names: readonly SyntaxNode[]): Expression {
  const [first, ...rest] = names;
  let value: Expression = { kind: 'name', span: spanOf(first), name: normalizeName(first.text) };
  for (const each of rest) {
    value = {
      kind: 'member',
      span: { start: first.start, end: each.end },
      object: value,
      name: normalizeName(each.text),
      nameSpan: spanOf(each),
    };
  }
  return value;
}
