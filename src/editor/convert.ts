/**
 * The only place where the core's plain data becomes the editor's types: ranges,
 * severities, and documents the other way.
 */
import * as vscode from 'vscode';
import type { Source } from '../check/checker';
import type { ProblemReport, Range } from '../check/report';
import { notebookOf, placeOf } from './cells';

/** From 1-based lines and columns to the editor's 0-based ones. */
export function toEditorRange(range: Range): vscode.Range {
  return new vscode.Range(range.line - 1, range.column - 1, range.endLine - 1, range.endColumn - 1);
}

const severities: Readonly<Record<ProblemReport['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

/** Where a problem's code is explained. */
function pageOf(code: string): vscode.Uri {
  return vscode.Uri.parse(`https://github.com/gradlens/gradlens/blob/main/PROBLEMS.md#${code}`);
}

/** The code of a diagnostic of ours: `mismatch`. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** A problem of the file `uri` as the Problems view shows it; `locate` finds the other files that it names. */
export function toDiagnostic(
  problem: ProblemReport,
  uri: vscode.Uri,
  locate: (path: string) => vscode.Uri = () => uri,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    toEditorRange(problem),
    problem.message,
    severities[problem.severity],
  );
  diagnostic.source = 'GradLens';
  diagnostic.code = { value: problem.code, target: pageOf(problem.code) };
  diagnostic.relatedInformation = problem.related.map(
    ({ path, range, message }) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(path === undefined ? uri : locate(path), toEditorRange(range)),
        message,
      ),
  );
  return diagnostic;
}

/** A text to check: a document of the editor, or a file that is not open. */
export type TextFile = Pick<vscode.TextDocument, 'uri' | 'languageId' | 'isClosed' | 'getText'>;

/** The text as it stands in the editor, saved or not; of a cell, that of its notebook. */
export function toSource(document: TextFile): Source {
  return {
    path: pathOf(document),
    text: placeOf(document).text,
    language: document.languageId,
  };
}

/** The path by which reports name a document. */
export function pathOf(document: TextFile): string {
  return vscode.workspace.asRelativePath(addressOf(document), false);
}

/** A cell belongs where its notebook is. */
export function addressOf(document: TextFile): vscode.Uri {
  return notebookOf(document)?.uri ?? document.uri;
}
