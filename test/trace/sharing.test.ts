/** The same part of an array, read by the same text in every round of a loop, is one entry of the graph. */
import assert from 'node:assert/strict';
import { python, run } from './python';

describe('reading parts of an array', () => {
  it('makes an entry once, and another one after a write and for another place', async () => {
    const text = [
      'import numpy as np',
      'w = np.ones((3, 4))',
      'total = 0.0',
      'for k in range(6):',
      '    total = total + np.sum(w[k % 3] * k)',
      'before = w[0] + w[1:2]',
      'w[0, 0] = 5.0',
      'for k in range(6):',
      '    total = total + np.sum(w[k % 3] * k)',
    ].join('\n');
    const { machine } = run(await python(), text);
    const read = machine.graph.entries.filter(({ op }) => op === 'gather');
    const lines = read.map(({ place }) => text.slice(0, place?.start ?? 0).split('\n').length);
    assert.deepEqual(lines, [5, 5, 5, 6, 6, 9, 9, 9]);
  });
});
