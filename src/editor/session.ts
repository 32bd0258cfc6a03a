/**
 * One session for each open document that GradLens understands: it checks the
 * text as it stands in the editor, and what it knows (`state`) feeds every
 * surface. Checks start a moment after the last edit; the newest version wins.
 */
import * as vscode from 'vscode';
import type { FileReport } from '../check/report';
import { notebookOf, pythonCells } from './cells';
import { checkText } from './check-text';
import type { Modules } from './modules';
import type { Projects } from './project';
import { onSettingsChange, readSettings } from './settings';
import type { WorkerClient } from './worker-client';

/** The documents that GradLens looks at. There is no filter by scheme: unsaved, remote and cells count. */
export const selector: vscode.DocumentSelector = [{ language: 'python' }];

export type SessionState =
  /** A check is under way; `last` is of an older version of the text. */
  | { readonly kind: 'checking'; readonly last: FileReport | null }
  /**
   * The report of the text as it stands, and how long the check took, in milliseconds. Where it ran
   * out of time it knows no more than that; `last` is the one of an older version that does.
   */
  | {
      readonly kind: 'done';
      readonly report: FileReport;
      readonly milliseconds: number;
      readonly last?: FileReport;
    }
  /** By `gradlens.run` the text is not checked now; `last` is of an older version of the text. */
  | { readonly kind: 'stale'; readonly last: FileReport | null }
  /** An error of ours, in the log; `last` is of an older version of the text. */
  | { readonly kind: 'failed'; readonly last: FileReport | null };

/** A new state; undefined when the document was closed. */
export interface SessionChange {
  readonly document: vscode.TextDocument;
  readonly state: SessionState | undefined;
}

export interface Sessions extends vscode.Disposable {
  /** What is known of a document; undefined for one that GradLens does not look at. */
  state(document: vscode.TextDocument): SessionState | undefined;
  /** Checks the text as it stands, if that has not been done, whatever `gradlens.run` says. */
  current(document: vscode.TextDocument): Promise<SessionState | undefined>;
  /** The state once no check is under way, or after `milliseconds` as it is then. */
  settled(document: vscode.TextDocument, milliseconds?: number): Promise<SessionState | undefined>;
  /** Adds what the user asked for by hand to the report, until the next edit. */
  add(document: vscode.TextDocument, version: number, report: FileReport): void;
  /** Tells of each new state. */
  readonly onChange: vscode.Event<SessionChange>;
}

/**
 * The last part of the delay, in milliseconds, in which the text is read already: its check then
 * begins when the delay ends.
 */
const reading = 50;

interface Session {
  state: SessionState;
  timer: ReturnType<typeof setTimeout> | undefined;
  abort: AbortController;
}

