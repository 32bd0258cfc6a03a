/**
 * C5: one function that returns the value and its gradients: `return loss, dW`,
 * `return J, grad`, `return loss, grads`.
 */
import type { Expression, FunctionDefinition } from '../../../syntax/nodes';
import { visit } from '../../../syntax/visit';
import { namesGradientOf } from '../../written';
import { isHelper, statementsOf } from '../guards';
import { type Found, qualified, type Rule, type Scope } from '../pair';

const values =
  /^(loss|cost|j|f|err|error|obj|objective|nll|energy|potential|value|val|fx|total|total_loss|data_loss|\w+_loss|\w+_cost|loss_\w+|cost_\w+|\w+_nll|nll_\w+|\w*energy|ll|log_?lik\w*|logp|e)$/i;
const gradients =
  /^(d[A-Z]\w*|d_\w+|d[a-z]\d?|d(theta|beta|alpha|gamma|mu|phi|sigma|params?|weights?|bias|emb\w*|logits|scores|pos|neg|anchor)\w*|(\w+_)?(grad|gradient)s?(_?\w)?(_\w+)?|grad(ient)?s?[A-Z]\w*|\w*Grad(ient)?s?\w?|nabla_?\w*|g|jac|jacobian|\w+_der|df|fprime|\w*_?forces?)$/;
const others = /^(data|dim|dist|dt|do|depth|degree|dict|dtype|grade|nabla)$/i;

export const joint: Rule = {
  convention: { code: 'C5', words: 'one function that returns value and gradient' },
  find: (scope) => scope.functions.flatMap((definition) => pairOf(scope, definition)),
  missed: (_, definition) => {
    const items = returnedItems(definition);
    const value =
      items.length < 2 ? undefined : wordsOf(items[0]).find((each) => values.test(each));
    // A short name may be any number.
    if (value === undefined || value.length < 3) return null;
    return `it returns \`${value}\` first, but nothing behind it is named as a gradient (\`grad\`, \`dW\`, \`grads\` and the like)`;
  },
};

/** The items of the last tuple that is returned. */
function returnedItems(definition: FunctionDefinition): readonly Expression[] {
  const tuples = statementsOf(definition.body).flatMap((each) =>
    each.kind === 'return' && each.value?.kind === 'tuple' ? [each.value] : [],
  );
  return tuples.at(-1)?.items ?? [];
}

function pairOf(scope: Scope, definition: FunctionDefinition): Found[] {
  // A backward returns gradients alone, however they are called.
  if (/backward|backprop|_bwd|^(d|grad|num)_?/i.test(definition.name) && !isHelper(definition)) {
    if (/backward|backprop|bwd/i.test(definition.name)) return [];
  }
  const items = returnedItems(definition);
  if (items.length < 2) return [];
  const [first, ...behind] = items;
  // A bare formula is the value of a function that is called after one.
  const called = first.kind === 'name' ? null : valueIn(definition.name);
  const value = wordsOf(first).find((each) => values.test(each)) ?? called ?? undefined;
  if (value === undefined || isGradientOnly(first)) return [];
  const own = definition.parameters.map((each) => each.name);
  const named = behind
    .flatMap(wordsOf)
    .find(
      (each) =>
        (gradients.test(each) && !others.test(each)) ||
        own.some((parameter) => namesGradientOf(each, parameter)),
    );
  // A gradient that is worked out and used nowhere was meant to be returned.
  const unused = named === undefined ? unusedGradient(definition) : null;
  // A bare formula behind a loss may be its gradient; its numbers tell.
  const formula = valueIn(definition.name) !== null && behind[0].kind === 'binary';
  if (named === undefined && unused === null && !formula) return [];
  return [
    {
      name: qualified(scope.owner, definition.name),
      form: { kind: 'joint', definition },
      nameSpan: definition.nameSpan,
      span: definition.span,
      why: `\`${definition.name}\` returns \`${value}\` and behind it ${behindIt(named, unused)}`,
      open: named === undefined || named.length === 1 ? 'value' : 'nothing',
    },
  ];
}

function behindIt(named: string | undefined, unused: string | null): string {
  if (named !== undefined) return `\`${named}\`, named as a gradient`;
  return unused === null ? 'a formula' : `not \`${unused}\`, the gradient that it works out`;
}

/** The name of a parameter's gradient that is set and read nowhere. */
function unusedGradient({ body, parameters }: FunctionDefinition): string | null {
  const set = statementsOf(body).flatMap((each) =>
    each.kind === 'assign'
      ? each.targets.flatMap((one) => (one.kind === 'name' ? [one.name] : []))
      : [],
  );
  const times = (name: string) => {
    let count = 0;
    visit(body, (node) => {
      if (node.kind === 'name' && node.name === name) count += 1;
    });
    return count;
  };
  const isOwn = (name: string) => parameters.some((each) => namesGradientOf(name, each.name));
  return set.find((name) => name.length > 1 && isOwn(name) && times(name) === 1) ?? null;
}

/** `loss` of `softmax_loss` and `lossAndGrads`; null for a name that speaks of no value. */
function valueIn(name: string): string | null {
  return /loss|cost|objective|nll|energy|likelihood/i.exec(name)?.[0] ?? null;
}

/** `return dx, dw`: nothing but gradients. */
function isGradientOnly(node: Expression): boolean {
  return node.kind === 'name' && gradients.test(node.name) && !values.test(node.name);
}

/** The names that stand in an expression, those of called functions and attributes included. */
function wordsOf(part: Expression): string[] {
  const words: string[] = [];
  visit(part, (node) => {
    if (node.kind === 'name' || node.kind === 'member') words.push(node.name);
  });
  return words;
}
