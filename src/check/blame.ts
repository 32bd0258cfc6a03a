/**
 * Which operation is to blame where numbers fail: the one whose rounding hides a
 * derivative, and the one that has no finite value or slope.
 */
import type { Sweep } from '../engine/gradient';
import type { EntryId, Graph } from '../engine/graph';
import { noiseTerms } from '../engine/noise';
import type { OpName } from '../engine/op';
import type { Machine } from '../trace/machine';
import { quoted } from './quoted';
import { shortNumber } from './sentences';
import { dependencies } from './ties';

const sums = new Set<OpName>(['add', 'subtract', 'sum', 'matmul', 'cumsum', 'scatterAdd']);

/** A result that is so much smaller than what it was added up from has lost digits. */
const cancelled = 0.05;

/**
 * What causes most of the rounding noise of `loss`: "cancellation in `1 - np.cos(x)`, line 12",
 * "rounding in `np.tanh(x)`, line 3"; null where no text made it.
 */
export function noiseSource(
  machine: Machine,
  sweep: Sweep,
  loss: EntryId,
  path: string,
): string | null {
  const { graph } = machine;
  let most = { id: -1, noise: 0 };
  for (const term of noiseTerms(graph, sweep, loss)) if (term.noise > most.noise) most = term;
  if (most.id < 0) return null;
  const sum = cancellingSum(graph, sweep, most.id);
  const text = quoted(machine, graph.entry(sum ?? most.id).place, path);
  return text === null ? null : `${sum === null ? 'rounding' : 'cancellation'} in ${text}`;
}

/** The first sum that the noise of an entry runs into and that is small beside what is added. */
function cancellingSum(graph: Graph, sweep: Sweep, from: EntryId): EntryId | null {
  const users = new Map(sweep.edges.map((edge) => [edge.from, edge.to]));
  let id = from;
  for (;;) {
    const next = users.get(id);
    if (next === undefined) return null;
    const { op } = graph.entry(next);
    if (sums.has(op) && largest(graph, next) < cancelled * largest(graph, id)) return next;
    id = next;
  }
}

function largest(graph: Graph, id: EntryId): number {
  return graph.value(id).reduce((most, each) => Math.max(most, Math.abs(each)), 0);
}

/**
 * Why there is no finite derivative: "`np.log(x)`, line 5, is -∞", "the slope of `np.sqrt(x)`,
 * line 3, is ∞"; null where everything at the point itself is finite.
 */
export function singularity(
  machine: Machine,
  sweep: Sweep,
  loss: EntryId,
  path: string,
): string | null {
  const { graph } = machine;
  const finite = (id: EntryId) => graph.value(id).every(Number.isFinite);
  for (const id of dependencies(graph, [loss])) {
    const { op, place } = graph.entry(id);
    const text = op === 'input' || finite(id) ? null : quoted(machine, place, path);
    const odd = graph.value(id).find((each) => !Number.isFinite(each)) ?? 0;
    if (text !== null) return `${text}, is ${shortNumber(odd)}`;
  }
  for (const { to, contribution } of sweep.edges) {
    const adjoint = sweep.adjoints.get(to);
    if (adjoint === undefined || !finite(adjoint) || finite(contribution)) continue;
    const text = quoted(machine, graph.entry(to).place, path);
    if (text !== null) return `the slope of ${text}, is not finite`;
  }
  return null;
}
