/** Imports and notebooks from disk, by the built command in real folders. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Report } from '../../src/check/report';

const command = resolve('dist', 'cli.mjs');

/** `f` is 2x at x = 3, by what it imports. */
const main = (imports: string, body = 'square(x)') =>
  `${imports}\n# @gradcheck x=3\n# @grad x = 2*x\ndef f(x):\n    return ${body}\n`;
const square = 'def square(x):\n    return x**2\n';
const cells = (...sources: string[]) =>
  JSON.stringify({ cells: sources.map((source) => ({ cell_type: 'code', source })) });

const files: Readonly<Record<string, string>> = {
  'project/pyproject.toml': '',
  'project/tools.py': square,
  'project/beside.py': main('from tools import square'),
  'project/pkg/__init__.py': 'from .tools import square\n',
  'project/pkg/tools.py': square,
  'project/pkg/relative.py': main('from . import square'),
  'project/pkg/absolute.py': main('import pkg.tools', 'pkg.tools.square(x)'),
  'project/scripts/above.py': main('from tools import square'),
  'project/broken.py': 'def square(x):\n    return x + [1][7]\n',
  'project/elsewhere.py': main('from broken import square'),
  'outside/nothing.py': main('from tools import square'),
  'books/tools.py': square,
  'books/right.ipynb': cells('%pylab\nfrom tools import *', 'x = (1,', main('')),
  'books/wrong.ipynb': cells('import numpy as np', main('', 'x**2').replace('2*x', '3*x')),
  'books/bad.ipynb': '{',
};

describe('files that belong together', () => {
  let directory = '';
  const run = (words: string, input = '', folder = '') =>
    spawnSync(process.execPath, [command, ...words.split(' ')], {
      cwd: join(directory, folder),
      input,
      encoding: 'utf8',
    });

  before(() => {
    directory = mkdtempSync(join(tmpdir(), 'gradlens-'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), text);
    }
  });
  after(() => rmSync(directory, { recursive: true }));

  const check = (words: string, status: number, stdout: RegExp, stderr = /^$/, folder = '') =>
    it(`gradlens ${words}${folder === '' ? '' : ` in ${folder}`}`, () => {
      const result = run(words, '', folder);
      assert.match(result.stdout, stdout);
      assert.match(result.stderr, stderr);
      assert.equal(result.status, status);
    });
  check('check project/beside.py', 0, /✓ f/);
  check('check project/pkg', 0, /2 functions in 4 files: 2 correct/);
  check('check relative.py', 0, /✓ f/, /^$/, 'project/pkg');
  check('check absolute.py', 0, /✓ f/, /^$/, 'project/pkg');
  check('check above.py', 0, /✓ f/, /^$/, 'project/scripts');
  check('check outside', 1, /not supported.*the module tools is not supported/s);
  check(
    'check project/elsewhere.py',
    1,
    /elsewhere\.py:4:5.*project\/broken\.py:2:16: it ended here/s,
  );
  check('graph project/beside.py:f', 0, /\^/);

  it('takes imports of standard input from the working directory', () => {
    const { status, stdout } = run('check -', main('from tools import square'), 'project');
    assert.match(stdout, /✓ f/);
    assert.equal(status, 0);
  });

  check('check books/right.ipynb', 0, /✓ f/);
  check('check books/wrong.ipynb', 1, /wrong\.ipynb cell 2:3:\d+\n +3 \| # @grad x = 3\*x/);
  check('check books', 2, /in 3 files/, /^gradlens: books\/bad\.ipynb: not a notebook: .*\n$/);
  check('check books/*.ipynb', 2, /in 2 files/, /bad\.ipynb/);
  check('graph books/right.ipynb:f', 0, /^digraph/);

  it('says the cell in JSON', () => {
    const { stdout } = run('check books/wrong.ipynb --format json');
    const [{ cells: starts, functions, problems }] = (JSON.parse(stdout) as Report).files;
    assert.deepEqual(starts, [
      { number: 1, line: 1 },
      { number: 2, line: 4 },
    ]);
    assert.deepEqual([functions[0].line, functions[0].cell], [7, { number: 2, line: 4 }]);
    assert.deepEqual([problems[0].line, problems[0].cell], [6, { number: 2, line: 3 }]);
  });
});
