/** The groups of a graph: what loops, rounds and calls made, by the labels of their nodes. */
import assert from 'node:assert/strict';
import type { GraphGroup, GraphReport } from '../../src/check/graph-report';
import { defaultOptions } from '../../src/check/report';
import { checker } from './support';

async function graphOf(lines: readonly string[]): Promise<GraphReport> {
  const source = { path: 'case.py', text: `${['import numpy as np', ...lines].join('\n')}\n` };
  const graph = (await checker()).graph(source, defaultOptions, 'f');
  assert.ok(graph);
  return graph;
}

function labels({ nodes }: GraphReport, { first, last }: GraphGroup): string {
  const inside = nodes.filter(({ id, role }) => first <= id && id <= last && role !== 'input');
  return inside.map(({ label }) => label).join(' ');
}

function check(what: string, lines: readonly string[], expected: readonly string[]): void {
  it(what, async () => {
    const graph = await graphOf(lines);
    const told = graph.groups.map((group) => {
      const count = group.kind === 'call' ? group.name : group.count;
      return `${group.kind} ${count} at ${group.range?.line}: ${labels(graph, group)}`;
    });
    assert.deepEqual(told, expected);
  });
}

const round = 'cos exp sin';

describe('groups of a graph', () => {
  check(
    'straight code has none',
    ['# @gradcheck x=2', 'def f(x):', '    return x * x + 3 * x'],
    [],
  );

  check(
    'a loop and its rounds',
    [
      '# @gradcheck x=2',
      'def f(x):',
      '    for i in range(2):',
      '        x = np.sin(x) * 3',
      '    return x',
    ],
    ['loop 2 at 4: sin 3 × sin 3 ×', 'round 1 at 4: sin 3 ×', 'round 2 at 4: sin 3 ×'],
  );

  check(
    'rounds that make nothing are counted, and not told',
    [
      '# @gradcheck x=2',
      'def f(x):',
      '    n = 0',
      '    while n < 5:',
      '        n += 1',
      '        if n % 2 == 0:',
      '            x = np.sin(np.exp(x))',
      '    return x',
    ],
    ['loop 5 at 5: exp sin exp sin', 'round 2 at 5: exp sin', 'round 4 at 5: exp sin'],
  );

  check(
    'a loop that is left early',
    [
      '# @gradcheck x=2',
      'def f(x):',
      '    for i in range(100):',
      '        if i == 1: return np.exp(x)',
      '        x = np.sin(np.cos(x))',
      '    return x',
    ],
    ['loop 2 at 4: cos sin exp', 'round 1 at 4: cos sin'],
  );

  check(
    'calls of functions, and of library functions that make several nodes',
    [
      'def g(v):',
      '    return np.sin(np.exp(v))',
      '# @gradcheck x=[1.0, 2.0]',
      'def f(x):',
      '    return np.mean(g(x))',
    ],
    ['call g at 6: exp sin', 'call np.mean at 6: sum 2 ÷'],
  );

  check(
    'loops in a comprehension, with two clauses one in the other',
    [
      '# @gradcheck x=2',
      'def f(x):',
      '    return sum([np.sin(np.exp(np.cos(x))) for i in range(2) for j in range(2)])',
    ],
    [
      `loop 2 at 4: ${round} ${round} ${round} ${round}`,
      `round 1 at 4: ${round} ${round}`,
      `loop 2 at 4: ${round} ${round}`,
      `round 1 at 4: ${round}`,
      `round 2 at 4: ${round}`,
      `round 2 at 4: ${round} ${round}`,
      `loop 2 at 4: ${round} ${round}`,
      `round 1 at 4: ${round}`,
      `round 2 at 4: ${round}`,
      'call sum at 4: 0 + + + +',
    ],
  );

  check(
    'a method by its own name where the object is not a name',
    ['# @gradcheck x=[1.0, 2.0]', 'def f(x):', '    return (x * x).mean()'],
    ['call .mean at 4: sum 2 ÷'],
  );
});
