/**
 * Scopes and frames. A scope knows at compile time which names live in which
 * slot; a frame holds the values of one call. Class bodies have a scope that the
 * functions inside do not see.
 */
import { innerBlocks } from '../syntax/blocks';
import type { Block, Expression, FunctionDefinition, Pattern, Statement } from '../syntax/nodes';
import { visit } from '../syntax/visit';
import type { Steps } from './generators';
import type { Machine } from './machine';
import { type ClassValue, none, type Value } from './values';

export interface Scope {
  readonly kind: 'module' | 'function' | 'class' | 'comprehension';
  readonly path: string;
  readonly outer: Scope | null;
  /** The slot of each name that is bound here. */
  readonly slots: Map<string, number>;
  /** Names that a `global` statement sends to the module. */
  readonly globals: ReadonlySet<string>;
  /** The qualified name of the definition: `Net.loss`; empty for a module. */
  readonly name: string;
}

export interface Frame {
  readonly scope: Scope;
  readonly slots: (Value | undefined)[];
  readonly outer: Frame | null;
  readonly machine: Machine;
  /** What `return` gave. */
  result: Value;
  /** The class whose method runs here and its receiver, for `super()`. */
  readonly owner: ClassValue | null;
  readonly receiver: Value | null;
}

export type Evaluate = (frame: Frame) => Value;

/** How a statement ended. */
export const Signal = { next: 0, break: 1, continue: 2, return: 3 } as const;
export type Signal = (typeof Signal)[keyof typeof Signal];
export type Execute = (frame: Frame) => Signal;

export interface CompiledFunction {
  readonly definition: FunctionDefinition;
  readonly scope: Scope;
  /** Compiled on the first call. */
  readonly body: () => Execute;
  /** The body of a generator, compiled on the first call. */
  readonly steps: () => Steps;
  readonly defaults: readonly (Evaluate | null)[];
  /** How many slots a frame has. */
  readonly size: number;
  /** The number of parameters when each takes one positional argument into its slot in turn; else -1. */
  readonly inTurn: number;
}

export function makeFrame(
  scope: Scope,
  outer: Frame | null,
  machine: Machine,
  owner: ClassValue | null = null,
  receiver: Value | null = null,
): Frame {
  const slots = new Array<Value | undefined>(scope.slots.size).fill(undefined);
  return { scope, slots, outer, machine, result: none, owner, receiver };
}

/** The scope of a block with everything that the block binds. */
export function makeScope(
  kind: Scope['kind'],
  path: string,
  outer: Scope | null,
  name: string,
  parameters: readonly string[],
  body: Block,
): Scope {
  const bound = new Set<string>(parameters);
  const elsewhere = new Set<string>();
  const globals = new Set<string>();
  for (const statement of body) collect(statement, bound, globals, elsewhere);
  // What functions declare global is a name of the module, even when only they bind it.
  if (kind === 'module') collectGlobals(body, bound);
  const slots = new Map<string, number>();
  for (const each of bound) {
    if (!globals.has(each) && !elsewhere.has(each)) slots.set(each, slots.size);
  }
  return { kind, path, outer, slots, globals, name };
}

/** Where a name is found from a scope: how many frames out, and the slot; null: not bound in any. */
export function resolve(scope: Scope, name: string): { depth: number; slot: number } | null {
  let depth = 0;
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    const skipped = at !== scope && at.kind === 'class';
    const toModule = scope.globals.has(name) && at.kind !== 'module';
    const slot = skipped || toModule ? undefined : at.slots.get(name);
    if (slot !== undefined) return { depth, slot };
    depth += 1;
  }
  return null;
}

function collectGlobals(body: Block, bound: Set<string>): void {
  for (const statement of body) {
    if (statement.kind === 'global') for (const name of statement.names) bound.add(name);
    if (statement.kind === 'function' || statement.kind === 'class') {
      collectGlobals(statement.definition.body, bound);
    }
    for (const block of innerBlocks(statement)) collectGlobals(block, bound);
  }
}

function collect(
  statement: Statement,
  bound: Set<string>,
  globals: Set<string>,
  elsewhere: Set<string>,
): void {
  for (const block of innerBlocks(statement)) {
    for (const each of block) collect(each, bound, globals, elsewhere);
  }
  switch (statement.kind) {
    case 'assign':
      for (const target of statement.targets) collectTarget(target, bound);
      collectWalrus(statement.value, bound);
      return;
    case 'augment':
      collectTarget(statement.target, bound);
      collectWalrus(statement.value, bound);
      return;
    case 'for':
      collectTarget(statement.target, bound);
      collectWalrus(statement.iterable, bound);
      return;
    case 'if':
    case 'while':
    case 'assert':
      collectWalrus(statement.test, bound);
      return;
    case 'try':
      for (const { name } of statement.handlers) if (name !== null) bound.add(name);
      return;
    case 'with':
      for (const { value, target } of statement.items) {
        collectWalrus(value, bound);
        if (target !== null) collectTarget(target, bound);
      }
      return;
    case 'match':
      collectWalrus(statement.subject, bound);
      for (const { pattern, guard } of statement.cases) {
        collectPattern(pattern, bound);
        if (guard !== null) collectWalrus(guard, bound);
      }
      return;
    case 'function':
    case 'class':
      bound.add(statement.definition.name);
      return;
    case 'import':
      bound.add(statement.alias ?? statement.module.split('.')[0]);
      return;
    case 'importFrom':
      for (const each of statement.names) if (each.name !== '*') bound.add(each.alias ?? each.name);
      return;
    case 'global':
      for (const name of statement.names) globals.add(name);
      return;
    case 'nonlocal':
      for (const name of statement.names) elsewhere.add(name);
      return;
    case 'unsupportedStatement':
      for (const name of statement.binds) bound.add(name);
      return;
    case 'expression':
      collectWalrus(statement.value, bound);
      return;
    case 'return':
      if (statement.value !== null) collectWalrus(statement.value, bound);
      return;
    default:
      return;
  }
}

/** The names that a pattern binds. */
export function collectPattern(pattern: Pattern, bound: Set<string>): void {
  switch (pattern.kind) {
    case 'capturePattern':
    case 'starPattern':
      if (pattern.name !== null) bound.add(pattern.name);
      return;
    case 'asPattern':
      bound.add(pattern.name);
      return collectPattern(pattern.pattern, bound);
    case 'sequencePattern':
      for (const each of pattern.items) collectPattern(each, bound);
      return;
    case 'eitherPattern':
      for (const each of pattern.options) collectPattern(each, bound);
      return;
    case 'mappingPattern':
      for (const each of pattern.entries) collectPattern(each.pattern, bound);
      if (pattern.rest !== null) bound.add(pattern.rest);
      return;
    case 'classPattern':
      for (const each of pattern.positional) collectPattern(each, bound);
      for (const each of pattern.named) collectPattern(each.pattern, bound);
      return;
    case 'valuePattern':
      return;
  }
}

/** The names that an assignment to `target` binds. */
export function collectTarget(target: Expression, bound: Set<string>): void {
  if (target.kind === 'name') bound.add(target.name);
  else if (target.kind === 'tuple' || target.kind === 'list') {
    for (const item of target.items) collectTarget(item, bound);
  } else if (target.kind === 'spread') collectTarget(target.value, bound);
}

/** Finds `name := value` anywhere in an expression, comprehensions included. */
function collectWalrus(expression: Expression, bound: Set<string>): void {
  visit(expression, (node) => {
    if (node.kind === 'assignExpression') bound.add(node.name);
    return node.kind !== 'lambda';
  });
}
