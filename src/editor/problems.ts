/**
 * The Problems view: what is wrong in each open document, at its place. Nothing
 * for success. The old problems stay until the new result is there, so that they
 * do not flash while typing.
 */
import * as vscode from 'vscode';
import { toDiagnostic } from './convert';
import { locate } from './modules';
import type { Sessions } from './session';
import { isOn } from './settings';

/** Shows the problems of all sessions from now on. */
export function showProblems(sessions: Sessions): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('gradlens');
  const subscription = sessions.onChange(({ document, state }) => {
    if (state === undefined) {
      collection.delete(document.uri);
    } else if (!isOn('problems', document)) {
      collection.delete(document.uri);
    } else if (state.kind === 'done') {
      const shown = state.report.problems.filter(({ ignored }) => !ignored);
      collection.set(
        document.uri,
        shown.map((problem) =>
          toDiagnostic(problem, document.uri, (path) => locate(document, path)),
        ),
      );
    }
  });
  return vscode.Disposable.from(collection, subscription);
}
