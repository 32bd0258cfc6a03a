/** The op graph of an experiment as plain data: values, adjoints, contributions, sources. */
import { contributionValues, type Edge } from '../engine/gradient';
import type { Entry, EntryId, Graph, Place } from '../engine/graph';
import type { Op } from '../engine/op';
import { ops } from '../engine/ops';
import type { Program } from '../syntax/nodes';
import { lineStarts } from '../syntax/span';
import type { UserModules } from '../trace/user-modules';
import { analyticGradient } from './derivative';
import { graphGroups } from './graph-groups';
import type { GraphEdge, GraphNode, GraphReport } from './graph-report';
import type { Outcome } from './outcome';
import { jsonArray, rangeOf } from './plain';
import type { JsonArray } from './report';
import { shortNumber } from './sentences';

const symbols: Readonly<Record<string, string>> = {
  add: '+',
  subtract: '−',
  multiply: '×',
  divide: '÷',
  power: '^',
  negate: '−',
  matmul: '@',
  less: '<',
  lessEqual: '≤',
  greater: '>',
  greaterEqual: '≥',
  equal: '=',
  notEqual: '≠',
};

export function graphReport(program: Program, name: string, outcome: Outcome): GraphReport {
  const { experiment, verdict, reason, rows, unchecked } = outcome;
  const movable = experiment !== null && experiment.elsewhere !== null;
  const parameters = rows.map(({ report }) => report);
  const head = { schema: 1 as const, path: program.path, name, verdict, reason, unchecked };
  const tail = { parameters, movable };
  if (experiment === null) return { ...head, at: {}, nodes: [], edges: [], groups: [], ...tail };
  const { machine } = experiment;
  const { graph } = machine;
  const { loss, inputs } = experiment;
  const recorded = reachable(graph, loss);
  const { sweep } = analyticGradient(graph, loss, inputs);
  const sourceOf = sourceReader(program, machine.modules);
  const contributions = new Map<string, Edge>();
  for (const edge of sweep.edges)
    contributions.set(`${edge.from}>${edge.to}#${edge.argument}`, edge);
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  for (const id of recorded) {
    const entry = graph.entry(id);
    const { place, shape } = entry;
    const adjoint = sweep.adjoints.get(id);
    nodes.push({
      id,
      role: roleOf(entry, loss),
      op: entry.op,
      label: labelOf(graph, entry),
      shape,
      value: jsonArray(graph.value(id), shape),
      adjoint: adjoint === undefined ? null : jsonArray(graph.value(adjoint), shape),
      ...sourceOf(place),
      tie: tieOf(graph, entry),
    });
    for (const [argument, from] of entry.inputs.entries()) {
      const edge = contributions.get(`${from}>${id}#${argument}`);
      edges.push({ from, to: id, argument, contribution: contributionOf(graph, edge, from) });
    }
  }
  const groups = graphGroups(graph, machine.stretches, recorded, sourceOf);
  return { ...head, at: experiment.at, nodes, edges, groups, ...tail };
}

/** Gives the source of a place: its range and text, and its file where that is another one. */
function sourceReader(
  program: Program,
  modules: UserModules,
): (place: Place | null) => Pick<GraphNode, 'range' | 'source' | 'path'> {
  const starts = new Map<string, readonly number[]>();
  return (place) => {
    const nowhere = { range: null, source: '' };
    if (place === null || place.end <= place.start) return nowhere;
    const { path } = place;
    const text = path === program.path ? program.text : modules.text(path);
    if (text === null) return nowhere;
    const known = starts.get(path) ?? lineStarts(text);
    starts.set(path, known);
    const found = { range: rangeOf(known, place), source: text.slice(place.start, place.end) };
    return path === program.path ? found : { ...found, path };
  };
}

/** Entries that the output is computed from, in order. */
function reachable(graph: Graph, output: EntryId): EntryId[] {
  const seen = new Set<EntryId>([output]);
  for (let id = output; id >= 0; id--) {
    if (seen.has(id)) for (const input of graph.entry(id).inputs) seen.add(input);
  }
  return [...seen].sort((a, b) => a - b);
}

function roleOf(entry: Entry, output: EntryId): GraphNode['role'] {
  if (entry.id === output) return 'output';
  return entry.op === 'input' ? 'input' : entry.op === 'constant' ? 'constant' : 'op';
}

function labelOf(graph: Graph, entry: Entry): string {
  const parameters = entry.parameters as Readonly<Record<string, unknown>> | null;
  switch (entry.op) {
    case 'input':
      return String(parameters?.name);
    case 'constant':
      return entry.size === 1
        ? shortNumber(graph.number(entry.id))
        : `constant ${entry.shape.join('×')}`;
    case 'sum':
    case 'max':
    case 'min':
    case 'prod': {
      const axes = parameters?.axes as readonly number[];
      const inputRank = graph.entry(entry.inputs[0]).shape.length;
      if (axes.length === inputRank) return entry.op;
      return `${entry.op} over ${axes.length === 1 ? 'axis' : 'axes'} ${axes.join(', ')}`;
    }
    case 'gather':
      return 'index';
    case 'write':
      return 'assign';
    default:
      return symbols[entry.op] ?? entry.op;
  }
}

function tieOf(graph: Graph, entry: Entry): string | null {
  const op = ops[entry.op] as Op<never>;
  return op.ties?.(graph, entry, entry.parameters as never) ? (op.tieRule ?? 'a tie') : null;
}

function contributionOf(graph: Graph, edge: Edge | undefined, from: EntryId): JsonArray {
  if (edge === undefined) return null;
  return jsonArray(contributionValues(graph, edge), graph.entry(from).shape);
}
