/**
 * The lenses above each target: its verdict and what it was compared with, "Check", "Graph", "why?".
 * They come at once from the last report, move with the text while it is edited, and
 * change their titles when the next report is there.
 */
import * as vscode from 'vscode';
import type { FunctionReport } from '../check/report';
import { lensTitle } from '../render/lens';
import { type Sessions, selector } from './session';
import { isOn, onSettingsChange } from './settings';

/**
 * After how many milliseconds VS Code is told once more that lenses changed, if it did not ask for
 * them: it asks some 300 ms after a change, but drops that when the editor loses the focus
 * meanwhile, and goes on to show what it last knew.
 */
const reminder = 1000;

interface Placed {
  /** Counted from 0, in the text as it stands. */
  line: number;
  readonly target: FunctionReport;
}

export function registerLenses(sessions: Sessions): vscode.Disposable {
  const placed = new Map<vscode.TextDocument, Placed[]>();
  const changes = new vscode.EventEmitter<void>();
  const unasked = new Set<vscode.TextDocument>();
  let reminding: ReturnType<typeof setTimeout> | undefined;

  function remind(): void {
    const shown = vscode.window.visibleTextEditors;
    if (shown.some(({ document }) => unasked.has(document))) changes.fire();
    unasked.clear();
  }

  function take(document: vscode.TextDocument): void {
    const state = sessions.state(document);
    if (state?.kind !== 'done') return;
    const { functions } = state.report;
    placed.set(
      document,
      functions.map((target) => ({ line: target.line - 1, target })),
    );
  }

  return vscode.Disposable.from(
    changes,
    { dispose: () => clearTimeout(reminding) },
    sessions.onChange(({ document, state }) => {
      if (state?.kind === 'checking') return;
      if (state === undefined) placed.delete(document);
      else take(document);
      unasked.add(document);
      clearTimeout(reminding);
      reminding = setTimeout(remind, reminder);
      changes.fire();
    }),
    onSettingsChange(() => changes.fire()),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      for (const each of placed.get(document) ?? []) each.line = moved(each.line, contentChanges);
    }),
    vscode.languages.registerCodeLensProvider(selector, {
      onDidChangeCodeLenses: changes.event,
      provideCodeLenses(document) {
        unasked.delete(document);
        if (!isOn('codeLens', document)) return [];
        return (placed.get(document) ?? []).flatMap((each) => lensesOf(document.uri, each));
      },
    }),
  );
}

/** Where a line is after an edit above it. */
function moved(line: number, changes: readonly vscode.TextDocumentContentChangeEvent[]): number {
  const added = changes
    .filter(({ range }) => range.end.line <= line && !isBehind(range, line))
    .map(({ range, text }) => text.split('\n').length - 1 - (range.end.line - range.start.line));
  return Math.max(0, line + added.reduce((sum, each) => sum + each, 0));
}

/** The edit begins in the line itself, behind its start: the line stays where it is. */
function isBehind({ start }: vscode.Range, line: number): boolean {
  return start.line === line && start.character > 0;
}

/** Always the same number, so that the text does not jump; only the first title changes. */
function lensesOf(uri: vscode.Uri, { line, target }: Placed): vscode.CodeLens[] {
  const range = new vscode.Range(line, 0, line, 0);
  const given = [uri.toString(), target.name];
  const commands = [
    ['gradlens.showHover', lensTitle(target), target.reason],
    ['gradlens.check', 'Check', 'Check again and tell the result'],
    ['gradlens.showGraph', 'Graph', 'The op graph with values and adjoints'],
    ['gradlens.why', 'why?', 'How it was found, and where its inputs come from'],
  ] as const;
  return commands.map(
    ([command, title, tooltip]) =>
      new vscode.CodeLens(range, { command, title, tooltip, arguments: given }),
  );
}
