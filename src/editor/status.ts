/**
 * The language status item of Python documents: how many targets are right, wrong or not
 * supported, and how long the check took. It is also where one reads that a check is
 * under way, or waits by `gradlens.run`.
 */
import * as vscode from 'vscode';
import { summarize } from '../check/report';
import { type SessionState, type Sessions, selector } from './session';

export function showStatus(sessions: Sessions): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('gradlens.status', selector);
  item.name = 'GradLens';

  function show(): void {
    const document = vscode.window.activeTextEditor?.document;
    const state = document === undefined ? undefined : sessions.state(document);
    item.busy = state?.kind === 'checking';
    // What was there stays until the new result is: a text that changes twice a key is noise.
    if (state === undefined || state.kind === 'checking') return;
    Object.assign(item, shown(state));
  }

  show();
  return vscode.Disposable.from(
    item,
    sessions.onChange(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) show();
    }),
    vscode.window.onDidChangeActiveTextEditor(show),
  );
}

type Shown = Pick<vscode.LanguageStatusItem, 'text' | 'detail' | 'severity' | 'command'>;

function shown(state: Exclude<SessionState, { kind: 'checking' }>): Shown {
  const { Information, Warning, Error: Failed } = vscode.LanguageStatusSeverity;
  const check = { command: 'gradlens.checkFile', title: 'Check File' };
  switch (state.kind) {
    case 'stale':
      return {
        text: 'GradLens: not checked since the last edit',
        detail: 'by the setting gradlens.run',
        severity: Information,
        command: check,
      };
    case 'failed':
      return {
        text: 'GradLens: internal error',
        detail: 'see the log',
        severity: Failed,
        command: { command: 'gradlens.showLog', title: 'Show Log' },
      };
    case 'done': {
      const summary = summarize([state.report]);
      const wrong = summary.mismatch + summary.error;
      const unchecked = summary.unsupported + summary.limit + summary.undefined;
      const parts = [
        `${summary.functions} checked`,
        ...(wrong > 0 ? [`${wrong} wrong`] : []),
        ...(unchecked > 0 ? [`${unchecked} not supported`] : []),
      ];
      return {
        text: summary.functions === 0 ? 'GradLens: no gradients' : `GradLens: ${parts.join(', ')}`,
        detail: `in ${Math.max(1, Math.round(state.milliseconds))} ms`,
        severity: wrong > 0 ? Warning : Information,
        command: check,
      };
    }
  }
}
