/** The hover over an expression: which node is meant, and what is said of it. */
import assert from 'node:assert/strict';
import type { GraphNode, GraphReport } from '../../src/check/graph-report';
import { expressionMarkdown, nodesAt, opsText } from '../../src/render/expression';

function node(id: number, column: number, endColumn: number, rest: Partial<GraphNode>): GraphNode {
  return {
    id,
    role: 'op',
    op: 'multiply',
    label: '×',
    shape: [],
    value: 6,
    adjoint: 1,
    range: { line: 2, column, endLine: 2, endColumn },
    source: 'x * y',
    tie: null,
    ...rest,
  };
}

const input = node(0, 12, 13, { role: 'input', label: 'x', source: 'x', value: 2 });
const product = node(1, 12, 17, {});
const sum = node(2, 12, 21, { label: '+', source: 'x * y + 1', role: 'output' });
const graph: GraphReport = {
  schema: 1,
  path: 'a.py',
  name: 'f',
  verdict: 'pass',
  reason: '',
  unchecked: [],
  at: { x: 2, y: 3 },
  parameters: [],
  movable: true,
  nodes: [input, product, sum],
  edges: [],
  groups: [],
};

describe('expressions in hovers', () => {
  const rows: readonly [what: string, column: number, ids: readonly number[]][] = [
    ['the innermost one around the place', 12, [0]],
    ['a larger one beside it', 14, [1]],
    ['the whole', 20, [2]],
    ['nothing behind the last character', 21, []],
  ];
  for (const [what, column, ids] of rows) {
    it(`are ${what}`, () => {
      const found = nodesAt(graph, 2, column).map(({ id }) => id);
      assert.deepEqual(found, ids);
    });
  }

  it('of other files are not shown', () => {
    const elsewhere = { ...graph, nodes: [{ ...product, path: 'b.py' }] };
    assert.deepEqual(nodesAt(elsewhere, 2, 14), []);
  });

  it('tell value, adjoint and point', () => {
    assert.equal(
      expressionMarkdown(graph, [product]),
      '`x * y` = 6\n\nadjoint ∂f/∂(this) = 1\n\nat `x = 2, y = 3`',
    );
  });

  it('tell that they ran more than once, and that no gradient flows', () => {
    const text = expressionMarkdown(graph, [product, { ...product, adjoint: null, shape: [2] }]);
    assert.match(text, /the last of 2 values here/);
    assert.match(text, /no gradient flows/);
    assert.match(text, /\\\(2,\\\)/);
  });

  it('are counted by what they do', () => {
    assert.equal(opsText(graph), '2 ops: ×, +');
    assert.equal(opsText({ ...graph, nodes: [product, product, input] }), '2 ops: 2 ×');
    assert.equal(opsText({ ...graph, nodes: [input] }), '');
  });
});
