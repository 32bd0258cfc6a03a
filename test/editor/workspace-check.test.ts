/** "Check Workspace": which files it checks, what it leaves in the Problems view, and who takes over. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Report } from '../../src/check/report';
import { eventually, problems, right, wrong } from './window';

const folder = () => vscode.workspace.workspaceFolders?.[0].uri as vscode.Uri;
const at = (path: string) => vscode.Uri.joinPath(folder(), 'project', path);

describe('workspace check', () => {
  beforeEach(async () => {
    const files = {
      'right.py': right,
      'wrong.py': wrong,
      'left/out.py': wrong,
      '.gitignore': 'left/\n',
      'node_modules/other.py': wrong,
    };
    for (const [path, text] of Object.entries(files)) {
      await vscode.workspace.fs.writeFile(at(path), Buffer.from(text));
    }
  });
  afterEach(() => vscode.workspace.fs.delete(at(''), { recursive: true }));

  it('reports files that are not open, and leaves out what is ignored', async () => {
    const report = await vscode.commands.executeCommand<Report>('gradlens.checkWorkspace');
    const ours = report.files.filter(({ path }) => path.startsWith('project/'));
    assert.deepEqual(
      ours.map(({ path, functions }) => `${path} ${functions[0]?.verdict}`),
      ['project/right.py pass', 'project/wrong.py mismatch'],
    );
    assert.deepEqual(problems(at('wrong.py')), ['2 mismatch']);
    assert.deepEqual(problems(at('right.py')), []);
    assert.deepEqual(problems(at('left/out.py')), []);
  });

  it('hands a file that is opened to its session, so that no problem stands twice', async () => {
    await vscode.commands.executeCommand('gradlens.checkWorkspace');
    assert.deepEqual(problems(at('wrong.py')), ['2 mismatch']);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(at('wrong.py')));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await eventually(() => problems(at('wrong.py')), ['2 mismatch']);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
