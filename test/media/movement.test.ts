/** Moving through the drawing: by keys from node to node, by zoom and pan. */
import assert from 'node:assert/strict';
import { nodeBeside } from '../../media/keyboard';
import { layoutGraph } from '../../media/layout';
import { bringIntoView, fitWhole, openingView, pan, zoom } from '../../media/viewport';
import { chain, drawn, graphOf } from './graphs';

/** x * sin(y) + x ** 2: 2 is sin, 3 is *, 4 is 2, 5 is **, 6 is +. */
const product = drawn(graphOf(['x', 'y'], ['sin y', '* x 2', '2', '** x 4', '+ 3 5']));
const layout = layoutGraph(product);

function check(from: number, keys: readonly string[], to: number | null): void {
  it(`${keys.join(' ')} leads from ${from} to ${to}`, () => {
    let at: number | null = from;
    for (const key of keys) at = nodeBeside(key, at ?? -1, product, layout);
    assert.equal(at, to);
  });
}

describe('keys', () => {
  check(1, ['ArrowDown'], 2);
  check(1, ['ArrowDown', 'ArrowDown', 'ArrowDown'], 6);
  check(2, ['ArrowUp'], 1);
  check(0, ['ArrowRight'], 1);
  check(1, ['ArrowLeft'], 0);
  check(1, ['ArrowRight'], 4);
  check(6, ['ArrowRight'], null);
  check(6, ['ArrowDown'], null);
  check(6, ['Home'], 0);
  check(0, ['End'], 6);
  check(0, ['x'], null);
  check(99, ['ArrowDown'], 0);
});

describe('view', () => {
  const size = { width: 800, height: 600 };

  it('fits the whole drawing', () => {
    const { x, y, scale } = fitWhole(layout, size);
    assert.ok(x >= 0 && y >= 0 && scale <= 1.25);
    assert.ok(x + scale * layout.width <= size.width + 1e-9);
    assert.ok(y + scale * layout.height <= size.height + 1e-9);
  });
  it('opens a tall drawing at its top, large enough to read', () => {
    const view = openingView(layoutGraph(drawn(chain(60))), size);
    assert.deepEqual([view.y, view.scale], [0, 0.75]);
  });
  it('zooms about a point', () => {
    const before = { x: 10, y: 20, scale: 1 };
    const after = zoom(before, 2, 110, 220);
    assert.deepEqual(after, { x: -90, y: -180, scale: 2 });
    assert.deepEqual(zoom(after, 0.5, 110, 220), before);
  });
  it('does not zoom without end', () => {
    assert.equal(zoom({ x: 0, y: 0, scale: 4 }, 2, 0, 0).scale, 4);
    assert.equal(zoom({ x: 0, y: 0, scale: 0.1 }, 0.5, 0, 0).scale, 0.1);
  });
  it('moves only as far as a node needs', () => {
    const node = { id: 0, x: 100, y: 1000, width: 60, height: 40 };
    const view = { x: 0, y: 0, scale: 1 };
    const moved = bringIntoView(view, node, size);
    assert.deepEqual(moved, { x: 0, y: -444, scale: 1 });
    assert.equal(bringIntoView(moved, node, size), moved);
    assert.deepEqual(pan(moved, 5, 6), { x: 5, y: -438, scale: 1 });
  });
});
