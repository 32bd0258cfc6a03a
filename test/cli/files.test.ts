/** Which files the arguments stand for, in a real directory. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { findFiles, readSource } from '../../src/cli/files';
import { projectReader } from '../../src/cli/project';

let root = '';

function write(path: string, content: string | Uint8Array = 'x = 1\n'): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), content);
}

before(() => {
  root = mkdtempSync(join(tmpdir(), 'gradlens-'));
  for (const path of ['b.py', 'a.py', 'notes.txt', 'sub/c.py', '[odd].py']) write(path);
  for (const skipped of ['node_modules', '.git', 'venv', '.venv', '__pycache__', 'sub/build'])
    write(`${skipped}/x.py`);
  write('empty/readme.md');
  write('latin.py', Uint8Array.from([0x23, 0xe9, 0x0a]));
  write('marked.py', '\ufeffx = 1\n');
});

after(() => rmSync(root, { recursive: true }));

function check(name: string, given: readonly string[], expected: readonly string[]): void {
  it(name, async () => {
    const { paths, failures } = await findFiles(given.map((path) => join(root, path)));
    assert.deepEqual(failures, []);
    assert.deepEqual(
      paths.map((path) => relative(root, path).replaceAll('\\', '/')),
      expected,
    );
  });
}

describe('files', () => {
  const all = ['[odd].py', 'a.py', 'b.py', 'latin.py', 'marked.py', 'sub/c.py'];
  check('a directory is walked in order, without other people’s code', ['.'], all);
  check('a file is named once', ['a.py', 'sub', 'a.py', 'sub/c.py'], ['a.py', 'sub/c.py']);
  check('a glob', ['*/c.py'], ['sub/c.py']);
  check('a name that looks like a glob', ['[odd].py'], ['[odd].py']);
  check('a skipped directory that is asked for', ['sub/build'], ['sub/build/x.py']);
  check('a skipped directory in a glob', ['venv/*.py'], ['venv/x.py']);

  it('says what leads nowhere', async () => {
    const given = ['none.py', 'notes.txt', 'empty', '*.pyx'].map((path) => join(root, path));
    const { paths, failures } = await findFiles(given);
    assert.deepEqual(paths, []);
    assert.deepEqual(failures, [
      `${given[0]}: no such file or directory`,
      `${given[1]}: not a Python file (its name must end in .py or .ipynb)`,
      `${given[2]}: no Python file in this directory`,
      `${given[3]}: no Python file matches`,
    ]);
  });

  it('reads UTF-8 without its mark, and refuses other encodings', async () => {
    const marked = join(root, 'marked.py');
    const latin = join(root, 'latin.py');
    assert.deepEqual(await readSource(marked), {
      path: marked,
      text: 'x = 1\n',
      language: 'python',
    });
    assert.equal(await readSource(latin), `${latin}: not UTF-8 text`);
  });
});

describe('project settings', () => {
  it('come from the nearest pyproject.toml that has them', async () => {
    write('project/pyproject.toml', '[tool.gradlens]\nrtol = 1e-8\ndetect = "annotated"\n');
    write('project/inner/pyproject.toml', '[tool.other]\nname = "gradlens"\n');
    write('project/inner/deep/f.py');
    const read = projectReader();
    const expected = { kind: 'ok', options: { rtol: 1e-8, detect: 'annotated' } };
    assert.deepEqual(await read(join(root, 'project/inner/deep')), expected);
  });

  it('that are wrong are told with their file', async () => {
    write('wrong/pyproject.toml', '[tool.gradlens]\nrtl = 1\n');
    const message = '[tool.gradlens] unknown setting rtl; did you mean rtol?';
    assert.deepEqual(await projectReader()(join(root, 'wrong')), {
      kind: 'wrong',
      message: `${join(root, 'wrong', 'pyproject.toml')}: ${message}`,
    });
  });
});
