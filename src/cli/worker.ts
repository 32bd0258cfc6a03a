/**
 * The worker thread of the terminal door: holds one checker and answers one
 * question at a time. Whoever asks holds the clock and ends the thread.
 */
import { readFile } from 'node:fs/promises';
import { createChecker, type ReadAsset, type Source } from '../check/checker';
import type { GraphReport } from '../check/graph-report';
import type { CheckOptions, FileReport } from '../check/report';

export interface Task {
  readonly source: Source;
  readonly options: CheckOptions;
}

/** Grammars stand beside the bundle, which is split: this code may be in `dist` or one folder below. */
const readAsset: ReadAsset = (name) =>
  readFile(new URL(name, import.meta.url)).catch(() =>
    readFile(new URL(`../${name}`, import.meta.url)),
  );

const checker = createChecker(readAsset);

export async function check({ source, options }: Task): Promise<FileReport> {
  return (await checker).check(source, options);
}

export async function graph(task: Task & { readonly name: string }): Promise<GraphReport | null> {
  return (await checker).graph(task.source, task.options, task.name);
}

/** What a file holds, for sentences about files that could not be checked. */
export async function targets(
  source: Source,
): Promise<readonly { name: string; line: number; annotated: boolean }[]> {
  return (await checker).targets(source);
}
