/**
 * Two more ways to see verdicts in the text, both off by default: a mark in the gutter
 * beside each target, and an inlay hint with its gradient behind the line of its name.
 */
import * as vscode from 'vscode';
import type { FunctionReport, Verdict } from '../check/report';
import { factsText } from '../render/facts';
import { verdictWords } from '../render/words';
import { toEditorRange } from './convert';
import { type Sessions, selector } from './session';
import { isOn, onSettingsChange } from './settings';

/** The forms differ too, not the colours alone. */
const drawings = {
  green: '<path d="M3 8.5 6.5 12 13 4.5" stroke="#388a34"/>',
  red: '<path d="M4 4l8 8M12 4l-8 8" stroke="#e51400"/>',
  yellow: '<path d="M8 3 14 13H2z" stroke="#bf8803"/>',
} as const;
/** A hint is cut at `editor.inlayHints.maximumLength`, which is 43. */
const longestHint = 40;

export function registerMarks(sessions: Sessions): vscode.Disposable {
  const marks = Object.fromEntries(
    Object.entries(drawings).map(([color, drawing]) => [color, markOf(drawing)]),
  );
  const hints = new vscode.EventEmitter<void>();

  function draw(editor: vscode.TextEditor): void {
    const { document } = editor;
    const state = sessions.state(document);
    // What is there moves with the text until the next result.
    if (state !== undefined && state.kind !== 'done') return;
    const shown = state !== undefined && isOn('gutter', document) ? state.report.functions : [];
    for (const [color, mark] of Object.entries(marks)) {
      const targets = shown.filter(
        ({ verdict, ignored }) => !ignored && colorOf(verdict) === color,
      );
      editor.setDecorations(
        mark,
        targets.map(({ range }) => toEditorRange(range)),
      );
    }
  }

  function drawAll(): void {
    vscode.window.visibleTextEditors.forEach(draw);
  }

  return vscode.Disposable.from(
    ...Object.values(marks),
    hints,
    sessions.onChange(({ document, state }) => {
      if (state?.kind !== 'done') return;
      for (const editor of vscode.window.visibleTextEditors) {
        if (editor.document === document) draw(editor);
      }
      hints.fire();
    }),
    vscode.window.onDidChangeVisibleTextEditors(drawAll),
    onSettingsChange(() => {
      drawAll();
      hints.fire();
    }),
    vscode.languages.registerInlayHintsProvider(selector, {
      onDidChangeInlayHints: hints.event,
      provideInlayHints(document, range) {
        const state = sessions.state(document);
        if (state?.kind !== 'done' || !isOn('inlayHints', document)) return [];
        return state.report.functions
          .filter((target) => range.contains(toEditorRange(target.range)))
          .map((target) => hintOf(document, target));
      },
    }),
  );
}

function markOf(drawing: string): vscode.TextEditorDecorationType {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" fill="none" stroke-width="2">${drawing}</svg>`;
  const gutterIconPath = vscode.Uri.parse(`data:image/svg+xml;base64,${btoa(svg)}`);
  return vscode.window.createTextEditorDecorationType({ gutterIconPath, gutterIconSize: '75%' });
}

function colorOf(verdict: Verdict): keyof typeof drawings {
  const { color } = verdictWords[verdict];
  return color === 'green' || color === 'red' ? color : 'yellow';
}

function hintOf(document: vscode.TextDocument, target: FunctionReport): vscode.InlayHint {
  const line = document.lineAt(target.range.line - 1);
  const [gradient] = factsText(target).split(' · ');
  const { word } = verdictWords[target.verdict];
  const text = target.verdict === 'pass' && gradient !== '' ? gradient : word;
  const short = text.length <= longestHint ? text : `${text.slice(0, longestHint - 1)}…`;
  const hint = new vscode.InlayHint(line.range.end, short);
  hint.paddingLeft = true;
  hint.tooltip = target.reason;
  return hint;
}
