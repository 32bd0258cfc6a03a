/**
 * The worker thread of the terminal door: holds one checker and answers one
 * question at a time. Whoever asks holds the clock and ends the thread.
 */
import { readFile } from 'node:fs/promises';
import { type Checker, createChecker, type ReadAsset, type Source } from '../check/checker';
import type { ExplainReport } from '../check/explain-report';
import type { GraphReport } from '../check/graph-report';
import type { CheckOptions, FileReport } from '../check/report';
import type { WhyReport } from '../check/why-report';
import { defaultLimits } from '../trace/limits';
import { moduleReader } from './modules';

export interface Task {
  readonly source: Source;
  readonly options: CheckOptions;
}

/** Grammars stand beside the bundle, which is split: this code may be in `dist` or one folder below. */
const readAsset: ReadAsset = (name) =>
  readFile(new URL(name, import.meta.url)).catch(() =>
    readFile(new URL(`../${name}`, import.meta.url)),
  );

const checker = createChecker(readAsset, defaultLimits, () => performance.now());
const loader = checker.then(moduleReader);

export async function check({ source, options }: Task): Promise<FileReport> {
  const loaded = await (await loader)(source, options);
  return (await checker).check(loaded, options);
}

export async function graph({
  source,
  options,
  name,
}: Task & { readonly name: string }): Promise<GraphReport | null> {
  const loaded = await (await loader)(source, null);
  return (await checker).graph(loaded, options, name);
}

/** The answer, and where there is none the names that there are. */
export async function why({ source, options, name }: Task & { readonly name: string }): Promise<{
  readonly report: WhyReport | null;
  readonly names: readonly string[];
}> {
  const loaded = await (await loader)(source, null);
  const core = await checker;
  const report = core.why(loaded, options, name);
  return { report, names: report === null ? core.names(loaded, options) : [] };
}

/** The reasoning behind one verdict, and where there is no such target the names that there are. */
export async function explain({
  source,
  options,
  name,
  parameter,
}: Task & {
  readonly name: string;
  readonly parameter: Parameters<Checker['explain']>[3];
}): Promise<{ readonly report: ExplainReport | null; readonly names: readonly string[] }> {
  const loaded = await (await loader)(source, null);
  const core = await checker;
  const report = core.explain(loaded, options, name, parameter);
  return { report, names: report === null ? core.names(loaded, options) : [] };
}

/** What a file holds, for sentences about files that could not be checked. */
export async function targets(
  source: Source,
): Promise<readonly { name: string; line: number; annotated: boolean }[]> {
  return (await checker).targets(source);
}
