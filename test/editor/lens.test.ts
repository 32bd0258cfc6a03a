/** The lenses above targets: their titles, their places while the text is edited, and the switch. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { edit, eventually, hoverText, openText, right, wrong } from './window';

const pair = `import numpy as np


def square(x):
    return x**2


def square_grad(x):
    return 2 * x
`;

/** Lenses as `line: title`, in the order of the text. */
async function lenses(document: vscode.TextDocument): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    100,
  );
  return found
    .filter(({ command }) => command?.command.startsWith('gradlens.'))
    .map(({ range, command }) => `${range.start.line + 1}: ${command?.title}`);
}

/** What stands behind the verdict, always. */
function rest(line: number): string[] {
  return [`${line}: Check`, `${line}: Graph`, `${line}: why?`];
}

describe('lenses', () => {
  it('tell the verdict above each target, and offer why', async () => {
    const document = await openText(`${right}\n\n${wrong}`);
    await eventually(
      () => lenses(document),
      [
        '3: $(pass)\u00a0correct, compared with @grad',
        ...rest(3),
        '9: $(error)\u00a0mismatch, compared with @grad',
        ...rest(9),
      ],
    );
  });

  it('stand above pairs found by convention, those that are not supported too', async () => {
    const document = await openText(pair);
    await eventually(
      () => lenses(document),
      ['8: $(pass)\u00a0correct, gradient of square', ...rest(8)],
    );
    await edit(document, '2 * x', '2 * np.no_such_name(x) * x');
    await eventually(
      () => lenses(document),
      ['8: $(circle-slash)\u00a0not supported, gradient of square', ...rest(8)],
    );
  });

  it('move with the text and change in place', async () => {
    const document = await openText(pair);
    await eventually(() => lenses(document).then((all) => all.length), 4);
    await edit(document, 'def square(x)', '# one\n# two\ndef square(x)');
    assert.deepEqual(await lenses(document), [
      '10: $(pass)\u00a0correct, gradient of square',
      ...rest(10),
    ]);
    await edit(document, '2 * x', '3 * x');
    await eventually(
      () => lenses(document),
      ['10: $(error)\u00a0mismatch, gradient of square', ...rest(10)],
    );
  });

  it('go where gradlens.codeLens is off', async () => {
    const document = await openText(right);
    await eventually(() => lenses(document).then((all) => all.length), 4);
    const settings = vscode.workspace.getConfiguration('gradlens');
    await settings.update('codeLens', false, vscode.ConfigurationTarget.Global);
    await eventually(() => lenses(document), []);
    await settings.update('codeLens', undefined, vscode.ConfigurationTarget.Global);
    await eventually(() => lenses(document).then((all) => all.length), 4);
  });

  it('have a hover on the name of the forward function, too', async () => {
    const document = await openText(pair);
    assert.match(await hoverText(document, 'square(x)'), /correct.*convention C6/s);
    assert.equal(await hoverText(document, 'return x'), '');
  });
});
