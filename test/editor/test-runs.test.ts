/** Runs of the Test Explorer: how each test ends, at which point, and that runs end when cancelled. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Exported } from '../../src/editor/activate';
import { edit, eventually, openText, right, wrong } from './window';

const several = `# @gradcheck x=[1.0, 2.0]
# @grad x = 2*x
def total(x):
    return (x**2).sum()
`;

async function exported(): Promise<Exported> {
  const extension = vscode.extensions.getExtension<Exported>('gradlens.gradlens');
  assert.ok(extension);
  return extension.activate();
}

/** Runs tests of a document by the name of a profile; gives what happened, in order. */
async function run(
  document: vscode.TextDocument,
  label: string,
  token = new vscode.CancellationTokenSource().token,
): Promise<string[]> {
  const { tests, profiles } = await exported();
  const profile = profiles.find((each) => each.label === label);
  const file = tests.items.get(document.uri.toString());
  assert.ok(profile && file);
  const told: string[] = [];
  const { createTestRun } = tests;
  tests.createTestRun = (...given) => {
    const made = createTestRun.call(tests, ...given);
    const note =
      <Rest extends unknown[]>(what: string, act: (item: vscode.TestItem, ...rest: Rest) => void) =>
      (item: vscode.TestItem, ...rest: Rest) => {
        told.push(`${item.label} ${what}`);
        act.call(made, item, ...rest);
      };
    made.passed = note('passed', made.passed);
    made.failed = note('failed', made.failed);
    made.skipped = note('skipped', made.skipped);
    made.errored = note('errored', made.errored);
    const { end } = made;
    made.end = () => {
      told.push('end');
      end.call(made);
    };
    return made;
  };
  try {
    const request = new vscode.TestRunRequest([file], undefined, profile);
    await profile.runHandler(request, token);
  } finally {
    tests.createTestRun = createTestRun;
  }
  return told;
}

async function listed(document: vscode.TextDocument): Promise<void> {
  const { tests } = await exported();
  await eventually(() => tests.items.get(document.uri.toString()) !== undefined, true);
}

describe('test runs', () => {
  it('end each test as its verdict is', async () => {
    const document = await openText(`${right}\n\n${wrong}`);
    await listed(document);
    assert.deepEqual(await run(document, 'Check'), ['right passed', 'wrong failed', 'end']);
  });

  it('at the failed point are of what has failed, at that point also after an edit', async () => {
    const document = await openText(`import numpy as np\n\n\n${right}\n\n${several}`);
    await listed(document);
    const label = 'Check at the Failed Point';
    assert.deepEqual(await run(document, label), []);
    await edit(
      document,
      'def total(x):\n    return (x**2).sum()',
      'def total(x):\n    return (x**3).sum()',
    );
    assert.deepEqual(await run(document, 'Check'), ['right passed', 'total failed', 'end']);
    assert.deepEqual(await run(document, label), ['total failed', 'end']);
    // 3x² is 2x where x is 2/3 or 0: other points than the one that failed do not count.
    await edit(document, 'x=[1.0, 2.0]', 'x=[0.0, 0.0]');
    assert.deepEqual(await run(document, 'Check'), ['right passed', 'total passed', 'end']);
    assert.deepEqual(await run(document, label), ['total failed', 'end']);
    await edit(document, 'x**3', 'x**2');
    assert.deepEqual(await run(document, label), ['total passed', 'end']);
  });

  it('end when they are cancelled, with nothing passed', async () => {
    const document = await openText(`${right}\n\n${wrong}`);
    await listed(document);
    const source = new vscode.CancellationTokenSource();
    source.cancel();
    assert.deepEqual(await run(document, 'Check', source.token), [
      'right skipped',
      'wrong skipped',
      'end',
    ]);
  });

  it('end soon when they are cancelled in mid-check', async () => {
    const slow = `# @gradcheck x=3
def slow(x):
    for i in range(100_000_000):
        x = x + i
    return x
`;
    const settings = vscode.workspace.getConfiguration('gradlens');
    await settings.update('run', 'manual', vscode.ConfigurationTarget.Global);
    try {
      const document = await openText(right);
      await vscode.commands.executeCommand('gradlens.checkFile');
      await listed(document);
      await edit(document, right, `${right}\n\n${slow}`);
      const source = new vscode.CancellationTokenSource();
      const started = run(document, 'Check', source.token);
      await new Promise((resolve) => setTimeout(resolve, 100));
      const start = Date.now();
      source.cancel();
      assert.deepEqual(await started, ['right skipped', 'end']);
      assert.ok(Date.now() - start < 2_000);
    } finally {
      await settings.update('run', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
