/**
 * The editor door: what the extension consists of and who is given what. The
 * worker, and with it the core, starts with the first question.
 */
import { join } from 'node:path';
import { commands, type ExtensionContext, type TestController } from 'vscode';
import { registerCommands } from './editor/commands';
import { registerExample } from './editor/example';
import { registerFixes } from './editor/fixes';
import { registerHover } from './editor/hover';
import { registerLanguageModelTool } from './editor/language-model-tool';
import { registerLenses } from './editor/lens';
import { createLog } from './editor/log';
import { registerMarks } from './editor/marks';
import { createModules } from './editor/modules';
import { createGraphPanel } from './editor/panel';
import { showProblems } from './editor/problems';
import { createProjects } from './editor/project';
import { createSessions } from './editor/session';
import { showStatus } from './editor/status';
import { registerTests } from './editor/tests';
import { registerWhy } from './editor/why';
import { createWorkerClient } from './editor/worker-client';
import { registerWorkspaceCheck } from './editor/workspace-check';

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
  const services = { sessions, projects, modules, client };
  const panel = createGraphPanel({
    ...services,
    extensionUri: context.extensionUri,
    memory: context.workspaceState,
  });
  const tests = registerTests(services);
  context.subscriptions.push(
    log,
    { dispose: client.stop },
    projects,
    modules,
    sessions,
    panel,
    showProblems(sessions),
    showStatus(sessions),
    registerMarks(sessions),
    registerHover(services),
    registerFixes(services),
    registerLenses(sessions),
    tests,
    registerWhy(services),
    registerWorkspaceCheck(services),
    registerLanguageModelTool(services),
    registerExample(),
    commands.registerCommand('gradlens.showLog', log.show),
    registerCommands({ ...services, panel }),
  );
  return { tests: tests.controller };
}
