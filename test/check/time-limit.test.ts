/** The report of a check that was ended by the clock. */
import assert from 'node:assert/strict';
import { createChecker } from '../../src/check/checker';
import { defaultOptions } from '../../src/check/report';
import { timeLimitReport } from '../../src/check/time-limit';
import { defaultLimits } from '../../src/trace/limits';
import { readGrammar } from './support';

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

describe('the clock of a check', () => {
  const slow = (name: string) =>
    `# @gradcheck x=2\ndef ${name}(x):\n    for i in range(20000):\n        x = x + np.cos(x)\n    return x\n\n\n`;
  const quick = '# @gradcheck x=3\ndef quick(x):\n    return x * x\n';
  /** A second passes with each hundred looks at the clock. */
  const verdicts = async (...texts: string[]) => {
    let time = 0;
    const checker = await createChecker(readGrammar, defaultLimits, () => (time += 10));
    return texts.map((text) => {
      const source = { path: 'a.py', text: `import numpy as np\n\n\n${text}` };
      const { functions } = checker.check(source, defaultOptions);
      return functions.map(({ name, verdict, code, reason }) => {
        const seconds = /\d+ seconds/.exec(reason)?.[0];
        return [name, verdict, ...(code === 'time' ? [seconds] : [])].join(' ');
      });
    });
  };

  it('ends a function that takes too long, and leaves the others alone', async () => {
    assert.deepEqual(await verdicts(slow('f') + quick), [['f limit 3 seconds', 'quick pass']]);
  });

  it('leaves nothing to functions once the time of the file is over, and checks those the next time', async () => {
    const text = ['a', 'b', 'c', 'd'].map(slow).join('');
    const first = ['a', 'b'].map((name) => `${name} limit 3 seconds`);
    assert.deepEqual(await verdicts(text, text), [
      [...first, 'c limit 7 seconds', 'd limit 7 seconds'],
      [...first, 'c limit 3 seconds', 'd limit 3 seconds'],
    ]);
  });

  it('does not count what is asked of an outcome later', async () => {
    let time = 0;
    const checker = await createChecker(readGrammar, defaultLimits, () => time);
    const source = { path: 'a.py', text: `import numpy as np\n\n\n${quick}` };
    assert.notEqual(checker.graph(source, defaultOptions, 'quick'), null);
    time = 60_000;
    const curve = checker.curve(
      source,
      defaultOptions,
      'quick',
      {},
      { input: 'x', entry: 0, low: 2, high: 4 },
    );
    assert.equal(curve?.points.length, curve?.points.filter(({ value }) => value !== null).length);
    assert.notEqual(curve?.points.length, 0);
  });
});
