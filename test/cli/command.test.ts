/** The built command as a person runs it: exit code, standard output, standard error. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ExplainReport } from '../../src/check/explain-report';
import type { GraphReport } from '../../src/check/graph-report';
import type { Report } from '../../src/check/report';
import type { WhyReport } from '../../src/check/why-report';

const command = resolve('dist', 'cli.mjs');

const right = ['# @gradcheck x=3', '# @grad x = 2*x', 'def square(x):', '    return x**2', ''];
const wrong = ['# @gradcheck x=3', '# @grad x = 3*x', 'def cube(x):', '    return x**2', ''];
const malformed = ['# @gradcheck z=3', 'def square(x):', '    return x**2', ''];
const plain = ['def square(x):', '    return x**2', ''];
const unsupported = ['# @gradcheck x=3', 'def read(x):', '    return open("a").read() * x', ''];
const silenced = [...wrong.slice(0, 2), 'def cube(x):  # gradlens: ignore', ...wrong.slice(3)];

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

describe('command', () => {
  let directory = '';
  const run = (words: readonly string[], input = ''): Run =>
    spawnSync(process.execPath, [command, ...words], { cwd: directory, input, encoding: 'utf8' });

  before(() => {
    directory = mkdtempSync(join(tmpdir(), 'gradlens-'));
    const files = { right, wrong, malformed, plain, unsupported, silenced };
    for (const [name, lines] of Object.entries(files)) {
      writeFileSync(join(directory, `${name}.py`), lines.join('\n'));
    }
  });
  after(() => rmSync(directory, { recursive: true }));

  const checkExit = (words: string, status: number, stdout: RegExp, stderr = /^$/) =>
    it(`gradlens ${words} ends with ${status}`, () => {
      const result = run(words.split(' '));
      assert.match(result.stdout, stdout);
      assert.match(result.stderr, stderr);
      assert.equal(result.status, status);
    });

  checkExit('--help', 0, /^GradLens checks .*\n\nUsage\n/);
  checkExit('--version', 0, /^\d+\.\d+\.\d+\n$/);
  checkExit('check', 2, /^$/, /^gradlens: check needs a file.*\n$/);
  checkExit('check right.py', 0, /✓ square {2}correct {2}d\/dx = 6 .*\n\n1 function in 1 file/);
  checkExit('check right.py --quiet', 0, /^$/);
  checkExit('check plain.py', 0, /^Nothing to check in 1 file/);
  checkExit('check wrong.py', 1, /✗ cube {2}mismatch.*x {2}6 .* 9 +0\.33/s);
  checkExit('check malformed.py', 1, /`z`/);
  checkExit('check unsupported.py', 1, /read {2}not supported.*3 \| return open/s);
  checkExit('check silenced.py', 0, /mismatch, ignored.*1 mismatch \(1 ignored\)/s);
  checkExit('check .', 1, /functions in 6 files/);
  checkExit('check none.py right.py', 2, /✓ square/, /^gradlens: none\.py: no such file.*\n$/);
  checkExit('check *.pyx', 2, /^$/, /^gradlens: \*\.pyx: no Python file matches\n$/);
  checkExit('graph right.py:square', 0, /^digraph "square" \{\n.*value 9.*\}\n$/s);
  checkExit('graph right.py:square --format mermaid', 0, /^flowchart TD\n/);
  checkExit('graph plain.py:squar', 2, /^$/, /no function squar; did you mean square\?/);
  checkExit('check --why right.py:square', 0, /^right\.py:3: square is checked\n.*line 1\n/s);
  checkExit('check --why wrong.py:cube', 0, /verdict: mismatch\n.*x = 3: given in the annotation/s);
  checkExit('check --why plain.py:square', 0, /is not checked\n.*write `# @gradcheck` above it\n/s);
  checkExit('explain wrong.py:cube', 0, /^wrong\.py:\d+: cube: mismatch\n.*decided by: /s);
  checkExit('explain right.py:square --param x', 0, /step-size curve: .*\*\n/s);
  checkExit('explain right.py:square --param y', 2, /^$/, /square has no input y/);
  checkExit(
    'explain right.py:square --param x[1]',
    2,
    /^$/,
    /x has no entry \[1\]: its shape is \(\)/,
  );
  checkExit('explain right.py:squar', 2, /^$/, /no function squar; did you mean square\?/);
  checkExit('check --why plain.py:squar', 2, /^$/, /no function squar; did you mean square\?/);
  checkExit('graph none.py:f', 2, /^$/, /^gradlens: none\.py: no such file\n$/);

  it('reads standard input', () => {
    const { status, stdout } = run(['check', '-', '--quiet'], wrong.join('\n'));
    assert.match(stdout, /^<stdin>\n {2}✗ cube/);
    assert.equal(status, 1);
  });

  it('prints the report as JSON', () => {
    const { status, stdout } = run(['check', '--format', 'json', 'right.py', 'wrong.py']);
    const report = JSON.parse(stdout) as Report;
    assert.equal(status, 1);
    assert.equal(report.schema, 1);
    assert.deepEqual(
      report.files.map(({ path, functions }) => [path, functions.map(({ verdict }) => verdict)]),
      [
        ['right.py', ['pass']],
        ['wrong.py', ['mismatch']],
      ],
    );
    assert.deepEqual([report.summary.pass, report.summary.mismatch], [1, 1]);
  });

  it('explains as JSON', () => {
    const { stdout } = run(['explain', 'wrong.py:cube', '--format', 'json']);
    const report = JSON.parse(stdout) as ExplainReport;
    assert.deepEqual([report.schema, report.name, report.verdict], [1, 'cube', 'mismatch']);
    assert.equal(report.parameters[0].votes.length, 3);
  });

  it('prints why as JSON', () => {
    const { stdout } = run(['check', '--why', 'plain.py:square', '--format', 'json']);
    const why = JSON.parse(stdout) as WhyReport;
    assert.deepEqual([why.name, why.line, why.target, why.outcome], ['square', 1, false, null]);
  });

  it('prints a graph as JSON', () => {
    const { stdout } = run(['graph', 'right.py:square', '--format', 'json']);
    const graph = JSON.parse(stdout) as GraphReport;
    assert.equal(graph.name, 'square');
    assert.deepEqual(graph.at, { x: 3 });
    assert.ok(graph.nodes.some(({ role, value }) => role === 'output' && value === 9));
  });

  it('takes settings from pyproject.toml, and the command line before them', () => {
    const path = join(directory, 'pyproject.toml');
    writeFileSync(path, '[tool.gradlens]\nrtol = 1\n');
    const loose = run(['check', 'wrong.py']);
    const strict = run(['check', 'wrong.py', '--rtol', '1e-6']);
    writeFileSync(path, '[tool.gradlens]\nrtl = 1\n');
    const refused = run(['check', 'wrong.py', 'right.py']);
    rmSync(path);
    assert.deepEqual([loose.status, strict.status, refused.status], [0, 1, 2]);
    assert.match(refused.stderr, /^gradlens: .*pyproject\.toml: .*did you mean rtol\?\n$/);
  });
});
