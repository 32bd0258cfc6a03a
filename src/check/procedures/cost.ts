/**
 * A backward of a whole network, which takes the targets and no cotangent: what it
 * differentiates is a cost of what forward returns (`compute_cost(AL, Y)`).
 */
import type { FunctionDefinition, Parameter } from '../../syntax/nodes';
import { callFunction } from '../../trace/call';
import type { Value } from '../../trace/values';
import { findFunction, numericOutput, type Output, type Run, spreadArguments } from '../run';
import { returnedItems } from './roles';

interface WithCost {
  readonly target: { readonly definition: FunctionDefinition };
  readonly cost?: FunctionDefinition | null;
}

/** What the cost must be given beside what forward takes and returns: the targets. */
export function costParameters(
  { target, cost }: WithCost,
  own: readonly Parameter[],
): readonly Parameter[] {
  if (cost == null) return [];
  const known = new Set([
    ...own.map((each) => each.name),
    ...returnedItems(target.definition).filter((each) => each !== null),
  ]);
  // The first one that has no namesake is what forward returns, under another name.
  const [first] = cost.parameters;
  return cost.parameters.filter((each) => each !== first && !known.has(each.name));
}

/** The cost as the output, with the items that forward returned behind it. */
export function costOutput(
  run: Run,
  cost: FunctionDefinition,
  result: Value,
  given: ReadonlyMap<string, Value>,
): Output {
  const place = { path: run.frame.scope.path, ...cost.nameSpan };
  const items = result.kind === 'tuple' ? result.items : [result];
  const chosen = new Map<string, Value>();
  for (const [at, { name }] of cost.parameters.entries()) {
    const value = given.get(name) ?? (at === 0 ? items[0] : undefined);
    if (value !== undefined) chosen.set(name, value);
  }
  const { positional, keywords } = spreadArguments(cost.parameters, chosen);
  const callee = findFunction(run, cost.name, place);
  const value = callFunction(run.machine, callee, positional, keywords, place);
  return { ...numericOutput(run, value, cost.name), items };
}
