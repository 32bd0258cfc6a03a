/** The commands: what they check and what they give back. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FileReport, FunctionReport } from '../../src/check/report';
import { closeAll, openText, right, wrong } from './window';

const pair = `# @gradcheck x=3, gradient=square_grad
def square(x):
    return x**2


def square_grad(x):
    return 2 * x
`;
const plain = 'def plain(x):\n    return x**2\n';

const rows: readonly [what: string, text: string, cursor: string, name: string, verdict: string][] =
  [
    ['an annotated function', `${plain}\n\n${right}`, 'right(', 'right', 'pass'],
    ['a wrong one, from inside', `${right}\n\n${wrong}`, 'def wrong', 'wrong', 'mismatch'],
    ['one from its annotation', `${right}\n\n${wrong}`, '# @grad x = 4', 'wrong', 'mismatch'],
    ['one from its written gradient', pair, 'def square_grad', 'square', 'pass'],
    ['one that is not annotated', `${right}\n\n${plain}`, 'def plain', 'plain', 'pass'],
  ];

describe('commands', () => {
  for (const [what, text, cursor, name, verdict] of rows) {
    it(`“Check Gradient” checks the function at the cursor: ${what}`, async () => {
      const document = await openText(text);
      const place = document.positionAt(document.getText().indexOf(cursor) + 4);
      vscode.window.activeTextEditor!.selection = new vscode.Selection(place, place);
      const target = await vscode.commands.executeCommand<FunctionReport>('gradlens.check');
      assert.deepEqual([target.name, target.verdict], [name, verdict]);
    });
  }

  it('“Check Gradient” checks the function that a link names', async () => {
    const document = await openText(`${right}\n\n${wrong}\n\n${plain}`);
    const names = ['wrong', 'plain', 'right'];
    const targets = await Promise.all(
      names.map((name) =>
        vscode.commands.executeCommand<FunctionReport>(
          'gradlens.check',
          document.uri.toString(),
          name,
        ),
      ),
    );
    assert.deepEqual(
      targets.map(({ name, verdict }) => `${name} ${verdict}`),
      ['wrong mismatch', 'plain pass', 'right pass'],
    );
  });

  it('“Check File” gives the report of the file', async () => {
    await openText(`${right}\n\n${wrong}`);
    const report = await vscode.commands.executeCommand<FileReport>('gradlens.checkFile');
    assert.deepEqual(
      report.functions.map(({ name, verdict }) => `${name} ${verdict}`),
      ['right pass', 'wrong mismatch'],
    );
  });

  it('“Copy Values” copies every digit', async () => {
    const document = await openText(wrong);
    const given = [document.uri.toString(), 'wrong'] as const;
    await vscode.commands.executeCommand('gradlens.copyValues', ...given);
    const text = await vscode.env.clipboard.readText();
    assert.match(text, /^wrong: mismatch\nx = 3\nvalue = 9\nd\/dx analytic = 6\n/);
    assert.match(text, /d\/dx numeric = 6.* ± .*e-\d+\nd\/dx written = 12\n$/);
  });

  it('do nothing where no Python file is open', async () => {
    await closeAll();
    assert.equal(await vscode.commands.executeCommand('gradlens.checkFile'), null);
  });
});
