/** Reports built by hand, as data for the tests of the renderers. */
import type { GraphReport } from '../../src/check/graph-report';
import {
  type FileReport,
  type FunctionReport,
  type ParameterReport,
  type Range,
  type Report,
  summarize,
} from '../../src/check/report';

export function range(line: number, column: number, endColumn: number, endLine = line): Range {
  return { line, column, endLine, endColumn };
}

/** A scalar parameter that passes. */
export function parameter(changes: Partial<ParameterReport> = {}): ParameterReport {
  return {
    name: 'x',
    shape: [],
    source: null,
    verdict: 'pass',
    code: null,
    reason: 'The gradients agree.',
    checked: 'all',
    coverage: { entries: 1, differenced: 1, directions: 0, evaluations: 6 },
    analytic: 6,
    numeric: 6.000000000001,
    numericError: 1.5e-12,
    written: null,
    relativeError: 1.7e-13,
    worstIndex: [],
    wrong: null,
    slopes: null,
    ...changes,
  };
}

/** `f(x) = x**2` at x = 3, found correct. */
export function target(changes: Partial<FunctionReport> = {}): FunctionReport {
  return {
    name: 'f',
    line: 2,
    kind: 'function',
    verdict: 'pass',
    code: null,
    reason: 'The gradient of f is correct.',
    written: null,
    samples: [{ given: true, origins: {}, at: { x: 3 }, value: 9, verdict: 'pass' }],
    parameters: [parameter()],
    cause: null,
    notes: [],
    unchecked: [],
    formula: { value: 'x^2', partials: { x: '2*x' } },
    range: range(2, 5, 6),
    fullRange: range(2, 1, 18, 3),
    annotated: true,
    ignored: false,
    convention: null,
    why: null,
    of: null,
    ofRange: null,
    ...changes,
  };
}

export const text = [
  '# @gradcheck x=3',
  'def f(x):',
  '    return x ** 2',
  '',
  'def df(x):',
  '\treturn 3 * x',
  '',
].join('\n');

/** A written gradient that is 1.5 times too large. */
export const wrong = target({
  verdict: 'mismatch',
  reason: '`df` gives 9 where d(f)/dx is 6.',
  written: 'df',
  samples: [{ given: true, origins: {}, at: { x: 3 }, value: 9, verdict: 'mismatch' }],
  parameters: [parameter({ source: 'df', verdict: 'mismatch', written: 9, relativeError: 1 / 3 })],
  cause: {
    code: 'factor',
    message: 'The factor 3 should be 2.',
    range: range(6, 9, 10),
  },
});

export function file(functions: readonly FunctionReport[], problems: FileReport['problems'] = []) {
  return { path: 'a.py', functions, problems };
}

export function report(...files: readonly FileReport[]): Report {
  return { schema: 1, summary: summarize(files), files };
}

/** The graph of `x * 2 + x` at x = 3. */
export const graph: GraphReport = {
  schema: 1,
  path: 'a.py',
  name: 'g',
  verdict: 'pass',
  reason: 'The gradient of g is correct.',
  unchecked: [],
  at: { x: 3 },
  nodes: [
    node(0, 'input', 'input', 'x', 3, 3),
    node(1, 'constant', 'constant', '2', 2, null),
    node(2, 'op', 'multiply', '×', 6, 1),
    node(3, 'output', 'add', '+', 9, 1),
  ],
  edges: [
    { from: 0, to: 2, argument: 0, contribution: 2 },
    { from: 1, to: 2, argument: 1, contribution: null },
    { from: 2, to: 3, argument: 0, contribution: 1 },
    { from: 0, to: 3, argument: 1, contribution: 1 },
  ],
  groups: [],
  parameters: [],
  movable: true,
};

function node(
  id: number,
  role: 'input' | 'constant' | 'op' | 'output',
  op: string,
  label: string,
  value: number,
  adjoint: number | null,
): GraphReport['nodes'][number] {
  const place = range(3, 12, 17);
  return {
    id,
    role,
    op,
    label,
    shape: [],
    value,
    adjoint,
    range: place,
    source: 'x * 2 + x',
    tie: null,
  };
}
