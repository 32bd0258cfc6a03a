/**
 * The library against numpy, scipy, math and Python's builtins: every row of the
 * reference is run by the interpreter, once on plain inputs and once with the
 * float inputs traced. Values agree to twelve digits, shapes and types exactly.
 */
import { strict as assert } from 'node:assert';
import type { LanguageFrontEnd } from '../../src/languages';
import { arrayOf, peek } from '../../src/trace/arrays';
import { Stop } from '../../src/trace/limits';
import type { Machine } from '../../src/trace/machine';
import type { Value } from '../../src/trace/values';
import { inputs, type Row, rows, setup } from './library-rows';
import { plain, python, run } from './python';

interface Numbers {
  readonly shape: readonly number[];
  readonly type: string;
  readonly data: readonly (number | string)[];
}

describe('library functions against the reference', () => {
  let language: LanguageFrontEnd;
  before(async () => {
    language = await python();
  });
  for (const row of rows) {
    it(row.code, () => {
      check(language, row, false);
      check(language, row, true);
    });
  }
});

function check(language: LanguageFrontEnd, row: Row, traced: boolean): void {
  const { result, raised } = outcome(language, `${setup(row)}\n${row.code}\n`, traced);
  const expected = row.raises ?? [''];
  assert.ok(expected.includes(raised.split(':')[0]), `raised '${raised}', not '${expected[0]}'`);
  assert.equal(difference(result, row.result ?? null, 'r'), '');
}

/** What the name r holds in the end, or what was raised. */
function outcome(
  language: LanguageFrontEnd,
  text: string,
  traced: boolean,
): { result: unknown; raised: string } {
  try {
    const { machine, value } = run(language, text, traced ? traceInputs() : null);
    return { result: plain(machine, value('r')), raised: '' };
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
    return {
      result: null,
      raised: stop.kind === 'error' ? stop.message : `${stop.kind}: ${stop.message}`,
    };
  }
}

/** Turns each float input into a differentiated input of the graph, when it is first bound. */
function traceInputs(): (machine: Machine, name: string, value: Value) => Value {
  const done = new Set<string>();
  return (machine, name, value) => {
    if (done.has(name) || !(name in inputs)) return value;
    done.add(name);
    const { graph } = machine;
    if (value.kind === 'array' && value.type === 'float') {
      return arrayOf(graph, graph.input(name, peek(graph, value), value.shape), null);
    }
    if (value.kind === 'number' && value.type === 'float') {
      return { ...value, entry: graph.input(name, [value.value], []) };
    }
    return value;
  };
}

/** Where two results differ; empty when they agree. */
function difference(actual: unknown, expected: unknown, path: string): string {
  if (Array.isArray(expected) && Array.isArray(actual)) {
    if (actual.length !== expected.length)
      return `${path} has ${actual.length} items, not ${expected.length}`;
    const found = expected.map((each, at) => difference(actual[at], each, `${path}[${at}]`));
    return found.find((each) => each !== '') ?? '';
  }
  if (!isNumbers(expected) || !isNumbers(actual)) {
    const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
    return left === right ? '' : `${path} is ${left}, not ${right}`;
  }
  const outer = (each: Numbers) => `${each.type} (${each.shape.join(', ')})`;
  if (outer(actual) !== outer(expected))
    return `${path} is ${outer(actual)}, not ${outer(expected)}`;
  const at = expected.data.findIndex(
    (each, index) => !near(Number(actual.data[index]), Number(each)),
  );
  return at < 0 ? '' : `${path}.data[${at}] is ${actual.data[at]}, not ${expected.data[at]}`;
}

function isNumbers(value: unknown): value is Numbers {
  return typeof value === 'object' && value !== null && 'data' in value;
}

function near(actual: number, expected: number): boolean {
  if (Object.is(actual, expected)) return true;
  return Math.abs(actual - expected) <= 1e-12 * Math.max(Math.abs(expected), 1e-3);
}
