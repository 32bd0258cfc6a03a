/** Signatures: which choices of a graph are watched, and when they count as the same. */
import assert from 'node:assert/strict';
import type { EntryId, Graph } from '../../src/engine/graph';
import { Replay } from '../../src/engine/replay';
import { Signature } from '../../src/engine/signature';
import { newGraph } from './support';

type Row = readonly [
  name: string,
  build: (graph: Graph, x: EntryId) => EntryId,
  at: readonly number[],
  same: readonly number[],
  /** null: the point sits on a tie, which has no side of its own. */
  other: readonly number[] | null,
];

const all = { axes: [0], keepDimensions: false };

const rows: readonly Row[] = [
  ['abs', (g, x) => g.apply('abs', [x], null), [1, -2], [3, -1], [-1, -2]],
  ['abs at 0', (g, x) => g.apply('abs', [x], null), [0, 0], [-1, 1], null],
  ['maximum', (g, x) => g.apply('maximum', [x, g.scalar(1)], null), [2, 0], [3, 0.5], [0.5, 0]],
  ['a tie', (g, x) => g.apply('maximum', [x, g.scalar(1)], null), [1, 1], [2, 0], null],
  ['less', (g, x) => g.apply('less', [x, g.scalar(0)], null), [1, -1], [2, -3], [-1, -1]],
  ['max', (g, x) => g.apply('max', [x], all), [1, 5], [4, 4.5], [6, 5]],
  ['floor', (g, x) => g.apply('floor', [x], null), [1.5, 0.2], [1.9, 0.9], [2.1, 0.2]],
  ['floorMod', (g, x) => g.apply('floorMod', [x, g.scalar(2)], null), [1, 5], [1.5, 5.5], [3, 5]],
  ['smooth ops', (g, x) => g.apply('sin', [x], null), [1, 2], [-4, 9], null],
];

describe('signature', () => {
  for (const [name, build, at, same, other] of rows) {
    it(name, () => {
      const graph = newGraph();
      const x = graph.input('x', at, [at.length]);
      const output = build(graph, x);
      const signature = new Signature(graph, output);
      const replay = new Replay(graph, [output, ...signature.entries]);
      const holdsAt = (point: readonly number[]) => {
        replay.input(x).set(point);
        replay.run();
        return signature.holds(replay.values);
      };
      assert.equal(holdsAt(at), true);
      assert.equal(holdsAt(same), true);
      if (other !== null) assert.equal(holdsAt(other), false);
      assert.equal(signature.entries.size > 0, other !== null);
    });
  }
});
