/**
 * The run of the chain rule, step by step: forward, each op makes its value from its
 * arguments; then backward, each op hands its adjoint on to them, where the
 * contributions of several uses add up. A closed group is one step. A pure function
 * of what is drawn.
 */
import type { GraphEdge, GraphNode } from '../src/check/graph-report';
import type { JsonArray } from '../src/check/report';
import { isList } from '../src/render/number';
import type { Drawing, DrawnNode } from './drawn';
import type { GraphData } from './graph-data';

export type Step =
  /** The inputs and constants have their values. */
  | { readonly kind: 'given' }
  /** An op, or all of a closed group, makes its value. */
  | { readonly kind: 'value'; readonly drawn: DrawnNode; readonly nodes: readonly number[] }
  /** The output's adjoint is one: d(output)/d(output). */
  | { readonly kind: 'seed'; readonly drawn: DrawnNode; readonly node: number }
  /** An op hands its adjoint on to its arguments, or a closed group to what it was made from. */
  | { readonly kind: 'pull'; readonly drawn: DrawnNode; readonly nodes: readonly number[] };

/** What is known after a step. */
export interface Moment {
  /** The drawn node that the step is about; null where it is about all inputs. */
  readonly current: number | null;
  /** Nodes whose value is not made yet. */
  readonly pending: ReadonlySet<number>;
  /** What has come together so far, by node; nodes that nothing reached are missing. */
  readonly adjoints: ReadonlyMap<number, JsonArray>;
  /** Positions of the drawing's edges that the step works along. */
  readonly edges: ReadonlySet<number>;
}

export function stepsOf(data: GraphData, { shownAs }: Pick<Drawing, 'shownAs'>): readonly Step[] {
  const { nodes } = data.report;
  const made = nodes.filter(isMade);
  const output = nodes.find(({ role }) => role === 'output');
  const steps: Step[] = [{ kind: 'given' }];
  const add = (kind: 'value' | 'pull', { id }: GraphNode) => {
    const drawn = shownAs(id);
    const last = steps[steps.length - 1];
    if (drawn === undefined) return;
    if (last.kind === kind && last.drawn === drawn) {
      steps[steps.length - 1] = { ...last, nodes: [...last.nodes, id] };
    } else steps.push({ kind, drawn, nodes: [id] });
  };
  for (const node of made) add('value', node);
  const seeded = output && shownAs(output.id);
  if (seeded !== undefined) steps.push({ kind: 'seed', drawn: seeded, node: output!.id });
  for (const node of made.toReversed()) if (data.into(node.id).some(flows)) add('pull', node);
  return steps;
}

/** The moment right after the step at `position`. */
export function momentAt(
  data: GraphData,
  drawing: Pick<Drawing, 'edges'>,
  steps: readonly Step[],
  position: number,
): Moment {
  const pending = new Set(data.report.nodes.filter(isMade).map(({ id }) => id));
  const adjoints = new Map<number, JsonArray>();
  for (const step of steps.slice(0, position + 1)) {
    if (step.kind === 'value') for (const node of step.nodes) pending.delete(node);
    if (step.kind === 'seed') adjoints.set(step.node, data.node(step.node)?.adjoint ?? null);
    if (step.kind !== 'pull') continue;
    for (const { from, contribution } of step.nodes.flatMap((node) => data.into(node))) {
      if (contribution !== null) adjoints.set(from, plus(adjoints.get(from) ?? null, contribution));
    }
  }
  const step = steps[position];
  const current = step === undefined || step.kind === 'given' ? null : step.drawn.id;
  const touched = drawing.edges.flatMap(({ to, parts }, index) => {
    if (to !== current) return [];
    return step?.kind === 'value' || (step?.kind === 'pull' && parts.some(flows)) ? [index] : [];
  });
  return { current, pending, adjoints, edges: new Set(touched) };
}

export function flows({ contribution }: GraphEdge): boolean {
  return contribution !== null;
}

/** What flows back along edges that leave one node; null where nothing does. */
export function total(edges: readonly GraphEdge[]): JsonArray {
  return edges.reduce<JsonArray>((sum, { contribution }) => plus(sum, contribution), null);
}

function isMade({ role }: GraphNode): boolean {
  return role === 'op' || role === 'output';
}

/** Entry by entry; both have the shape of the node that they flow to. */
function plus(one: JsonArray, other: JsonArray): JsonArray {
  if (one === null) return other;
  if (other === null) return one;
  if (isList(one)) return one.map((each, at) => plus(each, isList(other) ? other[at] : other));
  const sum = Number(one) + Number(other);
  return Number.isFinite(sum) ? sum : (String(sum) as JsonArray);
}

/** One step on or back; null, that everything is shown, comes after the last one. */
export function stepAfter(position: number | null, by: 1 | -1, count: number): number | null {
  const next = Math.max(0, (position ?? count) + by);
  return next >= count ? null : next;
}
