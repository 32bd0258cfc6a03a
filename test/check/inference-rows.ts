/** How tests of inferred samples are written: a program without points, and what its samples must be. */
import assert from 'node:assert/strict';
import type { JsonArray, Verdict } from '../../src/check/report';
import { check, named } from './support';

export interface Row {
  readonly title: string;
  readonly text: string;
  /** The target that is looked at: the last one of the file by default. */
  readonly of?: string;
  readonly verdict?: Verdict;
  readonly code?: string;
  /** Shapes of the first sample's values, by parameter; [] for a single number. */
  readonly shapes?: Readonly<Record<string, readonly number[]>>;
  /** What the origins of the first sample say, by parameter or part. */
  readonly origins?: Readonly<Record<string, RegExp>>;
  /** Values that the points must have, in any order. */
  readonly values?: Readonly<Record<string, readonly (JsonArray | string)[]>>;
  /** What every number of a value must satisfy. */
  readonly every?: Readonly<Record<string, (each: number) => boolean>>;
  /** A part of the reason. */
  readonly says?: RegExp;
  /** A part of the notes. */
  readonly notes?: RegExp;
  /** A part of what was not checked. */
  readonly unchecked?: RegExp;
}

/** One test a row. */
export function checkSamplesOf(subject: string, rows: readonly Row[]): void {
  describe(subject, () => {
    for (const row of rows) it(row.title, () => checkRow(row));
  });
}

async function checkRow(row: Row): Promise<void> {
  const report = await check(`import math\nimport numpy as np\n\n${row.text}\n`);
  const last = report.functions.at(-1);
  const target = named(report, row.of ?? last?.name ?? '');
  const context = `${target.reason} at ${JSON.stringify(target.samples[0]?.at)}`;
  assert.equal(target.verdict, row.verdict ?? 'pass', context);
  assert.equal(target.code, row.code ?? target.code, context);
  assert.match(target.reason, row.says ?? /^/);
  assert.match(target.notes.join('\n'), row.notes ?? /^/);
  assert.match(target.unchecked.join('\n'), row.unchecked ?? /^/);
  const { at = {}, origins = {} } = target.samples[0] ?? {};
  const shapes = Object.keys(row.shapes ?? {}).map((name) => [name, shapeOf(at[name])]);
  assert.deepEqual(Object.fromEntries(shapes), row.shapes ?? {}, context);
  for (const [name, pattern] of Object.entries(row.origins ?? {})) {
    assert.match(origins[name] ?? `nothing among ${Object.keys(origins).join(', ')}`, pattern);
  }
  for (const [name, values] of Object.entries(row.values ?? {})) {
    const found = new Set(target.samples.map((each) => JSON.stringify(each.at[name])));
    const wanted = new Set(values.map((each) => JSON.stringify(each)));
    assert.deepEqual([...found].sort(), [...wanted].sort());
  }
  for (const [name, holds] of Object.entries(row.every ?? {})) {
    const numbers = target.samples.flatMap((each) => [each.at[name]].flat(9) as number[]);
    assert.ok(numbers.length > 0 && numbers.every(holds), `${name}: ${numbers.join(', ')}`);
  }
}

function shapeOf(value: JsonArray | string | undefined): readonly number[] | string {
  if (typeof value === 'number') return [];
  if (!Array.isArray(value)) return JSON.stringify(value) ?? 'missing';
  const inner = value.length === 0 ? [] : shapeOf(value[0]);
  return typeof inner === 'string' ? inner : [value.length, ...inner];
}
