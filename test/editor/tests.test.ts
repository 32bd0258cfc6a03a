/** The Test Explorer: what the tree holds for a text and a workspace, and that runs end, also when cancelled. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Exported } from '../../src/editor/activate';
import { edit, eventually, openText, right, wrong } from './window';

const layered = `import numpy as np


class Scale:
    def forward(self, x):
        self.x = x
        return x**2

    def backward(self, dout):
        return dout * 3 * self.x


class Net:
    # @gradcheck x=3
    # @grad x = 2*x
    def loss(self, x):
        return x**2
`;

async function controller(): Promise<vscode.TestController> {
  const extension = vscode.extensions.getExtension<Exported>('gradlens.gradlens');
  assert.ok(extension);
  return (await extension.activate()).tests;
}

/** The tree below an item: `Net > Net.loss`, in its order. */
function tree(items: vscode.TestItemCollection | undefined, above = ''): string[] {
  const found: string[] = [];
  items?.forEach((item) => {
    found.push(`${above}${item.label}`);
    found.push(...tree(item.children, `${above}${item.label} > `));
  });
  return found;
}

async function treeOf(uri: vscode.Uri): Promise<string[]> {
  const { items } = await controller();
  return tree(items.get(uri.toString())?.children);
}

describe('Test Explorer', () => {
  it('lists targets by class, at their names', async () => {
    const document = await openText(layered);
    await eventually(() => treeOf(document.uri), ['Scale', 'Net', 'Net > loss']);
    const { items } = await controller();
    const file = items.get(document.uri.toString());
    const scale = file?.children.get('Scale');
    assert.equal(scale?.range?.start.line, 3);
    assert.equal(file?.children.get('Net')?.children.get('Net.loss')?.range?.start.line, 15);
  });

  it('follows the text, keeping the items that stay', async () => {
    const document = await openText(`${right}\n\n${wrong}`);
    await eventually(() => treeOf(document.uri), ['right', 'wrong']);
    const { items } = await controller();
    const before = items.get(document.uri.toString())?.children.get('wrong');
    await edit(document, right, '');
    await eventually(() => treeOf(document.uri), ['wrong']);
    assert.equal(items.get(document.uri.toString())?.children.get('wrong'), before);
    await edit(document, wrong, 'x = 1\n');
    await eventually(() => items.get(document.uri.toString()) === undefined, true);
  });

  it('tells assignments of one name apart', async () => {
    const claims =
      'x = 2.0\ny = x**2\ndx = 2 * x  # @grad d(y)/d(x)\ndx = 3 * x  # @grad d(y)/d(x)\n';
    const document = await openText(claims);
    await eventually(() => treeOf(document.uri), ['dx', 'dx']);
  });

  it('finds the files of the workspace that are not ignored, without opening them', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0].uri as vscode.Uri;
    const write = (path: string, text: string) =>
      vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), Buffer.from(text));
    await write('found/one.py', wrong);
    await write('found/none.py', 'x = 1\n');
    await write('found/out/two.py', wrong);
    await write('found/.gitignore', 'out/\n');
    const { refreshHandler, items } = await controller();
    const source = new vscode.CancellationTokenSource();
    await refreshHandler?.(source.token);
    const one = vscode.Uri.joinPath(folder, 'found/one.py');
    assert.deepEqual(await treeOf(one), ['wrong']);
    const labels = tree(items).filter((label) => /^found\/\w+(\/\w+)?\.py$/.test(label));
    assert.deepEqual(labels, ['found/one.py']);
    assert.ok(vscode.workspace.textDocuments.every(({ uri }) => uri.path !== one.path));
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, 'found'), { recursive: true });
  });

  it('leaves the tree where gradlens.tests is off', async () => {
    const document = await openText(right);
    await eventually(() => treeOf(document.uri), ['right']);
    const settings = vscode.workspace.getConfiguration('gradlens');
    await settings.update('tests', false, vscode.ConfigurationTarget.Global);
    await eventually(() => treeOf(document.uri), []);
    await settings.update('tests', undefined, vscode.ConfigurationTarget.Global);
    await eventually(() => treeOf(document.uri), ['right']);
  });
});
