/**
 * Which loops and functions may become flat code, as far as their statements tell,
 * and what their names stand for: numbers, which live in registers, or lists and arrays.
 */
import type { Block, Expression, Statement } from '../syntax/nodes';
import { resolve, type Scope } from './frame';

export type Loop = Extract<Statement, { kind: 'for' | 'while' }>;

/** The names that are bound, with their slots. */
export interface BoundNames {
  readonly numbers: ReadonlyMap<string, number>;
  readonly objects: ReadonlyMap<string, number>;
}

/** The names that a block binds besides `parameters`; null where it does what flat code cannot. */
export function boundNames(
  block: Block,
  scope: Scope,
  parameters: readonly Expression[],
): BoundNames | null {
  const targets = [...parameters];
  if (scope.kind === 'class' || !collectTargets(block, targets)) return null;
  const used = new Set<string>();
  collectObjects(block, used);
  const [numbers, objects] = [new Map<string, number>(), new Map<string, number>()];
  for (const target of targets) {
    if (target.kind === 'index') continue;
    const found = target.kind === 'name' ? resolve(scope, target.name) : null;
    if (target.kind !== 'name' || found?.depth !== 0) return null;
    (used.has(target.name) ? objects : numbers).set(target.name, found.slot);
  }
  return { numbers, objects };
}

/** False where a statement is none of those that flat code knows. */
function collectTargets(block: Block, targets: Expression[]): boolean {
  return block.every((node) => {
    switch (node.kind) {
      case 'assign': {
        const [target, ...others] = node.targets;
        targets.push(...(target.kind === 'tuple' ? target.items : [target]));
        return others.length === 0;
      }
      case 'augment':
        targets.push(node.target);
        return true;
      case 'if':
        return collectTargets(node.body, targets) && collectTargets(node.otherwise, targets);
      case 'for':
        targets.push(node.target);
        return node.otherwise.length === 0 && collectTargets(node.body, targets);
      case 'while':
        return node.otherwise.length === 0 && collectTargets(node.body, targets);
      case 'break':
      case 'continue':
      case 'pass':
      case 'return':
      case 'expression':
        return true;
      default:
        return false;
    }
  });
}

/** The names that are indexed, or whose methods are called, or that stand for a list that is made. */
function collectObjects(part: unknown, used: Set<string>): void {
  if (part === null || typeof part !== 'object') return;
  if (Array.isArray(part)) {
    for (const each of part) collectObjects(each, used);
    return;
  }
  const node = part as Expression | Statement;
  if (node.kind === 'index' || node.kind === 'member') {
    if (node.object.kind === 'name') used.add(node.object.name);
  }
  if (node.kind === 'assign' && node.targets[0].kind === 'name' && madeList(node.value) !== null) {
    used.add(node.targets[0].name);
  }
  for (const each of Object.values(node)) collectObjects(each, used);
}

/** `[a, b]` or `[a] * n`: the items, and how often they stand there. */
export function madeList(
  node: Expression,
): { items: readonly Expression[]; times: Expression | null } | null {
  if (node.kind === 'list') return { items: node.items, times: null };
  if (node.kind !== 'binary' || node.operator !== 'multiply') return null;
  if (node.left.kind !== 'list' || node.left.items.length !== 1) return null;
  return { items: node.left.items, times: node.right };
}
