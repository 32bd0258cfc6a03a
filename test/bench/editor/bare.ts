/** An extension host in which the empty extension alone is active: what its memory grows by in a rest, in MB. */
import * as vscode from 'vscode';
import { empty, extensionOf, givenBack, megabytes, pause, program } from './host';

/** As long as the worker of ours lives without questions. */
const rest = 120_000;

export const run = program(async () => {
  await extensionOf(empty).activate();
  const before = await megabytes(givenBack);
  await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'nothing' });
  await pause(rest);
  return { memory: (await megabytes(givenBack)) - before };
});
