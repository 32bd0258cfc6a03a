/** Arrays as grids of cells. */
import assert from 'node:assert/strict';
import { heatOf } from '../../media/heat';

const most = { rows: 48, columns: 48 };

describe('heat map', () => {
  it('of a scalar or nothing is none', () => {
    assert.equal(heatOf(3, [], most), null);
    assert.equal(heatOf([], [0], most), null);
  });

  it('of a vector is one row, coloured against its largest entry', () => {
    const heat = heatOf([1, -4, 'NaN', '-Infinity'], [4], most)!;
    assert.deepEqual([heat.rows, heat.columns, heat.largest, heat.cut], [1, 4, 4, false]);
    assert.deepEqual(
      heat.cells.map(({ share }) => share),
      [0.25, -1, 0, 0],
    );
  });

  it('of more axes stands one matrix below the other, each cell with its index', () => {
    const cube = [
      [
        [1, 2],
        [3, 4],
      ],
      [
        [5, 6],
        [7, 8],
      ],
      [
        [9, 10],
        [11, 12],
      ],
    ];
    const heat = heatOf(cube, [3, 2, 2], most)!;
    assert.deepEqual(heat.gaps, [2, 4]);
    const cell = heat.cells.find(({ value }) => value === 10);
    assert.deepEqual([cell?.index, cell?.row, cell?.column], [[2, 0, 1], 4, 1]);
  });

  it('of a large array shows its beginning and says so', () => {
    const large = Array.from({ length: 60 }, () => Array.from({ length: 3 }, () => 0));
    const heat = heatOf(large, [60, 3], most)!;
    assert.deepEqual([heat.rows, heat.cells.length, heat.cut], [48, 144, true]);
  });
});
