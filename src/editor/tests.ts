/**
 * The Test Explorer: each target is a test, run on the text as it stands in the editor.
 * The workspace is searched only when the view opens; a continuous run follows the
 * checks that the session makes anyway.
 */
import * as vscode from 'vscode';
import type { FileReport } from '../check/report';
import { checkFile, openDocument, readFile } from './check-text';
import type { PickServices } from './pick';
import { isOn, onSettingsChange } from './settings';
import { createTestItems } from './test-items';
import { endTest } from './test-outcome';
import { findPythonFiles } from './workspace-files';

/** The controller too, so that the tests of the extension can run it. */
export function registerTests(services: PickServices): vscode.Disposable & {
  readonly controller: vscode.TestController;
} {
  const { sessions } = services;
  const controller = vscode.tests.createTestController('gradlens', 'GradLens');
  const items = createTestItems(controller);

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

  async function runOnce(
    request: vscode.TestRunRequest,
    token: vscode.CancellationToken,
    only?: vscode.Uri,
  ): Promise<void> {
    const files = [...wanted(request)].filter(
      ([address]) => only === undefined || address === only.toString(),
    );
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
        const report = abort.signal.aborted ? null : await checkFile(services, uri, abort.signal);
        for (const item of tests) end(run, item, report, abort.signal.aborted);
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
    const target = named[asked?.occurrence ?? 0];
    if (report !== null && target !== undefined) endTest(run, item, report, target);
    else if (report !== null || aborted) run.skipped(item);
    else
      run.errored(item, new vscode.TestMessage('It could not be checked: see the GradLens log.'));
  }

  /** Until the user ends it: each new result of a file whose tests are wanted makes a run. */
  function follow(request: vscode.TestRunRequest, token: vscode.CancellationToken): void {
    const subscription = sessions.onChange(({ document, state }) => {
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
  controller.createRunProfile(
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

  const subscription = vscode.Disposable.from(
    controller,
    sessions.onChange(({ document, state }) => {
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
  return { controller, dispose: () => subscription.dispose() };
}
