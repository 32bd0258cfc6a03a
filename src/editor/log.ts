/**
 * The extension's log, in the Output view under "GradLens". Errors of ours go
 * here, each with a way to report it.
 */
import * as vscode from 'vscode';

export interface Log extends vscode.Disposable {
  /** Writes an error of ours. */
  internalError(error: string): void;
  show(): void;
}

export function createLog(): Log {
  const channel = vscode.window.createOutputChannel('GradLens', { log: true });
  return {
    internalError(error) {
      channel.error(`Internal error. Please report it with the lines below.\n${error}`);
    },
    show: () => channel.show(),
    dispose: () => channel.dispose(),
  };
}
