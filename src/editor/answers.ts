/**
 * What a worker does, wherever it runs: asks the core and answers. The core is made on
 * the first question.
 */
import { type Checker, createChecker, GivenUp, type ReadAsset } from '../check/checker';
import { simplifyFormulas } from '../render/formula';
import { typeset } from '../render/typeset';
import { defaultLimits } from '../trace/limits';
import { reportSender } from './report-link';
import type { Answers, Letter, Question, Reply } from './worker-messages';

/**
 * Answers letters with a core that reads its grammars through `readAsset`. `givenUp` is the
 * number in shared memory of `WorkerData`.
 */
export function answering(
  readAsset: ReadAsset,
  givenUp: Int32Array,
): (letter: Letter) => Promise<Reply> {
  const send = reportSender();
  let checker: Promise<Checker> | null = null;
  const core = () => (checker ??= createChecker(readAsset, defaultLimits, () => performance.now()));
  return async ({ id, question }) => {
    try {
      if (question.kind === 'check') {
        const { source, options } = question;
        const isGivenUp = () => Atomics.load(givenUp, 0) === 1;
        const report = (await core()).check(source, options, isGivenUp);
        return { id, kind: 'checked', report: send(report) };
      }
      return { id, kind: 'answer', answer: await answer(question, core) };
    } catch (error) {
      if (error instanceof GivenUp) return { id, kind: 'givenUp' };
      return { id, kind: 'broken', error: error instanceof Error ? `${error.stack}` : `${error}` };
    }
  };
}

async function answer(
  question: Exclude<Question, { kind: 'check' }>,
  made: () => Promise<Checker>,
): Promise<Answers[Question['kind']]> {
  if (question.kind === 'formulas') {
    const { name, color } = question;
    const formula = await simplifyFormulas(question.formula);
    return { formula, picture: color === null ? null : await typeset(name, formula, color) };
  }
  const core = await made();
  switch (question.kind) {
    case 'checkAt':
      return core.checkAt(question.source, question.options, question.offset);
    case 'checkPoint':
      return core.checkPoint(question.source, question.options, question.name, question.at);
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
