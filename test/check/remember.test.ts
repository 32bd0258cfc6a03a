/**
 * What is remembered of a file is what a fresh check finds, to the letter, whatever was
 * edited. A run tells its seed; `FUZZ_SEED=7` sets another one.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { createChecker, GivenUp } from '../../src/check/checker';
import { defaultOptions } from '../../src/check/report';

const seed = Number(process.env.FUZZ_SEED ?? 20_261_127);
const options = { ...defaultOptions, points: 1 };

const newChecker = () =>
  createChecker(async (name) => readFileSync(`node_modules/@vscode/tree-sitter-wasm/wasm/${name}`));

/** Definitions of one file, few enough to be checked often; imports stand at the top. */
const files = ['columns', 'costs', 'nets', 'optimise', 'scripts', 'tape']
  .flatMap((folder) => filesIn(`test/corpus/${folder}`))
  .map((path) => readFileSync(path, 'utf8'))
  .filter((text) => text.split('\n').length < 130);

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.py') && !name.endsWith('.proof.py'))
    .map((name) => `${folder}/${name}`);
}

/** One edit of a line: where, and what becomes of it. */
const edits: readonly ((line: string, others: readonly string[]) => string)[] = [
  (line) => `\n${line}`,
  (line) => `${line}\n`,
  (line) => `${/^\s*/.exec(line)?.[0] ?? ''}# of shape (3, 4)\n${line}`,
  (line) => `${line}  # here`,
  () => '',
  (line) => `${line}\n${line}`,
  (line) => line.replace(/\d+/, (number) => `${Number(number) + 1}`),
  (line) => line.replace(/\b[a-z_]\w*/, 'renamed'),
  (line) => line.replace(/[-+*/]/, (sign) => (sign === '*' ? '+' : '*')),
  (line, others) => `${line}\n${others[line.length % others.length]}`,
  (line) => `# gradlens: ignore[mismatch] known\n${line}`,
  (line) => `def helper(x):\n    return x\n\n\n${line}`,
  (line) => (line.startsWith('def ') ? `# @gradcheck\n${line}\n    return 1\n\n\n${line}` : line),
];

function edited(text: string, where: number, which: number): string {
  const lines = text.split('\n');
  const at = where % lines.length;
  return lines.map((line, i) => (i === at ? edits[which](line, lines) : line)).join('\n');
}

describe('memory', () => {
  it(`gives what a fresh check gives (FUZZ_SEED=${seed})`, async () => {
    assert.ok(files.length >= 5, `${files.length} files`);
    const steps = fc.array(fc.tuple(fc.nat(), fc.nat({ max: edits.length - 1 })), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), steps, async (first, chosen) => {
        const warm = await newChecker();
        let text = first;
        warm.check({ path: 'file.py', text }, options);
        for (const [where, which] of chosen) {
          text = edited(text, where, which);
          const found = warm.check({ path: 'file.py', text }, options);
          const fresh = (await newChecker()).check({ path: 'file.py', text }, options);
          assert.deepEqual(found, fresh);
        }
      }),
      { seed, numRuns: 10 },
    );
  });

  it('keeps what was found before a check was given up', async () => {
    const text = Array.from(
      { length: 5 },
      (_, k) => `# @gradcheck x=${k}\ndef f${k}(x):\n    return x * x\n\n\n`,
    ).join('');
    const source = { path: 'file.py', text };
    const checker = await newChecker();
    let asked = 0;
    assert.throws(() => checker.check(source, options, () => ++asked > 3), GivenUp);
    asked = 0;
    const report = checker.check(source, options, () => ++asked > 3);
    assert.equal(asked, 2);
    assert.deepEqual(report, (await newChecker()).check(source, options));
  });

  it('tells two functions of one name apart', async () => {
    const text = (more: string) =>
      `# @gradcheck x=1\ndef f(x):\n    return x\n\n\n${more}# @grad x = 3\n# @gradcheck x=1\ndef f(x):\n    return 2 * x\n`;
    const checker = await newChecker();
    checker.check({ path: 'file.py', text: text('') }, options);
    const source = { path: 'file.py', text: text('\n') };
    assert.deepEqual(checker.check(source, options), (await newChecker()).check(source, options));
  });
});
