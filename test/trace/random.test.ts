/** Drawing functions: shapes and ranges, and that a seed repeats what was drawn. */
import { strict as assert } from 'node:assert';
import type { LanguageFrontEnd } from '../../src/languages';
import { defaultLimits } from '../../src/trace/limits';
import { Machine } from '../../src/trace/machine';
import { boundIn, compileProgram, runModule } from '../../src/trace/program';
import { none } from '../../src/trace/values';
import { plain, python, run } from './python';

interface Drawn {
  readonly shape: readonly number[];
  readonly type: string;
  readonly data: readonly number[];
}

describe('drawing functions', () => {
  let language: LanguageFrontEnd;
  before(async () => {
    language = await python();
  });
  const drawn = (code: string) => {
    const { machine, value } = run(language, `import numpy as np\nimport random\n${code}\n`);
    return { machine, result: plain(machine, value('r')) };
  };

  const rows: [code: string, shape: number[], type: string, low: number, high: number][] = [
    ['np.random.rand(2, 3)', [2, 3], 'float', 0, 1],
    ['np.random.rand()', [], 'float', 0, 1],
    ['np.random.randn(4)', [4], 'float', -9, 9],
    ['np.random.random((2, 2))', [2, 2], 'float', 0, 1],
    ['np.random.random_sample(3)', [3], 'float', 0, 1],
    ['np.random.uniform(-2, -1, size=(3, 2))', [3, 2], 'float', -2, -1],
    ['np.random.uniform(np.array([0, 10]), np.array([1, 11]))', [2], 'float', 0, 11],
    ['np.random.normal(5, 0.001, 3)', [3], 'float', 4.9, 5.1],
    ['np.random.normal(size=(1, 2))', [1, 2], 'float', -9, 9],
    ['np.random.normal()', [], 'float', -9, 9],
    ['np.random.exponential(2.0, 3)', [3], 'float', 0, 99],
    ['np.random.randint(3, 5, size=8)', [8], 'int', 3, 4],
    ['np.random.randint(2)', [], 'int', 0, 1],
    ['np.random.binomial(1, 0.5, size=(2, 4))', [2, 4], 'int', 0, 1],
    ['np.random.binomial(3, np.array([0.0, 1.0]))', [2], 'int', 0, 3],
    ['np.random.choice(5, 3, replace=False)', [3], 'int', 0, 4],
    ['np.random.choice([0.5, 1.5], size=(2, 2), p=[0, 1])', [2, 2], 'float', 1.5, 1.5],
    ['np.random.permutation(4)', [4], 'int', 0, 3],
    ['np.random.default_rng(1).standard_normal((2, 3))', [2, 3], 'float', -9, 9],
    ['np.random.default_rng(1).integers(0, 2, size=4, endpoint=True)', [4], 'int', 0, 2],
    ['np.random.RandomState(1).randn(2)', [2], 'float', -9, 9],
    ['random.random()', [], 'float', 0, 1],
    ['random.randint(2, 2)', [], 'int', 2, 2],
    ['random.gauss(0, 1)', [], 'float', -9, 9],
  ];
  for (const [code, shape, type, low, high] of rows) {
    it(code, () => {
      const { machine, result } = drawn(`r = ${code}`);
      const { data, ...outer } = result as Drawn;
      assert.deepEqual(outer, { shape, type });
      assert.deepEqual(
        data.filter((each) => each < low || each > high),
        [],
      );
      assert.equal(machine.draws.length, 1);
    });
  }

  const repeats: [name: string, code: string][] = [
    [
      'np.random.seed',
      'np.random.seed(3)\na = np.random.rand(5)\nnp.random.seed(3)\nb = np.random.rand(5)',
    ],
    [
      'default_rng',
      'a = np.random.default_rng(3).normal(size=5)\nb = np.random.default_rng(3).normal(size=5)',
    ],
    [
      'a generator apart from the global one',
      'g = np.random.default_rng(3)\na = g.random(2)\nnp.random.rand(9)\nh = np.random.default_rng(3)\nb = h.random(2)',
    ],
    ['a permutation holds all', 'a = np.sort(np.random.permutation(6))\nb = np.arange(6)'],
    ['a shuffle holds all', 'c = [3, 1, 2]\nnp.random.shuffle(c)\na = sorted(c)\nb = [1, 2, 3]'],
    [
      'a shuffle of rows keeps rows',
      'c = np.arange(6).reshape(3, 2)\nnp.random.shuffle(c)\na = np.sort(c[:, 1] - c[:, 0])\nb = np.ones(3, dtype=int)',
    ],
  ];
  for (const [name, code] of repeats) {
    it(name, () => {
      const { result } = drawn(`${code}\nr = [a, b]`);
      const [a, b] = result as [unknown, unknown];
      assert.deepEqual(a, b);
    });
  }

  it('give other numbers for other seeds', () => {
    const { result } = drawn(
      'np.random.seed(1)\na = np.random.rand()\nnp.random.seed(2)\nr = a == np.random.rand()',
    );
    assert.deepEqual(result, { shape: [], type: 'bool', data: [0] });
  });

  it('are spread evenly', () => {
    const { result } = drawn(
      'a = np.random.randn(20000)\nr = [np.mean(a), np.std(a), np.mean(a**4)]',
    );
    const [mean, deviation, fourth] = (result as Drawn[]).map((each) => each.data[0]);
    assert.ok(
      Math.abs(mean) < 0.03 && Math.abs(deviation - 1) < 0.03 && Math.abs(fourth - 3) < 0.3,
    );
  });

  it('cover all classes with labels', () => {
    const program = language.parse('case.py', 'r = labels(7, 3)\n');
    const machine = new Machine(language.tables, defaultLimits);
    machine.annotating = true;
    const { frame } = runModule(compileProgram(program), machine);
    const { shape, type, data } = plain(machine, boundIn(frame, 'r') ?? none) as Drawn;
    assert.deepEqual(
      { shape, type, data: [...data].sort() },
      { shape: [7], type: 'int', data: [0, 0, 0, 1, 1, 2, 2] },
    );
  });
});
