/** Workers on the desktop: threads of Node. */
import { Worker } from 'node:worker_threads';
import type { StartThread } from './worker-client';
import type { WorkerData } from './worker-messages';

/** The worker of a file that builds huge arrays ends, rather than the extension host. */
const memory = { maxOldGenerationSizeMb: 1024 };

/** Starts threads of the worker bundle at `path`. */
export function nodeThreads(path: string): StartThread {
  return ({ reply, crashed }, givenUp) => {
    const workerData: WorkerData = { givenUp };
    let ended = false;
    const make = () => {
      const worker = new Worker(path, { resourceLimits: memory, workerData });
      worker.on('message', reply);
      worker.on('error', (error: Error) => crashed(`${error.stack ?? error}`));
      worker.on('exit', (code) => crashed(`The worker ended with code ${code}.`));
      return worker;
    };
    // To make a thread takes a while: it is a task of its own, unless nobody needs it any more.
    const made = new Promise<Worker | null>((resolve) => {
      setTimeout(() => resolve(ended ? null : make()));
    });
    return {
      post: async (letter) => (await made)?.postMessage(letter),
      end: () => {
        ended = true;
        void made.then((worker) => worker?.terminate());
      },
      // Of the whole process, which is no less than the worker's.
      spent: () => {
        const { user, system } = process.cpuUsage();
        return (user + system) / 1000;
      },
    };
  };
}
