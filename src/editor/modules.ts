/**
 * What documents import: the texts of open documents before those of files, read
 * through VS Code so that remote and virtual file systems count. Tells which
 * documents have to be checked again because something that they import changed.
 */
import * as vscode from 'vscode';
import type { Source } from '../check/checker';
import { loadModules } from '../check/load-modules';
import type { CheckOptions } from '../check/report';
import { addressOf, pathOf, type TextFile, toSource } from './convert';
import type { WorkerClient } from './worker-client';

export interface Modules extends vscode.Disposable {
  /** The text of a document with all that it imports; with `options`, what a check with them needs. */
  load(document: TextFile, options: CheckOptions | null, signal?: AbortSignal): Promise<Source>;
  /** Tells of a document that imports what changed, in the editor or on disk. */
  readonly onChange: vscode.Event<vscode.TextDocument>;
}

export function createModules(client: WorkerClient): Modules {
  /** The addresses that the last load of a document has asked for, whether or not a file is there. */
  const asked = new Map<vscode.TextDocument, ReadonlySet<string>>();
  /** The paths that the last load of a document has brought. */
  const loaded = new WeakMap<vscode.TextDocument, readonly string[]>();
  /** Texts of files of the workspace, which are watched; null where there is none. */
  const known = new Map<string, Promise<string | null>>();
  const changes = new vscode.EventEmitter<vscode.TextDocument>();
  const disposables: vscode.Disposable[] = [changes];
  let watching = false;

  function changed(uri: vscode.Uri): void {
    const address = uri.toString();
    known.delete(address);
    for (const [document, addresses] of asked) {
      if (addresses.has(address) && document.uri.toString() !== address) changes.fire(document);
    }
  }

  function changedOnDisk(uri: vscode.Uri): void {
    // What is open counts as it stands in the editor, which tells of its own changes.
    if (openAt(uri) === undefined) changed(uri);
    else known.delete(uri.toString());
  }

  function watch(): void {
    if (watching) return;
    watching = true;
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.py');
    disposables.push(
      watcher,
      watcher.onDidCreate(changedOnDisk),
      watcher.onDidChange(changedOnDisk),
      watcher.onDidDelete(changedOnDisk),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) changed(document.uri);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        asked.delete(document);
        changed(document.uri);
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => known.clear()),
    );
  }

  function read(uri: vscode.Uri): Promise<string | null> {
    const open = openAt(uri);
    if (open !== undefined) return Promise.resolve(open.getText());
    const address = uri.toString();
    const text = known.get(address) ?? readFile(uri);
    if (vscode.workspace.getWorkspaceFolder(uri) !== undefined) known.set(address, text);
    return text;
  }

  return {
    async load(document, options, signal) {
      const addresses = new Set<string>();
      // Known from the start: what changes after it was read, while the rest loads, counts too.
      const open = openAt(document.uri);
      if (open !== undefined) asked.set(open, addresses);
      const missing = async (source: Source) => {
        const outcome = await client.ask({ kind: 'missing', source, options }, signal);
        const paths = outcome.kind === 'answer' ? outcome.answer : [];
        if (paths.length > 0) watch();
        return paths;
      };
      const readPath = (path: string) => {
        const uri = locate(document, path);
        addresses.add(uri.toString());
        return read(uri);
      };
      const source = { ...toSource(document), root: rootOf(document) };
      const paths = open === undefined ? undefined : loaded.get(open);
      if (paths !== undefined) {
        // Most edits leave the imports alone, so one question tells that nothing is missing.
        const texts = await Promise.all(paths.map(async (path) => [path, await readPath(path)]));
        const again = { ...source, modules: Object.fromEntries(texts) };
        if ((await missing(again)).length === 0) return again;
        addresses.clear();
      }
      const whole = await loadModules(source, missing, readPath);
      if (open !== undefined) loaded.set(open, Object.keys(whole.modules ?? {}));
      return whole;
    },
    onChange: changes.event,
    dispose: () => vscode.Disposable.from(...disposables).dispose(),
  };
}

/** The address of a path as reports of a document name it: in its workspace folder, absolute, or of a cell. */
export function locate(document: TextFile, path: string): vscode.Uri {
  if (path.startsWith('vscode-notebook-cell:')) return vscode.Uri.parse(path);
  const own = addressOf(document).with({ query: '', fragment: '' });
  if (/^([/\\]|[A-Za-z]:)/.test(path)) return own.with({ path: vscode.Uri.file(path).path });
  const { workspaceFolders } = vscode.workspace;
  const folder = vscode.workspace.getWorkspaceFolder(own) ?? workspaceFolders?.[0];
  return vscode.Uri.joinPath(folder?.uri ?? vscode.Uri.joinPath(own, '..'), path);
}

/** The workspace folder in the form of the document's path; undefined outside of one. */
function rootOf(document: TextFile): string | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(addressOf(document));
  if (folder === undefined) return undefined;
  return /^([/\\]|[A-Za-z]:)/.test(pathOf(document)) ? folder.uri.fsPath : '';
}

function openAt(uri: vscode.Uri): vscode.TextDocument | undefined {
  const address = uri.toString();
  return vscode.workspace.textDocuments.find((each) => each.uri.toString() === address);
}

async function readFile(uri: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    // Most candidates do not exist.
    return null;
  }
}
