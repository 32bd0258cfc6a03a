/** Replays: same bits on the same inputs, new values on new ones, pins, regions, sweeps. */
import assert from 'node:assert/strict';
import { reverseSweep } from '../../src/engine/gradient';
import type { EntryId, Graph } from '../../src/engine/graph';
import type { OpName } from '../../src/engine/op';
import { Replay } from '../../src/engine/replay';
import cases from '../reference/ops.json';
import { type ArrayData, applyAny, newGraph } from './support';

const at = (...positions: number[]) => Int32Array.from(positions);

/** Records `build` at one point and replays it at another. */
function replayed(
  build: (graph: Graph, x: EntryId) => EntryId,
  from: number[],
  to: number[],
): { same: boolean; value: number[] } {
  const graph = newGraph();
  const x = graph.input('x', from, [from.length]);
  const output = build(graph, x);
  const replay = new Replay(graph, [output]);
  replay.input(x).set(to);
  const same = replay.run();
  return { same, value: [...replay.value(output)] };
}

const element = (graph: Graph, x: EntryId, position: number) =>
  graph.apply('gather', [x], { positions: at(position), shape: [] });

describe('Replay', () => {
  it('computes with new inputs and leaves the graph alone', () => {
    const graph = newGraph();
    const x = graph.input('x', [2], []);
    const y = graph.apply('exp', [x], null);
    const replay = new Replay(graph, [y]);
    replay.input(x)[0] = 3;
    assert.equal(replay.run(), true);
    assert.equal(replay.value(y)[0], Math.exp(3));
    assert.equal(graph.number(y), Math.exp(2));
  });

  it('tells when a pinned value changes', () => {
    const branch = (graph: Graph, x: EntryId) => {
      const positive = graph.apply('greater', [x, graph.scalar(0)], null);
      graph.pin(positive, null);
      return graph.apply('multiply', [x, graph.scalar(2)], null);
    };
    assert.deepEqual(replayed(branch, [1], [2]), { same: true, value: [4] });
    assert.equal(replayed(branch, [1], [-2]).same, false);
  });

  it('takes NaN for equal to NaN, and -0 for another value than 0', () => {
    const root = (graph: Graph, x: EntryId) => {
      const value = graph.apply('sqrt', [x], null);
      graph.pin(value, null);
      return value;
    };
    assert.equal(replayed(root, [-1], [-2]).same, true);
    assert.equal(replayed(root, [0], [-0]).same, false);
  });

  it('counts pins behind the output, unless they belong to a later run', () => {
    const graph = newGraph();
    const x = graph.input('x', [1], []);
    const y = graph.apply('sin', [x], null);
    graph.pin(graph.apply('greater', [x, graph.scalar(0)], null), null);
    const outcome = (replay: Replay) => {
      replay.input(x)[0] = -1;
      return replay.run();
    };
    assert.equal(outcome(new Replay(graph, [y])), false);
    assert.equal(outcome(new Replay(graph, [y], [])), true);
  });

  it('writes regions again from the start, what does not vary included', () => {
    const loop = (graph: Graph, x: EntryId) => {
      let region = graph.apply('copy', [graph.constant([1, 2, 3], [3])], null);
      region = graph.apply('write', [region, graph.scalar(7)], { positions: at(1) });
      const first = element(graph, region, 1);
      const product = graph.apply('multiply', [first, element(graph, x, 0)], null);
      region = graph.apply('write', [region, product], { positions: at(1) });
      region = graph.apply('write', [region, graph.scalar(9)], { positions: at(2) });
      return graph.apply('gather', [region], { positions: at(0, 1, 2), shape: [3] });
    };
    assert.deepEqual(replayed(loop, [1], [10]).value, [1, 70, 9]);
    assert.deepEqual(replayed(loop, [1], [1]).value, [1, 7, 9]);
  });

  it('runs again and again with the same result', () => {
    const graph = newGraph();
    const x = graph.input('x', [1, 2], [2]);
    let region = graph.apply('copy', [x], null);
    const sum = graph.apply('add', [element(graph, region, 0), element(graph, region, 1)], null);
    region = graph.apply('write', [region, sum], { positions: at(0) });
    const output = graph.apply('multiply', [element(graph, region, 0), sum], null);
    const replay = new Replay(graph, [output]);
    const results = [0, 1, 2].map(() => {
      replay.run();
      return replay.value(output)[0];
    });
    assert.deepEqual(results, [9, 9, 9]);
  });

  it('follows a recorded sweep', () => {
    const graph = newGraph();
    const x = graph.input('x', [2], []);
    const cube = graph.apply('power', [x, graph.scalar(3)], null);
    const slope = reverseSweep(graph, cube, null, [x]).adjoints.get(x)!;
    const bend = reverseSweep(graph, slope, null, [x]).adjoints.get(x)!;
    const replay = new Replay(graph, [cube, slope, bend]);
    replay.input(x)[0] = 5;
    replay.run();
    assert.deepEqual(
      [cube, slope, bend].map((id) => replay.value(id)[0]),
      [125, 75, 30],
    );
  });

  it('gives the same bits as every op, for one number as for many', () => {
    for (const { op, inputs, parameters } of cases as unknown as {
      op: OpName;
      inputs: ArrayData[];
      parameters: { positions?: number[] } | null;
    }[]) {
      const given = parameters?.positions
        ? { ...parameters, positions: Int32Array.from(parameters.positions) }
        : parameters;
      checkBits(op, inputs, given);
      const first = inputs.map(({ data, type }) => ({ data: data.slice(0, 1), shape: [], type }));
      if (parameters === null && !matrices.includes(op)) checkBits(op, first, null);
    }
  });
});

/** They take no single numbers. */
const matrices: readonly OpName[] = ['matmul', 'eigenvalues', 'eigenvectors'];

/** Recorded on other numbers, then replayed: every bit must come from the replay. */
function checkBits(op: OpName, inputs: readonly ArrayData[], parameters: unknown): void {
  const graph = newGraph();
  const ids = inputs.map(({ data, shape, type }) => {
    const input = graph.input('x', data.map(Number), shape);
    return type === 'float' ? input : graph.apply('cast', [input], { type });
  });
  const output = applyAny(graph, op, ids, parameters);
  const expected = graph.value(output).slice();
  // The next numbers in the arena: a kernel that writes too much shows here.
  const neighbour = graph.scalar(42);
  const replay = new Replay(graph, [output, neighbour]);
  replay.value(output).fill(0.123);
  replay.run();
  const actual = replay.value(output);
  assert.deepEqual([...actual], [...expected], op);
  assert.equal(replay.value(neighbour)[0], 42, op);
}
