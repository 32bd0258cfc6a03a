/**
 * C11: a class of static methods that share a context, `forward(ctx, x)` and
 * `backward(ctx, g)`, as torch.autograd.Function and home-made frameworks have it.
 */
import type { ClassDefinition, FunctionDefinition } from '../../../syntax/nodes';
import { dottedName } from '../../../trace/targets';
import { isAbstract, isStatic } from '../guards';
import type { Found, Rule, Scope } from '../pair';

const contextName = /^_?(ctx|context|function_?ctx)$/i;

const functionBase = /(^|\.)autograd\.Function$|^Function$|(^|\.)InplaceFunction$/;

export const context: Rule = {
  convention: { code: 'C11', words: 'static methods with a context' },
  find: (scope) => (scope.owner === null ? [] : pairOf(scope, scope.owner)),
  missed: (scope, definition) => {
    const { owner } = scope;
    if (owner === null || !/^(forward|backward)$/.test(definition.name)) return null;
    if (!startsWithContext(definition, owner)) return null;
    const other = definition.name === 'forward' ? 'backward' : 'forward';
    return `it takes a context, but the class ${owner.name} has no \`${other}\` that is written and takes it, too`;
  },
};

function pairOf(scope: Scope, owner: ClassDefinition): Found[] {
  const find = (name: string) => scope.functions.find((each) => each.name === name) ?? null;
  const [forward, written] = [find('forward'), find('backward')];
  if (forward === null || written === null || isAbstract(forward) || isAbstract(written)) return [];
  if (!startsWithContext(written, owner)) return [];
  const separate = find('setup_context');
  const setup = separate === null || isAbstract(separate) ? null : separate;
  if (setup === null && !startsWithContext(forward, owner)) return [];
  const { name, nameSpan, span } = owner;
  const why = `\`${name}\` has static methods forward and backward that share a context`;
  const form = { kind: 'context' as const, forward, written, setup };
  return [{ name, form, nameSpan, span, why, open: 'nothing' }];
}

/** The first parameter is a context: by its name, or because the method is static in a class of functions. */
function startsWithContext(method: FunctionDefinition, owner: ClassDefinition): boolean {
  const [first] = method.parameters;
  if (first === undefined || first.kind !== 'positional') return false;
  if (contextName.test(first.name)) return true;
  const based = owner.bases.some((base) => functionBase.test(dottedName(base) ?? ''));
  return based && isStatic(method);
}
