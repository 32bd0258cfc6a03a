/**
 * Small programs against what Python makes of them (test/reference/language.py):
 * the same final variables, kinds and shapes included, or the same exception.
 */
import assert from 'node:assert/strict';
import type { LanguageFrontEnd } from '../../src/languages';
import { defaultLimits } from '../../src/trace/limits';
import { Machine } from '../../src/trace/machine';
import { boundIn, compileProgram, runModule } from '../../src/trace/program';
import groups from '../reference/language.json';
import { asJson, type Json } from './json';
import { python } from './python';

interface Case {
  readonly title: string;
  readonly text: string;
  readonly variables: Readonly<Record<string, Json>>;
  /** The exception that ends the program and the classes it derives from; empty for none. */
  readonly raises: readonly string[];
  /** The text of an exception that the program itself raises. */
  readonly says: string | null;
}

function check(language: LanguageFrontEnd, row: Case): void {
  const machine = new Machine(language.tables, defaultLimits);
  const program = compileProgram(language.parse('case.py', row.text));
  const { frame, failures } = runModule(program, machine);
  const stops = failures.map(({ stop }) => stop);
  const said = stops.map((stop) => `${stop.kind} ${stop.message}`).join('\n');
  assert.equal(stops.length > 0, row.raises.length > 0, said || 'nothing is raised');
  for (const stop of stops) {
    assert.ok(row.raises.includes(stop.code), `${stop.code}: ${said}`);
    assert.ok(stop.message.includes(row.says ?? ''), said);
  }
  for (const [name, expected] of Object.entries(row.variables)) {
    const value = boundIn(frame, name);
    assert.ok(value !== null, `${name} is not bound`);
    assertSame(asJson(machine, value), expected, name);
  }
}

/** Floats may differ by 1e-12 of their size, everything else not at all. */
function assertSame(actual: Json, expected: Json, path: string): void {
  if (typeof actual === 'number') {
    const wanted = Number(expected);
    const near = Math.abs(actual - wanted) <= 1e-12 * Math.abs(wanted);
    assert.ok(near || Object.is(actual, wanted), `${path}: ${actual} instead of ${wanted}`);
    return;
  }
  if (actual === null || expected === null || typeof actual !== 'object') {
    assert.equal(actual, expected, path);
    return;
  }
  const found = actual as Record<string, Json>;
  const wanted = expected as Record<string, Json>;
  const shown = `${path}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`;
  assert.deepEqual(Object.keys(found).sort(), Object.keys(wanted).sort(), shown);
  for (const name of Object.keys(found)) assertSame(found[name], wanted[name], `${path}.${name}`);
}

describe('programs against Python', () => {
  let language: LanguageFrontEnd;
  before(async () => {
    language = await python();
  });
  for (const [subject, cases] of Object.entries(groups as unknown as Record<string, Case[]>)) {
    describe(subject, () => {
      for (const row of cases) it(row.title, () => check(language, row));
    });
  }
});
