/**
 * Runs every reference script in this folder with the system's Python and holds
 * its output against the committed JSON of the same name, to the letter; proves the
 * labels of the corpus by running its pairs; then crawls over installed Python
 * sources. With --write the committed files are replaced instead, and that is all.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crawl } from './crawl.mjs';

const python = '/usr/bin/python3';
const folder = fileURLToPath(new URL('.', import.meta.url));
const write = process.argv.includes('--write');

/** The last digits must not depend on the machine: vector units round in their own ways. */
const environment = {
  ...process.env,
  PYTHONWARNINGS: 'ignore',
  OPENBLAS_CORETYPE: 'Prescott',
  OPENBLAS_NUM_THREADS: '1',
  GLIBC_TUNABLES: 'glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4,-AVX512F',
  NPY_DISABLE_CPU_FEATURES:
    'AVX F16C FMA3 AVX2 AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL',
};

function requireNumpy() {
  try {
    execFileSync(python, ['-c', 'import numpy, scipy'], { env: environment, stdio: 'ignore' });
  } catch {
    console.error(
      `The reference needs ${python} with numpy and scipy (Debian: apt-get install python3-numpy python3-scipy).`,
    );
    process.exit(1);
  }
}

/** The text that a script writes into the file it is given. */
function outputOf(script, temporary) {
  const output = join(temporary, 'output.json');
  execFileSync(python, [join(folder, script), output], { env: environment, stdio: 'inherit' });
  return readFileSync(output, 'utf8');
}

/** Every label of the corpus against central differences of the pair itself. */
function prove() {
  const script = fileURLToPath(new URL('../corpus/prove.py', import.meta.url));
  const { stdout } = spawnSync(python, [script], { env: environment, encoding: 'utf8' });
  const last = /^(\d+) passed, (\d+) failed$/m.exec(stdout);
  if (last === null) return { passed: 0, failed: 1 };
  if (last[2] !== '0') console.log(stdout);
  console.log(`proved ${last[1]} labels of the corpus`);
  return { passed: Number(last[1]), failed: Number(last[2]) };
}

function firstDifference(actual, expected) {
  const left = actual.split('\n');
  const right = expected.split('\n');
  const line = left.findIndex((text, i) => text !== right[i]);
  if (line === -1) return `line ${left.length + 1}: the committed file goes on`;
  return `line ${line + 1}:\n  computed  ${excerpt(left[line])}\n  committed ${excerpt(right[line])}`;
}

function excerpt(text) {
  return text === undefined ? '(nothing)' : text.slice(0, 300);
}

requireNumpy();
const scripts = readdirSync(folder)
  .filter((name) => name.endsWith('.py'))
  .sort();
const temporary = mkdtempSync(join(tmpdir(), 'gradlens-reference-'));
let failed = 0;
try {
  for (const script of scripts) {
    const committed = join(folder, script.replace(/\.py$/, '.json'));
    try {
      const actual = outputOf(script, temporary);
      if (write) writeFileSync(committed, actual);
      const expected = readFileSync(committed, 'utf8');
      if (actual === expected) {
        console.log(`passed ${script}`);
        continue;
      }
      console.log(`failed ${script}: ${firstDifference(actual, expected)}`);
    } catch (problem) {
      console.log(`failed ${script}: ${problem.message}`);
    }
    failed += 1;
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
const scriptsFailed = failed;
const others = write ? [] : [prove(), crawl()];
failed += others.reduce((sum, each) => sum + each.failed, 0);
const passed = others.reduce((sum, each) => sum + each.passed, scripts.length - scriptsFailed);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || scripts.length === 0 ? 1 : 0;
