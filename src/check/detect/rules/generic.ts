/**
 * C7: generic names in one scope: `f` and `fprime`, `fun` and `jac`, `cost` and `gradient`,
 * `compute_cost` and `compute_gradient`, `fun_X` and `jac_X`, and their Hessians.
 */
import { onceFor } from '../../../syntax/moved';
import type { FunctionDefinition } from '../../../syntax/nodes';
import { functionPair, ownParameters, requiredNames, sameParameters } from '../functions';
import type { Found, Rule, Scope } from '../pair';
import { countsOnly, speaksOfGradients } from '../vocabulary';

const values =
  /^(f|fun|func|function|fn|phi|cost|loss|objective|obj|residuals?|energy|potential|error|criterion|nll|neg_log_likelihood|log_likelihood|loglike|likelihood|log_prob|logp|logpdf|target|value|evaluate|eval|fitness)$/i;

const firsts =
  /^(fprime|f_prime|df|fp|g|grad|gradient|gradients|jac|jacobian|der|derivative|deriv|derphi|dfunc|dfun|deriv_func|dphi|prime|gradf|grad_f|force|forces)$/i;

const seconds = /^(hess|hessian|hessp|hess_prod|hvp|d2f|fprime2|f_prime2|grad2|ddf)$/i;

export const generic: Rule = {
  convention: { code: 'C7', words: 'generic names in one scope' },
  find: (scope) => scope.functions.flatMap((written) => pairOf(scope, written)),
  missed,
};

function missed(scope: Scope, written: FunctionDefinition): string | null {
  const name = written.name.replace(/^_+/, '');
  const telling = /^(grad|jac|hess|der|fprime|f_prime|dfun|deriv)/i.test(name);
  if (!telling || (!firsts.test(name) && !seconds.test(name))) return null;
  const other = scope.functions.find((each) => values.test(each.name.replace(/^_+/, '')));
  return other === undefined
    ? `nothing beside it is named as what \`${written.name}\` would be the derivative of (\`f\`, \`fun\`, \`cost\`, \`objective\` and the like)`
    : `\`${written.name}\` and \`${other.name}\` stand side by side, but take different arguments`;
}

function pairOf(scope: Scope, written: FunctionDefinition): Found[] {
  const own = framesOf(written);
  for (const { wanted, order } of [
    { wanted: own.first, order: 1 as const },
    { wanted: own.second, order: 2 as const },
  ]) {
    if (wanted === null) continue;
    const fitting = scope.functions.filter((each) => {
      const other = each === written ? null : framesOf(each).value;
      if (other === null || other.around !== wanted.around) return false;
      return (
        sameParameters(scope, each, written) ||
        (order === 2 && sharesParameter(scope, each, written))
      );
    });
    const forward = fitting[0];
    if (forward === undefined || (fitting.length > 1 && wanted.word.length === 1)) continue;
    const why = `\`${written.name}\` and \`${forward.name}\` stand side by side and take the same arguments`;
    const scale = /^forces?$/i.test(wanted.word);
    // `g` alone is as often a constraint, and a force has the opposite sign.
    const counts = [forward, written].some((each) => countsOnly(scope.program, each));
    const alike = requiredNames(scope, written).every((each) =>
      ownParameters(scope, forward).some(({ name }) => name === each),
    );
    const single = wanted.word.length === 1 || counts;
    const short = wanted.word.length < 3 || /^(prime|der)$/.test(wanted.word);
    const weak = short && !speaksOfGradients(scope.program, written);
    const open = single ? 'value' : scale || !alike || weak ? 'shape' : 'nothing';
    return [functionPair(scope, forward, written, { why, order, open })];
  }
  return [];
}

/** A Hessian may take a direction besides. */
function sharesParameter(
  scope: Scope,
  forward: FunctionDefinition,
  written: FunctionDefinition,
): boolean {
  const [first] = requiredNames(scope, written);
  return first !== undefined && requiredNames(scope, forward).includes(first);
}

interface Framed {
  readonly word: string;
  readonly around: string;
}

/** How the name of a definition can be read. */
const framesOf = onceFor(({ name }: FunctionDefinition) => ({
  value: frame(name, values),
  first: frame(name, firsts),
  second: frame(name, seconds),
}));

/** The word of a name that fits a pattern, and what stands around it: `compute_|`, `|_rosen`. */
function frame(name: string, pattern: RegExp): Framed | null {
  const bare = name.replace(/^_+/, '');
  if (pattern.test(bare)) return { word: bare, around: '|' };
  const parts = bare.split('_');
  for (const [at, part] of parts.entries()) {
    if (part.length < 3 || !pattern.test(part)) continue;
    return { word: part, around: [...parts.slice(0, at), '|', ...parts.slice(at + 1)].join('_') };
  }
  const camel = /^([a-z]+)([A-Z]\w*)$/.exec(bare);
  if (camel !== null && pattern.test(camel[2])) return { word: camel[2], around: `${camel[1]}|` };
  return null;
}
