/**
 * The names of torch, jax and tensorflow: every row of the reference is run by the
 * interpreter, on plain inputs and with the float inputs traced, and its slopes are
 * held against differences of runs. What is refused says so by name.
 */
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { reverseSweep } from '../../src/engine/gradient';
import type { EntryId } from '../../src/engine/graph';
import type { LanguageFrontEnd } from '../../src/languages';
import { arrayOf, peek } from '../../src/trace/arrays';
import { Stop } from '../../src/trace/limits';
import type { Machine } from '../../src/trace/machine';
import { entryOf } from '../../src/trace/operate';
import type { ArrayValue, NumberValue, Value } from '../../src/trace/values';
import { plain, python, run } from './python';

interface Row {
  readonly library: 'torch' | 'jax' | 'tensorflow' | 'autograd';
  readonly code: string;
  readonly result: unknown;
}

const { inputs, rows } = JSON.parse(readFileSync('test/reference/frameworks.json', 'utf8')) as {
  inputs: Record<string, unknown>;
  rows: readonly Row[];
};

const imports: Readonly<Record<Row['library'], string>> = {
  torch: 'import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n',
  jax: 'import jax\nimport jax.numpy as jnp\n',
  tensorflow: 'import tensorflow as tf\n',
  autograd: 'import autograd\n',
};

const STEP = 1e-6;
/** Beyond this, one of the two runs crossed a jump (floor, round). */
const JUMP = 1e3;
const nowhere = { path: '', start: 0, end: 0 };

/** The inputs that the code uses, as nested lists that the test turns into arrays. */
function program(library: Row['library'], code: string): string {
  const used = Object.entries(inputs).filter(([name]) => new RegExp(`\\b${name}\\b`).test(code));
  const lines = used.map(([name, value]) => `${name} = ${literal(value)}`);
  return [imports[library], ...lines, code, ''].join('\n');
}

function literal(value: unknown): string {
  return JSON.stringify(value).replaceAll('true', 'True').replaceAll('false', 'False');
}

interface Run {
  readonly machine: Machine;
  readonly value: Value;
  readonly traced: ReadonlyMap<string, EntryId>;
}

/** Runs a row; each float input is moved along its direction, and traced where asked. */
function runRow(language: LanguageFrontEnd, row: Row, trace: boolean, step = 0): Run {
  const traced = new Map<string, EntryId>();
  const done = new Set<string>();
  const { machine, value } = run(
    language,
    program(row.library, row.code),
    (machine, name, value) => {
      if (!(name in inputs) || done.has(name)) return value;
      done.add(name);
      const { graph } = machine;
      const given = plain(machine, value);
      if (value.kind === 'number') {
        const moved = value.value + step * direction(name, 0);
        if (!trace) return { ...value, value: moved };
        traced.set(name, graph.input(name, [moved], []));
        return { ...value, value: moved, entry: traced.get(name) ?? -1 };
      }
      const { data, shape, type } = flat(given);
      if (type !== 'float') return arrayOf(graph, graph.constant(data, shape, type), null);
      const moved = data.map((each, at) => each + step * direction(name, at));
      if (!trace) return arrayOf(graph, graph.constant(moved, shape), null);
      const id = graph.input(name, moved, shape);
      traced.set(name, id);
      return arrayOf(graph, id, null);
    },
  );
  return { machine, value: value('r'), traced };
}

interface Numbers {
  readonly shape: number[];
  readonly type: 'float' | 'int' | 'bool';
  readonly data: number[];
}

/** Nested plain numbers as one array. */
function flat(value: unknown): Numbers {
  if (!Array.isArray(value)) return value as Numbers;
  const parts = value.map(flat);
  return {
    shape: [parts.length, ...parts[0].shape],
    type: parts.find((part) => part.type === 'float')?.type ?? parts[0].type,
    data: parts.flatMap((part) => part.data),
  };
}

function direction(name: string, at: number): number {
  return Math.sin(7 * at + name.charCodeAt(0));
}

/** Where two results differ; empty when they agree. */
function difference(actual: unknown, expected: unknown): string {
  if (Array.isArray(expected) && Array.isArray(actual) && actual.length === expected.length) {
    return expected.map((each, at) => difference(actual[at], each)).find((each) => each) ?? '';
  }
  const [left, right] = [actual, expected] as Numbers[];
  const outer = (each: Numbers | null) => `${each?.type} (${each?.shape})`;
  if (outer(left) !== outer(right)) return `${outer(left)}, not ${outer(right)}`;
  const far = right.data.some((each, at) => !near(Number(left.data[at]), Number(each)));
  return far ? `${left.data}, not ${right.data}` : '';
}

function near(actual: number, expected: number): boolean {
  if (Object.is(actual, expected)) return true;
  return Math.abs(actual - expected) <= 1e-12 * Math.max(Math.abs(expected), 1);
}