/** Follows the open documents from now on. */
export function createSessions(
  client: WorkerClient,
  projects: Projects,
  modules: Modules,
): Sessions {
  const sessions = new Map<vscode.TextDocument, Session>();
  const changes = new vscode.EventEmitter<SessionChange>();

  function open(document: vscode.TextDocument): void {
    if (vscode.languages.match(selector, document) === 0) return;
    if (readSettings(document).run === 'manual') rest(document);
    else plan(document, 0);
  }

  /** The text changed, or something that it depends on. */
  function changed(document: vscode.TextDocument): void {
    const { run, delay } = readSettings(document);
    if (run === 'onType') plan(document, delay);
    else rest(document);
  }

  /** Cells see each other's names, so all of a notebook are checked again. */
  function cellsChanged(notebook: vscode.NotebookDocument): void {
    for (const cell of pythonCells(notebook)) if (sessions.has(cell)) changed(cell);
  }

  /** Gives up whatever check is planned or under way, until the user saves or asks. */
  function rest(document: vscode.TextDocument): void {
    const known = sessions.get(document);
    if (known !== undefined) giveUp(known);
    const state: SessionState = { kind: 'stale', last: lastReport(known?.state) };
    sessions.set(document, { state, timer: undefined, abort: new AbortController() });
    changes.fire({ document, state });
  }

  /** What is saved may be imported by others, so all that wait for a save are checked. */
  function saved(): void {
    for (const [document, { state }] of sessions) {
      if (state.kind === 'stale' && readSettings(document).run === 'onSave') plan(document, 0);
    }
  }

  function close(document: vscode.TextDocument): void {
    const session = sessions.get(document);
    if (session === undefined) return;
    giveUp(session);
    sessions.delete(document);
    changes.fire({ document, state: undefined });
  }

  /** Replaces whatever check is planned or under way. */
  function plan(document: vscode.TextDocument, delay: number): void {
    const known = sessions.get(document);
    if (known !== undefined) giveUp(known);
    const session: Session = {
      state: { kind: 'checking', last: lastReport(known?.state) },
      timer: undefined,
      abort: new AbortController(),
    };
    const ahead = Math.min(delay, reading);
    session.timer = setTimeout(() => check(document, session, ahead), delay - ahead);
    sessions.set(document, session);
    changes.fire({ document, state: session.state });
  }

  /** Reads the text at once and checks it when so many milliseconds have passed. */
  async function check(
    document: vscode.TextDocument,
    session: Session,
    ahead: number,
  ): Promise<void> {
    const { signal } = session.abort;
    const start = performance.now() + ahead;
    const rested = new Promise((resolve) => setTimeout(resolve, ahead));
    const report = await checkText({ client, projects, modules }, document, signal, rested);
    // To take in a large report is one task, to show it another one: the editor's own come between.
    await new Promise((resolve) => setTimeout(resolve));
    // A newer version has a session of its own by now.
    if (sessions.get(document) !== session) return;
    const last = lastReport(session.state);
    const milliseconds = performance.now() - start;
    session.state =
      report === null
        ? { kind: 'failed', last }
        : { kind: 'done', report, milliseconds, ...(isLate(report) && last !== null && { last }) };
    changes.fire({ document, state: session.state });
  }

  function planAll(): void {
    for (const document of sessions.keys()) open(document);
  }

  const subscriptions = vscode.Disposable.from(
    changes,
    vscode.workspace.onDidOpenTextDocument(open),
    vscode.workspace.onDidCloseTextDocument(close),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || !sessions.has(document)) return;
      const notebook = notebookOf(document);
      if (notebook === undefined) changed(document);
      else cellsChanged(notebook);
    }),
    vscode.workspace.onDidChangeNotebookDocument(({ notebook, contentChanges }) => {
      if (contentChanges.length > 0) cellsChanged(notebook);
    }),
    vscode.workspace.onDidOpenNotebookDocument(cellsChanged),
    vscode.workspace.onDidSaveTextDocument(saved),
    modules.onChange((importer) => {
      if (sessions.has(importer)) changed(importer);
    }),
    onSettingsChange(planAll),
    projects.onChange(planAll),
  );
  vscode.workspace.textDocuments.forEach(open);

  const state = (document: vscode.TextDocument) => sessions.get(document)?.state;
  const settled = (document: vscode.TextDocument, milliseconds?: number) =>
    new Promise<SessionState | undefined>((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        subscription.dispose();
        // In a task of its own: the editor waits while all hear of a new report at once.
        const found = state(document);
        setTimeout(() => resolve(found));
      };
      const subscription = changes.event((change) => {
        if (change.document === document && change.state?.kind !== 'checking') finish();
      });
      const timer = milliseconds === undefined ? undefined : setTimeout(finish, milliseconds);
      if (state(document)?.kind !== 'checking') finish();
    });
  return {
    state,
    settled,
    current(document) {
      if (state(document)?.kind === 'stale') plan(document, 0);
      return settled(document);
    },
    add(document, version, report) {
      const session = sessions.get(document);
      if (document.version !== version || session?.state.kind !== 'done') return;
      session.state = { ...session.state, report: merge(session.state.report, report) };
      changes.fire({ document, state: session.state });
    },
    onChange: changes.event,
    dispose() {
      for (const session of sessions.values()) giveUp(session);
      sessions.clear();
      subscriptions.dispose();
    },
  };
}

function giveUp(session: Session): void {
  clearTimeout(session.timer);
  session.abort.abort();
}

/** The newest report of a check that came to its end, else of one that did not; perhaps of an older version of the text. */
export function lastReport(state: SessionState | undefined): FileReport | null {
  if (state === undefined) return null;
  return state.kind === 'done' ? (state.last ?? state.report) : state.last;
}

/** Whether the newest report is one of the text as it stands. */
export function isCurrent(state: SessionState): boolean {
  return state.kind === 'done' && state.last === undefined;
}

/** The check of the file was ended by the clock before it told of anything. */
function isLate({ functions }: FileReport): boolean {
  return functions.length > 0 && functions.every(({ code }) => code === 'time');
}

/** Functions that the report knows already keep their place; new ones are added with their problems. */
function merge(report: FileReport, added: FileReport): FileReport {
  const known = new Set(report.functions.map(({ name }) => name));
  const functions = added.functions.filter(({ name }) => !known.has(name));
  if (functions.length === 0) return report;
  const told = new Set(report.problems.map((problem) => JSON.stringify(problem)));
  return {
    path: report.path,
    functions: [...report.functions, ...functions],
    problems: [
      ...report.problems,
      ...added.problems.filter((problem) => !told.has(JSON.stringify(problem))),
    ],
  };
}
