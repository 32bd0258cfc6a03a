/** What is reported for a file whose check was ended by the clock. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitCodeOf } from '../../src/cli/exit';
import { openPool, type Pool } from '../../src/cli/pool';
import { timeoutReport } from '../../src/cli/timeout';

/** Finds one function for each line of the text; a text that says so keeps it busy for ever. */
const worker = `
export function targets({ text }) {
  while (text.includes('endless'));
  return text.split('\\n').map((name, at) => ({ name, line: at + 1, annotated: name.includes('@grad') }));
}
`;

describe('out of time', () => {
  let directory = '';
  let pool: Pool;
  before(() => {
    directory = mkdtempSync(join(tmpdir(), 'gradlens-'));
    const file = join(directory, 'worker.mjs');
    writeFileSync(file, worker);
    pool = openPool(file, 1, 1);
  });
  after(async () => {
    await pool.close();
    rmSync(directory, { recursive: true });
  });

  const check = (name: string, text: string, expected: readonly string[], exitCode: number) =>
    it(name, async () => {
      const report = await timeoutReport({ path: 'dir/a.py', text }, pool);
      assert.deepEqual(
        report.functions.map((each) => `${each.name} ${each.verdict} ${each.code} ${each.line}`),
        expected,
      );
      assert.equal(exitCodeOf([report]), exitCode);
    });
  check('annotated functions', 'f\n@grad g', ['@grad g limit time 2'], 1);
  check('an annotated file of which nothing is known', '@grad endless', ['a.py limit time 1'], 1);
  check('no annotation at all', 'f\ng', ['a.py limit time 1'], 0);
});
