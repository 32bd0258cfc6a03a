/**
 * What the suites need of the window: documents with given text, and waiting for
 * what the extension shows of them.
 */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** A correct and a wrong claim about the same derivative, which is 6 at x = 3. */
export const right = `# @gradcheck x=3
# @grad x = 2*x
def right(x):
    return x**2
`;
export const wrong = `# @gradcheck x=3
# @grad x = 4*x
def wrong(x):
    return x**2
`;

/** Opens a Python document that has never been saved, and shows it. */
export async function openText(content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'python', content });
  await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  return document;
}

/** Replaces the first `from` in the document by `to`, as typing would. */
export async function edit(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const start = document.getText().indexOf(from);
  assert.notEqual(start, -1, `${from} is not in the document`);
  const range = new vscode.Range(
    document.positionAt(start),
    document.positionAt(start + from.length),
  );
  const change = new vscode.WorkspaceEdit();
  change.replace(document.uri, range, to);
  assert.ok(await vscode.workspace.applyEdit(change));
}

/** What the Problems view says of a document: `code: message` with its 1-based line. */
export function problems(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'GradLens')
    .map(({ code, range }) => {
      const value = typeof code === 'object' ? code.value : code;
      return `${range.start.line + 1} ${value}`;
    });
}

/** The text of our hover at the first `word` of a document; empty when there is none. */
export async function hoverText(document: vscode.TextDocument, word: string): Promise<string> {
  const position = document.positionAt(document.getText().indexOf(word) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

/** Waits until `read` gives what is expected; fails with the last difference. */
export async function eventually<T>(
  read: () => T | Promise<T>,
  expected: T,
  patience = 5_000,
): Promise<void> {
  const end = Date.now() + patience;
  let seen = await read();
  while (!equal(seen, expected) && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    seen = await read();
  }
  assert.deepEqual(seen, expected);
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

function equal(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
