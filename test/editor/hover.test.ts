/** The hover on a function's name: its words and numbers, and where there is none. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { edit, eventually, hoverText, openText, right, wrong } from './window';

const plain = 'def plain(x):\n    return x**2\n';

const nested = `# @gradcheck x=3, y=2
def nested(x, y):
    return (y * x) ** 2
`;
const arrays = `import numpy as np


# @gradcheck x=[1.0, 2.0]
def total(x):
    return np.sum(x * x)
`;

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
  [
    'offers to copy values and to tell why',
    right,
    'right(',
    [/command:gradlens\.copyValues\?/, /command:gradlens\.why\?/],
  ],
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

  it('stands on the head and the parameters', async () => {
    const document = await openText(right);
    assert.match(await hoverText(document, 'def right'), /correct/);
    assert.match(await hoverText(document, 'x):'), /correct/);
  });

  it('draws the formula and its derivative, and says them in words', async () => {
    const document = await openText(right);
    await eventually(
      async () =>
        /<img src="data:image\/svg\+xml;base64,[^"]+" width="\d+" height="\d+" alt="right\(x\) = x\^2; d\/dx = 2\*x">/.test(
          await hoverText(document, 'right('),
        ),
      true,
    );
  });

  it('tells value and adjoint of an expression inside', async () => {
    const document = await openText(nested);
    assert.match(
      await hoverText(document, 'y * x'),
      /`y \* x` = 6\s+adjoint ∂nested\/∂\(this\) = 12\s+at `x = 3, y = 2`/,
    );
    assert.equal(await hoverText(document, 'return'), '');
  });

  it('lists the ops where a formula says less', async () => {
    const document = await openText(arrays);
    await eventually(async () => /- 2 ops\\: /.test(await hoverText(document, 'total(')), true);
  });

  it('goes where gradlens.hover is off', async () => {
    const document = await openText(right);
    assert.match(await hoverText(document, 'right('), /correct/);
    const settings = vscode.workspace.getConfiguration('gradlens');
    await settings.update('hover', false, vscode.ConfigurationTarget.Global);
    assert.equal(await hoverText(document, 'right('), '');
    await settings.update('hover', undefined, vscode.ConfigurationTarget.Global);
    assert.match(await hoverText(document, 'right('), /correct/);
  });

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
      enabledCommands: [
        'gradlens.showGraph',
        'gradlens.check',
        'gradlens.copyValues',
        'gradlens.why',
      ],
    });
  });
});
