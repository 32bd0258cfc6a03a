/** Properties that hold for any graph: replays repeat it, and both modes agree on its derivatives. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { forwardSweep } from '../../src/engine/forward';
import { contributionValues, reverseSweep } from '../../src/engine/gradient';
import type { EntryId, Graph } from '../../src/engine/graph';
import { Replay } from '../../src/engine/replay';
import { assertClose, draw, newGraph } from './support';

/** One step: an op, which earlier values it takes, and a position. */
type Step = readonly [op: string, first: number, second: number, position: number];

const width = 5;
const unary = ['negate', 'sin', 'cos', 'tanh', 'atan', 'sigmoid', 'asinh', 'abs'];
const binary = ['add', 'subtract', 'multiply', 'maximum', 'minimum', 'hypot', 'logaddexp'];
const moving = ['sum', 'max', 'prod', 'cumsum', 'transpose', 'gather', 'write', 'where', 'matmul'];

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.tuple(
    fc.constantFrom(...unary, ...binary, ...moving),
    fc.nat(),
    fc.nat(),
    fc.nat({ max: width * width - 1 }),
  ),
  { minLength: 1, maxLength: 25 },
);

/** Every value is a square matrix; a region is written along the way. */
function build(graph: Graph, program: readonly Step[], seed: number): [EntryId, EntryId[]] {
  const shape = [width, width];
  const inputs = [seed, seed + 1].map((own) =>
    graph.input(`x${own}`, draw(own, width * width), shape),
  );
  const values = [...inputs];
  let region = graph.apply('copy', [inputs[0]], null);
  const everything = Int32Array.from({ length: width * width }, (_, i) => i);
  for (const [op, first, second, position] of program) {
    const a = values[first % values.length];
    const b = values[second % values.length];
    const row = { axes: [1], keepDimensions: true };
    let value: EntryId;
    if (unary.includes(op)) value = graph.apply(op as 'sin', [a], null);
    else if (binary.includes(op)) value = graph.apply(op as 'add', [a, b], null);
    else if (op === 'sum' || op === 'max' || op === 'prod') {
      value = graph.apply('multiply', [graph.apply(op, [a], row), b], null);
    } else if (op === 'cumsum') value = graph.apply('cumsum', [a], { axis: position % 2 });
    else if (op === 'transpose') value = graph.apply('transpose', [a], { axes: [1, 0] });
    else if (op === 'gather') {
      const positions = everything.map((i) => (i * (position + 1)) % (width * width));
      value = graph.apply('gather', [a], { positions, shape });
    } else if (op === 'write') {
      const element = graph.apply('gather', [a], { positions: Int32Array.of(position), shape: [] });
      region = graph.apply('write', [region, element], {
        positions: Int32Array.of((position * 7) % (width * width)),
      });
      value = graph.apply('gather', [region], { positions: everything, shape });
    } else if (op === 'where') {
      value = graph.apply('where', [graph.apply('less', [a, b], null), b, a], null);
    } else value = graph.apply(op as 'matmul', [a, b], null);
    values.push(graph.apply('atan', [value], null));
  }
  const output = graph.apply('sum', [values[values.length - 1]], {
    axes: [0, 1],
    keepDimensions: false,
  });
  return [output, inputs];
}

describe('random graphs', () => {
  it('replay to identical values, sweeps included', () => {
    fc.assert(
      fc.property(steps, fc.nat({ max: 1000 }), (program, seed) => {
        const graph = newGraph();
        const [output, inputs] = build(graph, program, seed);
        const { adjoints } = reverseSweep(graph, output, null, inputs);
        const outputs = [output, ...adjoints.values()];
        const expected = outputs.map((id) => [...graph.value(id)]);
        const replay = new Replay(graph, outputs);
        for (const input of inputs) replay.input(input).fill(0.3);
        replay.run();
        for (const input of inputs) replay.input(input).set(graph.value(input));
        assert.equal(replay.run(), true);
        assert.deepEqual(
          outputs.map((id) => [...replay.value(id)]),
          expected,
        );
      }),
      { numRuns: 150 },
    );
  });

  it('replay alike where one input after the other is the only one that moves', () => {
    fc.assert(
      fc.property(steps, fc.nat({ max: 1000 }), (program, seed) => {
        const graph = newGraph();
        const [output, inputs] = build(graph, program, seed);
        const outputs = [output, ...reverseSweep(graph, output, null, inputs).adjoints.values()];
        const part = new Replay(graph, outputs);
        for (const [which, input] of inputs.entries()) {
          const moved = draw(seed + 20 + which, width * width);
          const whole = new Replay(graph, outputs);
          whole.input(input).set(moved);
          part.moveOnly(input);
          part.input(input).set(moved);
          assert.equal(part.run(), whole.run());
          assert.deepEqual(
            outputs.map((id) => [...part.value(id)]),
            outputs.map((id) => [...whole.value(id)]),
          );
          part.input(input).set(graph.value(input));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('have the same derivative forwards as backwards', () => {
    fc.assert(
      fc.property(steps, fc.nat({ max: 1000 }), (program, seed) => {
        const graph = newGraph();
        const [output, inputs] = build(graph, program, seed);
        const sweep = reverseSweep(graph, output, null, inputs);
        let expected = 0;
        let scale = 0;
        const tangents = new Map<EntryId, EntryId>();
        inputs.forEach((input, which) => {
          const direction = draw(seed + 10 + which, width * width);
          tangents.set(input, graph.constant(direction, [width, width]));
          const adjoint = sweep.adjoints.get(input);
          if (adjoint === undefined) return;
          graph.value(adjoint).forEach((slope, i) => {
            expected += slope * direction[i];
          });
        });
        for (const edge of sweep.edges) {
          for (const value of contributionValues(graph, edge)) scale += Math.abs(value);
        }
        const tangent = forwardSweep(graph, output, tangents);
        const pushed = tangent === null ? 0 : graph.number(tangent);
        assertClose([pushed], [expected], 1e-12, 1e-13 * scale);
      }),
      { numRuns: 300 },
    );
  });
});
