/** Quick fixes: what is offered at a problem or a head, and what the text and the result are after it. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FileReport } from '../../src/check/report';
import { eventually, openText, problems, wrong } from './window';

const pair = `import numpy as np


def square(x):
    return x**2


def square_grad(x):
    return 3 * x
`;
const foreign = `# @gradcheck
def read(q, r=2):
    return open(q).read() * r
`;

/** What is offered at the first `word` of a document, by title. */
async function offered(
  document: vscode.TextDocument,
  word: string,
): Promise<ReadonlyMap<string, vscode.CodeAction>> {
  const start = document.positionAt(document.getText().indexOf(word));
  const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(start, start),
  );
  return new Map(found.map((each) => [each.title, each]));
}

async function apply(document: vscode.TextDocument, word: string, title: string): Promise<void> {
  const actions = await offered(document, word);
  const edit = actions.get(title)?.edit;
  assert.ok(edit, `${title} is not among: ${[...actions.keys()].join('; ')}`);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

describe('quick fixes', () => {
  it('put the right formula into a claim', async () => {
    const document = await openText(wrong);
    await eventually(() => problems(document.uri), ['2 mismatch']);
    await apply(document, '4*x', 'Claim x = 2*x');
    assert.equal(document.lineAt(1).text, '# @grad x = 2*x');
    await eventually(() => problems(document.uri), []);
  });

  it('ignore a problem at its definition, its line and its file', async () => {
    for (const where of ['here', 'in this file']) {
      const document = await openText(wrong);
      await eventually(() => problems(document.uri), ['2 mismatch']);
      await apply(document, '4*x', `Ignore mismatch ${where}`);
      assert.match(document.getText(), /# gradlens: ignore(-file)?\[mismatch\]/);
      await eventually(() => problems(document.uri), []);
    }
    const document = await openText(pair);
    await eventually(() => problems(document.uri), ['8 mismatch']);
    await apply(document, 'square_grad', 'Ignore mismatch here');
    await eventually(() => problems(document.uri), []);
  });

  it('write down the inputs that were picked', async () => {
    const document = await openText(pair);
    await eventually(() => problems(document.uri), ['8 mismatch']);
    await apply(document, 'square_grad', 'Write these inputs in a @gradcheck line');
    assert.match(document.lineAt(3).text, /^# @gradcheck x: \(\d, \d\)$/);
    await eventually(() => problems(document.uri), ['9 mismatch']);
    const report = await vscode.commands.executeCommand<FileReport>('gradlens.checkFile');
    // The forward function is annotated for its pair, not checked beside it.
    assert.deepEqual(
      report.functions.map(({ name }) => name),
      ['square_grad'],
    );
    const actions = await offered(document, 'def square_grad');
    assert.equal(actions.has('Write these inputs in a @gradcheck line'), false);
  });

  it('offer a line for inputs where none would do', async () => {
    const document = await openText(foreign);
    await eventually(() => problems(document.uri).length, 1);
    const [problem] = vscode.languages.getDiagnostics(document.uri);
    const editor = vscode.window.activeTextEditor as vscode.TextEditor;
    editor.selection = new vscode.Selection(problem.range.start, problem.range.start);
    const actions = await offered(document, document.getText(problem.range));
    const edits = actions.get('Give inputs in a @gradcheck line')?.edit;
    assert.ok(edits, [...actions.keys()].join('; '));
    assert.ok(await vscode.workspace.applyEdit(edits));
    assert.equal(document.lineAt(1).text, '# @gradcheck q=1.0');
  });
});
