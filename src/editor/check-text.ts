/**
 * One check of a text with all that it imports, open in the editor or not, as every
 * surface asks for it; a check that overruns its time gives a report that says so.
 */
import * as vscode from 'vscode';
import type { FileReport } from '../check/report';
import { timeLimitReport } from '../check/time-limit';
import { reportIn } from './cells';
import type { TextFile } from './convert';
import type { Modules } from './modules';
import type { PickServices } from './pick';
import type { Projects } from './project';
import type { WorkerClient } from './worker-client';

export interface CheckServices {
  readonly client: WorkerClient;
  readonly projects: Projects;
  readonly modules: Modules;
}

/**
 * The report; null when it was given up, or after an error of ours, which is in the log. The text is
 * read at once, and checked not before `rested`.
 */
export async function checkText(
  { client, projects, modules }: CheckServices,
  document: TextFile,
  signal?: AbortSignal,
  rested?: Promise<unknown>,
): Promise<FileReport | null> {
  const options = await projects.options(document);
  const source = await modules.load(document, options, signal);
  await rested;
  const outcome = await client.ask({ kind: 'check', source, options }, signal);
  if (outcome.kind === 'answer') return reportIn(document, outcome.answer);
  if (outcome.kind !== 'time') return null;
  const targets = await client.ask({ kind: 'targets', source }, signal);
  const names = targets.kind === 'answer' ? targets.answer : [];
  return reportIn(document, timeLimitReport(source, names, outcome.milliseconds));
}

/** The report of a file: of the text in the editor where it is open, else of the text on disk. */
export async function checkFile(
  services: PickServices,
  uri: vscode.Uri,
  signal?: AbortSignal,
): Promise<FileReport | null> {
  const open = openDocument(uri);
  if (open !== undefined && services.sessions.state(open) !== undefined) {
    const given = new Promise<undefined>((resolve) => {
      signal?.addEventListener('abort', () => resolve(undefined), { once: true });
    });
    const state = await Promise.race([services.sessions.current(open), given]);
    return state?.kind === 'done' ? state.report : null;
  }
  const document = await readFile(uri);
  return document === null ? null : checkText(services, document, signal);
}

export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const address = uri.toString();
  return vscode.workspace.textDocuments.find((each) => each.uri.toString() === address);
}

/** A Python file that is not open; null when it cannot be read. */
export async function readFile(uri: vscode.Uri): Promise<TextFile | null> {
  try {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    return { uri, languageId: 'python', isClosed: true, getText: () => text };
  } catch {
    // It went away, or nobody may read it.
    return null;
  }
}
