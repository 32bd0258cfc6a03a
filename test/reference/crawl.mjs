/**
 * Reads real Python as text: a seeded sample of the files of numpy, scipy and the
 * standard library goes through `gradlens check`, as it is and with an annotation over
 * each function. Nothing may crash, take too long, or be called a wrong gradient.
 * Usage: node crawl.mjs [--all]; ends with `N passed, M failed`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const command = join(root, 'dist', 'cli.mjs');
const folders = [
  '/usr/lib/python3/dist-packages/numpy',
  '/usr/lib/python3/dist-packages/scipy',
  ...readdirSync('/usr/lib')
    .filter((name) => /^python3\.\d+$/.test(name))
    .map((name) => join('/usr/lib', name)),
];
const sampleSize = 300;
const batchSize = 50;
/** In one file, so that the time of a file stays the time of what it holds. */
const mostAnnotated = 30;
/** For one batch; a file alone is ended by the command itself after 10 seconds. */
const secondsPerBatch = 120;

/** Gradients that are wrong in their own source, by `file:function`, each with the reason. */
const trueMistakes = new Map([
  [
    'test_minpack.py:pressure_network_jacobian',
    'multiplies the differences of pressure by 0; central differences agree with the analytic gradient',
  ],
  [
    'test_least_squares.py:jac_wrong_dimensions',
    'wrong on purpose: the Jacobian of another function, which the solver is to refuse',
  ],
]);

function pythonFiles() {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile() && each.name.endsWith('.py'))
      .map((each) => join(each.parentPath, each.name)),
  );
  return files.filter((path) => !path.includes('__pycache__')).sort();
}

/** The same sample on every machine that has the same files: a small generator orders them. */
function sampled(files, size) {
  let state = 20240607;
  const keyed = files.map((path) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return { path, key: state };
  });
  keyed.sort((a, b) => a.key - b.key);
  return keyed.slice(0, size).map(({ path }) => path);
}

/** The text with an annotation over its functions and classes, or over evenly spaced ones of many. */
function annotated(text) {
  const definitions = /^((?:@[^\n]*\n)*)(?=(?:def|class) )/gm;
  const every = Math.ceil((text.match(definitions)?.length ?? 0) / mostAnnotated);
  let count = 0;
  return text.replaceAll(definitions, (decorators) => {
    count += 1;
    return count % every === 0 ? `# @gradcheck\n${decorators}` : decorators;
  });
}

/** What is wrong with one batch; empty when nothing is. */
function complaintsOf(paths, shown) {
  const started = performance.now();
  const ran = spawnSync(process.execPath, [command, 'check', '--format', 'json', ...paths], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    timeout: secondsPerBatch * 1000,
  });
  const seconds = (performance.now() - started) / 1000;
  const errors = ran.stderr.split('\n').filter((line) => line.includes('internal error'));
  const found = errors.map((line) => shown(line));
  if (ran.status === null)
    return [...found, `ended by ${ran.signal} after ${seconds.toFixed(0)} s`];
  let report;
  try {
    report = JSON.parse(ran.stdout);
  } catch {
    return [...found, `exit code ${ran.status}, no report: ${ran.stderr.slice(0, 300)}`];
  }
  for (const { path, functions } of report.files) {
    for (const { name, line, verdict, code, reason } of functions) {
      if (trueMistakes.has(`${basename(path).replace(/^\d+_/, '')}:${name}`)) continue;
      // One function may reach a limit, also that of time; a file must not.
      const ended = code === 'time' && reason.includes('was ended');
      const wrong = verdict === 'mismatch' || code === 'engine-doubt' || code === 'internal';
      if (wrong || ended)
        found.push(`${shown(path)}:${line} ${name}: ${verdict} ${code ?? ''} ${reason}`);
    }
  }
  if (report.files.length + errors.length < paths.length) {
    found.push(
      `${paths.length - report.files.length} files without a report: ${ran.stderr.slice(0, 300)}`,
    );
  }
  return found;
}

/** Crawls the sample, or all files; prints what is wrong and counts the files. */
export function crawl(everything = false) {
  if (!existsSync(command)) {
    spawnSync(process.execPath, ['esbuild.js'], { cwd: root, stdio: 'inherit' });
  }
  const all = pythonFiles();
  const files = everything ? all : sampled(all, sampleSize);
  const temporary = mkdtempSync(join(tmpdir(), 'gradlens-crawl-'));
  let passed = 0;
  let failed = files.length === 0 ? 1 : 0;
  try {
    for (let start = 0; start < files.length; start += batchSize) {
      const batch = files.slice(start, start + batchSize);
      const copies = batch.map((path, at) => {
        const copy = join(temporary, `${at}_${basename(path)}`);
        writeFileSync(copy, annotated(readFileSync(path, 'utf8')));
        return copy;
      });
      const original = (text) =>
        copies.reduce((shown, copy, at) => shown.replaceAll(copy, batch[at]), text);
      const complaints = [
        ...complaintsOf(batch, (text) => text),
        ...complaintsOf(copies, original),
      ];
      for (const copy of copies) rmSync(copy);
      for (const complaint of complaints) console.log(`failed ${complaint}`);
      failed += complaints.length;
      passed += Math.max(0, batch.length - complaints.length);
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  console.log(`crawled ${files.length} of ${all.length} files`);
  return { passed, failed };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { passed, failed } = crawl(process.argv.includes('--all'));
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
