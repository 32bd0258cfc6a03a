/** The hover on a function's name: its words and numbers, and where there is none. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { edit, hoverText, openText, right, wrong } from './window';

const plain = 'def plain(x):\n    return x**2\n';

const pair = `# @gradcheck x=3, gradient=square_grad
def square(x):
    return x**2


def square_grad(x):
    return 3 * x
`;

const rows: readonly [what: string, text: string, word: string, expected: RegExp[]][] = [
  ['tells that a claim is correct', right, 'right(', [/correct/, /\b6\b/]],
  ['tells all three gradients of a wrong claim', wrong, 'wrong(', [/mismatch/, /\b6\b/, /\b12\b/]],
  [
    'tells the reason at the name, since the problem stands at the claim',
    wrong,
    'wrong(',
    [/claims/],
  ],
  ['stands on the written gradient too', pair, 'square_grad(', [/mismatch/, /\b9\b/]],
  ['offers the graph', right, 'right(', [/command:gradlens\.showGraph\?/]],
  ['offers a check', right, 'right(', [/command:gradlens\.check\?/]],
];

describe('hover', () => {
  for (const [what, text, word, expected] of rows) {
    it(what, async () => {
      const document = await openText(text);
      const shown = await hoverText(document, word);
      for (const part of expected) assert.match(shown, part);
    });
  }

  it('is absent beside the name and on functions that nobody asked about', async () => {
    const document = await openText(`${right}\n\n${plain}`);
    assert.equal(await hoverText(document, 'return'), '');
    assert.equal(await hoverText(document, 'plain('), '');
  });

  it('follows an edit that was never saved', async () => {
    const document = await openText(right);
    assert.match(await hoverText(document, 'right('), /correct/);
    await edit(document, '2*x', '4*x');
    assert.match(await hoverText(document, 'right('), /mismatch/);
  });

  it('appears on any function once it was checked by hand', async () => {
    const document = await openText(plain);
    const editor = vscode.window.activeTextEditor!;
    const inside = document.positionAt(document.getText().indexOf('return'));
    editor.selection = new vscode.Selection(inside, inside);
    await vscode.commands.executeCommand('gradlens.check');
    assert.match(await hoverText(document, 'plain('), /correct/);
  });

  it('trusts only our own commands', async () => {
    const document = await openText(right);
    await hoverText(document, 'right(');
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      document.positionAt(document.getText().indexOf('right(') + 1),
    );
    const [content] = hover?.contents ?? [];
    assert.deepEqual((content as vscode.MarkdownString).isTrusted, {
      enabledCommands: ['gradlens.showGraph', 'gradlens.check'],
    });
  });
});
