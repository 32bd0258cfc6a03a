/** The Problems view: what is listed for a text, where, and how it follows the edits. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { edit, eventually, openText, problems, right, wrong } from './window';

const ignored = wrong.replace('def wrong(x):', 'def wrong(x):  # gradlens: ignore[mismatch] known');

const rows: readonly [what: string, text: string, expected: string[]][] = [
  ['lists nothing for a correct claim', right, []],
  ['lists a wrong claim by its code, at the claim', wrong, ['2 mismatch']],
  ['lists only the wrong one of two', `${right}\n\n${wrong}`, ['8 mismatch']],
  ['lists nothing for what is ignored', ignored, []],
];

describe('problems', () => {
  for (const [what, text, expected] of rows) {
    it(what, async () => {
      // The second problem tells that the file has been checked.
      const document = await openText(`${text}\n\n${wrong.replace('def wrong', 'def last')}`);
      const line = document.lineCount - 3;
      await eventually(() => problems(document.uri), [...expected, `${line} mismatch`]);
    });
  }

  it('bear a source, a severity and a sentence', async () => {
    const document = await openText(wrong);
    await eventually(() => problems(document.uri), ['2 mismatch']);
    const [problem] = vscode.languages.getDiagnostics(document.uri);
    assert.equal(problem?.severity, vscode.DiagnosticSeverity.Error);
    assert.match(problem?.message ?? '', /wrong|12/);
  });

  it('come and go with edits that were never saved', async () => {
    const document = await openText(right);
    await edit(document, '2*x', '4*x');
    await eventually(() => problems(document.uri), ['2 mismatch']);
    await edit(document, '4*x', '2*x');
    await eventually(() => problems(document.uri), []);
  });

  it('are those of the newest of many versions', async () => {
    const document = await openText(wrong);
    for (let factor = 4; factor < 30; factor++) {
      await edit(document, `= ${factor}*x`, `= ${factor + 1}*x`);
    }
    await edit(document, '= 30*x', '= 2*x');
    await edit(document, 'x=3', 'x=5');
    await eventually(() => problems(document.uri), []);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.deepEqual(problems(document.uri), []);
  });

  it('of other functions stay while one is half typed', async () => {
    const document = await openText(`${wrong}\n\n`);
    await eventually(() => problems(document.uri), ['2 mismatch']);
    await edit(document, 'return x**2\n', 'return x**2\n\n\ndef half(a, b:\n    return (a +');
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual(problems(document.uri), ['2 mismatch']);
  });

  it('go when the document becomes another language', async () => {
    const document = await openText(wrong);
    await eventually(() => problems(document.uri), ['2 mismatch']);
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await eventually(() => problems(document.uri), []);
  });
});
