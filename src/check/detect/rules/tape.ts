/**
 * C10: an operation that keeps a closure for the reverse sweep, on its result
 * (`out._backward = _backward`, micrograd) or in a list (`self.backprop.append(backward)`).
 */
import type { Expression, FunctionDefinition } from '../../../syntax/nodes';
import { statementsOf } from '../guards';
import { type Found, qualified, type Rule, type Scope } from '../pair';
import { madeBy, membersOf, tapeClass, tapeParameters } from '../tape-parts';

const closureAttribute =
  /^_*(backward(_?fn|_?func)?|backprop\w*|grad_?fn|bwd|vjp|pullback|tape|ops)$/i;

const gradientAttribute =
  /^_?(grad(ient)?|adj(oint)?|d(w|x|v|data|val(ue)?|out)?|deltas?|bar|derivative)_?$/;

const dataAttribute = /^_?(data|val(ue)?|v|w|x|arr(ay)?|num(ber)?|item|values|tensor|primal|a)_?$/;

export const tape: Rule = {
  convention: { code: 'C10', words: 'a closure on a tape' },
  find: (scope) => scope.functions.flatMap((each) => pairOf(scope, each)),
  missed: (_, definition) => {
    const inner = statementsOf(definition.body).find(
      (each) => each.kind === 'function' && closureAttribute.test(each.definition.name),
    );
    if (inner?.kind !== 'function') return null;
    const { name } = inner.definition;
    const made = madeBy(definition)?.name ?? 'out';
    return keptClosure(definition, made) === null
      ? `it defines \`${name}\`, but keeps it nowhere (\`${made}.${name} = ${name}\`)`
      : `it keeps \`${name}\`, but no attribute in it reads as a gradient or as the number that it belongs to`;
  },
};

function pairOf(scope: Scope, definition: FunctionDefinition): Found[] {
  const made = madeBy(definition);
  if (made === null || tapeClass(definition, scope.owner) === null) return [];
  const kept = keptClosure(definition, made.name);
  if (kept === null) return [];
  const gradient = gradientIn(definition) ?? gradientBeside(scope, definition);
  if (gradient === null) return [];
  const data = dataOf(definition, made.name);
  if (data === null) return [];
  const form = { kind: 'tape' as const, definition, data, gradient, closure: kept.attribute };
  if (tapeParameters(form).length === 0) return [];
  return [
    {
      name: qualified(scope.owner, definition.name),
      form,
      nameSpan: definition.nameSpan,
      span: definition.span,
      why: `\`${definition.name}\` keeps its gradient in ${kept.shown}`,
      open: 'nothing',
    },
  ];
}

/** The attribute of gradients that a closure names; one that forgets the upstream names those of its operands alone. */
function gradientIn(definition: FunctionDefinition): string | null {
  const made = madeBy(definition);
  const kept = made === null ? null : keptClosure(definition, made.name);
  if (made === null || kept === null) return null;
  const holders = [made.name, ...definition.parameters.map((each) => each.name)];
  const members = holders.flatMap((each) => [...membersOf(kept.closure.body, each)]);
  return members.find((each) => gradientAttribute.test(each)) ?? null;
}

/** The one that the closures beside it name, where one names none. */
function gradientBeside({ functions }: Scope, definition: FunctionDefinition): string | null {
  for (const each of functions) {
    const found = each === definition ? null : gradientIn(each);
    if (found !== null) return found;
  }
  return null;
}

interface Kept {
  readonly closure: FunctionDefinition;
  readonly attribute: string;
  /** The statement, in short. */
  readonly shown: string;
}

/** The closure that is set on the result or appended to a list of the object; null where none is kept. */
function keptClosure(definition: FunctionDefinition, made: string): Kept | null {
  for (const statement of statementsOf(definition.body)) {
    if (statement.kind === 'assign') {
      const [target] = statement.targets;
      const closure = closureOf(definition, statement.value);
      if (target?.kind !== 'member' || closure === null) continue;
      const { object, name } = target;
      if (object.kind !== 'name' || object.name !== made || !closureAttribute.test(name)) continue;
      return { closure, attribute: name, shown: `\`${made}.${name}\`` };
    }
    if (statement.kind !== 'expression' || statement.value.kind !== 'call') continue;
    const { callee, arguments: given } = statement.value;
    const closure = given.length === 1 ? closureOf(definition, given[0].value) : null;
    if (callee.kind !== 'member' || !/^(append|push)$/.test(callee.name)) continue;
    if (closure === null || callee.object.kind !== 'member') continue;
    const { name } = callee.object;
    if (closureAttribute.test(name)) return { closure, attribute: name, shown: `\`${name}\`` };
  }
  return null;
}

function closureOf(outer: FunctionDefinition, value: Expression): FunctionDefinition | null {
  if (value.kind === 'lambda') return value.definition;
  if (value.kind !== 'name') return null;
  for (const each of statementsOf(outer.body)) {
    if (each.kind === 'function' && each.definition.name === value.name) return each.definition;
  }
  return null;
}

/** The attribute that holds the number: of the parameters, or of the result. */
function dataOf(definition: FunctionDefinition, made: string): string | null {
  const names = [...definition.parameters.map((each) => each.name), made];
  for (const name of names) {
    const found = [...membersOf(definition.body, name)].find((each) => dataAttribute.test(each));
    if (found !== undefined) return found;
  }
  return null;
}
