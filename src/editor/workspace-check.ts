/**
 * "Check Workspace": every Python file that is not ignored, with progress and a way to
 * cancel. What is wrong in files that are not open stands in the Problems view too, until
 * the file is opened, when its session takes over, or changes on disk.
 */
import * as vscode from 'vscode';
import { type FileReport, type Report, summarize } from '../check/report';
import { summaryLine } from '../render/summary';
import { checkFile, openDocument } from './check-text';
import { toDiagnostic } from './convert';
import { locate } from './modules';
import type { PickServices } from './pick';
import { findPythonFiles } from './workspace-files';

export function registerWorkspaceCheck(services: PickServices): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('gradlens-workspace');
  const forget = (uri: vscode.Uri) => collection.delete(uri);
  return vscode.Disposable.from(
    collection,
    vscode.workspace.onDidOpenTextDocument(({ uri }) => forget(uri)),
    vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach(forget)),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri } of files) forget(oldUri);
    }),
    vscode.commands.registerCommand('gradlens.checkWorkspace', async (): Promise<Report | null> => {
      const report = await vscode.window.withProgress(
        {
          location: vscode.ProgressLocation.Notification,
          title: 'GradLens: checking the workspace',
          cancellable: true,
        },
        (progress, token) => checkAll(services, collection, progress, token),
      );
      if (report !== null) void tell(report);
      return report;
    }),
  );
}

/** The report of all files; null when it was cancelled, with what was found until then still shown. */
async function checkAll(
  services: PickServices,
  collection: vscode.DiagnosticCollection,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  token: vscode.CancellationToken,
): Promise<Report | null> {
  const abort = new AbortController();
  token.onCancellationRequested(() => abort.abort());
  const uris = await findPythonFiles(token);
  collection.clear();
  const files: FileReport[] = [];
  for (const uri of uris) {
    if (token.isCancellationRequested) return null;
    progress.report({
      message: vscode.workspace.asRelativePath(uri),
      increment: 100 / uris.length,
    });
    const report = await checkFile(services, uri, abort.signal);
    if (report === null) continue;
    files.push(report);
    if (openDocument(uri) === undefined) collection.set(uri, diagnostics(uri, report));
  }
  return token.isCancellationRequested ? null : { schema: 1, summary: summarize(files), files };
}

function diagnostics(uri: vscode.Uri, { problems }: FileReport): vscode.Diagnostic[] {
  const file = { uri, languageId: 'python', isClosed: true, getText: () => '' };
  return problems
    .filter(({ ignored }) => !ignored)
    .map((problem) => toDiagnostic(problem, uri, (path) => locate(file, path)));
}

async function tell(report: Report): Promise<void> {
  const text = summaryLine(report, (_, words) => words);
  const wrong = report.files.some(({ problems }) => problems.some(({ ignored }) => !ignored));
  if (!wrong) {
    void vscode.window.showInformationMessage(text);
    return;
  }
  const action = 'Show Problems';
  const chosen = await vscode.window.showWarningMessage(text, action);
  if (chosen === action) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
