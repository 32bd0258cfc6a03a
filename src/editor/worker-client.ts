/**
 * The extension's end of the worker: `ask` a question, `stop` the worker. It is
 * started by the first question; one that overruns its time, is given up while it
 * runs, or crashes the worker costs a new worker for the next question.
 */
import { reportReceiver } from './report-link';
import type { AnswerTo, Letter, Question, Reply } from './worker-messages';

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

/** A worker that runs. */
export interface Thread {
  /** Resolves when the worker has the letter, as far as that can be told. */
  post(letter: Letter): Promise<void>;
  end(): void;
  /** Grows with the time that the worker has had, in milliseconds: processor time where that can be told. */
  spent(): number;
}

/** Who is told of what a worker does. */
export interface Listener {
  readonly reply: (reply: Reply) => void;
  readonly crashed: (error: string) => void;
}

/** Starts a worker with the number of `WorkerData`. */
export type StartThread = (listener: Listener, givenUp: Int32Array) => Thread;

export interface WorkerClientOptions {
  readonly start: StartThread;
  /** The longest that one question may take, in milliseconds of `Thread.spent`. */
  readonly limit: number;
  /** How long the worker lives without a question, in milliseconds: it holds some 30 MB. */
  readonly idle: number;
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
/**
 * On a busy machine the clock runs on while the worker waits for its turn, so a question may take
 * so many times its limit on the clock.
 */
const mostWaits = 6;

interface Waiting {
  readonly question: Question;
  readonly signal: AbortSignal | undefined;
  readonly settle: (outcome: Outcome<never>) => void;
  readonly answered: (answer: AnswerTo<Question>) => void;
}

interface Running {
  readonly end: (outcome: Outcome<never>) => void;
  readonly hear: (reply: Reply) => void;
}

/** A client of workers; starts none yet. */
export function createWorkerClient(options: WorkerClientOptions): WorkerClient {
  const queue: Waiting[] = [];
  const logged = new Set<string>();
  let worker: Thread | null = null;
  let receive = reportReceiver();
  let running: Running | null = null;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let lastId = 0;
  const givenUp = new Int32Array(sharedMemory(Int32Array.BYTES_PER_ELEMENT));

  function next(): void {
    if (running !== null) return;
    const waiting = queue.shift();
    if (waiting === undefined) {
      rest();
      return;
    }
    if (waiting.signal?.aborted) {
      waiting.settle({ kind: 'aborted' });
      next();
      return;
    }
    run(waiting);
  }

  /** Ends the worker unless a question comes; with it goes what it remembers. */
  function rest(): void {
    clearTimeout(resting);
    const current = worker;
    if (current !== null) resting = setTimeout(() => discard(current), options.idle);
  }

  function run({ question, signal, settle, answered }: Waiting): void {
    clearTimeout(resting);
    const id = ++lastId;
    const current = (worker ??= start());
    let timer: ReturnType<typeof setTimeout> | undefined;
    let patienceTimer: ReturnType<typeof setTimeout> | undefined;

    const onAbort = () => {
      Atomics.store(givenUp, 0, 1);
      patienceTimer = setTimeout(() => end({ kind: 'aborted' }, true), patience);
    };
    const hear = (reply: Reply) => {
      if (reply.id !== id) return;
      if (reply.kind === 'answer') {
        finish(false);
        answered(reply.answer);
      } else if (reply.kind === 'checked') {
        finish(false);
        answered(receive(reply.report));
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
      running = null;
      if (kill) discard(current);
      queueMicrotask(next);
    };
    const end = (outcome: Outcome<never>, kill: boolean) => {
      finish(kill);
      settle(outcome);
    };

    Atomics.store(givenUp, 0, 0);
    const asked: Running = { end: (outcome) => end(outcome, true), hear };
    running = asked;
    signal?.addEventListener('abort', onAbort);
    void current.post({ id, question }).then(() => {
      // A worker that is still fetched over the network does not use up the time.
      if (running !== asked) return;
      const begun = performance.now();
      const spent = current.spent();
      const overrun = () => {
        const left = options.limit - (current.spent() - spent);
        const waits = performance.now() - begun < mostWaits * options.limit;
        if (left > 0 && waits) timer = setTimeout(overrun, left);
        else end({ kind: 'time', milliseconds: options.limit }, true);
      };
      timer = setTimeout(overrun, options.limit);
    });
  }

  function start(): Thread {
    const listener: Listener = {
      reply: (reply) => {
        if (worker === started) running?.hear(reply);
      },
      crashed: (error) => {
        if (worker !== started) return;
        report(error);
        running?.end({ kind: 'broken' });
        discard(started);
      },
    };
    receive = reportReceiver();
    const started = options.start(listener, givenUp);
    return started;
  }

  function discard(ended: Thread): void {
    if (worker === ended) worker = null;
    ended.end();
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
      clearTimeout(resting);
      if (worker !== null) discard(worker);
    },
  };
}

/** Browsers share memory only where the page is isolated; elsewhere a worker does not hear that it is given up. */
function sharedMemory(bytes: number): SharedArrayBuffer | ArrayBuffer {
  return typeof SharedArrayBuffer === 'undefined'
    ? new ArrayBuffer(bytes)
    : new SharedArrayBuffer(bytes);
}
