/**
 * C6: two functions, the derivative named after the other: `f_grad`, `df`, `f_prime`,
 * `rosen_der`, `sigmoidGradient`, `jac_X`, `rosen_hess`, `rosen_hess_prod`.
 */
import type { FunctionDefinition } from '../../../syntax/nodes';
import { functionPair, named, takesAlike } from '../functions';
import type { Found, Rule, Scope } from '../pair';
import { countsOnly, speaksOfGradients, textOf } from '../vocabulary';

const second =
  /^(hess(ian)?(_?prod|p|_vec|_vector|_dot)?|hvp|d2|grad2|prime2|double_prime|second_derivative|dd)$/i;

const suffixes =
  /^(.+?)_?(grad(?:ient)?s?|derivative|deriv|prime|der|jac(?:obian)?|hess(?:ian)?(?:_?prod|p)?|hvp|derivatives|d|dx|grad2|prime2|double_prime|second_derivative|Grad(?:ient)?|Prime|Deriv(?:ative)?|Jac(?:obian)?|Hess(?:ian)?|D)$/;

const prefixes =
  /^(gradient_of|grad_of|derivative_of|deriv_of|gradient|grad|derivative|deriv|der|jacobian|jac|hessian|hess|dydx|ddx|d2|d|D|prime)_?(.+)$|^(de)_(.+)$/;

export const affix: Rule = {
  convention: { code: 'C6', words: 'a derivative named after its function' },
  find: (scope) => scope.functions.flatMap((written) => pairOf(scope, written)),
  missed,
};

function pairOf(scope: Scope, written: FunctionDefinition): Found[] {
  for (const { base, mark, bare } of readings(written.name)) {
    const forward = forwardOf(scope, written, base);
    if (forward === null) continue;
    const order = second.test(mark) ? 2 : 1;
    if (!takesAlike(scope, forward, written, extras)) continue;
    const why = `\`${written.name}\` is named as the ${order === 2 ? 'second ' : ''}derivative of \`${forward.name}\``;
    // A `_prime` may be a prime number.
    const numbers = /prime/i.test(mark) && /prime/i.test(textOf(scope.program, written));
    // Whole numbers have no slope.
    if (countsOnly(scope.program, written)) continue;
    const counts = countsOnly(scope.program, forward);
    const weak = /^(prime|der|de|d2|D)$/.test(mark) && !speaksOfGradients(scope.program, written);
    const open = numbers || counts ? 'value' : bare || weak ? 'shape' : 'nothing';
    return [functionPair(scope, forward, written, { why, order, open })];
  }
  return [];
}

/** The function that a derivative of this base would belong to. */
function forwardOf(
  scope: Scope,
  written: FunctionDefinition,
  base: string,
): FunctionDefinition | null {
  const hidden = /^_+/.exec(written.name)?.[0] ?? '';
  const found = [`${hidden}${base}`, base, `_${base}`, ...relatives(base)]
    .map((each) => named(scope, each))
    .find((each) => each !== null && each !== written);
  return found ?? null;
}

function missed(scope: Scope, written: FunctionDefinition): string | null {
  // One letter is read as a mark only where the function stands beside it.
  const read = readings(written.name).filter(({ bare }) => !bare);
  const [first] = read;
  if (first === undefined) return null;
  for (const { base } of read) {
    const forward = forwardOf(scope, written, base);
    if (forward === null) continue;
    return `it is named as the derivative of \`${forward.name}\`, but takes other arguments`;
  }
  return `no function in this scope is named like what \`${written.name}\` would be the gradient of (\`${first.base}\`, \`compute_${first.base}\`, \`${first.base}_function\` and the like)`;
}

interface Reading {
  readonly base: string;
  readonly mark: string;
  /** A single letter marks it: `df`, `x_d`. */
  readonly bare: boolean;
}

/** How a name can be read as a derivative's: the longest mark first. */
function readings(called: string): Reading[] {
  const name = called.replace(/^_+/, '');
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

/** Names of what a derivative may take beside its function's own parameters: a cotangent, a direction. */
const extras =
  /^(d?out\w*|grad\w*|g|v|p|u|d|delta|deltas|dy|dz|da|dl\w*|upstream|vec\w*|direction|vector|i|j|wrt|order|bo|cache)$/i;
