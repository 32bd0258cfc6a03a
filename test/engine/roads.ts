/** What tests of replays share: the same program by rows, compiled and recorded anew, to the bit. */
import assert from 'node:assert/strict';
import type { EntryId, Graph } from '../../src/engine/graph';
import type { OpName } from '../../src/engine/op';
import { Replay } from '../../src/engine/replay';
import { Code } from '../../src/engine/scalar-codes';
import { operandCount } from '../../src/engine/scalar-instructions';
import { applyAny, newGraph } from './support';

/** Where functions of numbers are wont to differ. */
export const special = [0, -0, 1, -1, 2, 0.5, -0.5, 1.5, -2.5, 3, 0.7, -1e-9, 40, 1e300, -1e300];
special.push(5e-324, -5e-324, 2 ** -1022, Infinity, -Infinity, Number.NaN, 2 ** 53, Math.PI);

/** The ops that a row computes: the names of the codes. */
export const scalarOps = Object.keys(Code).filter((name) => /^(?!call$|move$)[a-z]/i.test(name));

/** One element of an array or region, as a number. */
export const element = (graph: Graph, from: EntryId, position: number) =>
  graph.apply('gather', [from], { positions: Int32Array.of(position), shape: [] });

/** Makes entries from the elements of one input; returns the outputs. */
export type Build = (
  graph: Graph,
  elements: readonly EntryId[],
  input: EntryId,
) => readonly EntryId[];

/** The program of `build` on a graph of its own. */
export function recorded(build: Build, data: ArrayLike<number>) {
  const graph = newGraph();
  const input = graph.input('x', data, [data.length]);
  const elements = Array.from(data, (_, i) => element(graph, input, i));
  return { graph, input, outputs: build(graph, elements, input) };
}

const valuesIn = (graph: Graph, ids: readonly EntryId[]) => ids.map((id) => [...graph.value(id)]);

/**
 * Recorded at one point and replayed at another, by rows and compiled, against a graph that is
 * recorded there. Returns whether the pins stayed.
 */
export function checkRoads(build: Build, from: ArrayLike<number>, to: ArrayLike<number>): boolean {
  const { graph, input, outputs } = recorded(build, from);
  const there = recorded(build, to);
  const expected = valuesIn(there.graph, there.outputs);
  const kept = graph.pins.every(({ entry }, i) => {
    const other = there.graph.value(there.graph.pins[i].entry);
    return graph.value(entry).every((value, at) => Object.is(value, other[at]));
  });
  for (const runsByRows of [Infinity, 0]) {
    const replay = new Replay(graph, outputs, graph.pins, runsByRows);
    // Twice, with the recorded point between: nothing may be left over from a run.
    for (const data of [to, from, to]) {
      replay.input(input).set(Array.from(data));
      assert.equal(replay.run(), data === from || kept);
    }
    assert.equal(replay.compiled, runsByRows === 0);
    const actual = outputs.map((id) => [...replay.value(id)]);
    assert.deepEqual(actual, expected);
  }
  return kept;
}

/** An op without parameters whose name comes from a table. */
export const applied = (graph: Graph, ids: readonly EntryId[], op: string) =>
  applyAny(graph, op as OpName, ids, null);

/** How many operands the row of an op takes. */
export const operandsOf = (op: string) =>
  operandCount[(Code as unknown as Record<string, Code>)[op]];
