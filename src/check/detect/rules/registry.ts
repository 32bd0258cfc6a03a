/**
 * C12: rules that are registered for a function: `f.defvjp(f_fwd, f_bwd)`, `@f.defjvp`
 * and `f.defjvps(...)` of jax, `defvjp(f, lambda ans, x: lambda g: ...)` of autograd.
 */
import type { Argument, Expression, FunctionDefinition, Statement } from '../../../syntax/nodes';
import type { Span } from '../../../syntax/span';
import { dottedName } from '../../../trace/targets';
import { statementsOf } from '../guards';
import type { Found, Rule, Scope } from '../pair';

type Kind = 'vjp' | 'jvp' | 'jvps' | 'makers';

export const registry: Rule = {
  convention: { code: 'C12', words: 'a registered rule' },
  find: (scope) => {
    if (scope.owner !== null || scope.outer !== null) return [];
    return statementsOf(scope.program.body).flatMap((each) => [
      ...decorated(scope, each),
      ...called(scope, each),
    ]);
  },
  missed: (_, definition) => {
    const asked = definition.decorators
      .map((each) => dottedName(each)?.split('.').at(-1) ?? '')
      .find((each) => /^(custom_vjp|custom_jvp|primitive)$/.test(each));
    if (asked === undefined) return null;
    const { name } = definition;
    const how =
      asked === 'primitive'
        ? `defvjp(${name}, ...)`
        : `${name}.${asked === 'custom_vjp' ? 'defvjp' : 'defjvp'}(...)`;
    return `it is decorated with ${asked}, but no rule is registered for it (\`${how}\`)`;
  },
};

/** `@f.defjvp` above the rule. */
function decorated(scope: Scope, statement: Statement): Found[] {
  if (statement.kind !== 'function') return [];
  const { definition } = statement;
  const { name, nameSpan: span } = definition;
  return definition.decorators.flatMap((each): Found[] => {
    if (each.kind !== 'member' || each.name !== 'defjvp') return [];
    const reference: Expression = { kind: 'name', name, span };
    return foundAt(scope, each.object, 'jvp', [reference], definition, each.name);
  });
}

/** A statement that registers: a method of the function, or a function of the library. */
function called(scope: Scope, statement: Statement): Found[] {
  if (statement.kind !== 'expression' || statement.value.kind !== 'call') return [];
  const { callee, arguments: given } = statement.value;
  const positional = given.filter((each) => each.name === null && each.spread === null);
  const values = positional.map((each) => each.value);
  if (callee.kind === 'member' && isFunction(scope, callee.object)) {
    const { object, name } = callee;
    const named = (key: string) => given.find((each) => each.name === key)?.value;
    if (name === 'defvjp') {
      const [forward = named('fwd'), backward = named('bwd')] = values;
      if (forward === undefined || backward === undefined) return [];
      const shown = functionOf(scope, backward) ?? {
        nameSpan: backward.span,
        span: statement.span,
      };
      return foundAt(scope, object, 'vjp', [forward, backward], shown, name);
    }
    const [rule = named('jvp')] = values;
    if (name === 'defjvp' && rule !== undefined) {
      const shown = functionOf(scope, rule) ?? { nameSpan: rule.span, span: statement.span };
      return foundAt(scope, object, 'jvp', [rule], shown, name);
    }
    if (name !== 'defjvps') return [];
    return foundAt(scope, object, 'jvps', values, at(callee.nameSpan, statement), name);
  }
  const [target, ...makers] = values;
  const name = dottedName(callee)?.split('.').at(-1) ?? '';
  if (target === undefined || !/^def(vjp|jvp)(_argnums?)?$/.test(name)) return [];
  const kind = name.startsWith('defvjp') ? 'makers' : 'jvps';
  return foundAt(scope, target, kind, placed(makers, given), at(callee.span, statement), name);
}

/** `argnums=(1, 2)` says which arguments the functions belong to; those between have none. */
function placed(makers: readonly Expression[], given: readonly Argument[]): Expression[] {
  const named = given.find((each) => each.name === 'argnums' || each.name === 'argnum')?.value;
  if (named === undefined) return [...makers];
  const numbers = wholeNumbers(named);
  const found: Expression[] = [];
  for (const [index, maker] of makers.entries()) found[numbers[index] ?? index] = maker;
  return Array.from(found, (each) => each ?? { kind: 'none', span: named.span });
}

function wholeNumbers(node: Expression): number[] {
  const items = node.kind === 'tuple' || node.kind === 'list' ? node.items : [node];
  return items.flatMap((each) => (each.kind === 'number' ? [each.value] : []));
}

function at(nameSpan: Span, { span }: Statement): Shown {
  return { nameSpan, span };
}

/** Where a rule stands; a function of its own gives it its name. */
interface Shown {
  readonly name?: string;
  readonly nameSpan: Span;
  readonly span: Span;
}

function foundAt(
  scope: Scope,
  target: Expression,
  rule: Kind,
  functions: readonly Expression[],
  shown: Shown,
  verb: string,
): Found[] {
  const forward = functionOf(scope, target);
  if (forward === null || functions.length === 0) return [];
  const { nameSpan, span } = shown;
  const line = scope.program.text.slice(0, span.start).split('\n').length;
  return [
    {
      name: shown.name ?? forward.name,
      form: { kind: 'rule', forward, rule, functions, fixed: fixedOf(forward) },
      nameSpan,
      span,
      why: `it is registered for \`${forward.name}\` by ${verb}, line ${line}`,
      open: 'nothing',
    },
  ];
}

function isFunction(scope: Scope, node: Expression): boolean {
  return functionOf(scope, node) !== null;
}

function functionOf(scope: Scope, node: Expression): FunctionDefinition | null {
  if (node.kind !== 'name') return null;
  return scope.functions.find((each) => each.name === node.name) ?? null;
}

/** `@partial(jax.custom_vjp, nondiff_argnums=(1,))`: these take no gradient. */
function fixedOf({ decorators }: FunctionDefinition): number[] {
  return decorators.flatMap((each) => {
    if (each.kind !== 'call') return [];
    const named = each.arguments.find((argument) => argument.name === 'nondiff_argnums');
    return named === undefined ? [] : wholeNumbers(named.value);
  });
}
