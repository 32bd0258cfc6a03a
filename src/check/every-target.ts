/** Every target that may be asked about by name or by place: what a check looks at, and every other function. */
import type { FunctionDefinition } from '../syntax/nodes';
import { halvesOf, qualified } from './detect/pair';
import type { Opened } from './opened';
import type { CheckOptions } from './report';
import { type FunctionTarget, findTargets, type Target } from './targets';

/** A target by its name, or a pair by that of either half; of several claims only the one that bears it. */
export function targetNamed(opened: Opened, options: CheckOptions, name: string): Target | null {
  const targets = everyTarget(opened, options).map(({ target }) => target);
  const own = targets.find((target) =>
    target.kind === 'claims'
      ? target.claims.some((each) => each.name === name)
      : target.name === name,
  );
  return own ?? targets.find((target) => isHalf(target, name)) ?? null;
}

function isHalf(target: Target, name: string): boolean {
  if (target.kind !== 'pair') return false;
  const { form, owner } = target.pair;
  return halvesOf(form).some((each) => qualified(owner, each.name) === name);
}

/** All targets, and every other function as one that the user may ask for. */
export function everyTarget(
  opened: Opened,
  options: CheckOptions,
): { target: Target; span: { start: number; end: number } }[] {
  const { program } = opened;
  const found: { target: Target; span: { start: number; end: number } }[] = [];
  const { targets } = findTargets(program, options);
  for (const target of targets) {
    if (target.kind === 'pair') {
      // Whoever asks at either half asks for the pair.
      for (const { span } of halvesOf(target.pair.form)) found.push({ target, span });
    } else if (target.kind !== 'claims') found.push({ target, span: target.definition.span });
    else {
      for (const claim of target.claims) {
        found.push({ target: { ...target, claims: [claim] }, span: claim.statement.span });
      }
    }
  }
  const add = (definition: FunctionDefinition, owner: FunctionTarget['owner']) => {
    const name = owner === null ? definition.name : `${owner.name}.${definition.name}`;
    const known = targets.some((each) => each.kind === 'function' && each.name === name);
    const inPair = targets.some(
      (each) =>
        (each.kind === 'class' && (each.forward === definition || each.backward === definition)) ||
        (each.kind === 'pair' && halvesOf(each.pair.form).includes(definition)),
    );
    if (known || inPair) return;
    const target: FunctionTarget = { kind: 'function', name, definition, owner, annotated: false };
    found.push({ target, span: definition.span });
  };
  for (const statement of program.body) {
    if (statement.kind === 'function') add(statement.definition, null);
    if (statement.kind !== 'class') continue;
    for (const inner of statement.definition.body) {
      if (inner.kind === 'function' && !inner.definition.name.startsWith('__')) {
        add(inner.definition, statement.definition);
      }
    }
  }
  return found;
}
