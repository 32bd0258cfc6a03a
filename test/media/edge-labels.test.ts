/** The labels of edges: what they say, and that none covers another one. */
import assert from 'node:assert/strict';
import { labelHeight, placeLabels } from '../../media/edge-labels';
import { layoutGraph } from '../../media/layout';
import { drawn, graphOf } from './graphs';

describe('labels of edges', () => {
  function labelsOf(...given: Parameters<typeof graphOf>) {
    const drawing = drawn(graphOf(...given));
    const { edges } = layoutGraph(drawing);
    return placeLabels(edges.map((placed) => ({ placed, edge: drawing.edges[placed.index] })));
  }

  it('stand where their edges arrive when there is room', () => {
    const [label] = labelsOf(['x'], ['sin x']);
    const { edges } = layoutGraph(drawn(graphOf(['x'], ['sin x'])));
    assert.deepEqual({ x: label.x, y: label.y }, edges[0].label);
  });

  it('do not cover each other where edges run side by side', () => {
    const many = Array.from({ length: 6 }, () => '* x y');
    const labels = labelsOf(['x', 'y'], [...many, '+ 2 3', '+ 8 4']);
    assert.ok(labels.length >= 12);
    for (const one of labels) {
      for (const other of labels) {
        if (one.index >= other.index) continue;
        const covers =
          Math.abs(one.x - other.x) < (one.width + other.width) / 2 - 1e-9 &&
          Math.abs(one.y - other.y) < labelHeight;
        assert.ok(!covers, `${one.text} covers ${other.text}`);
      }
    }
  });
});
