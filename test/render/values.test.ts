/** The numbers to copy and the lines to compare: every digit, an entry a line. */
import assert from 'node:assert/strict';
import { difference, valuesText } from '../../src/render/values';
import { parameter, target, wrong } from './samples';

describe('values', () => {
  it('are written with every digit', () => {
    const third = parameter({ analytic: 1 / 3, numeric: 0.33333333333333, numericError: 2e-12 });
    assert.equal(
      valuesText(target({ parameters: [third] })),
      'f: correct\nx = 3\nvalue = 9\nd/dx analytic = 0.3333333333333333\nd/dx numeric = 0.33333333333333 ± 2e-12\n',
    );
  });

  it('of a written gradient stand beside them', () => {
    assert.match(valuesText(wrong), /^f: mismatch\n.*d\/dx written = 9\n$/s);
  });

  it('are compared entry by entry where they are not the same', () => {
    const matrix = parameter({
      name: 'W',
      source: 'df',
      verdict: 'mismatch',
      analytic: [
        [1, 2],
        [3, 'NaN'],
      ],
      written: [[1, 2.5], [3]],
    });
    assert.deepEqual(difference([matrix]), {
      analytic: 'd/d(W[0, 1]) = 2\nd/d(W[1, 1]) = NaN\n',
      written: 'd/d(W[0, 1]) = 2.5\n',
    });
  });

  it('are not compared where the gradient is right or none is written', () => {
    const right = parameter({ source: 'df', written: 6.000000000001 });
    const unwritten = parameter({ verdict: 'mismatch', source: null });
    assert.deepEqual(difference([right, unwritten]), { analytic: '', written: '' });
  });
});
