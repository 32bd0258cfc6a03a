/**
 * What of a target no run came to: the sides of its `if` statements that were never taken. What
 * stands there was not checked, and the report says so.
 */
import { innerBlocks } from '../syntax/blocks';
import type { Block, Expression, FunctionDefinition, Statement } from '../syntax/nodes';
import { lineStarts, positionAt, type Span } from '../syntax/span';
import { branchAt } from '../trace/branches';
import { dottedName } from '../trace/targets';
import type { Experiment } from './experiment';
import { quoted } from './quoted';

type If = Extract<Statement, { kind: 'if' }>;

/** "line 9, since `x.ndim == 1`, line 8, is never true". */
export function notRun(
  bodies: readonly FunctionDefinition[],
  experiments: readonly Experiment[],
  path: string,
): string[] {
  const machine = experiments[0]?.machine;
  const text = machine?.modules.text(path) ?? null;
  if (text === null) return [];
  const starts = lineStarts(text);
  const took: Took = (statement, side) =>
    experiments.some((each) =>
      each.machine.branches.took(branchAt(path, statement.test.span).key, side),
    );
  return bodies.flatMap(({ body }) =>
    leftOut(body, took).flatMap(({ at, test, side }) => {
      const why = quoted(machine, { path, ...test.span }, path);
      if (why === null) return [];
      const { line } = positionAt(starts, at.start);
      return [`line ${line}, since ${why}, is never ${side}`];
    }),
  );
}

type Took = (statement: If, side: boolean) => boolean;

interface LeftOut {
  /** Where the first statement that was not run stands. */
  readonly at: Span;
  readonly test: If['test'];
  /** What the test would have had to be. */
  readonly side: boolean;
}

/** `rest` is what runs after a block that does not leave. */
function leftOut(block: Block, took: Took, rest: Block = []): LeftOut[] {
  return block.flatMap((statement, at): LeftOut[] => {
    if (statement.kind === 'function') return leftOut(statement.definition.body, took);
    if (statement.kind !== 'if')
      return innerBlocks(statement).flatMap((each) => leftOut(each, took));
    const { test, body, otherwise } = statement;
    const after = [...block.slice(at + 1), ...rest];
    return [true, false].flatMap((side) => {
      const own = side ? body : otherwise;
      if (took(statement, side)) return leftOut(own, took, after);
      // Where the body leaves, what follows is the other side.
      const other = side || own.length > 0 || !ends(body) ? own : after;
      return took(statement, !side) && other.some(computes)
        ? [{ at: other[0].span, test, side }]
        : [];
    });
  });
}

/** Whether a block always leaves the one around it. */
function ends(block: Block): boolean {
  const last = block.at(-1);
  if (last?.kind === 'if') return ends(last.body) && ends(last.otherwise);
  return last !== undefined && ['return', 'raise', 'continue', 'break'].includes(last.kind);
}

/** Whether a statement may have to do with a gradient: it does not only refuse, tell or do nothing. */
function computes(statement: Statement): boolean {
  switch (statement.kind) {
    case 'raise':
    case 'pass':
    case 'assert':
      return false;
    case 'expression':
      return !tells(statement.value);
    case 'return':
      return statement.value !== null && statement.value.kind !== 'none';
    default:
      return true;
  }
}

/** A text that documents, or a call that prints, warns or logs. */
function tells(value: Expression): boolean {
  if (value.kind !== 'call') return value.kind === 'text';
  return /^(print|warn|warnings|log|logger|logging)([.]|$)/.test(dottedName(value.callee) ?? '');
}
