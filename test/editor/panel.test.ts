/** The graph panel as a tab: one beside the editor, named after what it shows. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, openText, right, wrong } from './window';

function graphTabs(): string[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview)
    .map(({ label }) => label);
}

describe('graph panel', () => {
  beforeEach(closeAll);
  after(closeAll);

  it('opens beside the editor and shows one target at a time', async () => {
    const document = await openText(`${right}\n\n${wrong}`);
    const address = document.uri.toString();
    await vscode.commands.executeCommand('gradlens.showGraph', address, 'right');
    await eventually(graphTabs, ['Graph: right']);
    await vscode.commands.executeCommand('gradlens.showGraph', address, 'wrong');
    await eventually(graphTabs, ['Graph: wrong']);
    assert.equal(vscode.window.activeTextEditor?.document, document);
  });

  it('opens again after it was closed', async () => {
    const document = await openText(right);
    await vscode.commands.executeCommand('gradlens.showGraph', document.uri.toString(), 'right');
    await eventually(graphTabs, ['Graph: right']);
    await closeAll();
    await eventually(graphTabs, []);
    const again = await openText(right);
    await vscode.commands.executeCommand('gradlens.showGraph', again.uri.toString(), 'right');
    await eventually(graphTabs, ['Graph: right']);
  });
});
