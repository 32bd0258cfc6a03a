/**
 * An extension host that has checked a file and then has had nothing to do for so long that
 * the worker of the extension has ended: what its memory grew by since the start, in MB.
 */
import * as vscode from 'vscode';
import { empty, extensionOf, givenBack, megabytes, ours, pause, program, until } from './host';

const example = `# @gradcheck x=3
# @grad x = 4*x
def wrong(x):
    return x**2
`;
/** Longer than the worker lives without questions. */
const longest = 210_000;

export const run = program(async () => {
  await extensionOf(empty).activate();
  const before = await megabytes(givenBack);
  await extensionOf(ours).activate();
  const document = await vscode.workspace.openTextDocument({
    language: 'python',
    content: example,
  });
  await until('a problem', () => vscode.languages.getDiagnostics(document.uri).length > 0);
  if (workers() === 0) throw new Error('No worker runs');
  const end = performance.now() + longest;
  while (workers() > 0) {
    if (performance.now() > end) throw new Error('The worker did not end');
    await pause(1_000);
  }
  return { memory: (await megabytes(givenBack)) - before };
});

function workers(): number {
  const { workers: running } = process.report.getReport() as unknown as { workers: unknown[] };
  return running.length;
}
