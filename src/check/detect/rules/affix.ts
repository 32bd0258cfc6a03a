/**
 * C6: two functions, the derivative named after the other: `f_grad`, `df`, `f_prime`,
 * `rosen_der`, `sigmoidGradient`, `jac_X`, `rosen_hess`, `rosen_hess_prod`.
 */
import type { FunctionDefinition } from '../../../syntax/nodes';
import { functionPair, named, ownParameters, sameParameters } from '../functions';
import type { Found, Rule, Scope } from '../pair';

const second =
  /^(hess(ian)?(_?prod|p|_vec|_vector|_dot)?|hvp|d2|grad2|prime2|double_prime|second_derivative|dd)$/i;

const suffixes =
  /^(.+?)_?(grad(?:ient)?s?|derivative|deriv|prime|der|jac(?:obian)?|hess(?:ian)?(?:_?prod|p)?|hvp|derivatives|d|dx|grad2|prime2|double_prime|second_derivative|Grad(?:ient)?|Prime|Deriv(?:ative)?|Jac(?:obian)?|Hess(?:ian)?|D)$/;

const prefixes =
  /^(gradient_of|grad_of|derivative_of|deriv_of|gradient|grad|derivative|deriv|der|de|jacobian|jac|hessian|hess|dydx|ddx|d2|d|D|prime|backward|compute_gradient_of)_?(.+)$/;

export const affix: Rule = {
  convention: { code: 'C6', words: 'a derivative named after its function' },
  find: (scope) => scope.functions.flatMap((written) => pairOf(scope, written)),
};

function pairOf(scope: Scope, written: FunctionDefinition): Found[] {
  const hidden = /^_+/.exec(written.name)?.[0] ?? '';
  const name = written.name.slice(hidden.length);
  for (const { base, mark, bare } of readings(name)) {
    const forward = [`${hidden}${base}`, base, `_${base}`, ...relatives(base)]
      .map((each) => named(scope, each))
      .find((each) => each !== null && each !== written);
    if (forward === undefined || forward === null) continue;
    const order = second.test(mark) ? 2 : 1;
    if (!takesAlike(scope, forward, written)) continue;
    const why = `\`${written.name}\` is named as the ${order === 2 ? 'second ' : ''}derivative of \`${forward.name}\``;
    return [functionPair(scope, forward, written, { why, order, tentative: bare })];
  }
  return [];
}

interface Reading {
  readonly base: string;
  readonly mark: string;
  /** A single letter marks it: `df`, `x_d`. */
  readonly bare: boolean;
}

/** How a name can be read as a derivative's: the longest mark first. */
function readings(name: string): Reading[] {
  const found: Reading[] = [];
  const suffix = suffixes.exec(name);
  if (suffix !== null)
    found.push({ base: suffix[1], mark: suffix[2], bare: suffix[2].length === 1 });
  const prefix = prefixes.exec(name);
  if (prefix !== null)
    found.push({ base: prefix[2], mark: prefix[1], bare: prefix[1].length === 1 });
  return found.sort((a, b) => b.mark.length - a.mark.length);
}

/** `gradient_sigmoid` beside `compute_sigmoid`, `rosen_der` beside `rosenbrock`: what a base is also called. */
function relatives(base: string): string[] {
  return [
    `${base}_function`,
    `${base}_func`,
    `${base}_fn`,
    `${base}_fun`,
    `${base}_forward`,
    `${base}Function`,
    `${base}_value`,
    `compute_${base}`,
    `fun_${base}`,
    `func_${base}`,
    `f_${base}`,
  ];
}

/** The derivative takes what its function takes, besides a cotangent or a vector. */
function takesAlike(
  scope: Scope,
  forward: FunctionDefinition,
  written: FunctionDefinition,
): boolean {
  if (sameParameters(scope, forward, written)) return true;
  const own = ownParameters(scope, forward).map((each) => each.name);
  const others = ownParameters(scope, written).filter((each) => each.default === null);
  const shared = others.filter((each) => own.includes(each.name)).length;
  return others.length > 0 && (shared > 0 || own.length >= others.length - 1) && own.length > 0;
}
