/**
 * The extension's end of the worker: `ask` a question, `stop` the worker. It is
 * started by the first question; one that overruns its time, is given up while it
 * runs, or crashes the worker costs a new worker for the next question.
 */
import { Worker } from 'node:worker_threads';
import type { AnswerTo, Letter, Question, Reply, WorkerData } from './worker-messages';

export type Outcome<T> =
  | { readonly kind: 'answer'; readonly answer: T }
  /** The question took longer than the limit. */
  | { readonly kind: 'time'; readonly milliseconds: number }
  /** Given up by the one who asked. */
  | { readonly kind: 'aborted' }
  /** An error of ours; it has been logged. */
  | { readonly kind: 'broken' };

export interface WorkerClient {
  /** Answers in order. Never rejects. */
  ask<Q extends Question>(question: Q, signal?: AbortSignal): Promise<Outcome<AnswerTo<Q>>>;
  stop(): void;
}

export interface WorkerClientOptions {
  readonly path: string;
  /** The longest that one question may take, in milliseconds. */
  readonly limit: number;
  /** Told of each error of ours, once an error. */
  readonly onError: (error: string) => void;
}

export const brokenText = 'Internal error: see the GradLens log in the Output view.';

/** Why there is no answer, for the user. */
export function unansweredText(outcome: Exclude<Outcome<never>, { kind: 'answer' }>): string {
  switch (outcome.kind) {
    case 'time':
      return `The check was ended after ${outcome.milliseconds / 1000} s.`;
    case 'aborted':
      return 'The check was given up.';
    case 'broken':
      return brokenText;
  }
}

/**
 * How long a question that was given up may still run before its worker is ended, in ms. A check
 * ends sooner, at its next target, so that the worker lives on with what it remembers.
 */
const patience = 600;
/** The worker of a file that builds huge arrays ends, rather than the extension host. */
const memory = { maxOldGenerationSizeMb: 1024 };

interface Waiting {
  readonly question: Question;
  readonly signal: AbortSignal | undefined;
  readonly settle: (outcome: Outcome<never>) => void;
  readonly answered: (answer: AnswerTo<Question>) => void;
}

/** A client of the worker bundle at `path`; starts nothing yet. */
export function createWorkerClient(options: WorkerClientOptions): WorkerClient {
  const queue: Waiting[] = [];
  const logged = new Set<string>();
  let worker: Worker | null = null;
  let running: { end: (outcome: Outcome<never>) => void } | null = null;
  let lastId = 0;
  const givenUp = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

  function next(): void {
    if (running !== null) return;
    const waiting = queue.shift();
    if (waiting === undefined) return;
    if (waiting.signal?.aborted) {
      waiting.settle({ kind: 'aborted' });
      next();
      return;
    }
    run(waiting);
  }

  function run({ question, signal, settle, answered }: Waiting): void {
    const id = ++lastId;
    const current = (worker ??= start());
    const timer = setTimeout(
      () => end({ kind: 'time', milliseconds: options.limit }, true),
      options.limit,
    );
    let patienceTimer: ReturnType<typeof setTimeout> | undefined;

    const onAbort = () => {
      Atomics.store(givenUp, 0, 1);
      patienceTimer = setTimeout(() => end({ kind: 'aborted' }, true), patience);
    };
    const onMessage = (reply: Reply) => {
      if (reply.id !== id) return;
      if (reply.kind === 'answer') {
        finish(false);
        answered(reply.answer);
      } else if (reply.kind === 'givenUp') {
        end({ kind: 'aborted' }, false);
      } else {
        report(reply.error);
        end({ kind: 'broken' }, false);
      }
    };
    const finish = (kill: boolean) => {
      clearTimeout(timer);
      clearTimeout(patienceTimer);
      signal?.removeEventListener('abort', onAbort);
      current.off('message', onMessage);
      running = null;
      if (kill) discard(current);
      queueMicrotask(next);
    };
    const end = (outcome: Outcome<never>, kill: boolean) => {
      finish(kill);
      settle(outcome);
    };

    Atomics.store(givenUp, 0, 0);
    running = { end: (outcome) => end(outcome, true) };
    signal?.addEventListener('abort', onAbort);
    current.on('message', onMessage);
    const letter: Letter = { id, question };
    current.postMessage(letter);
  }

  function start(): Worker {
    const workerData: WorkerData = { givenUp };
    const started = new Worker(options.path, { resourceLimits: memory, workerData });
    const crashed = (error: string) => {
      if (worker !== started) return;
      report(error);
      running?.end({ kind: 'broken' });
      discard(started);
    };
    started.on('error', (error: Error) => crashed(`${error.stack ?? error}`));
    started.on('exit', (code) => crashed(`The worker ended with code ${code}.`));
    return started;
  }

  function discard(ended: Worker): void {
    if (worker === ended) worker = null;
    void ended.terminate();
  }

  function report(error: string): void {
    if (logged.has(error)) return;
    logged.add(error);
    options.onError(error);
  }

  return {
    ask<Q extends Question>(question: Q, signal?: AbortSignal) {
      return new Promise<Outcome<AnswerTo<Q>>>((resolve) => {
        queue.push({
          question,
          signal,
          settle: resolve,
          answered: (answer) => resolve({ kind: 'answer', answer: answer as AnswerTo<Q> }),
        });
        next();
      });
    },
    stop() {
      for (const waiting of queue.splice(0)) waiting.settle({ kind: 'aborted' });
      running?.end({ kind: 'aborted' });
      if (worker !== null) discard(worker);
    },
  };
}
