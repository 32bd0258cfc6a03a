/** What stands on a node, and what a screen reader says of it. */
import assert from 'node:assert/strict';
import type { DrawnNode } from '../../media/drawn';
import { type NodeText, nodeText, shortArray, spokenText } from '../../media/labels';
import type { GraphNode } from '../../src/check/graph-report';
import { graph } from '../render/samples';

const [input, constant, multiply, output] = graph.nodes;

function alone(node: GraphNode): DrawnNode {
  return { id: node.id, node, group: null, several: false, frames: [] };
}

function check(name: string, node: GraphNode, expected: Omit<NodeText, 'detail'>): void {
  it(name, () => assert.deepEqual(nodeText(alone(node)), { detail: '', ...expected }));
}

describe('node text', () => {
  check('an input', input, { label: 'x', value: '3', adjoint: '3' });
  check('a constant that is its own label', constant, { label: '2', value: '', adjoint: '' });
  check(
    'an op without gradient',
    { ...multiply, adjoint: null },
    {
      label: '×',
      value: '6',
      adjoint: 'no gradient',
    },
  );
  check(
    'numbers that JSON lacks',
    { ...output, value: 'NaN', adjoint: '-Infinity' },
    { label: '+', value: 'NaN', adjoint: '-∞' },
  );
  check(
    'a long name',
    { ...input, label: 'a_name_that_goes_on_and_on' },
    {
      label: 'a_name_that_goes_on_and…',
      value: '3',
      adjoint: '3',
    },
  );
  it('large arrays are known by their shape', () => {
    const row = [0.123456, 0.234567, 0.345678];
    assert.equal(shortArray([row, row]), 'array (2, 3)');
    assert.equal(shortArray([1, 2, 3]), '[1, 2, 3]');
  });
  it('is spoken as it is seen, with the role, the shape and the arguments', () => {
    assert.equal(
      spokenText(alone(input), ['x', 'value 3', 'adjoint 3'], []),
      'x, value 3, adjoint 3, input',
    );
    assert.equal(spokenText(alone(constant), ['2'], []), '2, constant');
    assert.equal(
      spokenText(alone(multiply), ['×', 'value 6'], [alone(input), alone(constant)]),
      '×, value 6, multiply, from x and 2',
    );
    const matrix = { ...output, shape: [2, 3] };
    assert.equal(spokenText(alone(matrix), ['+'], []), '+, output, shape (2, 3)');
  });
});
