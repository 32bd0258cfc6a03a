/** The hover's Markdown, whole, and the escaping of what comes from the user's file. */
import assert from 'node:assert/strict';
import type { FunctionReport } from '../../src/check/report';
import { code, escapeMarkdown, hoverMarkdown } from '../../src/render/markdown';
import { parameter, target, wrong } from './samples';

const fresh = { stale: false, checking: false };

function check(name: string, shown: FunctionReport, expected: readonly string[], state = fresh) {
  it(name, () => assert.deepEqual(hoverMarkdown(shown, state).trimEnd().split('\n'), expected));
}

describe('hover', () => {
  check('a correct function', target(), [
    '$(pass) **correct**',
    '',
    '`f(x) = x^2` — value 9 at `x = 3`',
    '',
    '|   | &emsp;analytic | &emsp;numeric | &emsp;relative error |',
    '| --- | --: | --: | --: |',
    '| `x` | &emsp;6 | &emsp;6 ± 2e-12 | &emsp;1.7e-13 |',
    '',
    '<details><summary>More</summary>',
    '',
    '- `d/dx = 2*x`',
    '',
    '</details>',
  ]);

  check('a wrong one', { ...wrong, formula: null }, [
    '$(error) **mismatch** — `df` gives 9 where d\\(f\\)/dx is 6\\.',
    '',
    'value 9 at `x = 3`',
    '',
    '|   | &emsp;analytic | &emsp;numeric | &emsp;written | &emsp;relative error |',
    '| --- | --: | --: | --: | --: |',
    '| `x` | &emsp;6 | &emsp;6 ± 2e-12 | &emsp;9 | &emsp;0.33 |',
    '',
    '<details><summary>More</summary>',
    '',
    '- cause: The factor 3 should be 2\\.',
    '- written gradient: `df`',
    '- The gradients differ by more than rounding can explain\\.',
    '',
    '</details>',
  ]);

  it('folds how a pair was found, and where its inputs come from', () => {
    const pair = target({
      convention: { code: 'C6', words: 'a derivative named after its function' },
      why: '`df` is named as the derivative of `f`',
      samples: [
        { given: false, origins: { x: 'guessed' }, at: { x: 3 }, value: 9, verdict: 'pass' },
      ],
    });
    const [open, folded] = hoverMarkdown(pair, fresh).split('<summary>More</summary>');
    const [plain] = hoverMarkdown(target(), fresh).split('<summary>More</summary>');
    assert.equal(open, plain);
    assert.match(folded, /- found by convention C6\\: `df` is named as the derivative of `f`/);
    assert.match(folded, /Where the inputs come from<\/summary>\n\n- `x`: guessed\n\n<\/details>/);
  });

  it('says when the result is old, and when a new one is on its way', () => {
    const line = (stale: boolean, checking: boolean) =>
      hoverMarkdown(target(), { stale, checking }).split('\n')[0];
    assert.equal(
      line(true, false),
      '$(pass) **correct** — $(history) of an earlier version of this text',
    );
    assert.equal(line(true, true), '$(pass) **correct** — $(sync) checking again');
  });

  it('says what a pass does not speak of', () => {
    const unchecked = ['line 9, since `x` is never true'];
    const [open, folded] = hoverMarkdown(target({ unchecked }), fresh).split('<summary>');
    assert.equal(open.split('\n')[0], '$(pass) **correct** — 1 part not checked');
    assert.match(folded, /- not checked\\: line 9, since `x` is never true/);
  });

  it('leaves the reason out where a diagnostic tells it', () => {
    assert.equal(
      hoverMarkdown(wrong, { ...fresh, told: true }).split('\n')[0],
      '$(error) **mismatch**',
    );
  });

  it('has the formula first, but the numbers where a diagnostic takes the room above', () => {
    const picture = { image: 'data:x', width: 9, height: 9 };
    const order = (told: boolean) =>
      ['<img', '| `x`'].sort(
        (a, b) =>
          hoverMarkdown(wrong, { ...fresh, told, picture }).indexOf(a) -
          hoverMarkdown(wrong, { ...fresh, told, picture }).indexOf(b),
      );
    assert.deepEqual(order(false), ['<img', '| `x`']);
    assert.deepEqual(order(true), ['| `x`', '<img']);
  });

  it('keeps to six lines before the fold', () => {
    const many = target({ parameters: ['a', 'b', 'c', 'd'].map((name) => parameter({ name })) });
    const [open, folded] = hoverMarkdown(many, fresh).split('<details>');
    const lines = open.split('\n').filter((line) => line !== '' && !line.startsWith('| ---'));
    assert.equal(lines.length, 5);
    assert.match(folded, /\| `c` \|/);
  });
});

describe('escaping', () => {
  const check = (text: string, expected: string) =>
    it(text, () => assert.equal(escapeMarkdown(text), expected));
  check('a_b * c', 'a\\_b \\* c');
  check('use `np.dot(a, b)` here', 'use `np.dot(a, b)` here');
  check('[x](command:evil)', '\\[x\\]\\(command\\:evil\\)');
  check('<img src=x>', '\\<img src=x\\>');
  check('one ` backtick', 'one \\` backtick');
  check('$(bug)', '\\$\\(bug\\)');
  check('two\nlines', 'two lines');
  it('code holds backticks', () => {
    assert.equal(code('a ` b'), '``a ` b``');
    assert.equal(code('`a`'), '`` `a` ``');
  });
});
