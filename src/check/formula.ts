/**
 * A function and its partial derivatives as formulas, read off the recorded
 * graph; only for short scalar programs, else there is none.
 */
import { reverseSweep } from '../engine/gradient';
import type { EntryId, Graph } from '../engine/graph';
import type { Experiment } from './experiment';
import type { FormulaReport } from './report';
import { shortNumber } from './sentences';

/** A formula longer than this says less than its numbers. */
const longest = 160;

const infix: Readonly<Record<string, string>> = {
  add: '+',
  subtract: '-',
  multiply: '*',
  chain: '*',
  divide: '/',
  power: '^',
};

const calls: ReadonlySet<string> = new Set(
  'exp log sqrt sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh abs sign log1p expm1 log2 log10 cbrt sigmoid floor ceil round'.split(
    ' ',
  ),
);

/** null when the program is not scalar, has other ops, or is too long. */
export function formulaOf(experiment: Experiment): FormulaReport | null {
  const { inputs, machine, loss } = experiment;
  const scalar = inputs.every((input) => input.shape.length === 0);
  if (inputs.length === 0 || !scalar || machine.graph.entry(loss).shape.length > 0) return null;
  const sweep = reverseSweep(
    machine.graph,
    loss,
    null,
    inputs.map((input) => input.entry),
  );
  const value = formulaText(machine.graph, loss);
  if (value === null) return null;
  const partials: Record<string, string> = {};
  for (const input of inputs) {
    const adjoint = sweep.adjoints.get(input.entry);
    const text = adjoint === undefined ? '0' : formulaText(machine.graph, adjoint);
    if (text === null) return null;
    partials[input.name] = text;
  }
  return { value, partials };
}

function formulaText(graph: Graph, output: EntryId): string | null {
  // Every part takes two signs at least, so a formula with more parts is too long.
  let parts = 0;
  const visit = (id: EntryId): string | null => {
    parts += 1;
    return parts > longest ? null : entryText(id);
  };
  const entryText = (id: EntryId): string | null => {
    const entry = graph.entry(id);
    if (entry.op === 'input') return (entry.parameters as { name: string }).name;
    if (!graph.dependsOnInput(id)) return entry.size === 1 ? shortNumber(graph.number(id)) : null;
    const [first, second] = entry.inputs.map(visit);
    if (first === null || second === null) return null;
    const symbol = infix[entry.op];
    if (symbol !== undefined) return `(${first} ${symbol} ${second})`;
    if (entry.op === 'negate') return `(-${first})`;
    if (entry.op === 'reshape' || entry.op === 'copy' || entry.op === 'cast') return first;
    return calls.has(entry.op) ? `${entry.op}(${first})` : null;
  };
  const text = visit(output);
  if (text === null || text.length > 2 * longest) return null;
  return text.startsWith('(') && closes(text) ? text.slice(1, -1) : text;
}

/** Whether the bracket that opens a text closes at its very end. */
function closes(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    if (depth === 0 && at < text.length - 1) return false;
  }
  return true;
}
