/** When a session reads and checks the text: on a real worker, whose questions are noted. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { pathOf } from '../../src/editor/convert';
import { createModules } from '../../src/editor/modules';
import { createProjects } from '../../src/editor/project';
import { createSessions } from '../../src/editor/session';
import { nodeThreads } from '../../src/editor/threads';
import { createWorkerClient, type WorkerClient } from '../../src/editor/worker-client';
import { edit, openText, wrong } from './window';

const delay = 400;

describe('session', () => {
  const settings = () => vscode.workspace.getConfiguration('gradlens');
  const set = (value: number | undefined) =>
    settings().update('delay', value, vscode.ConfigurationTarget.Global);

  before(() => set(delay));
  after(() => set(undefined));

  it('reads the text at the end of the delay, and checks it when the delay has passed', async () => {
    const document = await openText(wrong);
    const { extensionPath } = vscode.extensions.getExtension('gradlens.gradlens')!;
    const errors: string[] = [];
    const real = createWorkerClient({
      start: nodeThreads(join(extensionPath, 'dist', 'editor', 'worker.mjs')),
      limit: 10_000,
      idle: 10_000,
      onError: (error) => errors.push(error),
    });
    const asked: { kind: string; at: number }[] = [];
    const client: WorkerClient = {
      ask: (question, signal) => {
        // Documents of other tests are open, too.
        const isOurs = 'source' in question && question.source.path === pathOf(document);
        if (isOurs) asked.push({ kind: question.kind, at: performance.now() });
        return real.ask(question, signal);
      },
      stop: real.stop,
    };
    const projects = createProjects();
    const modules = createModules(client);
    const sessions = createSessions(client, projects, modules);
    try {
      await sessions.settled(document);
      asked.length = 0;
      let edited = Number.NaN;
      const seen = vscode.workspace.onDidChangeTextDocument(() => {
        edited = performance.now();
      });
      await edit(document, '4*x', '2*x');
      const state = await sessions.settled(document);
      seen.dispose();
      assert.equal(state?.kind, 'done');
      assert.deepEqual(
        asked.map(({ kind }) => kind),
        ['missing', 'check'],
      );
      const [read, checked] = asked.map(({ at }) => at - edited);
      // Timers may fire a millisecond early.
      assert.ok(read >= delay / 2, `read after ${read} ms`);
      assert.ok(checked >= delay - 2, `checked after ${checked} ms`);
      assert.ok(read < checked);
      assert.deepEqual(errors, []);
    } finally {
      vscode.Disposable.from(sessions, modules, projects, { dispose: real.stop }).dispose();
    }
  });
});
