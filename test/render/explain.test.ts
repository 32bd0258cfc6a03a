/** The reasoning as text, of a real check. */
import assert from 'node:assert/strict';
import { defaultOptions } from '../../src/check/report';
import { renderExplain } from '../../src/render/explain';
import { checker } from '../check/support';

async function render(text: string, name: string, parameter: string | null): Promise<string[]> {
  const wanted = parameter === null ? null : { name: parameter, index: null };
  const source = { path: 'case.py', text: `import numpy as np\n${text}` };
  const report = (await checker()).explain(source, defaultOptions, name, wanted);
  assert.ok(report !== null);
  return renderExplain(report).split('\n');
}

describe('reasoning as text', () => {
  it('tells head, point, derivatives, votes, rule, ladder and coverage in order', async () => {
    const lines = await render(
      '# @gradcheck x=3, gradient=g\ndef f(x):\n    return x**2\n\n\ndef g(x):\n    return 3 * x\n',
      'f',
      null,
    );
    assert.equal(lines[0], 'case.py:3: f: mismatch');
    const parts = [
      /^How it was found$/,
      /^Where it was checked$/,
      /^ {2}- x = 3: given in the annotation$/,
      /^d\/dx at x=3: mismatch$/,
      /^ {2}analytic +6 /,
      /^ {2}numeric +6 ± \de-\d+ +settled, \d+ evaluations$/,
      /^ {2}written +9 +`g`$/,
      /^ {2}written and analytic +3 apart +differ: 9\.\de-6 is allowed$/,
      /^ {2}decided by: analytic and numeric agree/,
      /^ {2}ladder of steps h/,
      /^ {2}> \d\.\de-\d+ +6 /,
      /^ {2}rounding noise of one evaluation: .*`x\*\*2`, line 4$/,
      /^ {2}covered numerically: x is one number; \d+ evaluations$/,
    ];
    let at = 0;
    for (const part of parts) {
      const found = lines.findIndex((line, index) => index >= at && part.test(line));
      assert.ok(found >= at, `${part} in\n${lines.join('\n')}`);
      at = found + 1;
    }
    assert.ok(!lines.some((line) => /step-size curve/.test(line)));
  });

  it('draws the curve of an input that is asked for', async () => {
    const lines = await render('# @gradcheck x=1\ndef f(x):\n    return np.sin(3 * x)\n', 'f', 'x');
    const marks = lines.flatMap((line) => /\|( *)\*$/.exec(line)?.[1].length ?? []);
    const lowest = marks.indexOf(Math.min(...marks));
    assert.ok(marks.length > 20 && lowest > 5 && lowest < marks.length - 5);
    assert.ok(marks[0] > 30, String(marks));
  });

  it('keeps to the width of a terminal line, tables aside', async () => {
    const lines = await render(
      '# @gradcheck x=0\ndef f(x):\n    return np.maximum(x, 0)\n',
      'f',
      null,
    );
    const prose = lines.filter((line) => !/ {2}\S+.* {2}\S/.test(line));
    assert.ok(
      prose.every((line) => line.length <= 96),
      prose.filter((line) => line.length > 96).join('\n'),
    );
  });
});
