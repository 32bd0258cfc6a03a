/**
 * The run of the chain rule, step by step: forward, each op makes its value from its
 * arguments; then backward, each op hands its adjoint on to them, where the
 * contributions of several uses add up. A pure function of the report.
 */
import type { GraphEdge, GraphNode, GraphReport } from '../src/check/graph-report';
import type { JsonArray } from '../src/check/report';
import { isList } from '../src/render/number';

export type Step =
  /** The inputs and constants have their values. */
  | { readonly kind: 'given' }
  /** An op makes its value. */
  | { readonly kind: 'value'; readonly node: number }
  /** The output's adjoint is one: d(output)/d(output). */
  | { readonly kind: 'seed'; readonly node: number }
  /** An op hands its adjoint on to its arguments. */
  | { readonly kind: 'pull'; readonly node: number };

/** What is known after a step. */
export interface Moment {
  /** The node that the step is about; null where it is about all inputs. */
  readonly current: number | null;
  /** Nodes whose value is not made yet. */
  readonly pending: ReadonlySet<number>;
  /** What has come together so far, by node; nodes that nothing reached are missing. */
  readonly adjoints: ReadonlyMap<number, JsonArray>;
  /** Positions of the edges that the step works along. */
  readonly edges: ReadonlySet<number>;
}

export function stepsOf({ nodes, edges }: Pick<GraphReport, 'nodes' | 'edges'>): readonly Step[] {
  const made = nodes.filter(isMade);
  const output = nodes.find(({ role }) => role === 'output');
  const hands = new Set(edges.filter(flows).map(({ to }) => to));
  const pulled = made.filter(({ id }) => hands.has(id)).toReversed();
  return [
    { kind: 'given' },
    ...made.map(({ id }): Step => ({ kind: 'value', node: id })),
    ...(output === undefined ? [] : [{ kind: 'seed' as const, node: output.id }]),
    ...pulled.map(({ id }): Step => ({ kind: 'pull', node: id })),
  ];
}

/** The moment right after the step at `position`. */
export function momentAt(
  { nodes, edges }: Pick<GraphReport, 'nodes' | 'edges'>,
  steps: readonly Step[],
  position: number,
): Moment {
  const pending = new Set(nodes.filter(isMade).map(({ id }) => id));
  const adjoints = new Map<number, JsonArray>();
  for (const step of steps.slice(0, position + 1)) {
    if (step.kind === 'value') pending.delete(step.node);
    if (step.kind === 'seed') {
      adjoints.set(step.node, nodes.find(({ id }) => id === step.node)?.adjoint ?? null);
    }
    if (step.kind !== 'pull') continue;
    for (const { to, from, contribution } of edges) {
      if (to !== step.node || contribution === null) continue;
      adjoints.set(from, plus(adjoints.get(from) ?? null, contribution));
    }
  }
  const step = steps[position];
  const current = step === undefined || step.kind === 'given' ? null : step.node;
  const touched = edges.flatMap((edge, index) => (worksAlong(edge, step) ? [index] : []));
  return { current, pending, adjoints, edges: new Set(touched) };
}

function worksAlong(edge: GraphEdge, step: Step | undefined): boolean {
  if (step?.kind === 'value') return edge.to === step.node;
  return step?.kind === 'pull' && edge.to === step.node && flows(edge);
}

function flows({ contribution }: GraphEdge): boolean {
  return contribution !== null;
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
