/**
 * C8: a function and its gradient that meet only where they are called:
 * `minimize(f, x0, jac=g)`, `check_grad(f, g, x0)`, `root(f, x0, jac=True)`.
 */
import { onceFor } from '../../../syntax/moved';
import type { Argument, Expression, FunctionDefinition, Statement } from '../../../syntax/nodes';
import { visit } from '../../../syntax/visit';
import { functionPair, named, ownParameters } from '../functions';
import { type Found, qualified, type Rule, type Scope } from '../pair';

interface Solver {
  /** The keywords that take a first derivative, and a second one. */
  readonly first: readonly string[];
  readonly second: readonly string[];
  /** The position of the derivative where it may stand without a keyword. */
  readonly position: number | null;
  /** The positions of the function's own parameters in which it is differentiated. */
  readonly wrt: readonly [from: number, to?: number];
}

const usual: Solver = {
  first: ['jac', 'fprime', 'grad'],
  second: ['hess', 'hessp', 'fhess', 'fhess_p', 'fprime2'],
  position: null,
  wrt: [0, 1],
};
const second = (position: number, ...first: string[]): Solver => ({
  ...usual,
  first: [...usual.first, ...first],
  position,
});
/** Systems of equations are given the time, or the place, first. */
const system = (solver: Solver): Solver => ({ ...solver, wrt: [1, 2] });

/** Functions that take a function and its derivative. */
const solvers: Readonly<Record<string, Solver>> = {
  minimize: second(4),
  fmin_bfgs: second(2),
  fmin_cg: second(2),
  fmin_ncg: second(2),
  fmin_tnc: second(2),
  fmin_l_bfgs_b: second(2),
  fmin_slsqp: usual,
  least_squares: second(2),
  leastsq: second(3, 'Dfun'),
  fsolve: second(3),
  root: second(4),
  root_scalar: usual,
  newton: second(2),
  curve_fit: { ...usual, wrt: [1] },
  odeint: second(4, 'Dfun'),
  solve_ivp: system(usual),
  ode: system(second(1)),
  complex_ode: system(second(1)),
  solve_bvp: system(second(6, 'fun_jac')),
  NonlinearConstraint: second(3),
  check_grad: second(1),
  approx_derivative: usual,
  line_search: second(1, 'myfprime'),
  basinhopping: usual,
};

export const callSite: Rule = {
  convention: { code: 'C8', words: 'linked where they are called' },
  find: (scope) =>
    (scope.outer?.body ?? scope.owner?.body ?? scope.program.body).flatMap((each) =>
      isCalling(each, scope.program.text)
        ? callsIn(each).flatMap((call) => pairsOf(scope, call))
        : [],
    ),
};

/** Some known solver is called in a statement. */
const isCalling = onceFor(
  (statement: Statement, text: string) =>
    words.test(text.slice(statement.span.start, statement.span.end)) &&
    callsIn(statement).length > 0,
);

/** What stands in every text with such a call: most need no closer look. */
const words = new RegExp(`\\b(${Object.keys(solvers).join('|')}|jac)\\b`);

interface Call {
  readonly solver: Solver;
  readonly name: string;
  readonly arguments: readonly Argument[];
}

function pairsOf(scope: Scope, call: Call): Found[] {
  const value = argument(call, 0, ['fun', 'func', 'f']);
  const forward = functionOf(scope, value);
  if (forward === null) return [];
  const { solver } = call;
  const given = argument(call, solver.position, solver.first);
  const why = `\`${call.name}(${forward.name}, ...)\` is called with`;
  const found: Found[] = [];
  const names = ownParameters(scope, forward)
    .slice(...solver.wrt)
    .map((each) => each.name);
  // Without a derivative of its own such a solver takes both from one function.
  const both = /^fmin_(l_bfgs_b|tnc)$/.test(call.name) && given === null;
  if ((given?.kind === 'boolean' && given.value) || (both && !approximates(call))) {
    found.push({
      name: qualified(scope.owner, forward.name),
      form: { kind: 'joint', definition: forward },
      nameSpan: forward.nameSpan,
      span: forward.span,
      why: `\`${call.name}(${forward.name}, ...)\` takes value and gradient from one function`,
      open: 'nothing',
    });
  }
  const first = functionOf(scope, given);
  if (first !== null && first !== forward) {
    found.push(
      functionPair(scope, forward, first, {
        why: `${why} \`${first.name}\` as its derivative`,
        wrt: names,
      }),
    );
  }
  // A Hessian and its product with a vector may both be given.
  for (const keyword of solver.second) {
    const position = call.name === 'minimize' && keyword === 'hess' ? 5 : null;
    const twice = functionOf(scope, argument(call, position, [keyword]));
    if (twice === null || twice === forward) continue;
    found.push(
      functionPair(scope, forward, twice, {
        why: `${why} \`${twice.name}\` as its second derivative`,
        order: 2,
        wrt: names,
      }),
    );
  }
  return found;
}

function approximates(call: Call): boolean {
  return call.arguments.some(({ name }) => name === 'approx_grad');
}

function argument(
  call: Call,
  position: number | null,
  keywords: readonly string[],
): Expression | null {
  const byName = call.arguments.find(({ name }) => name !== null && keywords.includes(name));
  if (byName !== undefined) return byName.value;
  const positional = call.arguments.filter(({ name, spread }) => name === null && spread === null);
  return position === null ? null : (positional[position]?.value ?? null);
}

/** The function that an argument names, also by way of `partial(f, ...)` or `lambda x: f(x, ...)`. */
function functionOf(scope: Scope, value: Expression | null): FunctionDefinition | null {
  if (value?.kind === 'call' && endsWith(value.callee, 'partial')) {
    return functionOf(scope, value.arguments[0]?.value ?? null);
  }
  if (value?.kind === 'lambda') {
    const [only] = value.definition.body;
    const called = only?.kind === 'return' && only.value?.kind === 'call' ? only.value : null;
    return called === null ? null : functionOf(scope, called.callee);
  }
  if (scope.owner === null) return value?.kind === 'name' ? named(scope, value.name) : null;
  if (value?.kind !== 'member' || value.object.kind !== 'name') return null;
  return value.object.name === 'self' ? named(scope, value.name) : null;
}

function endsWith(node: Expression, name: string): boolean {
  return (node.kind === 'name' || node.kind === 'member') && node.name === name;
}

/** Every call of a known solver anywhere in a part of the program. */
function callsIn(part: unknown): Call[] {
  const found: Call[] = [];
  visit(part, (node) => {
    if (node.kind === 'dict') found.push(...constraintOf(node));
    if (node.kind !== 'call') return;
    const { callee } = node;
    const name = callee.kind === 'member' || callee.kind === 'name' ? callee.name : '';
    const solver = Object.hasOwn(solvers, name) ? solvers[name] : undefined;
    if (solver !== undefined) found.push({ solver, name, arguments: node.arguments });
  });
  return found;
}

/** `{'type': 'eq', 'fun': f, 'jac': g}`: a constraint, read like a call. */
function constraintOf(node: Extract<Expression, { kind: 'dict' }>): Call[] {
  const named = node.entries.flatMap(({ key, value }): Argument[] =>
    key?.kind === 'text' ? [{ value, name: key.value, spread: null, span: value.span }] : [],
  );
  const names = named.map((each) => each.name);
  const whole = names.includes('fun') && names.includes('jac');
  return whole ? [{ solver: usual, name: 'constraint', arguments: named }] : [];
}
