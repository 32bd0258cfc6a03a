/** Inlay hints: none by default, the gradient or the verdict where they are on. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, openText, right, wrong } from './window';

async function hints(document: vscode.TextDocument): Promise<string[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    whole,
  );
  return found.map(({ position, label }) => `${position.line + 1}: ${label}`);
}

describe('inlay hints', () => {
  const settings = () => vscode.workspace.getConfiguration('gradlens');

  it('show the gradient or the verdict once they are on', async () => {
    const document = await openText(`${right}\n\n${wrong}`);
    await vscode.commands.executeCommand('gradlens.checkFile');
    assert.deepEqual(await hints(document), []);
    await settings().update('inlayHints', true, vscode.ConfigurationTarget.Global);
    await eventually(() => hints(document), ['3: d/dx = 6', '9: mismatch']);
    await settings().update('inlayHints', undefined, vscode.ConfigurationTarget.Global);
    await eventually(() => hints(document), []);
  });
});
