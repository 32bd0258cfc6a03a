/**
 * The Python files of the workspace: those that the user's settings and .gitignore
 * files do not leave out, in a stable order.
 */
import ignore from 'ignore';
import * as vscode from 'vscode';
import { readFile } from './check-text';

/** Directories of other people's code and of tools, which hold no work of the user's. */
const skipped =
  '{node_modules,site-packages,venv,.venv,env,.git,__pycache__,__pypackages__,build,dist}';

export async function findPythonFiles(token?: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const leftOut = `**/{${[skipped, ...searchExcluded()].join(',')}}/**`;
  const [files, rules] = await Promise.all([
    vscode.workspace.findFiles('**/*.py', leftOut, undefined, token),
    vscode.workspace.findFiles('**/.gitignore', leftOut, undefined, token),
  ]);
  const isIgnored = await ignoredBy(rules);
  return files
    .filter((uri) => !isIgnored(uri))
    .sort((left, right) => (left.path < right.path ? -1 : 1));
}

/** Plain directory names of `search.exclude`: those that stand for a directory anywhere. */
function searchExcluded(): string[] {
  const excluded = vscode.workspace
    .getConfiguration('search')
    .get<Record<string, unknown>>('exclude');
  return Object.entries(excluded ?? {}).flatMap(([pattern, on]) => {
    const name = /^\*\*\/([\w.-]+)$/.exec(pattern)?.[1];
    return on === true && name !== undefined ? [name] : [];
  });
}

async function ignoredBy(rules: readonly vscode.Uri[]): Promise<(uri: vscode.Uri) => boolean> {
  const found = await Promise.all(
    rules.map(async (uri) => {
      const folder = uri.path.slice(0, uri.path.lastIndexOf('/') + 1);
      const text = (await readFile(uri))?.getText() ?? '';
      return { folder, matcher: ignore().add(text) };
    }),
  );
  return ({ path }) =>
    found.some(
      ({ folder, matcher }) =>
        path.startsWith(folder) && matcher.ignores(path.slice(folder.length)),
    );
}
