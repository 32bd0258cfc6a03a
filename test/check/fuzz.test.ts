/**
 * Whatever the text, checking returns a report that keeps its promises, within
 * its limits. A run tells its seed; `FUZZ_SEED=7` sets another one.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type Checker, createChecker } from '../../src/check/checker';
import {
  defaultOptions,
  type FileReport,
  type JsonArray,
  type Range,
  verdictOrder,
} from '../../src/check/report';
import { hostile, words } from './fuzz-texts';

const seed = Number(process.env.FUZZ_SEED ?? 20_240_607);
const limits = { steps: 4000, depth: 40, elements: 60_000 };
const options = { ...defaultOptions, points: 1 };

let checker: Checker;

function checkText(text: string): void {
  const source = { path: 'fuzz.py', text };
  const report = checker.check(source, options);
  holds(report, text);
  const at = (text.length * 7919) % (text.length + 1);
  const here = checker.checkAt(source, options, at);
  holds(here ?? { path: 'fuzz.py', functions: [], problems: [] }, text);
  const targets = checker.targets(source);
  const name = targets[text.length % Math.max(1, targets.length)]?.name ?? 'nothing';
  const graph = checker.graph(source, options, name);
  assert.deepEqual(JSON.parse(JSON.stringify(graph)), graph);
  for (const node of graph?.nodes ?? []) {
    assert.ok(isRegular(node.value) && isRegular(node.adjoint));
    if (node.range !== null) assertInside(node.range, text.split('\n'));
  }
}

/** What holds for every report. */
function holds(report: FileReport, text: string): void {
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
  const lines = text.split('\n');
  for (const problem of report.problems) {
    assert.notEqual(problem.message, '');
    for (const range of [problem, ...problem.related.map((each) => each.range)]) {
      assertInside(range, lines);
    }
  }
  for (const target of report.functions) {
    assert.ok(verdictOrder.includes(target.verdict), target.verdict);
    assert.notEqual(target.code, 'internal', target.reason);
    assert.notEqual(target.reason, '');
    for (const range of [target.range, target.fullRange]) assertInside(range, lines);
    assert.ok(target.verdict !== 'mismatch' || target.written !== null);
    assert.notEqual(target.code, 'engine-doubt', target.reason);
    for (const sample of target.samples) {
      assert.ok(verdictOrder.includes(sample.verdict));
      for (const value of [sample.value, ...Object.values(sample.at)]) {
        assert.ok(typeof value === 'string' || isRegular(value), JSON.stringify(value));
      }
    }
    for (const row of target.parameters) {
      assert.ok(verdictOrder.includes(row.verdict));
      assert.notEqual(row.reason, '');
      for (const value of [row.analytic, row.numeric, row.numericError, row.written]) {
        assert.ok(isRegular(value), JSON.stringify(value));
      }
    }
  }
}

/** 1-based, inside the text, start before end. */
function assertInside(range: Range, lines: readonly string[]): void {
  const { line, column, endLine, endColumn } = range;
  const ordered = line < endLine || (line === endLine && column <= endColumn);
  assert.ok(ordered && line >= 1 && column >= 1, JSON.stringify(range));
  assert.ok(endLine <= lines.length && column <= lines[line - 1].length + 1, JSON.stringify(range));
  assert.ok(endColumn <= lines[endLine - 1].length + 1, JSON.stringify(range));
}

/** All rows of a nested array have the same shape. */
function isRegular(value: JsonArray): boolean {
  return shapeText(value) !== 'ragged';
}

function shapeText(value: JsonArray): string {
  if (!Array.isArray(value)) return '';
  const inner = new Set(value.map(shapeText));
  return inner.size > 1 || inner.has('ragged') ? 'ragged' : `${value.length},${[...inner]}`;
}

/** Definitions of the examples with what stands above them, so that each text is small. */
const pieces = readdirSync('examples')
  .filter((name) => name.endsWith('.py'))
  .flatMap((name) => readFileSync(`examples/${name}`, 'utf8').split(/\n{3,}/));

const word = fc.constantFrom(...words);
const soup = fc.array(word, { maxLength: 40 });
const program = fc.constantFrom(...pieces, ...hostile);

/** Some places of a text replaced by words. */
const mutated = fc
  .tuple(
    program,
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 8 }), word), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([text, edits]) =>
    edits.reduce((changed, [where, length, by]) => {
      const at = Math.floor(where * changed.length);
      return changed.slice(0, at) + by + changed.slice(at + length);
    }, text),
  );

const truncated = fc
  .tuple(program, fc.nat(), fc.nat())
  .map(([text, from, to]) => text.slice(from % (text.length + 1)).slice(0, to % (text.length + 1)));

const spliced = fc.tuple(program, program, fc.nat()).map(([a, b, at]) => {
  const lines = a.split('\n');
  lines.splice(at % (lines.length + 1), 0, b);
  return lines.join('\n');
});

const families: readonly (readonly [string, fc.Arbitrary<string>, number])[] = [
  ['token soup', soup.map((list) => list.join(' ')), 4000],
  ['token soup without blanks', soup.map((list) => list.join('')), 3000],
  [
    'annotations over a function',
    soup.map(
      (list) =>
        `# @gradcheck ${list.join(' ').replaceAll('\n', '\n# ')}\n${'def f(x, y):\n    return x * y'}\n`,
    ),
    3000,
  ],
  [
    'expressions in a function',
    soup.map(
      (list) =>
        `# @gradcheck x=2, y=[1, 2]\ndef f(x, y):\n    return ${list.join(' ').replaceAll('\n', ' ')}\n`,
    ),
    3000,
  ],
  ['mutations of programs', mutated, 5000],
  ['truncations of programs', truncated, 1500],
  ['one program inside another', spliced, 1000],
];
const count = families.reduce((sum, [, , runs]) => sum + runs, 0);

describe(`checking holds for any text (${count} texts, seed ${seed})`, () => {
  before(async () => {
    const read = async (name: string) =>
      readFileSync(`node_modules/@vscode/tree-sitter-wasm/wasm/${name}`);
    checker = await createChecker(read, limits);
  });

  it('programs as they are', () => {
    for (const text of [...pieces, ...hostile]) checkText(text);
  }).timeout(60_000);

  for (const [name, texts, numRuns] of families) {
    it(`${name} (${numRuns})`, () => {
      fc.assert(fc.property(texts, checkText), { numRuns, seed });
    }).timeout(120_000);
  }
});
