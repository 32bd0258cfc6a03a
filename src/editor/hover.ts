/**
 * The hover on the name of a checked function, or of the function whose gradient it is: its verdict, the three gradients
 * side by side, and the way to the graph.
 */
import * as vscode from 'vscode';
import type { FileReport, FormulaReport, FunctionReport } from '../check/report';
import { hoverMarkdown } from '../render/markdown';
import { problemOf } from '../render/problems';
import { toEditorRange } from './convert';
import { type SessionState, type Sessions, selector } from './session';
import type { WorkerClient } from './worker-client';

/** How long the hover waits for a check that is under way, in milliseconds. */
const patience = 500;

export function registerHover(sessions: Sessions, client: WorkerClient): vscode.Disposable {
  const withShortFormulas = createFormulas(client);
  return vscode.languages.registerHoverProvider(selector, {
    async provideHover(document, position) {
      const state = await sessions.settled(document, patience);
      const file = state === undefined ? null : reportOf(state);
      if (state === undefined || file === null) return undefined;
      const found = functionAt(document, file, position);
      if (found === undefined) return undefined;
      const target = await withShortFormulas(found);
      const problem = problemOf(file, found);
      const text = hoverMarkdown(target, {
        checking: state.kind === 'checking',
        stale: state.kind !== 'done',
        told: problem !== null && !problem.ignored && toEditorRange(problem).contains(position),
      });
      return new vscode.Hover(trusted(`${text}\n${links(document.uri, target)}`));
    },
  });
}

function reportOf(state: SessionState): FileReport | null {
  return state.kind === 'done' ? state.report : state.last;
}

/**
 * The function whose name, or whose written gradient's or forward's name, is at the
 * position; a report of an older text may point elsewhere by now.
 */
function functionAt(
  document: vscode.TextDocument,
  file: FileReport,
  position: vscode.Position,
): FunctionReport | undefined {
  const place = document.getWordRangeAtPosition(position);
  if (place === undefined) return undefined;
  const word = document.getText(place);
  const named = file.functions.find(
    ({ name, range }) =>
      toEditorRange(range).contains(position) && (name === word || name.endsWith(`.${word}`)),
  );
  return (
    named ??
    file.functions.find(
      ({ of, ofRange }) =>
        of === word && ofRange !== null && toEditorRange(ofRange).contains(position),
    ) ??
    file.functions.find(
      ({ written, kind, fullRange }) =>
        written === word && (kind !== 'class' || toEditorRange(fullRange).contains(position)),
    )
  );
}

/** Short formulas where they are found in time: the first one loads a library. */
function createFormulas(client: WorkerClient) {
  const known = new WeakMap<FormulaReport, Promise<FormulaReport>>();
  return async (target: FunctionReport): Promise<FunctionReport> => {
    const { formula } = target;
    if (formula === null) return target;
    let short = known.get(formula);
    if (short === undefined) {
      short = client
        .ask({ kind: 'formulas', formula })
        .then((outcome) => (outcome.kind === 'answer' ? outcome.answer : formula));
      known.set(formula, short);
    }
    const late = new Promise<FormulaReport>((resolve) => {
      setTimeout(() => resolve(formula), patience);
    });
    return { ...target, formula: await Promise.race([short, late]) };
  };
}

function links(uri: vscode.Uri, target: FunctionReport): string {
  const args = encodeURIComponent(JSON.stringify([uri.toString(), target.name]));
  return [
    `[$(type-hierarchy) Show graph](command:gradlens.showGraph?${args} "The op graph with values and adjoints")`,
    `[$(play) Check](command:gradlens.check?${args} "Check again and tell the result")`,
  ].join('&nbsp;&nbsp;');
}

/** Only our own commands may be run by a link: names in the text come from the user's file. */
function trusted(text: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(text, true);
  markdown.supportHtml = true;
  markdown.isTrusted = { enabledCommands: ['gradlens.showGraph', 'gradlens.check'] };
  return markdown;
}
