/**
 * What the extension consists of and who is given what, on the desktop and in the browser
 * alike. The worker, and with it the core, starts with the first question.
 */
import { commands, type ExtensionContext, type TestController, type TestRunProfile } from 'vscode';
import { registerCommands } from './commands';
import { registerExample } from './example';
import { registerFixes } from './fixes';
import { registerHover } from './hover';
import { registerLanguageModelTool } from './language-model-tool';
import { registerLenses } from './lens';
import { createLog } from './log';
import { registerMarks } from './marks';
import { createModules } from './modules';
import { createGraphPanel } from './panel';
import { showProblems } from './problems';
import { createProjects } from './project';
import { createSessions } from './session';
import { showStatus } from './status';
import { registerTests } from './tests';
import { registerWhy } from './why';
import { createWorkerClient, type StartThread } from './worker-client';
import { registerWorkspaceCheck } from './workspace-check';

/** The longest that a file may take to check, in milliseconds. */
const limit = 10_000;
/** How long the worker lives with nothing to do, in milliseconds. */
const idle = 120_000;

/** What the tests of the extension see of it from outside. */
export interface Exported {
  readonly tests: TestController;
  readonly profiles: readonly TestRunProfile[];
}

/** Registers every part, with workers that are started by `start`. */
export function activateWith(start: StartThread, context: ExtensionContext): Exported {
  const log = createLog();
  const client = createWorkerClient({
    start,
    limit,
    idle,
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
  return tests.exported;
}
