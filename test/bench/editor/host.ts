/** What the programs in the extension host share: telling numbers to the runner, memory, waiting. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';

export const ours = 'gradlens.gradlens';
/** An extension that wakes up as ours does and then does nothing. */
export const empty = 'bench.empty';

type Numbers = Readonly<Record<string, number | readonly number[]>>;

/** A program as VS Code calls it; the runner knows its line by the mark. */
export function program(measure: () => Promise<Numbers>): () => Promise<void> {
  return async () => {
    const told = await measure().catch((problem: Error) => ({ failed: `${problem.stack}` }));
    console.log(`gradlens| ${JSON.stringify(told)}`);
  };
}

/** Of the main thread, in milliseconds; the Node of VS Code has it, the types of our own do not. */
export function threadTime(): number {
  const { threadCpuUsage } = process as unknown as { threadCpuUsage(): NodeJS.CpuUsage };
  return milliseconds(threadCpuUsage());
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

/** What was spent since `clock` was made: by the clock on the wall, and in processor time. */
export interface Clock {
  wall(): number;
  /** Of the main thread alone. */
  thread(): number;
  /** Of all threads of the extension host. */
  process(): number;
}

export function startClock(): Clock {
  const start = performance.now();
  const thread = threadTime();
  const all = process.cpuUsage();
  return {
    wall: () => performance.now() - start,
    thread: () => threadTime() - thread,
    process: () => milliseconds(process.cpuUsage(all)),
  };
}

/** V8 keeps memory that became free, also that of a thread that ended, for 8 s, in case it is needed again. */
export const givenBack = 12_000;

/** As a host that has nothing to do collects in the end: pages that are free are given back. */
const atRest = { type: 'major', execution: 'sync', flavor: 'last-resort' } as const;

/** What the extension host holds in memory at rest, all threads together, in MB, after so many milliseconds. */
export async function megabytes(milliseconds = 200): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (how: typeof atRest) => void;
  collect(atRest);
  await pause(milliseconds);
  collect(atRest);
  return process.memoryUsage.rss() / 2 ** 20;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Waits, looking every millisecond; fails after 60 s. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const end = performance.now() + 60_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`Not within 60 s: ${what}`);
    await pause(1);
  }
}

export function extensionOf<T = unknown>(id: string): vscode.Extension<T> {
  const extension = vscode.extensions.getExtension<T>(id);
  if (extension === undefined) throw new Error(`${id} is not there`);
  return extension;
}
