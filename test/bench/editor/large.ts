/**
 * A file of 2,000 lines with 50 targets under edits: how long until the new problems are
 * there, and what the extension host's main thread did meanwhile.
 */
import * as vscode from 'vscode';
import type { Exported } from '../../../src/editor/activate';
import { bigFile, pairs } from '../big-file';
import { empty, extensionOf, ours, pause, program, startClock, until } from './host';
import { longestTasks } from './tasks';

const edits = 40;
/** Edits before them: a window that has just opened takes long to tell of an edit at all. */
const first = 12;

export const run = program(async () => {
  const extension = extensionOf<Exported>(ours);
  await extensionOf(empty).activate();
  const exported = await extension.activate();
  const content = bigFile(extension.extensionPath);
  const opening = await longestTasks(async () => {
    const opened = await vscode.workspace.openTextDocument({ language: 'python', content });
    await vscode.window.showTextDocument(opened);
    await vscode.commands.executeCommand('gradlens.checkFile');
    await pause(500);
  });
  const editor = vscode.window.activeTextEditor!;
  const { document } = editor;
  const problems = () => vscode.languages.getDiagnostics(document.uri).length;
  const found = () => countOf(exported.tests.items.get(document.uri.toString()));
  // The first check of so large a file may overrun its time on a machine that is busy.
  for (let turn = 0; turn < 5 && found() < pairs; turn += 1) {
    await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), '\n'));
    await vscode.commands.executeCommand('gradlens.checkFile');
  }
  if (found() < pairs) throw new Error(`There are ${found()} targets, not ${pairs}`);

  const lines = document.getText().split('\n');
  const line = lines.findIndex((each) => each.includes('dk = dout * (winner == k)'));
  const right = lines[line];
  const wall: number[] = [];
  const processor: number[] = [];
  const trips: number[] = [];
  const tasks: number[] = [];
  const otherTasks: number[] = [];

  /** Makes a gradient wrong, or right again, and waits for the problem to come or go. */
  const edit = async (turn: number) => {
    const was = problems();
    const clock = startClock();
    const seen = vscode.workspace.onDidChangeTextDocument(() => {
      trips.push(clock.wall());
      seen.dispose();
    });
    const text = turn % 2 === 0 ? right.replace('dout', '2 * dout') : right;
    await editor.edit((builder) => builder.replace(document.lineAt(line).range, text));
    await until('other problems', () => problems() !== was);
    wall.push(clock.wall());
    processor.push(clock.process());
  };
  for (let turn = 0; turn < first + edits; turn += 1) {
    await edit(turn);
    await pause(200);
  }
  const measured = {
    wall: wall.slice(first),
    processor: processor.slice(first),
    trips: trips.slice(first),
  };
  // What watches the tasks slows them down, so they are other edits.
  for (let turn = 0; turn < edits / 2; turn += 1) {
    const spent = await longestTasks(async () => {
      await edit(turn);
      await pause(200);
    });
    tasks.push(spent.ours);
    otherTasks.push(spent.other);
  }
  const opened = { openingTask: opening.ours, otherOpeningTask: opening.other };
  return { ...measured, tasks, otherTasks, ...opened };
});

/** The targets below a test. */
function countOf(item: vscode.TestItem | undefined): number {
  let count = 0;
  item?.children.forEach((child) => {
    count += Math.max(1, countOf(child));
  });
  return count;
}
