/**
 * Project settings in the editor: the nearest pyproject.toml of a document, up to
 * its workspace folder, read through VS Code so that remote and virtual file
 * systems count. Nothing is read or watched before the first document asks.
 */
import * as vscode from 'vscode';
import { judgeProject, type Project } from '../check/project';
import type { CheckOptions } from '../check/report';
import { addressOf, type TextFile, toDiagnostic } from './convert';
import { readSettings } from './settings';

export interface Projects extends vscode.Disposable {
  /**
   * The options that hold for a document: its project's, then the editor's. Wrong
   * project settings become a problem, and meanwhile do not count.
   */
  options(document: TextFile): Promise<CheckOptions>;
  /** Tells that documents may have other settings now. */
  readonly onChange: vscode.Event<void>;
}

const fileName = 'pyproject.toml';

export function createProjects(): Projects {
  /** Files that were looked for, by address; null where there is none or it does not name us. */
  const known = new Map<string, Promise<Project | null>>();
  const changes = new vscode.EventEmitter<void>();
  const problems = vscode.languages.createDiagnosticCollection('gradlens-project');
  const disposables: vscode.Disposable[] = [changes, problems];
  let watching = false;

  function projectAt(uri: vscode.Uri): Promise<Project | null> {
    const address = uri.toString();
    const before = known.get(address);
    if (before !== undefined) return before;
    const found = readProject(uri);
    known.set(address, found);
    void found.then((project) => {
      // A file that changed meanwhile has been read anew.
      if (known.get(address) === found) problems.set(uri, diagnostics(uri, project));
    });
    return found;
  }

  /** Reads what was known of a file, or of the files in a folder, once more. */
  function readAnew(changed: vscode.Uri): void {
    const addresses = [...known.keys()].filter(
      (address) => address === changed.toString() || address.startsWith(`${changed}/`),
    );
    if (addresses.length === 0) return;
    for (const address of addresses) {
      known.delete(address);
      void projectAt(vscode.Uri.parse(address));
    }
    changes.fire();
  }

  function watch(): void {
    if (watching) return;
    watching = true;
    // A folder that comes or goes may say nothing of the files in it, so every address counts.
    const watcher = vscode.workspace.createFileSystemWatcher('**');
    disposables.push(
      watcher,
      watcher.onDidCreate(readAnew),
      watcher.onDidChange(readAnew),
      watcher.onDidDelete(readAnew),
      // Not every file system tells of changes.
      vscode.workspace.onDidSaveTextDocument(({ uri }) => readAnew(uri)),
      vscode.workspace.onDidChangeWorkspaceFolders(() => changes.fire()),
    );
  }

  return {
    async options(document) {
      watch();
      const { options } = readSettings(document);
      for (const uri of candidates(addressOf(document))) {
        const project = await projectAt(uri);
        if (project?.kind === 'ok') return { ...options, ...project.options };
        if (project !== null) break;
      }
      return options;
    },
    onChange: changes.event,
    dispose: () => vscode.Disposable.from(...disposables).dispose(),
  };
}

/** Where the settings of a document may stand, nearest first; nowhere outside the workspace. */
function candidates(document: vscode.Uri): vscode.Uri[] {
  const root = vscode.workspace.getWorkspaceFolder(document)?.uri;
  const found: vscode.Uri[] = [];
  if (root === undefined) return found;
  let folder = vscode.Uri.joinPath(document.with({ query: '', fragment: '' }), '..');
  while (folder.path.length > root.path.length) {
    found.push(vscode.Uri.joinPath(folder, fileName));
    folder = vscode.Uri.joinPath(folder, '..');
  }
  return [...found, vscode.Uri.joinPath(root, fileName)];
}

async function readProject(uri: vscode.Uri): Promise<Project | null> {
  let bytes: Uint8Array;
  try {
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch {
    // Most folders have no such file.
    return null;
  }
  return judgeProject(new TextDecoder().decode(bytes));
}

function diagnostics(uri: vscode.Uri, project: Project | null): vscode.Diagnostic[] {
  if (project?.kind !== 'wrong') return [];
  const { message, line } = project;
  const range = { line, column: 1, endLine: line + 1, endColumn: 1 };
  const problem = { ...range, code: 'settings', severity: 'error', related: [] } as const;
  return [toDiagnostic({ ...problem, message, ignored: false }, uri)];
}
