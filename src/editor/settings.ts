/**
 * The VS Code settings as the core and the sessions need them: `readSettings`, and
 * `onSettingsChange`. Values that make no sense fall back to the default.
 */
import * as vscode from 'vscode';
import { type CheckOptions, defaultOptions } from '../check/report';
import { judgeSetting } from '../check/settings';

export interface Settings {
  readonly options: CheckOptions;
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
  return { options, delay: typeof delay === 'number' && delay >= 0 ? delay : 0 };
}

/** Tells of each change of a GradLens setting. */
export function onSettingsChange(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration('gradlens')) listener();
  });
}
