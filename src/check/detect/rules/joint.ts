/**
 * C5: one function that returns the value and its gradients: `return loss, dW`,
 * `return J, grad`, `return loss, grads`.
 */
import type { Expression, FunctionDefinition } from '../../../syntax/nodes';
import { isHelper, statementsOf } from '../guards';
import { type Found, qualified, type Rule, type Scope } from '../pair';

const values =
  /^(loss|cost|j|f|err|error|obj|objective|nll|energy|value|val|fx|total|total_loss|data_loss|\w+_loss|\w+_cost|loss_\w+|cost_\w+|ll|nll|logp|e)$/i;
const gradients =
  /^(d[A-Z]\w*|d_?\w{1,10}|\w*grad\w*|g|jac|jacobian|der|\w+_der|df\w*|fprime|dx\w*)$/;

export const joint: Rule = {
  convention: { code: 'C5', words: 'one function that returns value and gradient' },
  find: (scope) => scope.functions.flatMap((definition) => pairOf(scope, definition)),
};

function pairOf(scope: Scope, definition: FunctionDefinition): Found[] {
  // A backward returns gradients alone, however they are called.
  if (/backward|backprop|_bwd|^(d|grad|num)_?/i.test(definition.name) && !isHelper(definition)) {
    if (/backward|backprop|bwd/i.test(definition.name)) return [];
  }
  const items = statementsOf(definition.body)
    .flatMap((each) => (each.kind === 'return' && each.value?.kind === 'tuple' ? [each.value] : []))
    .at(-1)?.items;
  if (items === undefined || items.length < 2) return [];
  const [value, ...others] = items.map(wordOf);
  const named = others.filter((each) => each !== null && isGradient(each));
  if (value === null || !values.test(value) || named.length === 0) return [];
  return [
    {
      name: qualified(scope.owner, definition.name),
      form: { kind: 'joint', definition },
      nameSpan: definition.nameSpan,
      span: definition.span,
      why: `\`${definition.name}\` returns \`${value}\` and, named as a gradient, \`${named[0]}\``,
      tentative: false,
    },
  ];
}

function isGradient(name: string): boolean {
  return (
    gradients.test(name) && !/^(data|dim|dist|delta_t|dt|done|depth|degree|dict|dtype)$/i.test(name)
  );
}

/** The word that names a value: `grad` of `grad.flatten()`, `loss` of `float(loss)`, `grads` of `self.grads`. */
function wordOf(node: Expression): string | null {
  switch (node.kind) {
    case 'name':
      return node.name;
    case 'member':
      return node.name === 'T' ? wordOf(node.object) : node.name;
    case 'index':
      return wordOf(node.object);
    case 'call': {
      const { callee } = node;
      const [first] = node.arguments;
      if (
        callee.kind === 'member' &&
        /^(flatten|ravel|reshape|copy|item|squeeze|sum|mean|astype|tolist)$/.test(callee.name)
      ) {
        return wordOf(callee.object);
      }
      return first === undefined ? null : wordOf(first.value);
    }
    case 'binary':
      return wordOf(node.left) ?? wordOf(node.right);
    default:
      return null;
  }
}
