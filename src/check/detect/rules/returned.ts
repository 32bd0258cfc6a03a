/**
 * C10: one function that returns its value and, with it, an inner function or lambda from
 * cotangent to gradients: `return y, vjp`; always under `tf.custom_gradient`.
 */
import type { Expression, FunctionDefinition } from '../../../syntax/nodes';
import { dottedName } from '../../../trace/targets';
import { statementsOf } from '../guards';
import { type Found, qualified, type Rule, type Scope } from '../pair';

const closureName =
  /^_*((d?[a-z]\d?_?)?vjp(_?fun|_?fn)?|pull_?back|grad(s|ient|_?fn|_?func)?|back(ward|prop|propagate)?(_?fn|_?func)?|bwd|bprop|adjoint|backprop_fn|df|finish_update)$|_(vjp|grad|backward|pullback|bwd)$|^(d|grad|vjp|backward|bwd)_/i;

const cotangentName =
  /^_*(g|gs|dy|dys|d?out|dout\w*|grad\w*|upstream\w*|u|ct|cotangent\w*|adj\w*|delta\w*|dl?_?d?[a-z]\d?|[a-z]_?bar|v|w|seed)$/i;

export const returned: Rule = {
  convention: { code: 'C10', words: 'a value with its gradient function' },
  find: (scope) => scope.functions.flatMap((each) => pairOf(scope, each)),
  missed: (_, definition) => {
    for (const each of statementsOf(definition.body)) {
      const items = each.kind === 'return' && each.value?.kind === 'tuple' ? each.value.items : [];
      const last = items.at(-1);
      if (items.length < 2 || last?.kind !== 'name' || !closureName.test(last.name)) continue;
      const inner = definitionOf(definition, last);
      if (inner === null) continue;
      return `it returns \`${last.name}\` behind its value, but the parameters of \`${last.name}\` do not read as one cotangent`;
    }
    return null;
  },
};

function pairOf(scope: Scope, definition: FunctionDefinition): Found[] {
  const decorated = definition.decorators.some((each) =>
    /(^|\.)custom_gradient$/.test(dottedName(each) ?? ''),
  );
  const inner = statementsOf(definition.body).flatMap((each) =>
    each.kind === 'return' && each.value?.kind === 'tuple'
      ? closureOf(definition, each.value.items, decorated)
      : [],
  );
  if (inner.length === 0) return [];
  const why = decorated
    ? `\`${definition.name}\` is decorated with custom_gradient`
    : `\`${definition.name}\` returns its value with ${inner[0]}`;
  return [
    {
      name: qualified(scope.owner, definition.name),
      form: { kind: 'returned', definition },
      nameSpan: definition.nameSpan,
      span: definition.span,
      why,
      open: decorated ? 'nothing' : 'shape',
    },
  ];
}

/** How a sentence calls the function behind the value; empty when none is there. */
function closureOf(
  outer: FunctionDefinition,
  items: readonly Expression[],
  decorated: boolean,
): string[] {
  const last = items.at(-1);
  if (items.length < 2 || last === undefined || outer.parameters.length === 0) return [];
  const definition = definitionOf(outer, last);
  // Two functions are for something else: plots, getters and setters.
  if (
    definition === null ||
    items.slice(0, -1).some((each) => definitionOf(outer, each) !== null)
  ) {
    return [];
  }
  const [first, ...others] = definition.parameters;
  if (first === undefined) return [];
  if (decorated) return ['its gradient function'];
  const one = others.every((each) => each.default !== null || each.kind !== 'positional');
  const named = last.kind === 'name';
  if (!one || !cotangentName.test(first.name) || (named && !closureName.test(last.name))) return [];
  return [named ? `its gradient function \`${last.name}\`` : 'its gradient function'];
}

/** The inner function that an expression stands for: a lambda, or the name of one that is defined inside. */
function definitionOf(outer: FunctionDefinition, node: Expression): FunctionDefinition | null {
  if (node.kind === 'lambda') return node.definition;
  if (node.kind !== 'name') return null;
  for (const each of statementsOf(outer.body)) {
    if (each.kind === 'function' && each.definition.name === node.name) return each.definition;
    const assigned = each.kind === 'assign' && each.value.kind === 'lambda' ? each : null;
    const [target] = assigned?.targets ?? [];
    if (target?.kind === 'name' && target.name === node.name && assigned?.value.kind === 'lambda') {
      return assigned.value.definition;
    }
  }
  return null;
}
