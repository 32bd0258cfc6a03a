/**
 * The commands: "Check Gradient" and "Show Graph" for the function at the cursor
 * (annotated or not) or one that a link names, its values and its hover, and "Check
 * File". Each also returns its report, for keybindings and other extensions.
 */
import * as vscode from 'vscode';
import { type FileReport, type FunctionReport, summarize } from '../check/report';
import { summaryLine } from '../render/summary';
import { valuesText } from '../render/values';
import { verdictWords } from '../render/words';
import { documentAt, named, type PlaceArgument } from './command-place';
import { toEditorRange } from './convert';
import type { Modules } from './modules';
import type { GraphPanel } from './panel';
import { pickFunction } from './pick';
import type { Projects } from './project';
import type { Sessions } from './session';
import { brokenText, type WorkerClient } from './worker-client';

export interface CommandServices {
  readonly sessions: Sessions;
  readonly projects: Projects;
  readonly modules: Modules;
  readonly client: WorkerClient;
  readonly panel: GraphPanel;
}

export function registerCommands(services: CommandServices): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('gradlens.check', (place: PlaceArgument, name?: string) =>
      check(services, place, name),
    ),
    vscode.commands.registerCommand('gradlens.showGraph', (place: PlaceArgument, name?: string) =>
      showGraph(services, place, name),
    ),
    vscode.commands.registerCommand('gradlens.checkFile', (place: PlaceArgument) =>
      checkFile(services, place),
    ),
    vscode.commands.registerCommand('gradlens.copyValues', (place: PlaceArgument, name?: string) =>
      copyValues(services, place, name),
    ),
    vscode.commands.registerCommand('gradlens.showHover', (place: PlaceArgument, name?: string) =>
      showHover(services, place, name),
    ),
  );
}

async function check(
  services: CommandServices,
  place: PlaceArgument,
  name: string | undefined,
): Promise<FunctionReport | null> {
  const document = await documentAt(place);
  if (document === null) return null;
  const target = await pickFunction(services, document, named(name));
  if (target === null) return null;
  void tellVerdict(services, document, target);
  return target;
}

async function showGraph(
  services: CommandServices,
  place: PlaceArgument,
  name: string | undefined,
): Promise<FunctionReport | null> {
  const document = await documentAt(place);
  if (document === null) return null;
  const target = await pickFunction(services, document, named(name));
  if (target !== null) show(services, document, target);
  return target;
}

async function checkFile(
  services: CommandServices,
  place: PlaceArgument,
): Promise<FileReport | null> {
  const document = await documentAt(place);
  if (document === null) return null;
  const state = await services.sessions.current(document);
  if (state?.kind !== 'done') throw new Error(brokenText);
  void tellSummary(state.report);
  return state.report;
}

/** All numbers of a function with every digit, to the clipboard. */
async function copyValues(
  services: CommandServices,
  place: PlaceArgument,
  name: string | undefined,
): Promise<FunctionReport | null> {
  const document = await documentAt(place);
  if (document === null) return null;
  const target = await pickFunction(services, document, named(name));
  if (target === null) return null;
  await vscode.env.clipboard.writeText(valuesText(target));
  vscode.window.setStatusBarMessage(`GradLens: values of ${target.name} copied`, 3_000);
  return target;
}

/** What the mouse shows over a function's name, for those who come by a lens or the keyboard. */
async function showHover(
  services: CommandServices,
  place: PlaceArgument,
  name: string | undefined,
): Promise<FunctionReport | null> {
  const document = await documentAt(place);
  if (document === null) return null;
  const target = await pickFunction(services, document, named(name));
  if (target === null) return null;
  const { start } = toEditorRange(target.range);
  const selection = new vscode.Range(start, start);
  await vscode.window.showTextDocument(document, { selection });
  await vscode.commands.executeCommand('editor.action.showHover');
  return target;
}

function show(
  { panel }: CommandServices,
  document: vscode.TextDocument,
  target: FunctionReport,
): void {
  panel.show({ uri: document.uri.toString(), name: target.name });
}

async function tellVerdict(
  services: CommandServices,
  document: vscode.TextDocument,
  target: FunctionReport,
): Promise<void> {
  const { word } = verdictWords[target.verdict];
  const text = `${target.name}: ${word} — ${target.reason}`;
  const action = 'Show Graph';
  const chosen = await messageOf(target)(text, action);
  if (chosen === action) show(services, document, target);
}

function messageOf(
  target: FunctionReport,
): (text: string, action: string) => Thenable<string | undefined> {
  switch (target.verdict) {
    case 'pass':
      return vscode.window.showInformationMessage;
    case 'mismatch':
    case 'error':
      return vscode.window.showErrorMessage;
    default:
      return vscode.window.showWarningMessage;
  }
}

async function tellSummary(report: FileReport): Promise<void> {
  const files = [report];
  const text = summaryLine({ schema: 1, summary: summarize(files), files }, (_, words) => words);
  if (report.problems.every(({ ignored }) => ignored)) {
    await vscode.window.showInformationMessage(text);
    return;
  }
  const action = 'Show Problems';
  const chosen = await vscode.window.showWarningMessage(text, action);
  if (chosen === action) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
