/**
 * The editor door: what the extension consists of and who is given what. The
 * worker, and with it the core, starts with the first question.
 */
import { join } from 'node:path';
import type { ExtensionContext, TestController } from 'vscode';
import { registerCommands } from './editor/commands';
import { registerFixes } from './editor/fixes';
import { registerHover } from './editor/hover';
import { registerLenses } from './editor/lens';
import { createLog } from './editor/log';
import { createModules } from './editor/modules';
import { createGraphPanel } from './editor/panel';
import { showProblems } from './editor/problems';
import { createProjects } from './editor/project';
import { createSessions } from './editor/session';
import { registerTests } from './editor/tests';
import { registerWhy } from './editor/why';
import { createWorkerClient } from './editor/worker-client';

/** The longest that a file may take to check, in milliseconds. */
const limit = 10_000;

/** What the tests of the extension see of it from outside. */
export interface Exported {
  readonly tests: TestController;
}

export function activate(context: ExtensionContext): Exported {
  const log = createLog();
  const client = createWorkerClient({
    path: join(context.extensionPath, 'dist', 'editor', 'worker.mjs'),
    limit,
    onError: log.internalError,
  });
  const projects = createProjects();
  const modules = createModules(client);
  const sessions = createSessions(client, projects, modules);
  const panel = createGraphPanel({
    sessions,
    projects,
    modules,
    client,
    extensionUri: context.extensionUri,
    memory: context.workspaceState,
  });
  const tests = registerTests({ sessions, projects, modules, client });
  context.subscriptions.push(
    log,
    { dispose: client.stop },
    projects,
    modules,
    sessions,
    panel,
    showProblems(sessions),
    registerHover({ sessions, projects, modules, client }),
    registerFixes({ sessions, projects, modules, client }),
    registerLenses(sessions),
    tests,
    registerWhy({ sessions, projects, modules, client }),
    registerCommands({ sessions, projects, modules, client, panel }),
  );
  return { tests: tests.controller };
}
