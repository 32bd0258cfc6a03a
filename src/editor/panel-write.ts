/** Writes a point that was chosen in the graph panel into the annotation of its target. */
import * as vscode from 'vscode';
import type { JsonArray } from '../check/report';
import { placeOf } from './cells';
import { toEditorRange } from './convert';
import type { PanelServices } from './panel';
import { openDocument, type PanelTarget } from './panel-source';
import { unansweredText } from './worker-client';

/** One edit, undone at once; says why where it cannot be written. */
export async function writePoint(
  { client, projects, modules }: Pick<PanelServices, 'client' | 'projects' | 'modules'>,
  target: PanelTarget,
  at: Readonly<Record<string, JsonArray>>,
): Promise<void> {
  const document = await openDocument(target.uri);
  if (document === null) return;
  const { version } = document;
  const options = await projects.options(document);
  const source = await modules.load(document, null);
  const { name } = target;
  const outcome = await client.ask({ kind: 'pointEdits', source, options, name, at });
  if (outcome.kind !== 'answer') {
    void vscode.window.showWarningMessage(unansweredText(outcome));
    return;
  }
  if (outcome.answer === null || document.version !== version) {
    const reason =
      outcome.answer === null
        ? 'it is no number or short array of a parameter'
        : 'the text has changed';
    void vscode.window.showWarningMessage(
      `The point of ${name} cannot be written into an annotation: ${reason}.`,
    );
    return;
  }
  const { toDocument } = placeOf(document);
  const edit = new vscode.WorkspaceEdit();
  for (const { range, text } of outcome.answer) {
    const place = toDocument(range);
    const uri = place.path === undefined ? document.uri : vscode.Uri.parse(place.path);
    edit.replace(uri, toEditorRange(place.range), text);
  }
  await vscode.workspace.applyEdit(edit);
}
