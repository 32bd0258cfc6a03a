/**
 * C4: a class with a value and its derivative as methods: `__call__` and `gradient`,
 * `activation` and `derivative`, `loss` and `gradient`, `fn` and `grad` and `grad2`.
 */
import type { FunctionDefinition } from '../../../syntax/nodes';
import { functionPair, ownParameters, takesAlike } from '../functions';
import type { Found, Rule, Scope } from '../pair';

/** The likeliest first. */
const values = [
  '__call__',
  'fn',
  'activation',
  'activate',
  'forward',
  'loss',
  'cost',
  'impl',
  'function',
  'func',
  'f',
  'fun',
  'compute',
  'calc',
  'calculate',
  'apply',
  'evaluate',
  'value',
  'output',
  'call',
];

const firsts =
  /^(gradient|grad|gradients|derivative|deriv|derivate|prime|fprime|f_prime|df|d|delta|dfn|dloss|dcost|backward_pass)$/;

const seconds = /^(grad2|gradient2|hess|hessian|second_derivative|derivative2|deriv2|prime2)$/;

export const pointwise: Rule = {
  convention: { code: 'C4', words: 'a value and its derivative as methods' },
  find: (scope) =>
    scope.owner === null ? [] : scope.functions.flatMap((written) => pairOf(scope, written)),
  missed,
};

function missed(scope: Scope, written: FunctionDefinition): string | null {
  const name = written.name.replace(/^_+/, '');
  // A letter or a `delta` may be anything.
  if (scope.owner === null || name.length < 4 || /^(delta|backward_pass)$/.test(name)) return null;
  if (!firsts.test(name) && !seconds.test(name)) return null;
  if (ownParameters(scope, written).length === 0) {
    return `\`${written.name}\` takes no argument in which something could be differentiated`;
  }
  const beside = scope.functions.find((each) => values.includes(each.name.replace(/^_(?!_)/, '')));
  return beside === undefined
    ? `the class ${scope.owner.name} has no method whose derivative \`${written.name}\` could be (\`__call__\`, \`fn\`, \`activation\`, \`loss\` and the like)`
    : `\`${written.name}\` stands beside \`${beside.name}\`, but takes other arguments`;
}

function pairOf(scope: Scope, written: FunctionDefinition): Found[] {
  const name = written.name.replace(/^_+/, '');
  const order = firsts.test(name) ? 1 : seconds.test(name) ? 2 : null;
  if (order === null || ownParameters(scope, written).length === 0) return [];
  for (const value of values) {
    const forward = scope.functions.find(
      (each) => each !== written && (each.name === value || each.name === `_${value}`),
    );
    if (forward === undefined || !takesAlike(scope, forward, written)) continue;
    const why = `\`${written.name}\` stands beside \`${forward.name}\` in the class ${scope.owner?.name}`;
    return [functionPair(scope, forward, written, { why, order, wrt: lossInput(scope, forward) })];
  }
  return [];
}

/** A loss of two arguments is differentiated in the prediction, not in the target. */
function lossInput(scope: Scope, forward: FunctionDefinition): string[] | null {
  const names = ownParameters(scope, forward).map((each) => each.name);
  const targets = names.filter((each) => isTarget(each, names));
  const others = names.filter((each) => !targets.includes(each));
  return targets.length > 0 && others.length > 0 ? others : null;
}

const targetNames =
  /^(y|t|y_?true|ytrue|target|targets|label|labels|truth|expected|desired|actual|y_?real|gold)$/i;
const predictionNames =
  /^(y_?pred|y_?hat|yhat|p|pred|preds|prediction|predictions|predicted|output|outputs|out|a|logits|scores?|y_?prob|probs?|x|z)$/i;

/** Named like a target, beside something that is named like a prediction. */
function isTarget(name: string, names: readonly string[]): boolean {
  return (
    targetNames.test(name) && names.some((each) => each !== name && predictionNames.test(each))
  );
}
