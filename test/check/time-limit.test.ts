/** The report of a check that was ended by the clock. */
import assert from 'node:assert/strict';
import { timeLimitReport } from '../../src/check/time-limit';

const text = 'x = 1\n# @gradcheck\ndef slow(x):\n    return x\n\ndef other(x):\n    return x\n';
const slow = { name: 'slow', line: 3, annotated: true };
const method = { name: 'Net.other', line: 6, annotated: true };
const other = { name: 'other', line: 6, annotated: false };

describe('time limit', () => {
  const check = (
    what: string,
    given: { text: string; targets: Parameters<typeof timeLimitReport>[1] },
    functions: readonly string[],
    problems: readonly (readonly number[])[],
  ) =>
    it(what, () => {
      const source = { path: 'dir/a.py', text: given.text };
      const report = timeLimitReport(source, given.targets, 10_000);
      assert.deepEqual(
        report.functions.map((each) => `${each.name} ${each.verdict} ${each.code} ${each.line}`),
        functions,
      );
      assert.deepEqual(
        report.problems.map(({ line, column, endColumn }) => [line, column, endColumn]),
        problems,
      );
      for (const { code, message } of report.problems) {
        assert.equal(code, 'time');
        assert.equal(message, 'The check of this file took longer than 10 seconds and was ended.');
      }
    });
  check(
    'tells of what is annotated, at its name',
    { text, targets: [slow, other] },
    ['slow limit time 3'],
    [[3, 5, 9]],
  );
  check(
    'knows a method by the end of its name',
    { text, targets: [method] },
    ['Net.other limit time 6'],
    [[6, 5, 10]],
  );
  check(
    'tells of an annotated file of which nothing is known',
    { text, targets: [] },
    ['a.py limit time 1'],
    [[1, 1, 2]],
  );
  check(
    'makes no problem of what nobody asked for',
    { text: 'f\ng', targets: [other] },
    ['a.py limit time 1'],
    [],
  );
});
