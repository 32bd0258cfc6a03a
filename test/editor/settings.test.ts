/** The settings: what they change, at once and for open documents too. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { edit, eventually, hoverText, openText, problems, wrong } from './window';

const nearly = `# @gradcheck x=3
# @grad x = 2.002*x
def nearly(x):
    return x**2
`;

async function set(name: string, value: unknown): Promise<void> {
  const settings = vscode.workspace.getConfiguration('gradlens');
  await settings.update(name, value, vscode.ConfigurationTarget.Global);
}

describe('settings', () => {
  afterEach(async () => {
    await set('rtol', undefined);
    await set('delay', undefined);
    await set('run', undefined);
    await set('problems', undefined);
  });

  it('gradlens.rtol decides what is a mismatch', async () => {
    const document = await openText(nearly);
    await eventually(() => problems(document.uri), ['2 mismatch']);
    await set('rtol', 0.01);
    await eventually(() => problems(document.uri), []);
  });

  it('gradlens.run = manual waits for a command, and keeps the last result', async () => {
    await set('run', 'manual');
    const document = await openText(wrong);
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual(problems(document.uri), []);
    await vscode.commands.executeCommand('gradlens.checkFile');
    await eventually(() => problems(document.uri), ['2 mismatch']);
    await edit(document, '4*x', '2*x');
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual(problems(document.uri), ['2 mismatch']);
    assert.match(await hoverText(document, 'wrong('), /of an earlier version of this text/);
    await vscode.commands.executeCommand('gradlens.checkFile');
    await eventually(() => problems(document.uri), []);
  });

  it('gradlens.run = onSave waits for a save', async () => {
    await set('run', 'onSave');
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    const uri = vscode.Uri.joinPath(folder.uri, 'saved.py');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(wrong));
    const document = await vscode.workspace.openTextDocument(uri);
    await eventually(() => problems(uri), ['2 mismatch']);
    await edit(document, '4*x', '2*x');
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual(problems(uri), ['2 mismatch']);
    await document.save();
    await eventually(() => problems(uri), []);
    await vscode.workspace.fs.delete(uri);
  });

  it('gradlens.problems = false empties the Problems view', async () => {
    const document = await openText(wrong);
    await eventually(() => problems(document.uri), ['2 mismatch']);
    await set('problems', false);
    await eventually(() => problems(document.uri), []);
    assert.match(await hoverText(document, 'wrong('), /mismatch/);
    await set('problems', undefined);
    await eventually(() => problems(document.uri), ['2 mismatch']);
  });

  it('that make no sense count as the default', async () => {
    await set('rtol', -1);
    await set('delay', 'soon');
    const document = await openText(nearly);
    await eventually(() => problems(document.uri), ['2 mismatch']);
  });
});
