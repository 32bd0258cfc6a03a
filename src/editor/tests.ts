/**
 * The Test Explorer: each target is a test, run on the text as it stands in the editor.
 * The workspace is searched only when the view opens; a continuous run follows the
 * checks that the session makes anyway.
 */
import * as vscode from 'vscode';
import type { Moved } from '../check/graph-report';
import type { FileReport } from '../check/report';
import type { Exported } from './activate';
import { checkFile, openDocument, readFile } from './check-text';
import type { PickServices } from './pick';
import type { SessionChange } from './session';
import { isOn, onSettingsChange } from './settings';
import { createTestItems } from './test-items';
import { endTest } from './test-outcome';
import { checkPoint, failedPoint } from './test-point';
import { findPythonFiles } from './workspace-files';

type Check = (
  uri: vscode.Uri,
  item: vscode.TestItem,
  signal: AbortSignal,
) => Promise<FileReport | null>;

/** Milliseconds: timers that are due by the end of a task still belong to it, and to take in a report takes a few. */
const apart = 20;

/** The controller and its profiles too, so that the tests of the extension can run it. */
export function registerTests(services: PickServices): vscode.Disposable & {
  readonly exported: Exported;
} {
  const { sessions } = services;
  const controller = vscode.tests.createTestController('gradlens', 'GradLens');
  const items = createTestItems(controller);
  const failed = new WeakMap<vscode.TestItem, Moved>();
  // Told in a task of its own: the tree of a large file takes a while, and the problems come first.
  const changes = new vscode.EventEmitter<SessionChange>();

  async function list(uri: vscode.Uri): Promise<void> {
    const document = openDocument(uri) ?? (await readFile(uri));
    if (document === null || !isOn('tests', document)) return;
    const options = await services.projects.options(document);
    const source = { path: uri.path, text: document.getText(), language: 'python' };
    const outcome = await services.client.ask({ kind: 'found', source, options });
    if (outcome.kind === 'answer') items.set(uri, outcome.answer);
  }

  async function discover(token: vscode.CancellationToken): Promise<void> {
    for (const uri of await findPythonFiles(token)) {
      if (token.isCancellationRequested) return;
      await list(uri);
    }
  }

  /** The tests that a request is about, by file. */
  function wanted({ include, exclude }: vscode.TestRunRequest): Map<string, vscode.TestItem[]> {
    const files = new Map<string, vscode.TestItem[]>();
    const seen = new Set<vscode.TestItem>();
    const visit = (item: vscode.TestItem): void => {
      if (exclude?.includes(item) || seen.has(item) || item.uri === undefined) return;
      seen.add(item);
      if (items.targetOf(item) !== undefined) {
        const address = item.uri.toString();
        files.set(address, [...(files.get(address) ?? []), item]);
      }
      item.children.forEach(visit);
    };
    if (include === undefined) controller.items.forEach(visit);
    else include.forEach(visit);
    return files;
  }

  /** One run of the tests of some files; `check` gives the report for one of its tests. */
  async function runFiles(
    request: vscode.TestRunRequest,
    token: vscode.CancellationToken,
    files: readonly (readonly [address: string, tests: readonly vscode.TestItem[]])[],
    check: Check,
  ): Promise<void> {
    if (files.length === 0) return;
    const run = controller.createTestRun(request);
    const abort = new AbortController();
    const cancelled = [token, run.token].map((each) =>
      each.onCancellationRequested(() => abort.abort()),
    );
    try {
      for (const tests of files) for (const item of tests[1]) run.enqueued(item);
      for (const [address, tests] of files) {
        if (token.isCancellationRequested || run.token.isCancellationRequested) abort.abort();
        for (const item of tests) run.started(item);
        const uri = vscode.Uri.parse(address);
        for (const item of tests) {
          const report = abort.signal.aborted ? null : await check(uri, item, abort.signal);
          end(run, item, report, abort.signal.aborted);
        }
      }
    } finally {
      run.end();
      vscode.Disposable.from(...cancelled).dispose();
    }
  }

  function end(
    run: vscode.TestRun,
    item: vscode.TestItem,
    report: FileReport | null,
    aborted: boolean,
  ): void {
    const asked = items.targetOf(item);
    const named = report?.functions.filter(({ name }) => name === asked?.name) ?? [];
    // At a point there is but the one that was asked for.
    const target = named[asked?.occurrence ?? 0] ?? named[0];
    if (target?.verdict === 'mismatch') failed.set(item, failedPoint(target));
    if (report !== null && target !== undefined) endTest(run, item, report, target);
    else if (report !== null || aborted) run.skipped(item);
    else
      run.errored(item, new vscode.TestMessage('It could not be checked: see the GradLens log.'));
  }

  function runOnce(
    request: vscode.TestRunRequest,
    token: vscode.CancellationToken,
    only?: vscode.Uri,
  ): Promise<void> {
    const files = [...wanted(request)].filter(
      ([address]) => only === undefined || address === only.toString(),
    );
    const reports = new Map<string, Promise<FileReport | null>>();
    return runFiles(request, token, files, (uri, _, signal) => {
      const address = uri.toString();
      const report = reports.get(address) ?? checkFile(services, uri, signal);
      reports.set(address, report);
      return report;
    });
  }

  /** Each test where it failed last; those that never failed are not run. */
  function runAtPoints(
    request: vscode.TestRunRequest,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const files = [...wanted(request)]
      .map(([address, tests]) => [address, tests.filter((item) => failed.has(item))] as const)
      .filter(([, tests]) => tests.length > 0);
    if (files.length === 0) {
      void vscode.window.showInformationMessage(
        'None of these tests has failed yet: run them first.',
      );
    }
    return runFiles(request, token, files, async (uri, item, signal) => {
      const asked = items.targetOf(item);
      const at = failed.get(item);
      if (asked === undefined || at === undefined) return null;
      return checkPoint(services, uri, asked.name, at, signal);
    });
  }

  /** Until the user ends it: each new result of a file whose tests are wanted makes a run. */
  function follow(request: vscode.TestRunRequest, token: vscode.CancellationToken): void {
    const subscription = changes.event(({ document, state }) => {
      if (state?.kind === 'done') void runOnce(request, token, document.uri);
    });
    token.onCancellationRequested(() => subscription.dispose());
  }

  controller.resolveHandler = (item) => {
    if (item !== undefined) return undefined;
    const source = new vscode.CancellationTokenSource();
    return discover(source.token);
  };
  controller.refreshHandler = discover;
  const check = controller.createRunProfile(
    'Check',
    vscode.TestRunProfileKind.Run,
    async (request, token) => {
      if (request.continuous === true) follow(request, token);
      await runOnce(request, token);
    },
    true,
    undefined,
    true,
  );

  const checkAtPoint = controller.createRunProfile(
    'Check at the Failed Point',
    vscode.TestRunProfileKind.Run,
    runAtPoints,
  );

  const subscription = vscode.Disposable.from(
    controller,
    changes,
    sessions.onChange((change) => void setTimeout(() => changes.fire(change), apart)),
    changes.event(({ document, state }) => {
      // A text that was never saved is gone when it is closed.
      if (state === undefined && document.isUntitled) items.set(document.uri, []);
      if (state === undefined || !isOn('tests', document)) return;
      if (state.kind === 'done') items.set(document.uri, state.report.functions);
      else {
        const file = items.file(document.uri);
        if (file !== undefined) controller.invalidateTestResults(file);
      }
    }),
    onSettingsChange(() => {
      for (const [address] of controller.items) {
        if (!isOn('tests', vscode.Uri.parse(address))) controller.items.delete(address);
      }
    }),
  );
  return {
    exported: { tests: controller, profiles: [check, checkAtPoint] },
    dispose: () => subscription.dispose(),
  };
}
