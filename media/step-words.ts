/** One sentence for each step of the chain rule, with the numbers that it works with. */
import type { JsonArray } from '../src/check/report';
import type { Drawing, DrawnEdge, DrawnNode } from './drawn';
import type { GraphData } from './graph-data';
import { shortArray } from './labels';
import { flows, type Moment, type Step, total } from './steps';

export function stepWords(data: GraphData, drawing: Drawing, step: Step, moment: Moment): string {
  switch (step.kind) {
    case 'given': {
      const inputs = data.report.nodes.filter(({ role }) => role === 'input');
      const points = inputs.map(({ label, value }) => `${label} = ${shortArray(value)}`);
      return points.length === 0 ? 'Nothing is differentiated.' : `Given: ${points.join(', ')}.`;
    }
    case 'value': {
      const { node, group, several } = step.drawn;
      const made = several ? '' : ` is ${shortArray(node.value)}`;
      if (group !== null) return `${nameOf(step.drawn)} (${group.detail})${made || ' has run'}.`;
      const args = data.inputs(node.id).map(({ value }) => shortArray(value));
      return `${nameOf(step.drawn)} of ${listed(args)}${made}.`;
    }
    case 'seed':
      return `Backward from here: the adjoint of the output is ${shortArray(adjointOf(moment, step.node))}.`;
    case 'pull': {
      const { node, several } = step.drawn;
      const adjoint = several
        ? ''
        : `has the adjoint ${shortArray(adjointOf(moment, node.id))} and `;
      const shares = drawing.edges
        .filter(({ to, parts }) => to === step.drawn.id && parts.some(flows))
        .map((edge) => share(data, drawing, edge, moment));
      return `${nameOf(step.drawn)} ${adjoint}hands on ${listed(shares) || 'nothing'}.`;
    }
  }
}

/** `0.909 to x (1.909 so far)`: what arrives, and the sum where several uses add up. */
function share(data: GraphData, drawing: Drawing, edge: DrawnEdge, moment: Moment): string {
  const drawn = drawing.shownAs(edge.from);
  if (drawn === undefined) return '';
  const sources = new Set(edge.parts.filter(flows).map(({ from }) => from));
  // Of several nodes in a group each has its own; there is no one number.
  if (sources.size !== 1) return `${sources.size} adjoints to ${nameOf(drawn)}`;
  const [source] = sources;
  const several = data.outOf(source).filter(flows).length > edge.parts.filter(flows).length;
  const sum = several ? ` (with other uses ${shortArray(adjointOf(moment, source))} so far)` : '';
  return `${shortArray(total(edge.parts))} to ${nameOf(drawn)}${sum}`;
}

function adjointOf({ adjoints }: Moment, id: number): JsonArray {
  return adjoints.get(id) ?? null;
}

function nameOf({ node, group }: DrawnNode): string {
  if (group !== null) return group.label;
  return node.role === 'input' ? node.label : `${node.label} #${node.id}`;
}

function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}
