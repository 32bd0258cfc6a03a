/** Graphs of small programs: nodes, values, adjoints, and what each edge contributes. */
import assert from 'node:assert/strict';
import type { GraphNode, GraphReport } from '../../src/check/graph-report';
import { defaultOptions, type JsonArray } from '../../src/check/report';
import { checker } from './support';

async function graphOf(lines: readonly string[], name = 'f'): Promise<GraphReport> {
  const source = { path: 'case.py', text: `${lines.join('\n')}\n` };
  const graph = (await checker()).graph(source, defaultOptions, name);
  assert.ok(graph, `no graph of ${name}`);
  return graph;
}

/** `role label = value (adjoint)` of each node, in order. */
function described(graph: GraphReport): string[] {
  return graph.nodes.map(
    ({ role, label, value, adjoint }) =>
      `${role} ${label} = ${JSON.stringify(value)} (${JSON.stringify(adjoint)})`,
  );
}

/** `from -> to: contribution`, by labels. */
function edgesOf(graph: GraphReport): string[] {
  const labels = new Map(graph.nodes.map(({ id, label }) => [id, label]));
  return graph.edges.map(
    ({ from, to, contribution }) =>
      `${labels.get(from)} -> ${labels.get(to)}: ${JSON.stringify(contribution)}`,
  );
}

function flat(value: JsonArray): number[] {
  return Array.isArray(value) ? value.flatMap(flat) : [Number(value)];
}

/** The contributions of the edges that leave a node, added up. */
function received(graph: GraphReport, node: GraphNode): number[] {
  const parts = graph.edges.filter(({ from }) => from === node.id).map((each) => each.contribution);
  return flat(node.value).map((_, at) =>
    parts.reduce<number>((sum, part) => sum + (part === null ? 0 : flat(part)[at]), 0),
  );
}

interface Row {
  readonly title: string;
  readonly text: readonly string[];
  readonly name?: string;
  readonly nodes: readonly string[];
  readonly edges?: readonly string[];
  readonly sources?: readonly string[];
}

const rows: readonly Row[] = [
  {
    title: 'a product and a power, with fan-out of x',
    text: ['# @gradcheck x=2, y=3', 'def f(x, y):', '    return x * y + x**2'],
    nodes: [
      'input x = 2 (7)',
      'input y = 3 (2)',
      'op × = 6 (1)',
      'constant 2 = 2 (null)',
      'op ^ = 4 (1)',
      'output + = 10 (1)',
    ],
    edges: ['x -> ×: 3', 'y -> ×: 2', 'x -> ^: 4', '2 -> ^: null', '× -> +: 1', '^ -> +: 1'],
    sources: ['', '', 'x * y', 'x**2', 'x**2', 'x * y + x**2'],
  },
  {
    title: 'one value twice in one operation',
    text: ['# @gradcheck x=3', 'def f(x):', '    return x * x'],
    nodes: ['input x = 3 (6)', 'output × = 9 (1)'],
    edges: ['x -> ×: 3', 'x -> ×: 3'],
  },
  {
    title: 'what is not needed for the output is not drawn',
    text: [
      '# @gradcheck x=3',
      'def f(x):',
      '    unused = x * 100',
      '    h = x + 1',
      '    return h * h',
    ],
    nodes: ['input x = 3 (8)', 'constant 1 = 1 (null)', 'op + = 4 (8)', 'output × = 16 (1)'],
    sources: ['', 'x + 1', 'x + 1', 'h * h'],
  },
  {
    title: 'arrays have nested values and adjoints',
    text: ['# @gradcheck x=[1, 2], k=3', 'def f(x, k):', '    return (x * k).sum()'],
    nodes: [
      'input x = [1,2] ([3,3])',
      'input k = 3 (3)',
      'op × = [3,6] ([1,1])',
      'output sum = 9 (1)',
    ],
    edges: ['x -> ×: [3,3]', 'k -> ×: 3', '× -> sum: [1,1]'],
  },
  {
    title: 'a sum over an axis says which',
    text: [
      '# @gradcheck x=[[1, 2], [3, 4]], upstream=[10, 100]',
      'def f(x):',
      '    return x.sum(axis=0)',
    ],
    nodes: [
      'input x = [[1,2],[3,4]] ([[10,100],[10,100]])',
      'op sum over axis 0 = [4,6] ([10,100])',
      'constant constant 2 = [10,100] (null)',
      'op × = [40,600] ([1,1])',
      'output sum = 640 (1)',
    ],
  },
  {
    title: 'a loop is unrolled',
    text: [
      '# @gradcheck x=2',
      'def f(x):',
      '    y = x',
      '    for _ in range(2):',
      '        y = y * x',
      '    return y',
    ],
    nodes: ['input x = 2 (12)', 'op × = 4 (2)', 'output × = 8 (1)'],
    edges: ['x -> ×: 4', 'x -> ×: 4', '× -> ×: 2', 'x -> ×: 4'],
  },
  {
    title: 'the branch that was taken',
    text: ['# @gradcheck x=2', 'def f(x):', '    return 3 * x if x > 0 else -x'],
    nodes: ['input x = 2 (3)', 'constant 3 = 3 (null)', 'output × = 6 (1)'],
  },
  {
    title: 'a claim of a script',
    text: ['W = 3', 'loss = W ** 2', 'dW = 2 * W  # @grad d(loss)/d(W)'],
    name: 'dW',
    nodes: ['input W = 3 (6)', 'constant 2 = 2 (null)', 'output ^ = 9 (1)'],
  },
  {
    title: 'a class pair',
    text: [
      '# @gradcheck x=3',
      'class Square:',
      '    def forward(self, x):',
      '        self.x = x',
      '        return x * x',
      '',
      '    def backward(self, dout):',
      '        return dout * 2 * self.x',
    ],
    name: 'Square',
    nodes: ['input x = 3 (6)', 'output × = 9 (1)'],
  },
  {
    title: 'the first output of several',
    text: ['# @gradcheck x=3', 'def f(x):', '    return x + 1, x'],
    nodes: ['input x = 3 (1)', 'constant 1 = 1 (null)', 'output + = 4 (1)'],
  },
];

