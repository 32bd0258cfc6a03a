/**
 * Which loops may become flat code, as far as their statements tell: those of
 * assignments to names of the running function, of branches and of loops.
 */
import type { Block, Expression, Statement } from '../syntax/nodes';
import { resolve, type Scope } from './frame';

export type Loop = Extract<Statement, { kind: 'for' | 'while' }>;

/** The names that a loop binds, with their slots; null where it does anything else. */
export function assignedNames(loop: Loop, scope: Scope): ReadonlyMap<string, number> | null {
  const targets: Expression[] = loop.kind === 'for' ? [loop.target] : [];
  if (scope.kind === 'class' || !collectTargets(loop.body, targets)) return null;
  const names = new Map<string, number>();
  for (const target of targets) {
    const found = target.kind === 'name' ? resolve(scope, target.name) : null;
    if (target.kind !== 'name' || found?.depth !== 0) return null;
    names.set(target.name, found.slot);
  }
  return names;
}

/** False where a statement is none of those. */
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
        return true;
      default:
        return false;
    }
  });
}
