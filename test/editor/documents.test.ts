/** The kinds of document: files on disk, other schemes, notebook cells. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { edit, eventually, problems, right, wrong } from './window';

describe('documents', () => {
  it('on disk are checked as they stand in the editor, not as saved', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gradlens-'));
    const path = join(folder, 'claims.py');
    await writeFile(path, right);
    const document = await vscode.workspace.openTextDocument(path);
    await edit(document, '2*x', '4*x');
    await eventually(() => problems(document.uri), ['2 mismatch']);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await rm(folder, { recursive: true });
  });

  it('of a virtual file system are checked', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('gradlens-test', {
      provideTextDocumentContent: () => wrong,
    });
    const uri = vscode.Uri.parse('gradlens-test:/claims.py');
    await vscode.workspace.openTextDocument(uri);
    await eventually(() => problems(uri), ['2 mismatch']);
    provider.dispose();
  });

  it('in a notebook are its Python cells', async () => {
    const cells = [right, wrong].map(
      (text) => new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, 'python'),
    );
    const notebook = await vscode.workspace.openNotebookDocument(
      'jupyter-notebook',
      new vscode.NotebookData(cells),
    );
    const uris = notebook.getCells().map(({ document }) => document.uri);
    await eventually(() => uris.map(problems), [[], ['2 mismatch']]);
  });
});
