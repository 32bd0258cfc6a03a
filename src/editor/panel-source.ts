/**
 * The graph panel and the text: shows the source of a node in the editor, and
 * tells in which target the cursor stands when it moves.
 */
import * as vscode from 'vscode';
import type { ViewMessage } from '../render/panel-messages';
import { toEditorRange } from './convert';
import { locate } from './modules';
import { type Sessions, selector } from './session';

/** What the panel shows. */
export interface PanelTarget {
  readonly uri: string;
  readonly name: string;
}

export interface CursorMove {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
  /** The innermost target around the cursor; null outside of all. */
  readonly target: string | null;
}

/** The cursor rests this long before the panel follows, in milliseconds. */
const rest = 60;

/** Where the panel itself put the cursor, which nobody moved. */
let placed: vscode.Selection | null = null;

/** Tells where the cursor of the active editor rests. */
export function followCursor(
  sessions: Sessions,
  onMove: (move: CursorMove) => void,
): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const subscription = vscode.window.onDidChangeTextEditorSelection(
    ({ textEditor, selections }) => {
      clearTimeout(timer);
      const [selection] = selections;
      const { document } = textEditor;
      if (vscode.languages.match(selector, document) === 0) return;
      if (placed?.isEqual(selection)) {
        placed = null;
        return;
      }
      timer = setTimeout(() => {
        const position = selection.active;
        onMove({ document, position, target: targetAt(sessions, document, position) });
      }, rest);
    },
  );
  return vscode.Disposable.from(subscription, { dispose: () => clearTimeout(timer) });
}

function targetAt(
  sessions: Sessions,
  document: vscode.TextDocument,
  position: vscode.Position,
): string | null {
  const state = sessions.state(document);
  const report = state?.kind === 'done' ? state.report : (state?.last ?? null);
  const around = (report?.functions ?? [])
    .map(({ name, fullRange }) => ({ name, range: toEditorRange(fullRange) }))
    .filter(({ range }) => range.contains(position));
  // The innermost one starts last.
  const innermost = around.reduce<(typeof around)[number] | null>(
    (best, each) => (best === null || each.range.start.isAfter(best.range.start) ? each : best),
    null,
  );
  return innermost?.name ?? null;
}

/** Selects the source of a node in the editor that shows it, else in the first column. */
export async function reveal(
  uri: string,
  { path, range }: Extract<ViewMessage, { kind: 'reveal' }>,
): Promise<void> {
  const own = await openDocument(uri);
  const other = own !== null && path !== undefined;
  const document = other ? await openDocument(locate(own, path).toString()) : own;
  if (document === null) return;
  const editor = vscode.window.visibleTextEditors.find((shown) => shown.document === document);
  const selection = toEditorRange(range);
  placed = new vscode.Selection(selection.start, selection.end);
  await vscode.window.showTextDocument(document, {
    viewColumn: editor?.viewColumn ?? vscode.ViewColumn.One,
    selection,
    // Whoever walks the graph by keyboard stays in it.
    preserveFocus: true,
  });
}

export async function openDocument(uri: string): Promise<vscode.TextDocument | null> {
  try {
    return await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  } catch {
    // The file is gone, which the panel says.
    return null;
  }
}
