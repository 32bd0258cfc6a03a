/**
 * Which function a command is about: the one named by a link, else the one at the
 * cursor, else one that the user picks from a list.
 */
import * as vscode from 'vscode';
import type { FileReport, FunctionReport } from '../check/report';
import { linesIn, offsetIn, reportIn } from './cells';
import { toEditorRange, toSource } from './convert';
import type { Modules } from './modules';
import type { Projects } from './project';
import type { Sessions } from './session';
import { unansweredText, type WorkerClient } from './worker-client';
import type { Targets } from './worker-messages';

export interface PickServices {
  readonly sessions: Sessions;
  readonly projects: Projects;
  readonly modules: Modules;
  readonly client: WorkerClient;
}

/** The report of the chosen function in the text as it stands; null when none was chosen. */
export async function pickFunction(
  services: PickServices,
  document: vscode.TextDocument,
  name: string | undefined,
): Promise<FunctionReport | null> {
  const state = await services.sessions.current(document);
  const known = state?.kind === 'done' ? state.report : null;
  if (name !== undefined) {
    const found = known?.functions.find((target) => target.name === name);
    if (found !== undefined) return found;
  }
  const targets = await listTargets(services, document);
  const asked = targets.find((target) => target.name === name);
  if (asked !== undefined) return checkAt(services, document, lineStart(document, asked.line));
  const cursor = cursorOf(document);
  if (cursor !== undefined) {
    const found =
      writtenAt(known, targets, cursor) ??
      (await checkAt(services, document, cursor)) ??
      statementAt(known, cursor);
    if (found !== null) return found;
  }
  const picked = await pick(targets);
  return picked === undefined
    ? null
    : checkAt(services, document, lineStart(document, picked.line));
}

/** Checks the function that holds a position and lets every surface know. Throws, in words for the user, when there is no answer. */
async function checkAt(
  { sessions, projects, modules, client }: PickServices,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<FunctionReport | null> {
  const options = await projects.options(document);
  const { version } = document;
  const offset = offsetIn(document, position);
  const source = await modules.load(document, null);
  const outcome = await client.ask({ kind: 'checkAt', source, options, offset });
  if (outcome.kind !== 'answer') throw new Error(unansweredText(outcome));
  if (outcome.answer === null) return null;
  const report = reportIn(document, outcome.answer);
  sessions.add(document, version, report);
  return report.functions[0] ?? null;
}

/** Inside a written gradient, what is meant is the function whose gradient it is. */
function writtenAt(
  report: FileReport | null,
  targets: Targets,
  { line }: vscode.Position,
): FunctionReport | null {
  const above = targets.filter((target) => target.line <= line + 1);
  const nearest = above.reduce<Targets[number] | null>(
    (best, target) => (best === null || target.line > best.line ? target : best),
    null,
  );
  const functions = report?.functions ?? [];
  return functions.find(({ written }) => written !== null && written === nearest?.name) ?? null;
}

/** The claim at top level that holds a position. */
function statementAt(report: FileReport | null, position: vscode.Position): FunctionReport | null {
  const targets = report?.functions ?? [];
  return targets.find(({ fullRange }) => toEditorRange(fullRange).contains(position)) ?? null;
}

async function listTargets(
  { client }: PickServices,
  document: vscode.TextDocument,
): Promise<Targets> {
  const outcome = await client.ask({ kind: 'targets', source: toSource(document) });
  return outcome.kind === 'answer' ? linesIn(document, outcome.answer) : [];
}

async function pick(targets: Targets): Promise<Targets[number] | undefined> {
  if (targets.length === 0) {
    void vscode.window.showInformationMessage('There is no function in this file.');
    return undefined;
  }
  const items = targets.map((target) => ({
    label: target.name,
    description: `line ${target.line}${target.annotated ? ', annotated' : ''}`,
    target,
  }));
  const placeHolder = 'Which function?';
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.target;
}

export function cursorOf(document: vscode.TextDocument): vscode.Position | undefined {
  const active = vscode.window.activeTextEditor;
  const editors = vscode.window.visibleTextEditors;
  const editor =
    active?.document === document ? active : editors.find((one) => one.document === document);
  return editor === undefined ? undefined : belowComment(document, editor.selection.active);
}

/** In the comment or decorators above a function, the function is meant. */
function belowComment(document: vscode.TextDocument, position: vscode.Position): vscode.Position {
  let { line } = position;
  while (line < document.lineCount - 1 && /^\s*[#@]/.test(document.lineAt(line).text)) line += 1;
  return line === position.line ? position : lineStart(document, line + 1);
}

function lineStart(document: vscode.TextDocument, line: number): vscode.Position {
  const text = document.lineAt(Math.min(line, document.lineCount) - 1);
  return new vscode.Position(text.lineNumber, text.firstNonWhitespaceCharacterIndex);
}
