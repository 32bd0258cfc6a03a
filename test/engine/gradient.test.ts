/** The reverse sweep: targets, seeds, edges, regions written in place, and its cost. */
import assert from 'node:assert/strict';
import { forwardSweep } from '../../src/engine/forward';
import { contributionValues, reverseSweep } from '../../src/engine/gradient';
import type { EntryId, Graph } from '../../src/engine/graph';
import { contributionScale, roundingNoise } from '../../src/engine/noise';
import { assertClose, draw, newGraph } from './support';

const at = (...positions: number[]) => Int32Array.from(positions);

function read(graph: Graph, array: EntryId, position: number): EntryId {
  return graph.apply('gather', [array], { positions: at(position), shape: [] });
}

function set(graph: Graph, region: EntryId, position: number, value: EntryId): EntryId {
  return graph.apply('write', [region, value], { positions: at(position) });
}

describe('reverseSweep', () => {
  it('gives the adjoint of the output, of what lies between, and of the target', () => {
    const graph = newGraph();
    const x = graph.input('x', [3], []);
    const square = graph.apply('multiply', [x, x], null);
    const output = graph.apply('sin', [square], null);
    const { adjoints, edges } = reverseSweep(graph, output, null, [x]);
    assert.deepEqual([...adjoints.keys()], [output, square, x]);
    assertClose([graph.number(adjoints.get(x)!)], [6 * Math.cos(9)], 1e-15);
    assert.deepEqual(
      edges.map(({ from, to, argument }) => [from, to, argument]),
      [
        [square, output, 0],
        [x, square, 0],
        [x, square, 1],
      ],
    );
  });

  it('takes an intermediate value or a constant for a target', () => {
    const graph = newGraph();
    const x = graph.input('x', [3], []);
    const middle = graph.apply('exp', [x], null);
    const factor = graph.scalar(5);
    const output = graph.apply('multiply', [middle, factor], null);
    const { adjoints } = reverseSweep(graph, output, null, [middle, factor]);
    assert.equal(adjoints.has(x), false);
    assert.equal(graph.number(adjoints.get(middle)!), 5);
    assert.equal(graph.number(adjoints.get(factor)!), Math.exp(3));
  });

  it('gives the seed back where the output is the target', () => {
    const graph = newGraph();
    const x = graph.input('x', [1, 2], [2]);
    const { adjoints, edges } = reverseSweep(graph, x, null, [x]);
    assert.deepEqual([...graph.value(adjoints.get(x)!)], [1, 1]);
    assert.equal(edges.length, 0);
  });

  it('starts from a seed in the shape of the output', () => {
    const graph = newGraph();
    const x = graph.input('x', [1, 2, 3], [3]);
    const output = graph.apply('multiply', [x, x], null);
    const seed = graph.constant([1, 10, 0], [3]);
    const { adjoints } = reverseSweep(graph, output, seed, [x]);
    assert.deepEqual([...graph.value(adjoints.get(x)!)], [2, 40, 0]);
  });

  it('has no adjoint where no gradient flows, and a zero one where a zero flows', () => {
    const graph = newGraph();
    const x = graph.input('x', [1.5], []);
    const floor = graph.apply('floor', [x], null);
    const output = graph.apply('multiply', [x, graph.scalar(0)], null);
    assert.equal(reverseSweep(graph, floor, null, [x]).adjoints.size, 0);
    assert.equal(graph.number(reverseSweep(graph, output, null, [x]).adjoints.get(x)!), 0);
    assert.equal(forwardSweep(graph, floor, new Map([[x, graph.scalar(1)]])), null);
  });

  it('does not follow integers', () => {
    const graph = newGraph();
    const x = graph.input('x', [2.5], []);
    const whole = graph.apply('cast', [x], { type: 'int' });
    const output = graph.apply('multiply', [whole, graph.scalar(2, 'int')], null);
    assert.equal(graph.entry(output).active, false);
    assert.equal(reverseSweep(graph, output, null, [x]).adjoints.size, 0);
  });

  it('is as long a chain as it likes: nothing recurses', () => {
    const graph = newGraph();
    const x = graph.input('x', [1], []);
    let value = x;
    for (let i = 0; i < 50_000; i++) value = graph.apply('add', [value, x], null);
    const { adjoints } = reverseSweep(graph, value, null, [x]);
    assert.equal(graph.number(adjoints.get(x)!), 50_001);
  });

  it('names the op whose rule breaks its promise', () => {
    const graph = newGraph();
    const x = graph.input('x', [1, 2], [2]);
    const output = graph.apply('sin', [x], null);
    const seed = graph.constant([1, 1, 1, 1], [2, 2]);
    assert.throws(() => reverseSweep(graph, output, seed, [x]), /^Error: sin: contribution 0/);
  });
});

