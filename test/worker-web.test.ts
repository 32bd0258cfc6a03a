/** The worker for the browser, run where there is nothing of Node: it checks, and draws formulas. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { defaultOptions, type FormulaReport } from '../src/check/report';
import { reportReceiver } from '../src/editor/report-link';
import type { Question, Reply, ShownFormula, WebWorkerData } from '../src/editor/worker-messages';

const text = '# @gradcheck x=2\n# @grad x = 3*x\ndef f(x):\n    return x**2\n';

interface Scope {
  readonly onmessage: (event: { readonly data: unknown }) => void;
}

/** A worker's global scope with the bundle in it; `asked` resolves with the next reply. */
function startWorker() {
  let heard: (reply: Reply) => void = () => {};
  const web = {
    TextDecoder,
    TextEncoder,
    URL,
    btoa,
    console,
    performance,
    queueMicrotask,
    setTimeout,
  };
  const context = createContext({
    ...web,
    importScripts: () => {},
    location: { href: 'blob:worker' },
    postMessage: (reply: Reply) => heard(reply),
  });
  runInContext('globalThis.self = globalThis', context);
  runInContext(readFileSync('dist/worker-web.js', 'utf8'), context);
  const post = (data: unknown) => (context as Scope).onmessage({ data });
  const read = (name: string) =>
    runInContext('(from) => new Uint8Array(from)', context)(asset(name));
  const names = ['tree-sitter.wasm', 'tree-sitter-python.wasm'];
  const assets = Object.fromEntries(names.map((name) => [name, read(name)]));
  post({ givenUp: new Int32Array(1), assets } satisfies WebWorkerData);
  return (question: Question) =>
    new Promise<Reply>((resolve) => {
      heard = resolve;
      post({ id: 1, question });
    });
}

function asset(name: string): Uint8Array {
  return readFileSync(`dist/${name}`);
}

describe('worker for the browser', () => {
  let ask: ReturnType<typeof startWorker>;

  before(() => {
    ask = startWorker();
  });

  async function answer(question: Question): Promise<unknown> {
    const reply = await ask(question);
    assert.equal(reply.kind, 'answer', JSON.stringify(reply));
    return reply.kind === 'answer' ? reply.answer : null;
  }

  it('checks a file and draws its formulas', async () => {
    const source = { path: 'a.py', text };
    const reply = await ask({ kind: 'check', source, options: defaultOptions });
    assert.ok(reply.kind === 'checked', JSON.stringify(reply));
    const [{ name, verdict, formula }] = reportReceiver()(reply.report).functions;
    assert.equal(verdict, 'mismatch');
    const drawn = (await answer({
      kind: 'formulas',
      name,
      formula: formula as FormulaReport,
      color: '#cccccc',
    })) as ShownFormula;
    assert.equal(drawn.formula.partials.x, '2*x');
    assert.match(drawn.picture?.image ?? '', /^data:image\/svg/);
  });
});
