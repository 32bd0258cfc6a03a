/** The worker client: time limit, giving up, crashes, each with a worker that really does so. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeThreads } from '../../src/editor/threads';
import { createWorkerClient, type WorkerClient } from '../../src/editor/worker-client';
import type { Question } from '../../src/editor/worker-messages';

/** A worker that does what the text of the question says. */
const script = `
import { parentPort, workerData } from 'node:worker_threads';
let answered = 0;
parentPort.on('message', ({ id, question }) => {
  const text = question.source.text;
  while (text === 'loop');
  while (text === 'polite') {
    if (Atomics.load(workerData.givenUp, 0) === 1) return parentPort.postMessage({ id, kind: 'givenUp' });
  }
  if (text === 'exit') process.exit(3);
  if (text === 'crash') setTimeout(() => { throw new Error('crashed'); });
  else if (text === 'broken') parentPort.postMessage({ id, kind: 'broken', error: 'out of ink' });
  else parentPort.postMessage({ id, kind: 'answer', answer: [text, ++answered] });
});
`;

const ask = (text: string): Question => ({ kind: 'targets', source: { path: 'a.py', text } });

const rows: readonly [texts: string[], expected: unknown[], errors: RegExp[]][] = [
  [
    ['a', 'b'],
    [
      ['a', 1],
      ['b', 2],
    ],
    [],
  ],
  [['a', 'loop', 'b'], [['a', 1], 'time', ['b', 1]], []],
  [['crash', 'b'], ['broken', ['b', 1]], [/crashed/]],
  [['exit', 'b'], ['broken', ['b', 1]], [/code 3/]],
  [['broken', 'broken', 'b'], ['broken', 'broken', ['b', 1]], [/out of ink/]],
];

describe('worker client', () => {
  let folder = '';
  let client: WorkerClient;
  let errors: string[] = [];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gradlens-'));
    await writeFile(join(folder, 'worker.mjs'), script);
  });
  after(() => rm(folder, { recursive: true }));
  beforeEach(() => {
    errors = [];
    client = createWorkerClient({
      start: nodeThreads(join(folder, 'worker.mjs')),
      limit: 1000,
      idle: 200,
      onError: (error) => errors.push(error),
    });
  });
  afterEach(() => client.stop());

  for (const [texts, expected, logged] of rows) {
    it(`answers ${texts.join(', ')}`, async () => {
      const outcomes = await Promise.all(texts.map((text) => client.ask(ask(text))));
      assert.deepEqual(
        outcomes.map((one) => (one.kind === 'answer' ? one.answer : one.kind)),
        expected,
      );
      assert.equal(errors.length, logged.length);
      for (const [index, pattern] of logged.entries()) assert.match(errors[index] ?? '', pattern);
    });
  }

  it('gives up a question that waits, and one that runs on', async () => {
    const abort = new AbortController();
    const outcomes = [client.ask(ask('loop'), abort.signal), client.ask(ask('a'), abort.signal)];
    const last = client.ask(ask('b'));
    abort.abort();
    const kinds = (await Promise.all([...outcomes, last])).map(({ kind }) => kind);
    assert.deepEqual(kinds, ['aborted', 'aborted', 'answer']);
  });

  it('keeps a worker that ends by itself what was given up', async () => {
    await client.ask(ask('a'));
    const abort = new AbortController();
    const first = client.ask(ask('polite'), abort.signal);
    const last = client.ask(ask('b'));
    abort.abort();
    assert.equal((await first).kind, 'aborted');
    assert.deepEqual(await last, { kind: 'answer', answer: ['b', 2] });
  });

  it('ends a worker that has nothing to do, and starts another one', async () => {
    assert.deepEqual(await client.ask(ask('a')), { kind: 'answer', answer: ['a', 1] });
    assert.deepEqual(await client.ask(ask('b')), { kind: 'answer', answer: ['b', 2] });
    await new Promise((resolve) => setTimeout(resolve, 600));
    assert.deepEqual(await client.ask(ask('c')), { kind: 'answer', answer: ['c', 1] });
    assert.deepEqual(errors, []);
  });
});
