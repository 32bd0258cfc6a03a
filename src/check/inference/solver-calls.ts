/**
 * Calls of solvers that are given a function of the file: `minimize(f, x0, args=(X, y), jac=g)`.
 * What the solver hands to it has known axes, whether or not the call can be run.
 */
import type { Argument, Expression, Program } from '../../syntax/nodes';
import { itemsOf, nameOf } from './paths';

/** Where a solver takes its start and the further arguments of the function. */
interface Solver {
  readonly start: number;
  /** The position of `args`, or of the first argument where they stand one by one; null: by keyword only. */
  readonly rest: number | null;
  readonly single?: boolean;
  /** What it hands over: one vector, data and then numbers, a time and then a vector, or one number. */
  readonly hands: 'vector' | 'curve' | 'state' | 'number';
}

const vector = (rest: number | null, start = 1): Solver => ({ start, rest, hands: 'vector' });

const solvers: Readonly<Record<string, Solver>> = {
  minimize: vector(2),
  fmin: vector(2),
  fmin_bfgs: vector(3),
  fmin_cg: vector(3),
  fmin_ncg: vector(5),
  fmin_tnc: vector(3),
  fmin_l_bfgs_b: vector(3),
  fmin_slsqp: vector(null),
  least_squares: vector(null),
  leastsq: vector(2),
  fsolve: vector(2),
  root: vector(2),
  basinhopping: vector(null),
  check_grad: { ...vector(3, 2), single: true },
  curve_fit: { start: 1, rest: null, hands: 'curve' },
  solve_ivp: { start: 2, rest: null, hands: 'state' },
  root_scalar: { start: 1, rest: null, hands: 'number' },
  newton: { start: 1, rest: null, hands: 'number' },
};

export interface SolverCall {
  readonly hands: Solver['hands'];
  /** The start, or the data of a curve. */
  readonly start: Expression | null;
  /** The further arguments, in the order of the function's parameters. */
  readonly rest: readonly Expression[];
  readonly node: Extract<Expression, { kind: 'call' }>;
}

const known = new WeakMap<Program, ReadonlyMap<string, readonly SolverCall[]>>();

/** All such calls of a file, by the name of the function that is given. */
export function solverCalls(program: Program, name: string): readonly SolverCall[] {
  let calls = known.get(program);
  if (calls === undefined) {
    const found = new Map<string, SolverCall[]>();
    const mentioned = Object.keys(solvers).some((each) => program.text.includes(`${each}(`));
    if (mentioned) collect(program.body, found);
    calls = found;
    known.set(program, calls);
  }
  return calls.get(name.split('.').pop() ?? name) ?? [];
}

function collect(part: unknown, found: Map<string, SolverCall[]>): void {
  if (Array.isArray(part)) {
    for (const each of part) collect(each, found);
    return;
  }
  if (part === null || typeof part !== 'object') return;
  const node = part as Expression;
  if (node.kind === 'call') add(node, found);
  for (const each of Object.values(part)) collect(each, found);
}

function add(node: SolverCall['node'], found: Map<string, SolverCall[]>): void {
  const name = nameOf(node.callee);
  const solver = Object.hasOwn(solvers, name) ? solvers[name] : undefined;
  if (solver === undefined) return;
  const positional = node.arguments.filter(
    ({ name: own, spread }) => own === null && spread === null,
  );
  const given = functionsIn(node.arguments);
  const byName = (names: RegExp) =>
    node.arguments.find((each) => each.name !== null && names.test(each.name))?.value ?? null;
  const start = positional[solver.start]?.value ?? byName(/^(x0|xdata|y0)$/);
  const args =
    byName(/^args$/) ??
    (solver.rest === null || solver.single ? null : (positional[solver.rest]?.value ?? null));
  const rest = solver.single
    ? positional.slice(solver.rest ?? positional.length).map((each) => each.value)
    : args === null
      ? []
      : itemsOf(args);
  for (const each of given) {
    found.set(each, [...(found.get(each) ?? []), { hands: solver.hands, start, rest, node }]);
  }
}

/** The names of functions among the arguments: `f`, `self.f`. */
function functionsIn(given: readonly Argument[]): string[] {
  return given.flatMap(({ value, name }) => {
    if (name !== null && !/^(fun|func|f|jac|fprime|grad|Dfun)$/.test(name)) return [];
    return value.kind === 'name' || value.kind === 'member' ? [value.name] : [];
  });
}
