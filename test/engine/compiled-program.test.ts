/** Compiled replays give the bits of the ops' own kernels, also split and mixed, or not at all. */
import assert from 'node:assert/strict';
import { Replay } from '../../src/engine/replay';
import {
  applied,
  type Build,
  checkRoads,
  element,
  operandsOf,
  recorded,
  scalarOps,
  special,
} from './roads';
import { draw, newGraph } from './support';

describe('A compiled replay', () => {
  for (const op of scalarOps) {
    it(`gives the same bits as the kernel of ${op}`, () => {
      const build: Build = (graph, elements) => {
        const constants = special.map((value) => graph.scalar(value));
        const count = operandsOf(op);
        if (count === 1) return elements.map((x) => applied(graph, [x], op));
        const third = count === 3 ? [elements[4]] : [];
        return special.flatMap((_, i) =>
          special.flatMap((_, j) => [
            applied(graph, [elements[i], elements[j], ...third], op),
            applied(graph, [elements[i], constants[j], ...third], op),
            applied(graph, [constants[i], elements[j], ...third], op),
          ]),
        );
      };
      checkRoads(
        build,
        special.map(() => 0.25),
        special,
      );
    });
  }

  it('copies an input that is an output as well', () => {
    const build: Build = (graph, elements, input) => {
      const copies = elements.map((x) => graph.apply('reshape', [x], { shape: [] }));
      return [...copies, input, elements[3], ...elements.map((x) => applied(graph, [x], 'negate'))];
    };
    checkRoads(
      build,
      special.map(() => 0.25),
      special,
    );
  });

  it('compares pins as Object.is does', () => {
    const build: Build = (graph, elements) =>
      elements.map((x) => {
        const value = applied(graph, [x], 'negate');
        graph.pin(value, null);
        return value;
      });
    for (let i = 0; i < special.length; i++) {
      for (const value of special) {
        const to = special.slice();
        to[i] = value;
        assert.equal(checkRoads(build, special, to), Object.is(value, special[i]));
      }
    }
  });

  it('compares the pins of kernels, of few rows and of inputs as well', () => {
    const build =
      (pinned: number): Build =>
      (graph, elements, input) => {
        const long = elements.map((x) => applied(graph, [x], 'negate'));
        const whole = applied(graph, [input], 'negate');
        const few = applied(graph, [element(graph, whole, 0)], 'negate');
        const after = applied(graph, [whole], 'negate');
        graph.pin([input, long[3], whole, few, after][pinned], null);
        return [few, after, ...long];
      };
    const from = Array.from({ length: 20 }, (_, i) => i);
    for (let pinned = 0; pinned < 5; pinned++) {
      assert.equal(checkRoads(build(pinned), from, from), true);
      assert.equal(
        checkRoads(
          build(pinned),
          from,
          from.map((value) => value + 1),
        ),
        false,
      );
      const last = from.with(19, 7);
      assert.equal(checkRoads(build(pinned), from, last), pinned === 1 || pinned === 3);
    }
  });

  it('is split where it is too long for one function', () => {
    const build: Build = (graph, elements) => {
      const values = Array.from({ length: 9000 }, (_, i) =>
        applied(graph, [elements[i % 3], graph.scalar(i)], i % 2 === 0 ? 'multiply' : 'atan2'),
      );
      let sum = elements[0];
      for (const value of values.toReversed()) sum = applied(graph, [sum, value], 'subtract');
      graph.pin(applied(graph, [values[17], sum], 'less'), null);
      for (let i = 0; i < 60000; i++) sum = applied(graph, [sum, elements[1]], 'add');
      return [sum, values[3], values[8999]];
    };
    checkRoads(build, [1, 2, 3], [1.1, 2.3, 3.7]);
  });

  it('goes on by rows without WebAssembly', () => {
    const build: Build = (graph, elements) => elements.map((x) => applied(graph, [x], 'exp'));
    const { graph, input, outputs } = recorded(build, special);
    const given = globalThis.WebAssembly;
    const refuses = class {
      constructor() {
        throw new given.CompileError('refused by a content policy');
      }
    };
    for (const WebAssembly of [undefined, { Memory: given.Memory, Module: refuses }]) {
      Object.assign(globalThis, { WebAssembly });
      try {
        const replay = new Replay(graph, outputs, [], 0);
        replay.input(input).fill(3);
        assert.equal(replay.run(), true);
        assert.equal(replay.run(), true);
        assert.equal(replay.compiled, false);
        assert.equal(replay.value(outputs[5])[0], Math.exp(3));
      } finally {
        Object.assign(globalThis, { WebAssembly: given });
      }
    }
  });

  it('begins after as many runs as pay, and shows no seam', () => {
    const build: Build = (graph, elements) => elements.map((x) => applied(graph, [x], 'sin'));
    const { graph, input, outputs } = recorded(build, draw(1, 2000));
    const replay = new Replay(graph, outputs);
    const region = replay.input(input);
    const output = replay.value(outputs[7]);
    let runs = 0;
    for (; !replay.compiled && runs < 10000; runs++) {
      region.fill(runs);
      replay.run();
      assert.equal(output[0], Math.sin(runs));
    }
    assert.ok(runs > 100 && runs < 1000, `${runs} runs`);
  });

  it('never begins where stretches between kernels are short', () => {
    const graph = newGraph();
    const x = graph.input('x', draw(1, 30), [30]);
    let value = element(graph, x, 0);
    for (let i = 0; i < 1000; i++) {
      const axes = { axes: [0], keepDimensions: false };
      for (let k = 0; k < 12; k++) value = applied(graph, [value, value], 'atan2');
      value = graph.apply('sum', [applied(graph, [x, value], 'multiply')], axes);
    }
    const replay = new Replay(graph, [value]);
    for (let run = 0; run < 300; run++) replay.run();
    assert.equal(replay.compiled, false);
  });
});
