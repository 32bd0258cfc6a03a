/** The worker pool's clock, with real threads: an endless task ends, the next one runs. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPool, outOfTime } from '../../src/cli/pool';

const worker = `
export function double(number) { return 2 * number; }
export function endless() { for (;;); }
export function fail() { throw new Error('broken'); }
`;

describe('worker pool', () => {
  let directory = '';
  let file = '';
  before(() => {
    directory = mkdtempSync(join(tmpdir(), 'gradlens-'));
    file = join(directory, 'worker.mjs');
    writeFileSync(file, worker);
  });
  after(() => rmSync(directory, { recursive: true }));

  it('ends a task that takes too long and goes on', async () => {
    const pool = openPool(file, 1, 0.5);
    const results = await Promise.all([
      pool.run('double', 1),
      pool.run('endless', null),
      pool.run('double', 2),
      pool.run('double', 3),
    ]);
    await pool.close();
    assert.deepEqual(results, [2, outOfTime, 4, 6]);
  });

  it('passes failures on', async () => {
    const pool = openPool(file, 2, 5);
    await assert.rejects(pool.run('fail', null), /broken/);
    await pool.close();
  });
});
