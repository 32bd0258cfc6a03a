/**
 * The derivatives of library functions: for every row of the reference, the
 * reverse sweep over the recorded graph against two runs of the interpreter with
 * moved inputs. A function that loses track of an input on the way fails here.
 */
import { strict as assert } from 'node:assert';
import { reverseSweep } from '../../src/engine/gradient';
import type { EntryId } from '../../src/engine/graph';
import type { LanguageFrontEnd } from '../../src/languages';
import { arrayOf, peek } from '../../src/trace/arrays';
import type { Machine } from '../../src/trace/machine';
import { entryOf } from '../../src/trace/operate';
import type { ArrayValue, NumberValue, Value } from '../../src/trace/values';
import { inputs, type Row, rows, setup } from './library-rows';
import { python, run } from './python';

const STEP = 1e-6;
/** Beyond this, one of the two runs crossed a jump (floor, mod). */
const JUMP = 1e3;
const nowhere = { path: '', start: 0, end: 0 };

describe('slopes of library functions', () => {
  it('agree with differences of runs', async () => {
    const language = await python();
    const slopes = rows
      .filter((row) => row.raises === undefined)
      .flatMap((row) => compare(language, row));
    const smooth = slopes.filter(({ numeric, values }) => {
      return Math.abs(numeric) < JUMP && values.every(Number.isFinite);
    });
    const wrong = smooth.filter(({ numeric, analytic, values }) => {
      const scale = Math.max(1, Math.abs(numeric), ...values.map(Math.abs));
      return !(Math.abs(numeric - analytic) <= 1e-6 * scale);
    });
    assert.ok(smooth.length > 2500, `only ${smooth.length} slopes are compared`);
    // The deviation of a single number: the square root of 0 has no slope.
    assert.deepEqual(
      wrong.map(({ code }) => code),
      ['r = np.std(s)', 'r = np.nanstd(np.where(x > 1, np.nan, x), axis=0)'],
    );
  });
});

interface Slope {
  readonly code: string;
  readonly values: readonly number[];
  readonly numeric: number;
  readonly analytic: number;
}

/** One slope for every array of floats in a row's result, along fixed directions and weights. */
function compare(language: LanguageFrontEnd, row: Row): Slope[] {
  const [base, up, down] = [0, STEP, -STEP].map((step) => moved(language, row, step));
  return base.parts.flatMap((part, which) => {
    if (part.type !== 'float') return [];
    const values = numbers(base.machine, part);
    const [above, below] = [
      numbers(up.machine, up.parts[which]),
      numbers(down.machine, down.parts[which]),
    ];
    const weights = values.map((_, at) => Math.cos(at + 1));
    const numeric = weights.reduce((sum, weight, at) => {
      return above[at] === below[at] ? sum : sum + (weight * (above[at] - below[at])) / (2 * STEP);
    }, 0);
    return [{ code: row.code, values, numeric, analytic: swept(base, part, weights) }];
  });
}

interface Run {
  readonly machine: Machine;
  readonly parts: readonly (ArrayValue | NumberValue)[];
  readonly traced: ReadonlyMap<string, EntryId>;
}

/** A run with every float input moved along its direction. */
function moved(language: LanguageFrontEnd, row: Row, step: number): Run {
  const traced = new Map<string, EntryId>();
  const done = new Set<string>();
  const { machine, value } = run(
    language,
    `${setup(row)}\n${row.code}\n`,
    (machine, name, value) => {
      const fresh = name in inputs && !done.has(name);
      done.add(name);
      if (!fresh || (value.kind !== 'array' && value.kind !== 'number') || value.type !== 'float')
        return value;
      const data =
        value.kind === 'array' ? peek(machine.graph, value) : Float64Array.of(value.value);
      const shape = value.kind === 'array' ? value.shape : [];
      const id = machine.graph.input(
        name,
        data.map((each, at) => each + step * direction(name, at)),
        shape,
      );
      traced.set(name, id);
      if (value.kind === 'array') return arrayOf(machine.graph, id, null);
      return { ...value, value: machine.graph.number(id), entry: id };
    },
  );
  return { machine, parts: partsOf(value('r')), traced };
}

function swept(
  { machine, traced }: Run,
  part: ArrayValue | NumberValue,
  weights: number[],
): number {
  const { graph } = machine;
  const output = entryOf(machine, part, nowhere);
  if (!graph.entry(output).active) return 0;
  const seed = graph.constant(weights, graph.entry(output).shape);
  const { adjoints } = reverseSweep(graph, output, seed, [...traced.values()]);
  let slope = 0;
  for (const [name, input] of traced) {
    const adjoint = adjoints.get(input);
    const values = adjoint === undefined ? [] : graph.value(adjoint);
    values.forEach((each, at) => {
      slope += each * direction(name, at);
    });
  }
  return slope;
}

function direction(name: string, at: number): number {
  return Math.sin(7 * at + name.charCodeAt(0));
}

function numbers(machine: Machine, part: ArrayValue | NumberValue): number[] {
  return Array.from(machine.graph.value(entryOf(machine, part, nowhere)));
}

function partsOf(value: Value): (ArrayValue | NumberValue)[] {
  if (value.kind === 'list' || value.kind === 'tuple') return value.items.flatMap(partsOf);
  return value.kind === 'array' || value.kind === 'number' ? [value] : [];
}
