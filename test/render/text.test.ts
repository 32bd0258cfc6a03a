/** The terminal text, whole, for hand-built reports: what a person sees is what is compared. */
import assert from 'node:assert/strict';
import type { Report } from '../../src/check/report';
import { renderText } from '../../src/render/text';
import { unpainted } from '../../src/render/text-details';
import { file, parameter, range, report, target, text, wrong } from './samples';

function check(name: string, shown: Report, expected: readonly string[], quiet = false): void {
  it(name, () => {
    const printed = renderText(shown, {
      paint: unpainted,
      quiet,
      sources: new Map([['a.py', text]]),
    });
    assert.equal(printed, expected.map((line) => `${line}\n`).join(''));
  });
}

const malformed = {
  ...range(1, 14, 18),
  code: 'annotation-name',
  severity: 'error',
  message: '`f` has no parameter `z`.',
  related: [],
  ignored: false,
} as const;

describe('terminal text', () => {
  const other = { range: range(5, 5, 7), fullRange: range(5, 1, 15, 6), name: 'df', line: 5 };
  const unsupported = { verdict: 'unsupported', reason: 'np.foo is not known' } as const;
  const problem = (line: number) => ({
    ...range(line, 5, 11),
    code: 'unsupported',
    severity: 'warning' as const,
    message: 'f was not checked: np.foo is not known',
    related: [],
    ignored: false,
  });
  check(
    'each function has its own place, though the reason is the same',
    report(
      file(
        [
          target({ ...unsupported, parameters: [] }),
          target({ ...unsupported, ...other, parameters: [] }),
        ],
        [problem(3), { ...problem(6), ...range(6, 2, 8) }],
      ),
    ),
    [
      'a.py',
      '  - f   not supported',
      '      np.foo is not known',
      '',
      '      a.py:3:5',
      '      3 | return x ** 2',
      '        | ^^^^^^',
      '',
      '  - df  not supported',
      '      np.foo is not known',
      '',
      '      a.py:6:2',
      '      6 | return 3 * x',
      '        | ^^^^^^',
      '',
      '2 functions in 1 file: 2 not supported',
    ],
  );

  check('a correct scalar function', report(file([target()])), [
    'a.py',
    '  ✓ f  correct  d/dx = 6 · numeric agrees, relative error 1.7e-13 · at x = 3',
    '',
    '1 function in 1 file: 1 correct',
  ]);

  check('a wrong gradient with its cause', report(file([target({ name: 'good' }), wrong])), [
    'a.py',
    '  ✓ good  correct   d/dx = 6 · numeric agrees, relative error 1.7e-13 · at x = 3',
    '  ✗ f     mismatch',
    '      `df` gives 9 where d(f)/dx is 6.',
    '',
    '      at x = 3',
    '         analytic  numeric    written  relative error',
    '      x  6         6 ± 2e-12  9        0.33',
    '',
    '      a.py:6:9',
    '      6 | return 3 * x',
    '        |        ^',
    '      cause: The factor 3 should be 2.',
    '',
    '2 functions in 1 file: 1 correct, 1 mismatch',
  ]);

  const [sample] = wrong.samples;
  check(
    'a pair tells how it was found and where its inputs come from',
    report(
      file([
        {
          ...wrong,
          cause: null,
          samples: [{ ...sample, origins: { x: 'guessed from its name' } }],
          convention: { code: 'C6', words: 'a derivative named after its function' },
          why: '`df` is named as the derivative of `f`',
        },
      ]),
    ),
    [
      'a.py',
      '  ✗ f  mismatch',
      '      `df` gives 9 where d(f)/dx is 6.',
      '',
      '      at x = 3',
      '         analytic  numeric    written  relative error',
      '      x  6         6 ± 2e-12  9        0.33',
      '',
      '      a.py:2:5',
      '      2 | def f(x):',
      '        |     ^',
      '',
      '      input x: guessed from its name',
      '      found by convention C6: `df` is named as the derivative of `f`',
      '',
      '1 function in 1 file: 1 mismatch',
    ],
  );

  check('quiet shows what is not a pass', report(file([target()])), [], true);

  check('a silenced function is counted', report(file([{ ...wrong, ignored: true }])), [
    'a.py',
    '  ✗ f  mismatch, ignored',
    '',
    '1 function in 1 file: 1 mismatch (1 ignored)',
  ]);

  check('quiet leaves silenced ones out', report(file([{ ...wrong, ignored: true }])), [], true);

  check('a malformed annotation stands alone', report(file([], [malformed])), [
    'a.py',
    '  error a.py:1:14 [annotation-name]',
    '      `f` has no parameter `z`.',
    '      1 | # @gradcheck x=3',
    '        |              ^^^',
    '',
    'Nothing to check in 1 file: no @gradcheck or @grad comment and no gradient known by its name, 1 problem.',
  ]);

  const aside = 'line 9, since `x.ndim == 1`, line 8, is never true';
  check('a pass says what it does not speak of', report(file([target({ unchecked: [aside] })])), [
    'a.py',
    '  ✓ f  correct  d/dx = 6 · numeric agrees, relative error 1.7e-13 · at x = 3 · 1 part not checked',
    `      not checked: ${aside}`,
    '',
    '1 function in 1 file: 1 correct',
  ]);

  const kink = parameter({
    verdict: 'kink',
    analytic: 0,
    numeric: 0,
    relativeError: null,
    slopes: { left: -1, right: 1 },
  });
  check(
    'a kink shows both slopes',
    report(file([target({ verdict: 'kink', reason: 'abs has a kink at 0.', parameters: [kink] })])),
    [
      'a.py',
      '  ∧ f  kink',
      '      abs has a kink at 0.',
      '',
      '         analytic  numeric    relative error',
      '      x  0         0 ± 2e-12  –',
      '      x: slope -1 from the left, 1 from the right',
      '',
      '      a.py:2:5',
      '      2 | def f(x):',
      '        |     ^',
      '',
      '1 function in 1 file: 1 kink',
    ],
  );

  const matrix = parameter({
    name: 'W',
    shape: [2, 2],
    verdict: 'mismatch',
    analytic: [
      [1, 2],
      [3, 4],
    ],
    numeric: [
      [1, 2],
      [3, 4],
    ],
    numericError: [
      [1e-12, 1e-12],
      [1e-12, 1e-12],
    ],
    written: [
      [1, 2],
      [3, 4.0000004],
    ],
    relativeError: 1e-7,
    worstIndex: [1, 1],
  });
  check(
    'an array shows its worst entry with digits enough to tell',
    report(file([{ ...wrong, cause: null, parameters: [matrix] }])),
    [
      'a.py',
      '  ✗ f  mismatch',
      '      `df` gives 9 where d(f)/dx is 6.',
      '',
      '      at x = 3',
      '                analytic          numeric           written           relative error',
      '      W (2, 2)  [[1, 2], [3, 4]]  [[1, 2], [3, 4]]  [[1, 2], [3, 4]]',
      '      W[1, 1]   4                 4 ± 1e-12         4.0000004         1e-7',
      '',
      '      a.py:2:5',
      '      2 | def f(x):',
      '        |     ^',
      '',
      '1 function in 1 file: 1 mismatch',
    ],
  );

  it('colours only when asked', () => {
    const options = { quiet: false, sources: new Map([['a.py', text]]) };
    const marked = renderText(report(file([wrong])), {
      ...options,
      paint: (format, text) => `<${format}>${text}</>`,
    });
    const plain = renderText(report(file([wrong])), { ...options, paint: unpainted });
    assert.notEqual(marked, plain);
    assert.equal(marked.replace(/<[^>]*>/g, ''), plain);
  });
});
