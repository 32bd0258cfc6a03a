/**
 * Loops as flat code against the general road, on random programs: the same
 * values in names, lists and arrays, the same sentence at the same place, the same
 * number of steps. `assert True` in a block keeps it from flat code, `pass` does not.
 */
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import type { LanguageFrontEnd } from '../../src/languages';
import { hot } from '../../src/trace/flat-loops';
import { defaultLimits, Stop } from '../../src/trace/limits';
import { Machine } from '../../src/trace/machine';
import { boundIn, compileProgram, runModule } from '../../src/trace/program';
import { plain, python } from './python';

const atoms = [
  'n', 'last', 'k', 'i', '0', '1', '2', '-1', '0.5', '-2.5', '1e200', '9007199254740991', 'math.nan',
  'xs[k % 4]', 'xs[i]', 'xs[-1]', 'xs[n]', 'ys[1]', 'ys[k % 3]', 'table[k % 2][1]', 'table[1][i]',
  'a[k % 3]', 'a[i]', 'grid[k % 2, 1]', 'grid[1][k % 2]', 'whole[k % 2]', 'len(xs)', 'len(grown)',
  'box.size', 'flag', 'word', 'missing', '-0.0', 'math.sqrt(n)', 'math.sin(last)', 'abs(n)', 'abs(a[1])',
]; // biome-ignore format: a table

const expression = fc.letrec<{ any: string; atom: string; sum: string }>((tie) => ({
  any: fc.oneof({ maxDepth: 2, withCrossShrink: true }, tie('atom'), tie('sum')),
  atom: fc.constantFrom(...atoms),
  sum: fc.oneof(
    fc
      .tuple(tie('any'), fc.constantFrom('+', '-', '*', '/', '//', '%', '**'), tie('any'))
      .map(([a, operator, b]) => `(${a} ${operator} ${b})`),
    tie('any').map((a) => `-${a}`),
    tie('any').map((a) => `twice(${a})`),
    fc.tuple(tie('any'), tie('any')).map(([a, b]) => `pick(xs, ${a}, ${b})`),
    fc.tuple(tie('any'), tie('any')).map(([a, b]) => `(${a} if ${b} > 0 else 1)`),
  ),
})).any;

const comparison = fc
  .tuple(expression, fc.constantFrom('<', '<=', '>', '>=', '==', '!='), expression)
  .map(([a, operator, b]) => `${a} ${operator} ${b}`);
const test = fc.oneof(
  comparison,
  fc.tuple(comparison, comparison).map(([a, b]) => `${a} and ${b}`),
  fc.tuple(comparison, comparison).map(([a, b]) => `${a} or not ${b}`),
  fc.constant('0 <= k < 3'),
);

const target = fc.constantFrom(
  'n', 'last', 'xs[k % 4]', 'xs[i]', 'ys[k % 3]', 'ys[-1]', 'a[k % 3]', 'a[i]', 'grid[k % 2, 1]',
  'grid[1][k % 2]', 'whole[k % 2]', 'table[k % 2][i]',
); // biome-ignore format: a table

type Block = readonly string[];
const indented = (block: Block) => block.map((line) => `    ${line}`);

const simple: fc.Arbitrary<Block> = fc.oneof(
  fc.tuple(target, expression).map(([to, value]) => [`${to} = ${value}`]),
  fc
    .tuple(target, fc.constantFrom('+=', '-=', '*='), expression)
    .map(([to, operator, value]) => [`${to} ${operator} ${value}`]),
  fc.tuple(target, target, expression).map(([p, q, value]) => [`${p}, ${q} = ${q}, ${value}`]),
  expression.map((value) => [`grown.append(${value})`]),
  fc
    .tuple(expression, expression)
    .map(([p, q]) => ['row = []', `row.append(${p})`, `row.append(${q})`, 'rows.append(row)']),
  fc
    .tuple(expression, fc.integer({ min: 0, max: 3 }))
    .map(([value, times]) => [`row = [${value}] * ${times}`]),
  expression.map((value) => [`shift(ys, ${value})`]),
  expression.map((value) => [`n = found(xs, ${value})`]),
  fc.constantFrom(['continue'], ['break'], ['n = nothing(n)'], ['row[0] = n'], ['n += 1']),
);

const statement = fc.letrec<{ any: Block; simple: Block; branch: Block; loop: Block }>((tie) => {
  const block = fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((parts) => parts.flat());
  return {
    any: fc.oneof(
      { maxDepth: 2 },
      { weight: 5, arbitrary: tie('simple') },
      tie('branch'),
      tie('loop'),
    ),
    simple,
    branch: fc
      .tuple(test, block, fc.option(block))
      .map(([holds, then, otherwise]) => [
        `if ${holds}:`,
        ...indented(then),
        ...(otherwise === null ? [] : ['else:', ...indented(otherwise)]),
      ]),
    loop: fc.oneof(
      fc
        .tuple(fc.constantFrom('2', '3', '1, 3', '3, 0, -1', 'len(ys)', 'n'), block)
        .map(([over, body]) => [`for i in range(${over}):`, ...indented(body)]),
      block.map((body) => ['j = 0', 'while j < 3:', '    j += 1', ...indented(body)]),
    ),
  };
}).any;

