/**
 * C9: a parameter that asks for the derivative (`nonlin(x, deriv=False)`), and an array
 * that is filled with it (NLopt's `f(x, grad)` with `grad[:] = ...`).
 */
import type { Expression, FunctionDefinition, Parameter, Statement } from '../../../syntax/nodes';
import { mentions } from '../../../syntax/visit';
import { ownParameters } from '../functions';
import { statementsOf } from '../guards';
import { type Found, qualified, type Rule, type Scope } from '../pair';
import { textOf } from '../vocabulary';

const flagNames =
  /^(deriv|derivative|derivate|derivation|prime|grad|gradient|is_?deriv(ative)?|is_?grad|diff|der|backward|backprop|d|return_?(grad|deriv)\w*|compute_?(grad|deriv)\w*|want_?grad|with_?grad)$/i;

export const flag: Rule = {
  convention: { code: 'C9', words: 'a parameter that asks for the derivative' },
  find: (scope) => scope.functions.flatMap((definition) => pairOf(scope, definition)),
  missed: (scope, definition) => {
    const flag = ownParameters(scope, definition).find(
      ({ name }) => /^(is_?)?(deriv|prime$|grad)/i.test(name) && flagNames.test(name),
    );
    return flag === undefined
      ? null
      : `its parameter \`${flag.name}\` does not decide alone which of two values is returned, and is not filled`;
  },
};

function pairOf(scope: Scope, definition: FunctionDefinition): Found[] {
  for (const parameter of ownParameters(scope, definition)) {
    if (!flagNames.test(parameter.name)) continue;
    const form = filledForm(definition, parameter) ?? flagForm(definition, parameter);
    if (form === null) continue;
    const what = form.kind === 'fill' ? 'fills' : 'is asked for its derivative by';
    return [
      {
        name: qualified(scope.owner, definition.name),
        form,
        nameSpan: definition.nameSpan,
        span: definition.span,
        why: `\`${definition.name}\` ${what} \`${parameter.name}\``,
        open: isPlain(scope, definition, parameter, form) ? 'shape' : 'value',
      },
    ];
  }
  return [];
}

/** Nothing else than a derivative is asked for: by the flag's name, or where arrays of numbers and no angles are at hand. */
function isPlain(
  { program }: Scope,
  definition: FunctionDefinition,
  { name }: Parameter,
  form: Found['form'],
): boolean {
  if (form.kind === 'fill' || /^((is_?)?deriv|prime$)/i.test(name)) return true;
  const text = textOf(program, definition);
  return (
    /^(is_?)?grad(ient)?$/i.test(name) &&
    /\bnp\./.test(text) &&
    !/deg|rad[^i]|angle/i.test(text.replaceAll(name, ''))
  );
}

/** `if grad.size > 0: grad[:] = ...` */
function filledForm(definition: FunctionDefinition, parameter: Parameter): Found['form'] | null {
  const fills = statementsOf(definition.body).some(
    (each) =>
      each.kind === 'assign' &&
      each.targets.some(
        (target) =>
          target.kind === 'index' &&
          target.object.kind === 'name' &&
          target.object.name === parameter.name,
      ),
  );
  return fills ? { kind: 'fill', definition, filled: parameter } : null;
}

/** The flag alone decides which of two values is returned. */
function flagForm(definition: FunctionDefinition, parameter: Parameter): Found['form'] | null {
  const returns = statementsOf(definition.body).filter((each) => each.kind === 'return');
  const tested = statementsOf(definition.body).some(
    (each) => each.kind === 'if' && isTest(each.test, parameter.name) && decides(each),
  );
  const chosen = returns.some(
    (each) => each.kind === 'return' && isChoice(each.value, parameter.name),
  );
  const { default: given, span } = parameter;
  const plain =
    given === null || given.kind === 'boolean' || given.kind === 'none' || given.kind === 'number';
  if (!plain || (!(tested && returns.length > 1) && !chosen)) return null;
  // What is tested by value (`if deriv == 1`) is asked by it.
  const truth = (value: boolean): Expression =>
    given?.kind === 'number'
      ? { kind: 'number', value: value ? 1 : 0, integer: true, span }
      : { kind: 'boolean', value, span };
  return { kind: 'flag', definition, flag: parameter, off: truth(false), on: truth(true) };
}

/** `a if deriv else b`, or a multiple of it. */
function isChoice(value: Expression | null, name: string): boolean {
  if (value?.kind === 'conditional') return isTest(value.test, name);
  if (value?.kind === 'unary') return isChoice(value.operand, name);
  const isScaled =
    value?.kind === 'binary' && value.operator === 'multiply' && value.left.kind === 'number';
  return isScaled && isChoice(value.right, name);
}

/** `deriv`, `not deriv`, `deriv == True`, `deriv is False`. */
function isTest(test: Expression, name: string): boolean {
  if (test.kind === 'name') return test.name === name;
  if (test.kind === 'unary') return isTest(test.operand, name);
  if (test.kind === 'compare') {
    return test.first.kind === 'name' && test.first.name === name && !mentions(test.rest, name);
  }
  return false;
}

/** One of its branches returns, or sets what is returned. */
function decides(statement: Extract<Statement, { kind: 'if' }>): boolean {
  return [...statement.body, ...statement.otherwise].some(
    (each) => each.kind === 'return' || each.kind === 'assign',
  );
}
