/** Which node a place in the text belongs to, and which ones a search names. */
import assert from 'node:assert/strict';
import { nodeAt } from '../../media/cursor';
import { graphData } from '../../media/graph-data';
import { matching } from '../../media/search';
import type { GraphNode } from '../../src/check/graph-report';
import { graph } from '../render/samples';

const range = (column: number, endColumn: number) => ({ line: 3, column, endLine: 3, endColumn });
const [x, two, product, sum] = graph.nodes;
const nodes: readonly GraphNode[] = [
  { ...x, range: null },
  { ...two, range: range(16, 17) },
  { ...product, range: range(12, 17) },
  { ...sum, range: range(12, 21) },
];

describe('node at the cursor', () => {
  it('is that of the smallest expression around it', () => {
    assert.equal(nodeAt(nodes, 3, 16), 1);
    assert.equal(nodeAt(nodes, 3, 13), 2);
    assert.equal(nodeAt(nodes, 3, 20), 3);
  });
  it('is none outside, or in another file', () => {
    assert.equal(nodeAt(nodes, 4, 13), null);
    assert.equal(nodeAt([{ ...sum, path: 'other.py' }], 3, 13), null);
  });
});

describe('search', () => {
  const data = graphData(graph);
  it('looks at labels, ops and sources', () => {
    assert.deepEqual(matching(data, 'MULT'), [2]);
    assert.deepEqual(matching(data, 'x * 2'), [0, 1, 2, 3]);
    assert.deepEqual(matching(data, 'nothing'), []);
    assert.deepEqual(matching(data, '  '), []);
  });
});
