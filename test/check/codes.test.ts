/** Every code that a report can carry is documented, and nothing is documented that none carries. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codes } from '../../src/check/codes';

const sources = ['src/check', 'src/trace']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && name !== 'codes.ts')
      .map((name) => join(folder, name)),
  )
  .map((path) => readFileSync(path, 'utf8'));

/** How the source gives a code: an end of a run, an outcome, a judgement, a row. */
const givers: readonly RegExp[] = [
  /new Stop\(\s*'[a-z]+',\s*'([\w-]+)'/g,
  /ended\(\s*'[a-z]+',\s*'([\w-]+)'/g,
  /plain\(\s*'(?:pass|mismatch|unverified|undefined|error|kink)',\s*'([\w-]+)'/g,
  /explained\(\s*\w+,\s*'[a-z]+',\s*'([\w-]+)'/g,
  /verdict: '[a-z]+'(?: as const)?,\s*code: '([\w-]+)'/g,
];

function given(): Set<string> {
  const found = sources.flatMap((text) =>
    givers.flatMap((giver) => [...text.matchAll(giver)].map(([, code]) => code)),
  );
  // Exceptions of the user's language have their own names.
  return new Set(found.filter((code) => !/^[A-Z]/.test(code)));
}

/** Ends of runs that the inference makes for itself, and that no report shows. */
const inner = new Set(['observed']);

describe('codes', () => {
  it('what the source gives is documented', () => {
    const known = new Set<string>(Object.keys(codes));
    const found = given();
    assert.ok(found.size > 15, [...found].join(' '));
    assert.deepEqual(
      [...found].filter((code) => !known.has(code) && !inner.has(code)),
      [],
    );
  });

  it('what is documented is given somewhere', () => {
    for (const code of Object.keys(codes)) {
      assert.ok(
        sources.some((text) => text.includes(`'${code}'`)),
        code,
      );
    }
  });

  it('PROBLEMS.md tells of each of them, in the same words', () => {
    const rows = [
      ...readFileSync('PROBLEMS.md', 'utf8').matchAll(/^\| [^|]+ \| `(.+?)` \| (.+) \|$/gm),
    ];
    const told = Object.fromEntries(rows.map(([, code, meaning]) => [code, meaning]));
    assert.deepEqual(told, codes);
  });
});
