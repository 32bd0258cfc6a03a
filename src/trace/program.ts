/**
 * Running a program: its module body statement by statement, so that what stands
 * below a statement that fails still works; then functions by qualified name and
 * annotation expressions in the scope they stand in.
 */
import type { Expression, Program, Statement } from '../syntax/nodes';
import { compileExpression } from './expressions';
import { collectTarget, type Frame, makeFrame, makeScope, type Scope } from './frame';
import { Stop } from './limits';
import type { Machine } from './machine';
import { compileStatement } from './statements';
import type { ModuleRun } from './user-modules';
import { unknown, type Value } from './values';

export interface Compiled {
  readonly program: Program;
  readonly scope: Scope;
  readonly statements: readonly {
    readonly node: Statement;
    readonly execute: ReturnType<typeof compileStatement>;
  }[];
}

const compiledPrograms = new WeakMap<Program, Compiled>();

/** Compiles a program once, whatever is asked of it later; it can then run on any number of machines. */
export function compileProgram(program: Program): Compiled {
  let known = compiledPrograms.get(program);
  if (known === undefined) compiledPrograms.set(program, (known = compileStatements(program)));
  return known;
}

function compileStatements(program: Program): Compiled {
  const scope = makeScope('module', program.path, null, '', [], program.body);
  // Each is compiled when it is first run: most runs need few.
  const statements = program.body.map((node) => {
    let compiled: ReturnType<typeof compileStatement> | null = null;
    const execute = (frame: Frame) => {
      compiled ??= compileStatement(node, scope);
      return compiled(frame);
    };
    return { node, execute };
  });
  return { program, scope, statements };
}

/**
 * Runs the module's statements, those that an earlier call has run excepted. A
 * statement that fails leaves the names it would bind unknown, with its reason;
 * `include` chooses statements (all by default). A limit ends the run: it is thrown.
 */
export function runModule(
  compiled: Compiled,
  machine: Machine,
  include: (statement: Statement) => boolean = () => true,
  name = '__main__',
): ModuleRun {
  const run = machine.runs.get(compiled.scope) ?? openRun(compiled, machine, name);
  const { frame, started, failures } = run;
  for (const { node, execute } of compiled.statements) {
    if (started.has(node) || !include(node)) continue;
    started.add(node);
    try {
      execute(frame);
    } catch (stop) {
      if (!(stop instanceof Stop) || stop.kind === 'limit') throw stop;
      failures.push({ statement: node, stop });
      leaveUnknown(frame, node, stop);
    }
  }
  return run;
}

function openRun(compiled: Compiled, machine: Machine, name: string): ModuleRun {
  const broken = compiled.program.broken.length > 0;
  const run: ModuleRun = {
    name,
    frame: makeFrame(compiled.scope, null, machine),
    started: new Set(),
    failures: [],
    stars: [],
    open: broken ? 'a part of this file could not be read' : null,
    asked: new Set(),
    looking: new Set(),
  };
  machine.runs.set(compiled.scope, run);
  return run;
}

/** The names that a failed statement would have bound carry its reason. */
function leaveUnknown(frame: Frame, node: Statement, stop: Stop): void {
  const reason = stop.message;
  const place = stop.place ?? {
    path: frame.scope.path,
    start: node.span.start,
    end: node.span.end,
  };
  const bound = new Set<string>();
  if (node.kind === 'assign') for (const target of node.targets) collectTarget(target, bound);
  else if (node.kind === 'class' || node.kind === 'function') bound.add(node.definition.name);
  else
    for (const name of makeScope('module', '', null, '', [], [node]).slots.keys()) bound.add(name);
  for (const name of bound) {
    const slot = frame.scope.slots.get(name);
    if (slot !== undefined) frame.slots[slot] = unknown(reason, '', place);
  }
}

const compiledExpressions = new WeakMap<
  Expression,
  { readonly scope: Scope; readonly evaluate: ReturnType<typeof compileExpression> }
>();

/** Evaluates an expression (of an annotation) in a frame; each run of a target asks for the same ones. */
export function evaluateIn(frame: Frame, expression: Expression): Value {
  const { scope } = frame;
  let known = compiledExpressions.get(expression);
  if (known?.scope !== scope) {
    known = { scope, evaluate: compileExpression(expression, scope) };
    compiledExpressions.set(expression, known);
  }
  return known.evaluate(frame);
}

/** The value bound to a name in a frame; null when it is not (yet) bound. */
export function boundIn(frame: Frame, name: string): Value | null {
  const slot = frame.scope.slots.get(name);
  return slot === undefined ? null : (frame.slots[slot] ?? null);
}
