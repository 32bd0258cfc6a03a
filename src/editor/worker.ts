/**
 * The worker of the extension: asks the core and posts its answers. The core is
 * made on the first question; its grammars stand beside the bundles.
 */
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { type Checker, createChecker, GivenUp } from '../check/checker';
import { simplifyFormulas } from '../render/formula';
import { typeset } from '../render/typeset';
import type { Answers, Letter, Question, Reply, WorkerData } from './worker-messages';

const port = parentPort!;
const { givenUp } = workerData as WorkerData;
let checker: Promise<Checker> | null = null;

port.on('message', async ({ id, question }: Letter) => {
  port.postMessage(await reply(id, question));
});

async function reply(id: number, question: Question): Promise<Reply> {
  try {
    return { id, kind: 'answer', answer: await answer(question) };
  } catch (error) {
    if (error instanceof GivenUp) return { id, kind: 'givenUp' };
    return { id, kind: 'broken', error: error instanceof Error ? `${error.stack}` : `${error}` };
  }
}

async function answer(question: Question): Promise<Answers[Question['kind']]> {
  if (question.kind === 'formulas') {
    const { name, color } = question;
    const formula = await simplifyFormulas(question.formula);
    return { formula, picture: color === null ? null : await typeset(name, formula, color) };
  }
  checker ??= createChecker(readAsset);
  const core = await checker;
  switch (question.kind) {
    case 'check':
      return core.check(question.source, question.options, () => Atomics.load(givenUp, 0) === 1);
    case 'checkAt':
      return core.checkAt(question.source, question.options, question.offset);
    case 'graph':
      return core.graph(question.source, question.options, question.name, question.moved);
    case 'curve': {
      const { source, options, name, moved, range } = question;
      return core.curve(source, options, name, moved, range);
    }
    case 'pointEdits':
      return core.pointEdits(question.source, question.options, question.name, question.at);
    case 'why':
      return core.why(question.source, question.options, question.which);
    case 'targets':
      return core.targets(question.source);
    case 'found':
      return core.found(question.source, question.options);
    case 'missing':
      return core.missing(question.source, question.options);
  }
}

function readAsset(name: string): Promise<Uint8Array> {
  return readFile(new URL(`../${name}`, import.meta.url));
}