describe('names of torch, jax and tensorflow against the reference', () => {
  let language: LanguageFrontEnd;
  before(async () => {
    language = await python();
  });
  for (const row of rows) {
    it(`${row.library}: ${row.code}`, () => {
      for (const trace of [false, true]) {
        const { machine, value } = runRow(language, row, trace);
        assert.equal(difference(plain(machine, value), row.result), '');
      }
    });
  }
});

describe('slopes of torch, jax and tensorflow', () => {
  it('agree with differences of runs', async () => {
    const language = await python();
    const slopes = rows
      .flatMap((row) => compare(language, row))
      .filter(({ numeric }) => Math.abs(numeric) < JUMP);
    const wrong = slopes.filter(({ numeric, analytic }) => {
      return !(Math.abs(numeric - analytic) <= 1e-6 * Math.max(1, Math.abs(numeric)));
    });
    assert.ok(slopes.length > 600, `only ${slopes.length} slopes are compared`);
    assert.deepEqual(wrong, []);
  });
});

/** One slope for every array of finite floats in a row's result. */
function compare(language: LanguageFrontEnd, row: Row) {
  const base = runRow(language, row, true);
  const [above, below] = [STEP, -STEP].map((step) => runRow(language, row, true, step));
  const [up, down] = [above, below].map(partsOf);
  return partsOf(base).flatMap((part, which) => {
    const values = numbers(base, part);
    if (part.type !== 'float' || !values.every(Number.isFinite)) return [];
    const weights = values.map((_, at) => Math.cos(at + 1));
    const [high, low] = [numbers(above, up[which]), numbers(below, down[which])];
    const numeric = weights.reduce(
      (sum, weight, at) => sum + (weight * (high[at] - low[at])) / (2 * STEP),
      0,
    );
    return [{ code: row.code, numeric, analytic: swept(base, part, weights) }];
  });
}

function swept({ machine, traced }: Run, part: ArrayValue | NumberValue, weights: number[]) {
  const { graph } = machine;
  const output = entryOf(machine, part, nowhere);
  if (!graph.entry(output).active) return 0;
  const seed = graph.constant(weights, graph.entry(output).shape);
  const { adjoints } = reverseSweep(graph, output, seed, [...traced.values()]);
  return [...traced].reduce((sum, [name, input]) => {
    const adjoint = adjoints.get(input);
    const values = adjoint === undefined ? [] : Array.from(graph.value(adjoint));
    return sum + values.reduce((inner, each, at) => inner + each * direction(name, at), 0);
  }, 0);
}

function numbers({ machine }: Run, part: ArrayValue | NumberValue): number[] {
  return part.kind === 'number' ? [part.value] : Array.from(peek(machine.graph, part));
}

function partsOf({ value }: Run): (ArrayValue | NumberValue)[] {
  const parts = (each: Value): (ArrayValue | NumberValue)[] => {
    if (each.kind === 'list' || each.kind === 'tuple') return each.items.flatMap(parts);
    return each.kind === 'array' || each.kind === 'number' ? [each] : [];
  };
  return parts(value);
}

describe('refusals of torch, jax and tensorflow', () => {
  const check = (code: string, sentence: RegExp) => {
    it(code, async () => {
      const language = await python();
      const text = `import numpy as np\n${code}\n`;
      assert.throws(
        () => run(language, text).value('r'),
        (stop) => {
          assert.ok(stop instanceof Stop);
          assert.match(stop.message, sentence);
          return true;
        },
      );
    });
  };
  const both = 'import torch\nx = torch.ones(2, 3)\na = np.ones(2)\n';
  check(`${both}r = x.max(1)`, /means one thing in numpy and another in torch/);
  check(`${both}r = x.var(0)`, /write ddof= for numpy, unbiased= for torch/);
  check(`${both}r = x.repeat(2)`, /write np.repeat or torch.tile/);
  check(`${both}r = x.sort()`, /write torch.sort or np.sort/);
  check(`${both}r = x.sum().backward()`, /the written gradient is what is checked/);
  check(`${both}r = x.grad`, /gradients that a framework computes/);
  check(
    'import torch\nr = torch.autograd.grad(1, 2)',
    /torch.autograd.grad: a framework is not run/,
  );
  check('import torch.nn as nn\nr = nn.Linear(2, 3)', /layers that hold parameters/);
  check('import torch.nn.functional as F\nr = F.conv2d', /write the convolution in loops/);
  check('r = np.ones(2).sum(axis=0, dim=0)', /of .sum\(\) is not supported/);
  check('import jax\nr = jax.grad(abs)', /jax.grad: a framework is not run/);
  check('import jax\nr = jax.vmap(abs)', /jax.vmap: not supported/);
  check('import jax.numpy as jnp\nr = jnp.fill_diagonal(1, 2)', /write x.at\[index\].set/);
  check('import tensorflow as tf\nr = tf.GradientTape()', /a framework is not run/);
  check(
    'import jax.numpy as jnp\nr = jnp.ones(2).at[np.array([0, 0])].mul(2)',
    /names a place twice/,
  );
});