const program = fc.tuple(
  fc.array(statement, { minLength: 1, maxLength: 5 }).map((parts) => parts.flat()),
  fc.integer({ min: 1, max: 9 }),
  fc.boolean(),
);

const setting = `
import math
import numpy as np

class Box:
    pass

box = Box()
box.size = 1.5
xs = [0.25, 8, -3.5, 1]
ys = [1.0, 2.0, 3.0]
table = [[1, 2.0], [3.0, 4]]
a = np.array([0.5, -1.5, 2.0])
grid = np.array([[0.0, -0.0], [2.5, -7.0]])
whole = np.array([3, -4])
flag, word = True, 'w'
grown, rows, row = [], [], [0]
n, last, i, j = 0, 0.5, 0, 0

def twice(p):
    MARK
    q = p + p
    return q

def pick(values, at, otherwise):
    """An item that is there."""
    MARK
    for position in range(len(values)):
        if position == at:
            return values[position]
    return otherwise

def shift(values, by):
    MARK
    for position in range(len(values)):
        values[position] += by

def found(values, wanted):
    MARK
    at = 0
    while values[at] != wanted:
        MARK
        at += 1
    return at

def nothing(p):
    MARK
    if p > 2:
        return p
`;

/** The program with its loop in the module or in a function. */
function textOf([body, rounds, inside]: [Block, number, boolean]): string {
  const loop = [`for k in range(${rounds}):`, ...indented(['MARK', ...body])];
  if (!inside) return `${setting}\n${loop.join('\n')}\n`;
  const lists = 'xs, ys, table, a, grid, whole, grown, rows, row';
  const all = ['n, last, i, j = 0, 0.5, 0, 0', ...loop, 'return n, last, i, j'];
  return `${setting}\ndef main(${lists}):\n${indented(all).join('\n')}\n\nn, last, i, j = main(${lists})\n`;
}

const names = [
  'n',
  'last',
  'i',
  'j',
  'k',
  'xs',
  'ys',
  'table',
  'a',
  'grid',
  'whole',
  'grown',
  'rows',
  'row',
];

/** So few steps that some programs are stopped. */
const limits = { ...defaultLimits, steps: 20_000 };

/** All that a run leaves behind. */
function outcome(language: LanguageFrontEnd, text: string): unknown {
  const machine = new Machine(language.tables, limits);
  const compiled = compileProgram(language.parse('case.py', text));
  const stops: Stop[] = [];
  try {
    stops.push(...runModule(compiled, machine).failures.map((each) => each.stop));
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
    stops.push(stop);
  }
  const frame = machine.runs.get(compiled.scope)?.frame;
  const values = names.map((name) => {
    const value = frame === undefined ? null : boundIn(frame, name);
    return value === null ? null : plain(machine, value);
  });
  const left = JSON.stringify(values, (_, each) =>
    typeof each === 'number' ? (Object.is(each, -0) ? '-0' : String(each)) : each,
  );
  const places = stops.map(({ kind, code, message, place }) => [kind, code, message, place?.start]);
  return { left, places, steps: limits.steps - machine.affordable };
}

describe('flat code', () => {
  let language: LanguageFrontEnd;
  const usual = hot.steps;
  before(async () => {
    language = await python();
  });

  after(() => {
    hot.steps = usual;
  });

  for (const [road, steps] of [
    ['rows', Infinity],
    ['compiled from the first round on', -1],
    ['compiled after some rounds', 12],
  ] as const) {
    it(`leaves what the general road leaves, on random programs: ${road}`, () => {
      hot.steps = steps;
      fc.assert(
        fc.property(program, (drawn) => {
          const text = textOf(drawn);
          // Both are equally long, so that places can be compared.
          const fast = outcome(language, text.replace(/MARK/g, 'pass       '));
          const general = outcome(language, text.replace(/MARK/g, 'assert True'));
          assert.deepEqual(fast, general, text);
        }),
        { numRuns: 150 },
      );
    });
  }

  it('leaves calls that grow like a tree to the general road', () => {
    const call = (at: number) => `f${at}(x)`;
    const definitions = Array.from({ length: 12 }, (_, at) => {
      const sum = at === 0 ? 'x * 2' : Array.from({ length: 9 }, () => call(at - 1)).join(' + ');
      return `def f${at}(x):\n    return ${sum}\n`;
    });
    const text = `${definitions.join('')}n = 1\nfor x in range(0):\n    n = ${call(11)}\n`;
    const { left } = outcome(language, text) as { left: string };
    assert.match(left, /^\[\{"shape":\[\],"type":"int","data":\["1"\]/);
  });
});
