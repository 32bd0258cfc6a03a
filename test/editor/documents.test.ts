/** The kinds of document: files on disk, other schemes, notebook cells. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Exported } from '../../src/editor/activate';
import { edit, eventually, hoverText, problems, right, wrong } from './window';

async function openCells(texts: readonly string[]): Promise<vscode.TextDocument[]> {
  const cells = texts.map(
    (text) => new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, 'python'),
  );
  const data = new vscode.NotebookData(cells);
  const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', data);
  return notebook.getCells().map(({ document }) => document);
}

function problemsOf({ uri }: vscode.TextDocument): string[] {
  return problems(uri);
}

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

  it('in a notebook see each other’s names, each in its own lines', async () => {
    const texts = [
      '%matplotlib inline\ndef square(x):\n    return x**2\n',
      '# @gradcheck x=3\n# @grad x = x\ndef of_square(x):\n    return square(x) / 2\n',
      'def square_grad(x):\n    return 3 * x\n',
    ];
    const extension = vscode.extensions.getExtension<Exported>('gradlens.gradlens')!;
    const [first, second, third] = await openCells(texts);
    await eventually(() => [first, second, third].map(problemsOf), [[], [], ['1 mismatch']]);
    assert.match(await hoverText(second, 'of_square'), /correct.*\b3\b/s);
    assert.match(await hoverText(second, 'square(x) / 2'), /= 4\.5/);
    assert.match(await hoverText(first, 'square(x)'), /mismatch.*square_grad/s);
    const { tests } = await extension.activate();
    const listed = () => tests.items.get(second.uri.toString());
    await eventually(() => /, cell 2$/.test(listed()?.label ?? ''), true);
    assert.equal(listed()?.children.get('of_square')?.range?.start.line, 2);
    const [{ relatedInformation }] = vscode.languages.getDiagnostics(third.uri);
    const elsewhere = relatedInformation?.map(({ location }) => location.uri.toString());
    assert.deepEqual(elsewhere, [first.uri.toString()]);
    await edit(first, 'x**2', 'x**3');
    await eventually(
      () => [first, second, third].map(problemsOf),
      [[], ['2 mismatch'], ['1 mismatch']],
    );
  });

  it('in a notebook are checked again when a cell goes', async () => {
    const cells = await openCells([
      'def scale(x):\n    return 2 * x\n',
      '# @gradcheck x=3\n# @grad x = 2\ndef scaled(x):\n    return scale(x)\n',
    ]);
    await eventually(async () => /correct/.test(await hoverText(cells[1], 'scaled')), true);
    const [notebook] = vscode.workspace.notebookDocuments.filter((each) =>
      each.getCells().some(({ document }) => document === cells[0]),
    );
    const change = new vscode.WorkspaceEdit();
    const gone = new vscode.NotebookRange(0, 1);
    change.set(notebook.uri, [vscode.NotebookEdit.deleteCells(gone)]);
    assert.ok(await vscode.workspace.applyEdit(change));
    await eventually(() => problemsOf(cells[1]), ['4 error']);
  });
});
