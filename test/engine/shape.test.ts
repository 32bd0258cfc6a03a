/** Shapes: what fits together, and what it becomes. */
import assert from 'node:assert/strict';
import {
  broadcastRuns,
  broadcastShapes,
  broadcastsTo,
  concatenateShape,
  matmulShape,
  normalizeAxes,
  normalizeAxis,
  reduceShape,
  reductionRuns,
  showShape,
  sizeOf,
  stridedPositions,
  stridesOf,
} from '../../src/engine/shape';

describe('shapes', () => {
  const rows: readonly [name: string, actual: unknown, expected: unknown][] = [
    ['size', [sizeOf([]), sizeOf([2, 3]), sizeOf([2, 0])], [1, 6, 0]],
    ['strides', stridesOf([2, 3, 4]), [12, 4, 1]],
    ['show', [[], [4], [2, 3]].map(showShape), ['()', '(4,)', '(2, 3)']],
    ['broadcast equal', broadcastShapes([2, 3], [2, 3]), [2, 3]],
    ['broadcast scalar', broadcastShapes([], [2, 3]), [2, 3]],
    ['broadcast ones', broadcastShapes([2, 1], [4, 1, 3]), [4, 2, 3]],
    ['broadcast empty', broadcastShapes([1], [0]), [0]],
    ['broadcast misfit', broadcastShapes([2, 3], [2]), null],
    ['broadcasts to', [broadcastsTo([3], [2, 3]), broadcastsTo([2, 3], [3])], [true, false]],
    ['matmul', matmulShape([2, 3], [3, 4]), [2, 4]],
    ['matmul stacks', matmulShape([5, 1, 2, 3], [6, 3, 4]), [5, 6, 2, 4]],
    ['matmul misfit', [matmulShape([2, 3], [2, 3]), matmulShape([3], [3, 2])], [null, null]],
    ['matmul stack misfit', matmulShape([2, 2, 2], [3, 2, 2]), null],
    ['axis', [normalizeAxis(-1, 3), normalizeAxis(3, 3), normalizeAxis(-4, 3)], [2, null, null]],
    ['fractional axis', normalizeAxis(0.5, 3), null],
    ['axes', normalizeAxes([-1, 0], 3), [0, 2]],
    ['all axes', normalizeAxes(null, 2), [0, 1]],
    ['repeated axes', normalizeAxes([1, -1], 2), null],
    ['reduce', reduceShape([2, 3, 4], [0, 2], false), [3]],
    ['reduce, kept', reduceShape([2, 3, 4], [0, 2], true), [1, 3, 1]],
    [
      'concatenate',
      concatenateShape(
        [
          [2, 1],
          [2, 3],
        ],
        1,
      ),
      [2, 4],
    ],
    [
      'concatenate misfit',
      concatenateShape(
        [
          [2, 1],
          [3, 1],
        ],
        1,
      ),
      null,
    ],
    ['concatenate nothing', concatenateShape([], 0), null],
    ['positions', [...stridedPositions([2, 3], [1, 2])], [0, 2, 4, 1, 3, 5]],
    ['positions of a scalar', [...stridedPositions([], [], 7)], [7]],
  ];
  for (const [name, actual, expected] of rows) {
    it(name, () => assert.deepEqual(actual, expected));
  }

  it('are walked in rows as long as the operands allow', () => {
    const runs = broadcastRuns([2, 3, 4], [[2, 3, 4], [4], [2, 1, 1]]);
    assert.deepEqual([runs.count, runs.steps], [4, [1, 1, 0]]);
    assert.deepEqual(
      runs.starts.map((starts) => [...starts]),
      [
        [0, 4, 8, 12, 16, 20],
        [0, 0, 0, 0, 0, 0],
        [0, 0, 0, 1, 1, 1],
      ],
    );
    assert.equal(broadcastRuns([2, 3, 4], [[2, 3, 4], []]).count, 24);
    const sums = reductionRuns([2, 3, 4], [1, 2]);
    assert.deepEqual([sums.count, sums.inner, [...sums.starts]], [12, true, [0, 1]]);
    const columns = reductionRuns([2, 3, 4], [0]);
    assert.deepEqual([columns.count, columns.inner, [...columns.starts]], [12, false, [0, 0]]);
  });
});
