/**
 * The settings as the core and the sessions need them: `readSettings`, and
 * `onSettingsChange`. Values that make no sense fall back to the default.
 */
import * as vscode from 'vscode';
import { type CheckOptions, defaultOptions } from '../check/report';

export interface Settings {
  readonly options: CheckOptions;
  /** How long the text must rest before it is checked again, in milliseconds. */
  readonly delay: number;
}

/** The settings that hold for a document. */
export function readSettings(scope: vscode.ConfigurationScope): Settings {
  const settings = vscode.workspace.getConfiguration('gradlens', scope);
  const rtol = settings.get<number>('rtol');
  const points = settings.get<number>('points');
  const delay = settings.get<number>('delay');
  return {
    options: {
      ...defaultOptions,
      rtol: isAtLeast(rtol, 0) ? rtol : defaultOptions.rtol,
      points: isAtLeast(points, 1) ? Math.round(points) : defaultOptions.points,
      detect: settings.get('detect') === 'annotated' ? 'annotated' : 'conventions',
    },
    delay: isAtLeast(delay, 0) ? delay : 0,
  };
}

/** Tells of each change of a GradLens setting. */
export function onSettingsChange(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration('gradlens')) listener();
  });
}

function isAtLeast(value: unknown, least: number): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= least;
}
