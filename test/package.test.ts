/** The texts that VS Code shows of the manifest stand in package.nls.json, each of them and no others. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

describe('manifest', () => {
  const manifest = readFileSync('package.json', 'utf8');
  const texts = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;

  it('names texts that exist, and every text is used', () => {
    const used = [...manifest.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key);
    assert.ok(used.length > 30);
    assert.deepEqual([...used].sort(), Object.keys(texts).sort());
  });

  it('registers a section of PROBLEMS.md for each code of a problem', () => {
    const sections = [...readFileSync('PROBLEMS.md', 'utf8').matchAll(/^## (\S+)$/gm)];
    const codes = sections.map(([, code]) => code).sort();
    assert.deepEqual(codes, [
      'annotation',
      'error',
      'limit',
      'mismatch',
      'settings',
      'time',
      'undefined',
      'unsupported',
    ]);
  });
});
