/** One sentence for each step of the chain rule, with the numbers that it works with. */
import type { GraphEdge } from '../src/check/graph-report';
import type { GraphData } from './graph-data';
import { shortArray } from './labels';
import type { Moment, Step } from './steps';

export function stepWords(data: GraphData, step: Step, moment: Moment): string {
  const { nodes } = data.report;
  switch (step.kind) {
    case 'given': {
      const inputs = nodes.filter(({ role }) => role === 'input');
      const points = inputs.map(({ label, value }) => `${label} = ${shortArray(value)}`);
      return points.length === 0 ? 'Nothing is differentiated.' : `Given: ${points.join(', ')}.`;
    }
    case 'value': {
      const args = data.inputs(step.node).map(({ value }) => shortArray(value));
      const made = shortArray(data.node(step.node)?.value ?? null);
      return `${nameOf(data, step.node)} of ${listed(args)} is ${made}.`;
    }
    case 'seed':
      return `Backward from here: the adjoint of the output is ${shortArray(moment.adjoints.get(step.node) ?? null)}.`;
    case 'pull': {
      const flowing = data.into(step.node).filter(({ contribution }) => contribution !== null);
      const adjoint = shortArray(moment.adjoints.get(step.node) ?? null);
      const shares = flowing.map((edge) => share(data, edge, moment));
      return `${nameOf(data, step.node)} has the adjoint ${adjoint} and hands on ${listed(shares)}.`;
    }
  }
}

/** `0.909 to x (1.909 so far)`: what arrives, and the sum where several uses add up. */
function share(data: GraphData, { from, contribution }: GraphEdge, { adjoints }: Moment): string {
  const sum = adjoints.get(from) ?? null;
  const several = data.outOf(from).filter((edge) => edge.contribution !== null).length > 1;
  const total = several ? ` (with other uses ${shortArray(sum)} so far)` : '';
  return `${shortArray(contribution)} to ${nameOf(data, from)}${total}`;
}

function nameOf(data: GraphData, id: number): string {
  const node = data.node(id);
  if (node === undefined) return '';
  return node.role === 'input' ? node.label : `${node.label} #${id}`;
}

function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}
