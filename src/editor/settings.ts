/**
 * The VS Code settings as the core and the sessions need them: `readSettings`, and
 * `onSettingsChange`. Values that make no sense fall back to the default.
 */
import * as vscode from 'vscode';
import { type CheckOptions, defaultOptions } from '../check/report';
import { judgeSetting } from '../check/settings';

/** When a document is checked: at each edit, when it is saved, or when the user asks. */
export type RunMode = 'onType' | 'onSave' | 'manual';

/** What can be switched off or on by a setting of its name. */
export type Surface = 'hover' | 'problems' | 'codeLens' | 'gutter' | 'inlayHints' | 'tests';

export interface Settings {
  readonly options: CheckOptions;
  readonly run: RunMode;
  /** How long the text must rest before it is checked again, in milliseconds. */
  readonly delay: number;
}

/** The settings that hold for a document. */
export function readSettings(scope: vscode.ConfigurationScope): Settings {
  const settings = vscode.workspace.getConfiguration('gradlens', scope);
  let options = defaultOptions;
  for (const name of ['rtol', 'points', 'detect'] as const) {
    const judged = judgeSetting(name, settings.get(name), name);
    if (judged.kind === 'ok') options = { ...options, ...judged.options };
  }
  const delay = settings.get('delay');
  const asked = settings.get('run');
  const run = asked === 'onSave' || asked === 'manual' ? asked : 'onType';
  return { options, run, delay: typeof delay === 'number' && delay >= 0 ? delay : 0 };
}

/** Whether a surface is to be seen for a document. */
export function isOn(surface: Surface, scope: vscode.ConfigurationScope): boolean {
  return vscode.workspace.getConfiguration('gradlens', scope).get(surface) === true;
}

/** Tells of each change of a GradLens setting. */
export function onSettingsChange(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration('gradlens')) listener();
  });
}
