/** Project settings: the pyproject.toml files of a folder in the workspace, as they come, change and go. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, problems } from './window';

const nearly = `# @gradcheck x=3
# @grad x = 2.002*x
def nearly(x):
    return x**2
`;
const strict = nearly.replace('x=3', 'x=3, rtol=1e-6');
const loose = '[tool.gradlens]\nrtol = 0.01\n';
const cells = [{ cell_type: 'code', metadata: {}, outputs: [], source: nearly.split(/(?<=\n)/) }];
const notebook = JSON.stringify({
  cells,
  metadata: { language_info: { name: 'python' } },
  nbformat: 4,
  nbformat_minor: 5,
});

describe('project settings', () => {
  let outer: vscode.Uri;
  let inner: vscode.Uri;
  let document: vscode.Uri;
  const inFolder = (name: string) => vscode.Uri.joinPath(inner, '..', name);
  const write = (uri: vscode.Uri, text: string) =>
    vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));

  beforeEach(async () => {
    const root = vscode.workspace.workspaceFolders![0].uri;
    outer = vscode.Uri.joinPath(root, 'pyproject.toml');
    // VS Code may miss what happens in a folder that came back at once, or with its parent.
    inner = vscode.Uri.joinPath(root, `project-${Date.now()}`, 'pyproject.toml');
    document = inFolder('nearly.py');
    await write(document, nearly);
    await vscode.workspace.openTextDocument(document);
    await eventually(() => problems(document), ['2 mismatch']);
  });
  afterEach(async () => {
    await write(outer, '');
    await vscode.workspace.fs.delete(outer);
    await vscode.workspace.fs.delete(inFolder(''), { recursive: true });
  });

  it('win over those of VS Code, when the file comes, changes and goes', async () => {
    const settings = vscode.workspace.getConfiguration('gradlens');
    await settings.update('rtol', 1e-9, vscode.ConfigurationTarget.Global);
    await write(outer, loose);
    await eventually(() => problems(document), []);
    await write(outer, '[tool.gradlens]\nrtol = 1e-5\n');
    await eventually(() => problems(document), ['2 mismatch']);
    await settings.update('rtol', 0.01, vscode.ConfigurationTarget.Global);
    await vscode.workspace.fs.delete(outer);
    await eventually(() => problems(document), []);
    await settings.update('rtol', undefined, vscode.ConfigurationTarget.Global);
  });

  it('come from the nearest file that has them, and an annotation wins', async () => {
    await write(outer, loose);
    await write(inner, '[tool.other]\nname = "gradlens"\n');
    await eventually(() => problems(document), []);
    await write(inFolder('strict.py'), strict);
    await vscode.workspace.openTextDocument(inFolder('strict.py'));
    await eventually(() => problems(inFolder('strict.py')), ['2 mismatch']);
    await write(inner, '[tool.gradlens]\nseed = 1\n');
    await eventually(() => problems(document), ['2 mismatch']);
  });

  it('hold for the cells of a notebook', async () => {
    await write(outer, loose);
    await eventually(() => problems(document), []);
    await write(inFolder('cells.ipynb'), notebook);
    const opened = await vscode.workspace.openNotebookDocument(inFolder('cells.ipynb'));
    const [cell] = opened.getCells();
    const report = await vscode.commands.executeCommand<{ functions: { verdict: string }[] }>(
      'gradlens.checkFile',
      cell.document.uri,
    );
    assert.deepEqual(
      report.functions.map(({ verdict }) => verdict),
      ['pass'],
    );
  });

  it('that are wrong are a problem, and those of VS Code hold meanwhile', async () => {
    await write(outer, loose);
    await eventually(() => problems(document), []);
    await write(outer, '[tool.gradlens]\nrtol = 0.01\nrtl = 1\n');
    await eventually(() => problems(outer), ['3 settings']);
    await eventually(() => problems(document), ['2 mismatch']);
    const [problem] = vscode.languages.getDiagnostics(outer);
    assert.equal(problem.message, '[tool.gradlens] unknown setting rtl; did you mean rtol?');
    await write(outer, loose);
    await eventually(() => [problems(outer), problems(document)], [[], []]);
  });

  it('are no problem any more when their folder is gone', async () => {
    await write(inner, '[tool.gradlens\n');
    await eventually(() => problems(inner), ['1 settings']);
    await vscode.workspace.fs.delete(inFolder(''), { recursive: true });
    await eventually(() => problems(inner), []);
    await vscode.workspace.fs.createDirectory(inFolder(''));
  });
});
