/** Op graphs in a line of text a node, as data for the panel's tests. */
import { type Drawing, drawingOf } from '../../media/drawn';
import { type GraphData, graphData } from '../../media/graph-data';
import type { GraphEdge, GraphNode, GraphReport } from '../../src/check/graph-report';
import { graph } from '../render/samples';

/** `sin y`, `+ 3 x`, `2`: an op and its arguments, by input name or node number; or made from those that are known. */
export type Op = string | ((names: readonly string[]) => string);

export function graphOf(inputs: readonly string[], operations: readonly Op[]): GraphReport {
  const names = [...inputs];
  const edges: GraphEdge[] = [];
  const nodes: GraphNode[] = inputs.map((name, id) => node(id, 'input', 'input', name));
  for (const [position, operation] of operations.entries()) {
    const id = nodes.length;
    const text = typeof operation === 'string' ? operation : operation(names);
    const [op, ...args] = text.split(' ');
    const last = position === operations.length - 1;
    const role = args.length === 0 ? 'constant' : last ? 'output' : 'op';
    nodes.push(node(id, role, role === 'constant' ? 'constant' : op, op));
    for (const [argument, name] of args.entries()) {
      const from = inputs.includes(name) ? inputs.indexOf(name) : Number(name);
      edges.push({ from, to: id, argument, contribution: 1 });
    }
    names.push(String(id));
  }
  return { ...graph, nodes, edges };
}

/** The drawing of a graph with all groups closed but those of `open`. */
export function drawn(report: GraphReport, open: readonly string[] = []): Drawing {
  return drawingOf(graphData(report), new Set(open));
}

/** A drawing and the data that it is of, for what needs both. */
export function both(report: GraphReport): readonly [GraphData, Drawing] {
  const data = graphData(report);
  return [data, drawingOf(data, new Set())];
}

/** One input and a chain of `length - 1` ops. */
export function chain(length: number): GraphReport {
  return graphOf(
    ['x'],
    Array.from({ length: length - 1 }, (_, position) => `sin ${position === 0 ? 'x' : position}`),
  );
}

function node(id: number, role: GraphNode['role'], op: string, label: string): GraphNode {
  const adjoint = role === 'constant' ? null : 1;
  return {
    id,
    role,
    op,
    label,
    shape: [],
    value: 2.5,
    adjoint,
    range: null,
    source: '',
    tie: null,
  };
}
