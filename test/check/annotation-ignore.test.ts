/** Ignore comments: what they silence, and that the report still counts it. */
import assert from 'node:assert/strict';
import { check } from './support';

const wrong = ['# @gradcheck x=3', '# @grad x = 7', 'def f(x):', '    return x * x'];

interface Row {
  readonly title: string;
  readonly text: readonly string[];
  /** Problems as `code@line`, ignored ones in brackets. */
  readonly problems: readonly string[];
  /** Whether the targets are ignored, in order. */
  readonly ignored: readonly boolean[];
}

const rows: readonly Row[] = [
  { title: 'nothing ignored', text: wrong, problems: ['mismatch@2'], ignored: [false] },
  {
    title: 'alone on a line: on the next one of code',
    text: ['# gradlens: ignore[mismatch] known', ...wrong],
    problems: ['(mismatch@3)'],
    ignored: [true],
  },
  {
    title: 'between annotation and claim',
    text: [wrong[0], '# gradlens: ignore[mismatch] known', ...wrong.slice(1)],
    problems: ['(mismatch@3)'],
    ignored: [true],
  },
  {
    title: 'on the line of the def: the whole target',
    text: [wrong[0], wrong[1], 'def f(x):  # gradlens: ignore[mismatch] known', wrong[3]],
    problems: ['(mismatch@2)'],
    ignored: [true],
  },
  {
    title: 'without codes: all of them',
    text: [wrong[0], wrong[1], 'def f(x):  # gradlens: ignore', wrong[3]],
    problems: ['(mismatch@2)'],
    ignored: [true],
  },
  {
    title: 'another code does not count',
    text: [wrong[0], wrong[1], 'def f(x):  # gradlens: ignore[kink]', wrong[3]],
    problems: ['mismatch@2'],
    ignored: [false],
  },
  {
    title: 'several codes',
    text: [wrong[0], wrong[1], 'def f(x):  # gradlens: ignore[kink, mismatch] why', wrong[3]],
    problems: ['(mismatch@2)'],
    ignored: [true],
  },
  {
    title: 'the whole file',
    text: [
      '# gradlens: ignore-file',
      '',
      ...wrong,
      '',
      '',
      '# @gradcheck z=3',
      'def g(x):',
      '    return x',
    ],
    problems: ['(mismatch@4)', '(annotation@9)'],
    ignored: [true, true],
  },
  {
    title: 'ignore-file counts at the top only',
    text: [...wrong, '', '', '# gradlens: ignore-file'],
    problems: ['mismatch@2', 'annotation@7'],
    ignored: [false],
  },
  {
    title: 'a claim at the end of an assignment',
    text: [
      'W = 2.0',
      'loss = W ** 3',
      '# gradlens: ignore[mismatch] known',
      'dW = 3 * W  # @grad d(loss)/d(W)',
    ],
    problems: ['(mismatch@4)'],
    ignored: [true],
  },
  {
    title: 'on the line of a class',
    text: [
      'class Square:  # gradlens: ignore[mismatch] straight-through on purpose',
      '    def forward(self, x):',
      '        return x * x',
      '',
      '    def backward(self, dout):',
      '        return dout',
    ],
    problems: ['(mismatch@5)'],
    ignored: [true],
  },
  {
    title: 'an error of the user',
    text: ['# @gradcheck x=3', 'def f(x):  # gradlens: ignore[error]', '    return x / 0'],
    problems: ['(error@3)'],
    ignored: [true],
  },
];

describe('ignore comments', () => {
  for (const row of rows) {
    it(row.title, async () => {
      const report = await check(`${row.text.join('\n')}\n`);
      const problems = report.problems.map(({ code, line, ignored }) =>
        ignored ? `(${code}@${line})` : `${code}@${line}`,
      );
      assert.deepEqual(problems, row.problems);
      assert.deepEqual(
        report.functions.map((each) => each.ignored),
        row.ignored,
      );
    });
  }
});
