/** The command "Why": the answer for a name or for the cursor, in a document of its own. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { WhyReport } from '../../src/check/why-report';
import { closeAll, openText, right } from './window';

const plain = 'def plain(x):\n    return x**2\n';

function shownText(): string[] {
  return vscode.window.visibleTextEditors
    .map(({ document }) => document)
    .filter(({ uri }) => uri.scheme === 'gradlens-why')
    .map((document) => document.getText());
}

describe('why', () => {
  afterEach(closeAll);

  it('answers for the function at the cursor, target or not', async () => {
    const document = await openText(`${right}\n\n${plain}`);
    const inside = document.positionAt(document.getText().indexOf('def plain') + 20);
    vscode.window.activeTextEditor!.selection = new vscode.Selection(inside, inside);
    const report = await vscode.commands.executeCommand<WhyReport>('gradlens.why');
    assert.deepEqual([report.name, report.target], ['plain', false]);
    const [text] = shownText();
    assert.match(text, /plain is not checked\n.*write `# @gradcheck` above it/s);
  });

  it('answers for the function that a lens names, and renews the document', async () => {
    const document = await openText(right);
    const ask = () =>
      vscode.commands.executeCommand<WhyReport>('gradlens.why', document.uri.toString(), 'right');
    assert.equal((await ask()).target, true);
    await ask();
    const texts = shownText();
    assert.equal(texts.length, 1);
    assert.match(texts[0], /right is checked\n.*x = 3: given in the annotation/s);
  });

  it('does nothing where no Python file is open', async () => {
    assert.equal(await vscode.commands.executeCommand('gradlens.why'), null);
  });
});
