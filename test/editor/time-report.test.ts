/** The report of a check that was ended by the clock. */
import assert from 'node:assert/strict';
import { timeReport } from '../../src/editor/time-report';

const text = 'x = 1\n# @gradcheck\ndef slow(x):\n    return x\n\ndef other(x):\n    return x\n';

describe('time report', () => {
  it('says `limit`, code `time`, of what is annotated, at its name', () => {
    const targets = [
      { name: 'slow', line: 3, annotated: true },
      { name: 'other', line: 6, annotated: false },
    ];
    const { functions, problems } = timeReport({ path: 'a.py', text }, targets, 10_000);
    assert.deepEqual(
      functions.map(({ name, verdict, code }) => [name, verdict, code]),
      [['slow', 'limit', 'time']],
    );
    assert.deepEqual(
      problems.map(({ code, message, line, column, endColumn }) => [
        code,
        message,
        [line, column, endColumn],
      ]),
      [['time', 'The check of this file was ended after 10 s.', [3, 5, 9]]],
    );
  });
});
