/** How tests of annotations are written: rows of a program and what its report must say. */
import assert from 'node:assert/strict';
import type { JsonArray, Verdict } from '../../src/check/report';
import { check, named } from './support';

export interface Row {
  readonly title: string;
  readonly text: readonly string[];
  /** Every target that must be there, with its verdict; the first one is looked at closer. */
  readonly targets: Readonly<Record<string, Verdict>>;
  /** Codes of all problems with their lines, in order; none by default. */
  readonly problems?: readonly string[];
  /** A part of the first problem's message. */
  readonly message?: RegExp;
  /** A part of the first target's reason. */
  readonly says?: RegExp;
  readonly code?: string;
  /** `name` or `name by source` of the first target's parameters, in order. */
  readonly parameters?: readonly string[];
  readonly samples?: number;
  /** Values of the first sample. */
  readonly at?: Readonly<Record<string, JsonArray | string>>;
  /** The shapes of the first sample's values. */
  readonly shapes?: Readonly<Record<string, readonly number[]>>;
  readonly notes?: RegExp;
  readonly unchecked?: RegExp;
}

/** One test a row. */
export function checkRows(subject: string, rows: readonly Row[]): void {
  describe(subject, () => {
    for (const row of rows) it(row.title, () => checkRow(row));
  });
}

async function checkRow(row: Row): Promise<void> {
  const report = await check(`${row.text.join('\n')}\n`);
  const found = Object.fromEntries(report.functions.map((each) => [each.name, each.verdict]));
  const context = JSON.stringify(report.functions.map((each) => each.reason));
  assert.deepEqual(found, row.targets, context);
  const problems = report.problems.filter((each) => !each.ignored);
  const placed = problems.map((each) => `${each.code}@${each.line}`);
  assert.deepEqual(placed, row.problems ?? [], problems[0]?.message);
  assert.match(problems[0]?.message ?? '', row.message ?? /^/);
  const [first = 'none'] = Object.keys(row.targets);
  const target = first === 'none' ? empty : named(report, first);
  assert.match(target.reason, row.says ?? /^/);
  assert.match(target.notes.join('; '), row.notes ?? /^/);
  assert.match(target.unchecked.join('; '), row.unchecked ?? /^/);
  assert.equal(target.code, row.code ?? target.code);
  assert.equal(target.samples.length, row.samples ?? target.samples.length);
  const parameters = target.parameters.map(({ name, source }) =>
    source === null ? name : `${name} by ${source}`,
  );
  assert.deepEqual(parameters, row.parameters ?? parameters);
  const at = target.samples[0]?.at ?? {};
  assert.deepEqual(at, { ...at, ...row.at });
  for (const [name, shape] of Object.entries(row.shapes ?? {})) {
    assert.deepEqual(shapeOf(at[name]), shape, name);
  }
}

const empty = { reason: '', notes: [], unchecked: [], code: null, samples: [], parameters: [] };

function shapeOf(value: JsonArray | string): number[] {
  return Array.isArray(value) ? [value.length, ...shapeOf(value[0] ?? null)] : [];
}
