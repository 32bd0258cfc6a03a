/**
 * The statements of a class that step its parameters, `self.W -= lr * g`, as they stand in the
 * text; and parameters that are set beside them, or left as they are, which is a step of nothing.
 */
import { innerBlocks } from '../../syntax/blocks';
import { onceFor } from '../../syntax/moved';
import type {
  Block,
  ClassDefinition,
  Expression,
  FunctionDefinition,
  Statement,
} from '../../syntax/nodes';
import { holds, mentionsMember, type SyntaxNode, visit } from '../../syntax/visit';

export const optimizerNames = /^_?(optimi[sz]er|optim|opt|solver|updater)$/i;

/** What an optimizer's step may be called. */
export const updateMethods: readonly string[] = [
  'update',
  'step',
  '__call__',
  'apply',
  'get_update',
];

/** Attributes that methods update: `self.W -= ...`, `self.W = self.W - ...`, `opt.update(self.W, g)`. */
export function updatedNames(definition: ClassDefinition): ReadonlySet<string> {
  return new Set(updatesOf(definition).map((each) => each.name));
}

export interface Update {
  readonly name: string;
  /** The factor in front of the gradient; null for an optimizer's. */
  readonly rate: Expression | null;
  /** Only steps of others speak for it: it is set beside them, or left as it is. */
  readonly beside: 'set' | 'left' | null;
}

/** The updates in the methods of a class, but those of its constructor and of what is an update by name. */
export const updatesOf = onceFor((definition: ClassDefinition): readonly Update[] => {
  const methods = definition.body.flatMap((each) =>
    each.kind === 'function' ? [each.definition] : [],
  );
  const isMaker = ({ name }: FunctionDefinition) => /^(__init__|_?init\w*)$/.test(name);
  const made = setIn(methods.filter(isMaker));
  return methods.flatMap((method) => {
    if (isMaker(method) || /^(update\w*|step)$/.test(method.name)) return [];
    const own = blockUpdates(method.body);
    const [first] = own;
    if (first === undefined) return [];
    const others = methods.filter((each) => each !== method && !isMaker(each));
    const taken = new Set(own.map(({ name }) => name));
    const parameters = [...made].filter(
      (name) => !taken.has(name) && others.some(({ body }) => mentionsMember(body, name)),
    );
    const set = setIn([method]);
    const setAnywhere = setIn(methods.filter((each) => !isMaker(each)));
    const beside = parameters.flatMap((name): Update[] => {
      if (set.has(name)) return [{ name, rate: first.rate, beside: 'set' }];
      const left = parameterNames.test(name) && !setAnywhere.has(name);
      return left ? [{ name, rate: first.rate, beside: 'left' }] : [];
    });
    return [...own, ...beside];
  });
});

/** Attributes that are parameters by their names: what steps with others, and is never stepped, was forgotten. */
const parameterNames = /^(W|w|weights?|b|bias(es)?|kernel|gamma|beta)$/;

/** The attributes that methods set as a whole. */
function setIn(methods: readonly FunctionDefinition[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { body } of methods) {
    visit(body, (node) => {
      const targets =
        node.kind === 'assign' ? node.targets : node.kind === 'augment' ? [node.target] : [];
      for (const target of targets) {
        const name = attributeOf(target);
        if (name !== null) names.add(name);
      }
    });
  }
  return names;
}

function blockUpdates(block: Block): Update[] {
  return block.flatMap((each) => [
    ...statementUpdates(each),
    ...innerBlocks(each).flatMap(blockUpdates),
  ]);
}

function statementUpdates(statement: Statement): Update[] {
  if (statement.kind === 'augment') {
    const name = attributeOf(statement.target);
    const moved = statement.operator === 'subtract' || statement.operator === 'add';
    const rate = rateOf(statement.value);
    return name === null || !moved || rate === null ? [] : [{ name, rate, beside: null }];
  }
  if (statement.kind !== 'assign') return [];
  const name = attributeOf(statement.targets[0]);
  const { value } = statement;
  if (name === null) return [];
  if (value.kind === 'binary' && /^(subtract|add)$/.test(value.operator)) {
    const rate = attributeOf(value.left) === name ? rateOf(value.right) : null;
    return rate === null ? [] : [{ name, rate, beside: null }];
  }
  if (value.kind === 'call' && value.arguments.length >= 2) {
    if (attributeOf(value.arguments[0].value) === name) return [{ name, rate: null, beside: null }];
  }
  const byOptimizer = holds(value, (node) => isUpdateCall(node, name));
  return byOptimizer ? [{ name, rate: null, beside: null }] : [];
}

/** `self.optimizer.update(... self.W ..., g)`, whatever is done with its result. */
function isUpdateCall(node: SyntaxNode, name: string): boolean {
  if (node.kind !== 'call' || node.arguments.length < 2) return false;
  const { callee } = node;
  return (
    callee.kind === 'member' &&
    updateMethods.includes(callee.name) &&
    mentionsMember(node.arguments[0].value, name)
  );
}

/** `W` of `self.W`. */
function attributeOf(node: Expression): string | null {
  if (node.kind !== 'member' || node.object.kind !== 'name') return null;
  return /^(self|this)$/.test(node.object.name) ? node.name : null;
}

export const rateNames =
  /^(lr|l_?rate|learning_?rate|alpha|eta|step_?size|rate|epsilon|gamma|mu)$/i;

/** The side of a product that is named like a learning rate, or is a plain number. */
function rateOf(value: Expression): Expression | null {
  if (value.kind === 'unary') return rateOf(value.operand);
  // `lr * x.T @ g` multiplies first.
  if (value.kind === 'binary' && value.operator === 'matmul') return rateOf(value.left);
  if (value.kind !== 'binary' || value.operator !== 'multiply') return null;
  for (const side of [value.left, value.right]) {
    const name = side.kind === 'name' || side.kind === 'member' ? side.name : '';
    if (side.kind === 'number' || rateNames.test(name)) return side;
  }
  return rateOf(value.left);
}