describe('regions in the sweep', () => {
  it('give what was written its part and what was there before nothing', () => {
    const graph = newGraph();
    const x = graph.input('x', [5, 6, 7], [3]);
    const a = graph.input('a', [2], []);
    const first = graph.apply('copy', [x], null);
    const before = read(graph, first, 1);
    const second = set(graph, first, 1, a);
    const after = read(graph, second, 1);
    const last = read(graph, second, 2);
    const product = graph.apply('multiply', [before, after], null);
    const output = graph.apply('multiply', [product, last], null);
    assert.equal(graph.number(output), 84);
    const { adjoints } = reverseSweep(graph, output, null, [x, a]);
    assert.deepEqual([...graph.value(adjoints.get(x)!)], [0, 14, 12]);
    assert.equal(graph.number(adjoints.get(a)!), 42);
  });

  it('keep the adjoint of a version that is a target', () => {
    const graph = newGraph();
    const a = graph.input('a', [2], []);
    const empty = graph.apply('copy', [graph.constant([1, 1], [2])], null);
    const first = set(graph, empty, 0, a);
    const early = read(graph, first, 0);
    const second = set(graph, first, 0, graph.apply('multiply', [early, early], null));
    const output = graph.apply('multiply', [read(graph, second, 0), graph.scalar(3)], null);
    const { adjoints } = reverseSweep(graph, output, null, [first, second, a]);
    assert.deepEqual([...graph.value(adjoints.get(second)!)], [3, 0]);
    assert.deepEqual([...graph.value(adjoints.get(first)!)], [12, 0]);
    assert.equal(graph.number(adjoints.get(a)!), 12);
  });

  it('tell which positions a read contributed to', () => {
    const graph = newGraph();
    const x = graph.input('x', draw(1, 20), [20]);
    const one = graph.apply('gather', [x], { positions: at(3, 3, 4), shape: [3] });
    const two = graph.apply('gather', [x], { positions: at(4, 0, 19), shape: [3] });
    const product = graph.apply('multiply', [one, two], null);
    const sweep = reverseSweep(graph, product, null, [x]);
    const parts = sweep.edges.filter(({ from }) => from === x);
    assert.deepEqual(
      parts.map(({ to, positions }) => [to, [...positions!]]),
      [
        [two, [4, 0, 19]],
        [one, [3, 3, 4]],
      ],
    );
    const total = new Float64Array(20);
    for (const part of parts) {
      contributionValues(graph, part).forEach((value, i) => {
        total[i] += value;
      });
    }
    assert.deepEqual(total, graph.value(sweep.adjoints.get(x)!));
    const [x0, x3, x4, x19] = [0, 3, 4, 19].map((position) => graph.value(x)[position]);
    assertClose([total[0], total[3], total[4], total[19]], [x3, x4 + x0, x3 + x19, x4], 1e-15);
  });

  it('cost as much backwards as forwards, element by element', () => {
    const loop = (count: number) => {
      const graph = newGraph();
      const x = graph.input('x', draw(2, count), [count]);
      let region = graph.apply('copy', [graph.constant(new Float64Array(count), [count])], null);
      for (let i = 0; i < count; i++) {
        region = set(graph, region, i, graph.apply('sin', [read(graph, x, i)], null));
      }
      let sum: EntryId = graph.scalar(0);
      for (let i = 0; i < count; i++) {
        sum = graph.apply('add', [sum, read(graph, region, i)], null);
      }
      const before = graph.arena.length;
      const { adjoints } = reverseSweep(graph, sum, null, [x]);
      const gradient = graph.value(adjoints.get(x)!);
      assertClose(gradient, graph.value(x).map(Math.cos), 1e-15);
      const entries = graph.entries.length;
      const tangent = graph.constant(new Float64Array(count).fill(1), [count]);
      const pushed = forwardSweep(graph, sum, new Map([[x, tangent]]))!;
      assertClose([graph.number(pushed)], [gradient.reduce((a, b) => a + b)], 1e-12);
      return { entries, numbers: graph.arena.length / before };
    };
    const half = loop(10_000);
    const whole = loop(20_000);
    assert.ok(whole.entries < 2.01 * half.entries);
    assert.ok(whole.numbers <= 8);
  }).timeout(20_000);
});

describe('noise', () => {
  it('sees cancellation in a sum of scalars and in a reduction', () => {
    const graph = newGraph();
    const x = graph.input('x', [1e16, 1, -1e16], [3]);
    const sum = graph.apply('sum', [x], { axes: [0], keepDimensions: false });
    const reduced = roundingNoise(graph, reverseSweep(graph, sum, null, [x]), sum);
    assert.ok(reduced >= 2 && reduced <= 10, `${reduced}`);
    const [a, b, c] = [0, 1, 2].map((position) => read(graph, x, position));
    const partial = graph.apply('add', [a, b], null);
    const total = graph.apply('add', [partial, c], null);
    const scalar = roundingNoise(graph, reverseSweep(graph, total, null, [x]), total);
    assert.ok(scalar >= 1 && scalar <= 3, `${scalar}`);
  });

  it('is the size of the last digit for a plain function', () => {
    const graph = newGraph();
    const x = graph.input('x', [1], []);
    const y = graph.apply('exp', [x], null);
    assert.equal(roundingNoise(graph, reverseSweep(graph, y, null, [x]), y), 2 ** -52 * Math.E);
  });

  it('ignores what only moves numbers', () => {
    const graph = newGraph();
    const x = graph.input('x', [1, 2], [2]);
    const y = graph.apply('reshape', [x], { shape: [2, 1] });
    assert.equal(roundingNoise(graph, reverseSweep(graph, y, null, [x]), y), 0);
  });

  it('adds up contributions that cancel', () => {
    const graph = newGraph();
    const x = graph.input('x', [1, 2], [2]);
    const twice = graph.apply('multiply', [x, graph.scalar(2)], null);
    const output = graph.apply('subtract', [graph.apply('add', [x, x], null), twice], null);
    const sweep = reverseSweep(graph, output, null, [x]);
    assert.deepEqual([...graph.value(sweep.adjoints.get(x)!)], [0, 0]);
    assert.deepEqual([...contributionScale(graph, sweep, x)], [4, 4]);
  });
});