describe('graphs', () => {
  for (const row of rows) {
    it(row.title, async () => {
      const graph = await graphOf(row.text, row.name);
      assert.deepEqual(described(graph), row.nodes);
      assert.deepEqual(edgesOf(graph), row.edges ?? edgesOf(graph));
      const sources = graph.nodes.map((node) => node.source);
      assert.deepEqual(sources, row.sources ?? sources);
    });

    it(`${row.title}: contributions add up, edges point forwards, ranges hold their source`, async () => {
      const graph = await graphOf(row.text, row.name);
      const ids = graph.nodes.map((node) => node.id);
      assert.deepEqual(
        ids,
        [...ids].sort((a, b) => a - b),
      );
      assert.ok(graph.edges.every(({ from, to }) => from < to && ids.includes(from)));
      const inner = graph.nodes.filter((node) => node.role !== 'output' && node.adjoint !== null);
      for (const node of inner) assert.deepEqual(received(graph, node), flat(node.adjoint));
      for (const { range, source } of graph.nodes) {
        const held = range === null ? '' : row.text[range.line - 1].slice(range.column - 1);
        assert.ok(held.startsWith(source), `${held} does not start with ${source}`);
      }
    });
  }

  it('a function without annotation is drawn at a point of its own', async () => {
    const graph = await graphOf(['def f(x):', '    return x * x']);
    assert.deepEqual(
      graph.nodes.map(({ role, label }) => `${role} ${label}`),
      ['input x', 'output ×'],
    );
    assert.equal(graph.verdict, 'pass');
    assert.equal(typeof graph.at.x, 'number');
  });

  it('a tie is told at its node', async () => {
    const graph = await graphOf(['# @gradcheck x=0', 'def f(x):', '    return abs(x)']);
    assert.equal(graph.verdict, 'kink');
    assert.notEqual(graph.nodes[1].tie, null);
    assert.equal(graph.nodes[0].tie, null);
  });

  it('what cannot run has its reason and no nodes', async () => {
    const graph = await graphOf(['# @gradcheck x=0', 'def f(x):', '    return nowhere(x)']);
    assert.deepEqual(graph.nodes, []);
    assert.equal(graph.verdict, 'error');
    assert.match(graph.reason, /nowhere/);
  });

  it('an unknown name has no graph', async () => {
    const source = { path: 'case.py', text: 'def f(x):\n    return x\n' };
    assert.equal((await checker()).graph(source, defaultOptions, 'g'), null);
  });

  it('numbers that JSON lacks are words', async () => {
    const graph = await graphOf([
      'import numpy as np',
      '',
      '',
      '# @gradcheck x=[0, 1]',
      'def f(x):',
      '    return (1 / x).sum()',
    ]);
    assert.deepEqual(graph.nodes.find(({ label }) => label === '÷')?.value, ['Infinity', 1]);
    assert.deepEqual(JSON.parse(JSON.stringify(graph)), graph);
  });

  it('targets can be picked by name and line', async () => {
    const text = [
      'class Net:',
      '    def forward(self, x):',
      '        return x',
      '',
      '    def backward(self, d):',
      '        return d',
      '',
      '    def other(self, x):',
      '        return x',
      '',
      '',
      '# @gradcheck x=1',
      'def f(x):',
      '    return x',
      '',
      '',
      'W = 1',
      'dW = 1  # @grad d(W)/d(W)',
    ].join('\n');
    const found = (await checker()).targets({ path: 'case.py', text });
    const shown = found.map(({ name, line, annotated }) => `${name}@${line} ${annotated}`).sort();
    assert.deepEqual(shown, ['Net.other@8 false', 'Net@1 false', 'dW@18 true', 'f@13 true']);
  });
});
