/** Imports in the editor: the importer follows unsaved buffers and files of what it imports. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, edit, eventually, openText, problems } from './window';

const main = `from tools import power
# @gradcheck x=3
# @grad x = 2*x
def f(x):
    return power(x)
`;
const tools = 'def power(x):\n    return x**2\n';

describe('imports', () => {
  /** A folder for each test: documents that were edited stay open for a while. */
  let folder = '';
  let tests = 0;
  const at = (path: string) =>
    vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0].uri, folder, path);
  const write = (path: string, text: string) =>
    vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text));

  beforeEach(async () => {
    folder = `imports${++tests}`;
    await write('tools.py', tools);
    await write('main.py', main);
    await vscode.window.showTextDocument(at('main.py'));
  });
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(at(''), { recursive: true });
  });

  /** Waits for a check that is known to find the imported function correct or wrong. */
  const becomes = (expected: 'right' | 'wrong' | 'missing') => {
    const found = { right: [], wrong: ['3 mismatch'], missing: ['4 unsupported'] }[expected];
    return eventually(() => problems(at('main.py')), found);
  };

  it('follow the unsaved buffer of what is imported', async () => {
    const other = await vscode.workspace.openTextDocument(at('tools.py'));
    await edit(other, 'x**2', 'x**3');
    await becomes('wrong');
    await edit(other, 'x**3', 'x**2');
    await becomes('right');
  });

  it('follow the file of what is imported as it changes, goes and comes', async () => {
    await write('tools.py', tools.replace('x**2', 'x**3'));
    await becomes('wrong');
    await vscode.workspace.fs.delete(at('tools.py'));
    await becomes('missing');
    await write('tools.py', tools);
    await becomes('right');
  });

  it('follow through files between', async () => {
    await write('tools.py', 'from inner import *\n');
    await becomes('missing');
    await write('inner.py', tools.replace('x**2', 'x**3'));
    await becomes('wrong');
    const inner = await vscode.workspace.openTextDocument(at('inner.py'));
    await edit(inner, 'x**3', 'x**2');
    await becomes('right');
  });

  it('point from a problem to the other file', async () => {
    await write('tools.py', 'def power(x):\n    return x + [1][7]\n');
    await eventually(() => problems(at('main.py')), ['4 error']);
    const [problem] = vscode.languages.getDiagnostics(at('main.py'));
    const [related] = problem.relatedInformation ?? [];
    assert.equal(related.location.uri.toString(), at('tools.py').toString());
    assert.equal(related.location.range.start.line, 1);
  });

  it('of an unsaved document come from the workspace folder', async () => {
    const document = await openText(main.replace('from tools', `from ${folder}.tools`));
    await edit(document, '2*x', '4*x');
    await eventually(() => problems(document.uri), ['3 mismatch']);
    await edit(document, '4*x', '2*x');
    await eventually(() => problems(document.uri), []);
  });
});
