/**
 * What may go wrong around a check: a worker that dies, floods of edits and of files, texts that
 * are too long or never end. The editor answers meanwhile, what was known stays and is marked
 * as old, and nothing is left behind.
 */
import assert from 'node:assert/strict';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as v8 from 'node:v8';
import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import { closeAll, edit, eventually, hoverText, openText, problems, right, wrong } from './window';

/** The longest that the extension host may not answer, in ms: machines that run tests are busy. */
const mostStandstill = 1_000;
/** The longest that anything may take to be seen on such a machine. */
const patience = 50_000;

const slow = `# @gradcheck x=3
def slow(x):
    for i in range(100_000_000):
        x = x + i
    return x
`;
/** With more rounds a check takes a minute, for each is a product of large matrices. */
const heavy = `import numpy as np


# @gradcheck x=2
def heavy(x):
    A = np.ones((900, 900)) * x
    for _ in range(0):
        A = A @ A / 900
    return A.sum()
`;
const endless = `# @gradcheck x=3
def endless(x):
    while x > 0:
        x = x + 1
    return x
`;

/** How many there are of what could be left behind. */
interface Census {
  readonly workers: number;
  readonly disposables: number;
  readonly emitters: number;
  readonly aborts: number;
}

function census(): Census {
  // The Node of VS Code has it, the types of our own do not.
  const { queryObjects } = v8 as unknown as { queryObjects(kind: unknown): number };
  const report = process.report.getReport() as unknown as { workers: unknown[] };
  return {
    workers: report.workers.length,
    disposables: queryObjects(vscode.Disposable),
    emitters: queryObjects(vscode.EventEmitter),
    // An open document has one.
    aborts: queryObjects(AbortController) - openPython().length,
  };
}

function openPython(): vscode.Uri[] {
  return vscode.workspace.textDocuments
    .filter(({ languageId }) => languageId === 'python')
    .map(({ uri }) => uri);
}

/** Runs something, and fails when the extension host stood still for long meanwhile. */
async function responsive(act: () => Promise<void>): Promise<void> {
  const delays = monitorEventLoopDelay({ resolution: 10 });
  delays.enable();
  await act();
  delays.disable();
  const longest = delays.max / 1e6;
  assert.ok(longest < mostStandstill, `It stood still for ${longest.toFixed()} ms`);
}

/** The worker that is asked a check while something runs. */
async function workerAsked(act: () => Promise<void>): Promise<Worker> {
  const { postMessage } = Worker.prototype;
  let asked: Worker | null = null;
  Worker.prototype.postMessage = function (this: Worker, letter, ...rest) {
    if (letter.question?.kind === 'check') asked = this;
    return postMessage.call(this, letter, ...rest);
  };
  try {
    await act();
    await inTime(() => asked !== null, true);
  } finally {
    Worker.prototype.postMessage = postMessage;
  }
  return asked as unknown as Worker;
}

describe('faults', function () {
  this.timeout(60_000);
  let earlier: Census;

  before(async () => {
    await closeAll();
    // A worker that rests and all that is registered on first use is there afterwards, too.
    await inTime(problemsOf(await openText(`import numpy\n${wrong}`)), ['3 mismatch']);
    await closeAll();
    earlier = census();
  });
  afterEach(closeAll);

  it('a worker that is killed in mid-check costs that check alone', async () => {
    const document = await openText(wrong);
    await inTime(problemsOf(document), ['2 mismatch']);
    const worker = await workerAsked(() => edit(document, wrong, `${wrong}\n\n${slow}`));
    await worker.terminate();
    await inTime(
      async () => /earlier version of this text/.test(await hoverText(document, 'wrong')),
      true,
    );
    assert.deepEqual(problems(document.uri), ['2 mismatch']);
    await edit(document, slow, right);
    await inTime(async () => /correct/.test(await hoverText(document, 'right')), true);
    assert.doesNotMatch(await hoverText(document, 'wrong'), /earlier version/);
  });

  it('10,000 edits in a row, ten at a time, are checked as the last one left the text', async () => {
    const cursors = Array.from({ length: 10 }, (_, line) => new vscode.Selection(line, 1, line, 1));
    const document = await openText(`${'#\n'.repeat(cursors.length)}${wrong}`);
    await inTime(problemsOf(document), ['12 mismatch']);
    vscode.window.activeTextEditor!.selections = cursors;
    const typed = [{ command: 'default:type', args: { text: '1' } }, 'deleteLeft'];
    const commands = Array.from({ length: 100 }, () => typed).flat();
    await responsive(async () => {
      for (let round = 0; round < 5; round += 1) {
        await vscode.commands.executeCommand('runCommands', { commands });
      }
    });
    assert.ok(document.version > 1_000, `${document.version} versions`);
    await edit(document, '4*x', '2*x');
    await inTime(problemsOf(document), []);
  });

  it('100 files that are opened at once are all checked, as far as VS Code keeps them', async () => {
    const folder = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0].uri, 'many');
    const uris = Array.from({ length: 100 }, (_, at) =>
      vscode.Uri.joinPath(folder, `file${at}.py`),
    );
    const text = new TextEncoder().encode(wrong);
    await Promise.all(uris.map((uri) => vscode.workspace.fs.writeFile(uri, text)));
    await responsive(async () => {
      // Some are closed before they are there.
      await Promise.allSettled(uris.map((uri) => vscode.workspace.openTextDocument(uri)));
      const kept = () => openPython().filter((uri) => uri.path.includes('/many/'));
      await inTime(() => kept().filter((uri) => problems(uri).length !== 1), []);
      // It closes the first of those that no tab shows.
      assert.ok(kept().length >= 50);
    });
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('a file of 50,000 lines is checked, again after an edit', async () => {
    const filler = Array.from({ length: 25_000 }, (_, at) => `value_${at} = ${at}\n`).join('');
    const text = `${filler}${wrong}${filler}`;
    await responsive(async () => {
      const document = await openText(text);
      await inTime(problemsOf(document), ['25002 mismatch']);
      await edit(document, '4*x', '2*x');
      await inTime(problemsOf(document), []);
    });
  });

  it('a file that loops for ever is told so, and others are checked', async () => {
    const document = await openText(`${wrong}\n\n${endless}`);
    const other = await openText(wrong);
    // A busy machine runs out of time before the steps are counted, which is told at the name.
    const told = async () =>
      problems(document.uri).map((each) => (each === '9 limit' ? '10 limit' : each));
    await responsive(async () => {
      await inTime(told, ['2 mismatch', '10 limit']);
      await inTime(problemsOf(other), ['2 mismatch']);
    });
  });

  it('a file that takes too long is told so, and keeps what was known, marked as old', async () => {
    const document = await openText(`${right}\n\n${heavy}`);
    await inTime(async () => /correct/.test(await hoverText(document, 'right')), true);
    await responsive(async () => {
      await edit(document, 'range(0)', 'range(60)');
      await inTime(problemsOf(document), ['3 time', '11 time']);
      const text = await hoverText(document, 'right');
      assert.match(text, /correct.*of an earlier version of this text.*analytic.*\b6\b/s);
    });
  });

  it('leave nothing behind', async () => {
    await inTime(() => {
      const after = census();
      return Object.entries(after)
        .filter(([kind, count]) => count > earlier[kind as keyof Census])
        .map(([kind, count]) => `${kind}: ${count}, before ${earlier[kind as keyof Census]}`);
    }, []);
  });
});

function inTime<T>(read: () => T | Promise<T>, expected: T): Promise<void> {
  return eventually(read, expected, patience);
}

function problemsOf(document: vscode.TextDocument): () => string[] {
  return () => problems(document.uri);
}
