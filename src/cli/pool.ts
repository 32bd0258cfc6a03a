/**
 * Worker threads with a clock: each task has so many seconds, then its thread is
 * ended and a new one takes its place. Even one file goes to a thread, since
 * nothing else can stop a computation that does not end.
 */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';
import { repository } from '../../package.json';

/** How long one file may take. */
export const secondsPerFile = 10;

/** The worker's bundle: bundles and their shared chunks stand beside `cli/`. */
export const workerFile = fileURLToPath(new URL('./cli/worker.mjs', import.meta.url));

/** Stands for the result of a task that ran out of time. */
export const outOfTime = Symbol('out of time');

export interface Pool {
  /** Runs the function `name` of the worker file on `task`. */
  run<Result>(name: string, task: unknown): Promise<Result | typeof outOfTime>;
  close(): Promise<void>;
}

/** A pool for at most `tasks` tasks at a time, of the worker file `filename`. */
export function openPool(filename: string, tasks: number, seconds: number): Pool {
  const threads = Math.max(1, Math.min(tasks, availableParallelism()));
  const pool = new Tinypool({ filename, minThreads: 1, maxThreads: threads });
  const waiting: (() => void)[] = [];
  let free = threads;

  // The clock must not run while a task waits for a thread, so tasks queue here.
  const enter = async () => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resume) => waiting.push(resume));
  };
  const leave = () => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };

  return {
    async run(name, task) {
      await enter();
      const clock = new AbortController();
      const timer = setTimeout(() => clock.abort(), seconds * 1000);
      try {
        return await pool.run(task, { name, signal: clock.signal });
      } catch (problem) {
        if (clock.signal.aborted) return outOfTime;
        throw problem;
      } finally {
        clearTimeout(timer);
        leave();
      }
    },
    close: () => pool.destroy(),
  };
}

/** The sentence for a failure that is ours and not the user's. */
export function internalError(path: string, problem: unknown): string {
  const reason = problem instanceof Error ? problem.message : String(problem);
  return `${path}: internal error: ${reason} (please report it at ${repository.url.replace(/\.git$/, '/issues')})`;
}
