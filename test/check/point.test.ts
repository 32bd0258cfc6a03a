/** The panel's point: the graph with other inputs, and writing them into the annotation. */
import assert from 'node:assert/strict';
import type { Moved } from '../../src/check/graph-report';
import { defaultOptions, type JsonArray } from '../../src/check/report';
import { checker } from './support';

const product = '# @gradcheck x=2, y=3\n# @grad x = y\ndef f(x, y):\n    return x * y\n';

async function graphAt(text: string, moved: Moved, name = 'f') {
  const source = { path: 'case.py', text };
  const graph = (await checker()).graph(source, defaultOptions, name, moved);
  assert.ok(graph !== null);
  return graph;
}

describe('graph at another point', () => {
  it('has the values, adjoints and gradients of that point', async () => {
    const graph = await graphAt(product, { x: [5] });
    const adjoints = graph.nodes.filter(({ role }) => role === 'input').map((each) => each.adjoint);
    assert.deepEqual(graph.at, { x: 5, y: 3 });
    assert.deepEqual(adjoints, [3, 5]);
    assert.deepEqual(
      graph.parameters.map(({ name, analytic, written }) => [name, analytic, written]),
      [
        ['x', 3, 3],
        ['y', 5, null],
      ],
    );
  });

  it('judges there', async () => {
    const text = '# @gradcheck x=2\n# @grad x = 4\ndef f(x):\n    return x**2\n';
    assert.equal((await graphAt(text, {})).verdict, 'pass');
    assert.equal((await graphAt(text, { x: [3] })).verdict, 'mismatch');
    assert.equal((await graphAt(text, {})).verdict, 'pass');
  });

  it('leaves alone what has another size', async () => {
    assert.deepEqual((await graphAt(product, { x: [1, 2], z: [4] })).at, { x: 2, y: 3 });
  });

  it('says why there is no graph where the run ends', async () => {
    const text = 'def f(x):\n    if x > 1:\n        raise ValueError("too large")\n    return x\n';
    const graph = await graphAt(`# @gradcheck x=0.5\n${text}`, { x: [2] });
    assert.equal(graph.nodes.length, 0);
    assert.match(graph.reason, /too large/);
  });
});

/** The text after the edits; the last one first, so that ranges stay true. */
async function written(
  text: string,
  at: Readonly<Record<string, JsonArray>>,
  name = 'f',
): Promise<string | null> {
  const source = { path: 'case.py', text };
  const edits = (await checker()).pointEdits(source, defaultOptions, name, at);
  if (edits === null) return null;
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  let result = text;
  for (const { range, text: added } of edits.toReversed()) {
    const start = starts[range.line - 1] + range.column - 1;
    const end = starts[range.endLine - 1] + range.endColumn - 1;
    result = result.slice(0, start) + added + result.slice(end);
  }
  return result;
}

describe('point written into the annotation', () => {
  const body = 'def f(x, y=1):\n    return x * y\n';
  const rows: readonly [string, string, Readonly<Record<string, JsonArray>>, string][] = [
    [
      'replaces a value',
      `# @gradcheck x=2, rtol=1e-8\n${body}`,
      { x: 0.5 },
      '# @gradcheck x=0.5, rtol=1e-8',
    ],
    [
      'replaces a shape',
      `# @gradcheck x: (2,), y=3\n${body}`,
      { x: [1, 2.5] },
      '# @gradcheck x=[1, 2.5], y=3',
    ],
    ['adds what is missing', `# @gradcheck x=2\n${body}`, { x: 3, y: 4 }, '# @gradcheck x=3, y=4'],
    [
      'adds to options alone',
      `# @gradcheck points=5\n${body}`,
      { x: 3 },
      '# @gradcheck points=5, x=3',
    ],
    ['stands above claims', `# @grad x = y\n${body}`, { x: 3 }, '# @gradcheck x=3\n# @grad x = y'],
    ['makes a line of its own', body, { x: -1e-7, y: 2 }, '# @gradcheck x=-1e-7, y=2'],
    ['stands above decorators', `@fast\n${body}`, { x: 1 }, '# @gradcheck x=1\n@fast'],
  ];
  for (const [title, text, at, expected] of rows) {
    it(title, async () => {
      const result = (await written(text, at)) ?? '';
      assert.ok(result.startsWith(`${expected}\n`), result);
      assert.ok(result.endsWith(body));
    });
  }

  it('keeps the indentation of a method', async () => {
    const text = 'class A:\n    def f(self, x):\n        return x\n';
    assert.equal(
      await written(text, { x: 2 }, 'A.f'),
      'class A:\n    # @gradcheck x=2\n    def f(self, x):\n        return x\n',
    );
  });

  it('is refused for numbers without a literal, and for names that are none', async () => {
    assert.equal(await written(body, { x: 'NaN' }), null);
    assert.equal(await written(body, { 'self.W[0]': 1 }), null);
  });
});
