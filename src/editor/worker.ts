/** The worker on the desktop; the grammars stand beside the bundles. */
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { answering } from './answers';
import type { Letter, WorkerData } from './worker-messages';

const port = parentPort!;
const { givenUp } = workerData as WorkerData;
const answer = answering((name) => readFile(new URL(`../${name}`, import.meta.url)), givenUp);

port.on('message', async (letter: Letter) => port.postMessage(await answer(letter)));
