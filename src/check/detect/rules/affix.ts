/**
 * C6: two functions, the derivative named after the other: `f_grad`, `df`, `f_prime`,
 * `rosen_der`, `sigmoidGradient`, `jac_X`, `rosen_hess`, `rosen_hess_prod`, `df_dx`.
 */
import type { FunctionDefinition } from '../../../syntax/nodes';
import { functionPair, named, ownParameters, takesAlike } from '../functions';
import { partialReadings, readings } from '../named-after';
import type { Found, Rule, Scope } from '../pair';
import { countsOnly, speaksOfGradients, textOf } from '../vocabulary';

export const affix: Rule = {
  convention: { code: 'C6', words: 'a derivative named after its function' },
  find: (scope) => scope.functions.flatMap((written) => pairOf(scope, written)),
  missed,
};

function pairOf(scope: Scope, written: FunctionDefinition): Found[] {
  for (const { base, mark, bare, order } of readings(written.name)) {
    const forward = forwardOf(scope, written, base);
    if (forward === null) continue;
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
  return partialOf(scope, written);
}

/** The derivative in one parameter: `df_dx`, `loss_grad_w`. */
function partialOf(scope: Scope, written: FunctionDefinition): Found[] {
  for (const { base, parameter, explicit } of partialReadings(written.name)) {
    const forward = forwardOf(scope, written, base);
    if (forward === null || !takesAlike(scope, forward, written, extras)) continue;
    const own = ownParameters(scope, forward).map(({ name }) => name);
    const alike = own.filter((each) => each.toLowerCase() === parameter.toLowerCase());
    const wrt = alike.find((each) => each === parameter) ?? alike[0];
    if (wrt === undefined || countsOnly(scope.program, written)) continue;
    const why = `\`${written.name}\` is named as the derivative of \`${forward.name}\` in \`${wrt}\``;
    // `cost_grad_reg` may be the gradient with regularisation.
    const open = explicit || !isStrength.test(wrt) ? 'nothing' : 'shape';
    return [functionPair(scope, forward, written, { why, open, wrt: [wrt] })];
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
  // `F_jacobian` of `f`, as filters have it.
  const letter = base.length === 1 ? [base.toLowerCase()] : [];
  const found = [`${hidden}${base}`, base, `_${base}`, ...letter, ...relatives(base)]
    .map((each) => named(scope, each))
    .find((each) => each !== null && each !== written);
  return found ?? null;
}

/** Of a regularisation or of noise. */
const isStrength = /^(reg\w*|lam\w*|l1|l2|mu|alpha|decay|penalty|noise|eps\w*)$/i;

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

/** `gradient_sigmoid` beside `compute_sigmoid`, `rosen_der` beside `rosenbrock`: what a base is also called. */
function relatives(base: string): string[] {
  // `compute_gradient` stands beside `compute_cost` by another convention.
  const isVerb = /^(compute|calc|calculate|get|eval|evaluate)$/.test(base);
  const kinds = isVerb ? [] : ['loss', 'cost', 'energy'].map((each) => `${base}_${each}`);
  return [
    ...kinds,
    `${base}_function`,
    `${base}_func`,
    `${base}_fn`,
    `${base}_fun`,
    `${base}_forward`,
    `${base}Function`,
    `${base}_value`,
    `${base}_model`,
    `compute_${base}`,
    `fun_${base}`,
    `func_${base}`,
    `f_${base}`,
  ];
}

/** Names of what a derivative may take beside its function's own parameters: a cotangent, a direction. */
const extras =
  /^(d?out\w*|grad\w*|g|v|p|u|d|delta|deltas|dy|dz|da|dl\w*|upstream|vec\w*|direction|vector|i|j|wrt|order|bo|cache)$/i;
