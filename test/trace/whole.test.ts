/**
 * Whole programs (test/reference/whole) run by the interpreter, against the
 * variables that Python ends them with: the same kinds and shapes, and numbers
 * equal to 1e-9 of the largest that stands beside them.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { LanguageFrontEnd } from '../../src/languages';
import expected from '../reference/whole.json';
import { asJson, type Json } from './json';
import { python, run } from './python';

function check(language: LanguageFrontEnd, name: string, variables: Record<string, Json>): void {
  const program = run(language, readFileSync(`test/reference/whole/${name}.py`, 'utf8'));
  for (const [variableName, wanted] of Object.entries(variables)) {
    assertClose(asJson(program.machine, program.value(variableName)), wanted, variableName);
  }
}

/** Numbers of one array are held against its largest; everything else is equal. */
function assertClose(actual: Json, wanted: Json, path: string): void {
  if (actual === null || wanted === null || typeof actual !== 'object') {
    assert.equal(actual, wanted, path);
    return;
  }
  const found = actual as Record<string, Json>;
  const expectedParts = wanted as Record<string, Json>;
  const shown = `${path}: ${JSON.stringify(actual)} instead of ${JSON.stringify(wanted)}`;
  assert.deepEqual(Object.keys(found).sort(), Object.keys(expectedParts).sort(), shown);
  for (const name of Object.keys(found)) {
    if (name !== 'data') assertClose(found[name], expectedParts[name], `${path}.${name}`);
    else assertNear(found.data as number[], expectedParts.data as Json[], shown);
  }
}

function assertNear(actual: readonly number[], wanted: readonly Json[], shown: string): void {
  assert.equal(actual.length, wanted.length, shown);
  const numbers = wanted.map(Number);
  const scale = numbers.filter(Number.isFinite).reduce((top, x) => Math.max(top, Math.abs(x)), 0);
  for (const [at, number] of numbers.entries()) {
    const near = Math.abs(actual[at] - number) <= 1e-9 * scale;
    assert.ok(near || Object.is(actual[at], number), shown);
  }
}

describe('whole programs against Python', () => {
  let language: LanguageFrontEnd;
  before(async () => {
    language = await python();
  });
  for (const [name, variables] of Object.entries(expected as Record<string, unknown>)) {
    it(name, () => check(language, name, variables as Record<string, Json>));
  }
});
