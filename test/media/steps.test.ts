/** The steps of the chain rule: what is known after each, and what is said of it. */
import assert from 'node:assert/strict';
import { stepWords } from '../../media/step-words';
import { momentAt, stepsOf } from '../../media/steps';
import { graph } from '../render/samples';
import { both, chain } from './graphs';

describe('steps of the chain rule', () => {
  const [data, drawing] = both(graph);
  const steps = stepsOf(data, drawing);
  const words = steps.map((step, position) =>
    stepWords(data, drawing, step, momentAt(data, drawing, steps, position)),
  );

  it('go forward through every op, then backward', () => {
    assert.deepEqual(
      steps.map((step) => (step.kind === 'given' ? 'given' : `${step.kind} ${step.drawn.id}`)),
      ['given', 'value 2', 'value 3', 'seed 3', 'pull 3', 'pull 2'],
    );
  });

  it('are told with their numbers; several uses add up', () => {
    assert.deepEqual(words, [
      'Given: x = 3.',
      '× #2 of 3 and 2 is 6.',
      '+ #3 of 6 and 3 is 9.',
      'Backward from here: the adjoint of the output is 1.',
      '+ #3 has the adjoint 1 and hands on 1 to × #2 and 1 to x (with other uses 1 so far).',
      '× #2 has the adjoint 1 and hands on 2 to x (with other uses 3 so far).',
    ]);
  });

  it('know at first no value, at last every adjoint', () => {
    const first = momentAt(data, drawing, steps, 0);
    assert.deepEqual([...first.pending], [2, 3]);
    assert.equal(first.adjoints.size, 0);
    const last = momentAt(data, drawing, steps, steps.length - 1);
    assert.equal(last.pending.size, 0);
    for (const { id, adjoint } of graph.nodes) {
      assert.equal(last.adjoints.get(id) ?? null, adjoint);
    }
  });

  it('light the edges that they work along', () => {
    assert.deepEqual([...momentAt(data, drawing, steps, 1).edges], [0, 1]);
    assert.deepEqual([...momentAt(data, drawing, steps, 5).edges], [0]);
    assert.equal(momentAt(data, drawing, steps, 3).edges.size, 0);
  });

  it('add arrays entry by entry, and keep what JSON has no number for', () => {
    const arrays = graph.edges.map((edge) => ({
      ...edge,
      contribution: edge.contribution === null ? null : [1, 'Infinity' as const],
    }));
    const [some, whole] = both({ ...graph, edges: arrays });
    const { adjoints } = momentAt(some, whole, stepsOf(some, whole), steps.length - 1);
    assert.deepEqual(adjoints.get(0), [2, 'Infinity']);
  });

  it('count twice the ops and two more', () => {
    assert.equal(stepsOf(...both(chain(100))).length, 2 * 99 + 2);
  });
});
