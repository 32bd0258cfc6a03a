/**
 * The extension wakes up for a Python document, and not before.
 */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('activation', () => {
  it('stands in a workspace of the trust that the runner chose', () => {
    assert.equal(String(vscode.workspace.isTrusted), process.env.GRADLENS_TRUSTED);
  });

  it('happens when a Python document is opened', async () => {
    const extension = vscode.extensions.getExtension('gradlens.gradlens')!;
    assert.equal(extension.isActive, false);
    await vscode.workspace.openTextDocument({ language: 'python', content: 'x = 1\n' });
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
