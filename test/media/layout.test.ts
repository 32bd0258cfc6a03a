/** The drawing's layout: every node placed, none on another, inputs on top and in order, always the same. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mostNodes } from '../../media/groups';
import { type Layout, layoutGraph } from '../../media/layout';
import { countCrossings } from '../../media/order';
import type { GraphReport } from '../../src/check/graph-report';
import { chain, drawn, graphOf, type Op } from './graphs';

function overlaps({ nodes }: Layout): [number, number][] {
  return nodes.flatMap((one, position) =>
    nodes
      .slice(position + 1)
      .filter(
        (other) =>
          Math.abs(one.x - other.x) < (one.width + other.width) / 2 &&
          Math.abs(one.y - other.y) < (one.height + other.height) / 2,
      )
      .map((other): [number, number] => [one.id, other.id]),
  );
}

function assertDrawable(report: GraphReport): Layout {
  const layout = layoutGraph(drawn(report));
  assert.deepEqual(
    layout.nodes.map(({ id }) => id),
    report.nodes.map(({ id }) => id),
  );
  assert.equal(layout.edges.length, report.edges.length);
  assert.deepEqual(overlaps(layout), []);
  for (const { x, y, width, height } of layout.nodes) {
    assert.ok(x - width / 2 >= 0 && x + width / 2 <= layout.width, 'inside from left to right');
    assert.ok(y - height / 2 >= 0 && y + height / 2 <= layout.height, 'inside from top to bottom');
  }
  const place = new Map(layout.nodes.map((node) => [node.id, node]));
  for (const { from, to } of report.edges) {
    assert.ok(place.get(from)!.y < place.get(to)!.y, 'edges run down');
  }
  return layout;
}

/** x * sin(y) + x ** 2 */
const product = graphOf(['x', 'y'], ['sin y', '* x 2', '2', '** x 4', '+ 3 5']);

describe('layout', () => {
  it('places a small graph, inputs on top and in the order written', () => {
    const { nodes } = assertDrawable(product);
    const [x, y, ...others] = nodes;
    const top = ({ y, height }: (typeof nodes)[number]) => y - height / 2;
    assert.equal(top(x), top(y));
    assert.ok(x.x < y.x);
    assert.ok(others.every((node) => top(node) > top(x)));
  });

  it('is the same for the same graph', () => {
    assert.deepEqual(layoutGraph(drawn(product)), layoutGraph(drawn(structuredClone(product))));
  });

  it('keeps its order when only numbers change', () => {
    const other = { ...product, nodes: product.nodes.map((node) => ({ ...node, value: 0.5 })) };
    const order = (report: GraphReport) =>
      layoutGraph(drawn(report))
        .nodes.toSorted((one, two) => one.y - two.y || one.x - two.x)
        .map(({ id }) => id);
    assert.deepEqual(order(other), order(product));
  });

  it('draws both edges of x * x', () => {
    const { edges } = assertDrawable(graphOf(['x'], ['* x x']));
    assert.equal(new Set(edges.map(({ path }) => path)).size, 2);
  });

  it('places a single node', () => {
    assertDrawable(graphOf(['x'], []));
  });

  it('places the longest chain that is drawn', () => {
    assertDrawable(chain(mostNodes));
  });

  it('places any graph', () => {
    const operation = fc.tuple(fc.nat(), fc.option(fc.nat())).map(
      ([first, second]): Op =>
        (names) => {
          const argument = (position: number) => names[position % names.length];
          return second === null
            ? `sin ${argument(first)}`
            : `+ ${argument(first)} ${argument(second)}`;
        },
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }),
        fc.array(operation, { maxLength: 15 }),
        (inputs, operations) => {
          assertDrawable(graphOf(inputs, operations));
        },
      ),
      { numRuns: 30, seed: 7 },
    );
  });
});

describe('crossings', () => {
  // Two layers of two; `ties` from the upper to the lower ones.
  const check = (name: string, down: readonly (readonly number[])[], expected: number) =>
    it(name, () => {
      const order = [
        [0, 1],
        [2, 3],
      ];
      assert.equal(countCrossings(order, [...down, [], []], [0, 1, 0, 1]), expected);
    });
  check('ties that cross', [[3], [2]], 1);
  check('ties side by side', [[2], [3]], 0);
  check('ties that meet at an end', [[2, 3], [3]], 0);
  check(
    'every one with every one',
    [
      [2, 3],
      [2, 3],
    ],
    1,
  );
});
