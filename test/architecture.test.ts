/**
 * The house as tests: which folder may import which, who may touch the editor or
 * mathjs, how long files are, and that tests stand where their sources stand.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** Who may import whom among our own folders; types count. A path is one file. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  syntax: [],
  languages: ['syntax'],
  trace: ['syntax', 'engine'],
  check: ['languages', 'trace', 'engine', 'syntax'],
  render: [
    'check/report',
    'check/graph-report',
    'check/curve-report',
    'check/explain-report',
    'check/why-report',
  ],
  editor: ['render', 'check', 'trace', 'languages', 'engine', 'syntax', 'cli'],
  cli: ['render', 'check', 'trace', 'languages', 'engine', 'syntax', 'package.json'],
  media: [
    'render/panel-messages',
    'render/number',
    'render/words',
    'render/facts',
    'check/graph-report',
    'check/curve-report',
    'check/report',
  ],
  'extension.ts': ['editor'],
  'extension-web.ts': ['editor'],
  'cli.ts': ['cli'],
};

/** Packages that only one folder may import. */
const guarded: readonly { readonly name: string; readonly allowed: readonly string[] }[] = [
  { name: 'vscode', allowed: ['editor', 'extension.ts', 'extension-web.ts'] },
  { name: 'mathjs', allowed: ['render'] },
  { name: 'mathjax-full', allowed: ['render'] },
];

interface SourceFile {
  /** From the project's root, with `/`: `src/check/checker.ts`. */
  readonly path: string;
  /** The folder, or the file itself at the top of src: `check`, `media`, `cli.ts`. */
  readonly room: string;
  readonly text: string;
  readonly imports: readonly string[];
}

function filesOf(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile() && !each.parentPath.includes('node_modules'))
    .map((each) => join(each.parentPath, each.name).replaceAll('\\', '/'));
}

function readSource(path: string): SourceFile {
  const text = readFileSync(path, 'utf8');
  const [first, second] = path.split('/');
  const imports = [...text.matchAll(/(?:\bfrom|\bimport|\bimport\(|\brequire\()\s*'([^']+)'/g)];
  return {
    path,
    room: first === 'src' ? second : first,
    text,
    imports: imports.map((match) => match[1]),
  };
}

const sources = [...filesOf('src'), ...filesOf('media')]
  .filter((path) => /\.tsx?$/.test(path))
  .map(readSource);

/** Where a relative import leads, from `src`: `check/report`; `media/layout` for the webview. */
function target(source: SourceFile, to: string): string {
  return posix.join(posix.dirname(source.path), to).replace(/^src\//, '');
}

function breaks(source: SourceFile): string[] {
  return source.imports
    .filter((each) => each.startsWith('.'))
    .map((each) => target(source, each))
    .filter((to) => {
      const allowed = [source.room, ...(arrows[source.room] ?? [])];
      return !allowed.some((each) => to === each || to.startsWith(`${each}/`));
    })
    .map((to) => `${source.path} imports ${to}`);
}

describe('architecture', () => {
  it('reads sources with their imports', () => {
    const checker = sources.find((each) => each.path === 'src/check/checker.ts');
    assert.ok(checker?.imports.includes('../languages'));
    assert.ok(sources.length > 100);
  });

  it('knows every room', () => {
    const rooms = [...new Set(sources.map((each) => each.room))];
    assert.deepEqual(
      rooms.filter((room) => !(room in arrows)),
      [],
    );
  });

  it('has imports along the arrows only', () => {
    assert.deepEqual(sources.flatMap(breaks), []);
  });

  it('keeps languages apart', () => {
    const crossing = sources
      .filter((source) => /^src\/languages\/[^/]+\//.test(source.path))
      .flatMap((source) => {
        const own = source.path.split('/')[2];
        return source.imports
          .filter((each) => each.startsWith('.'))
          .map((each) => target(source, each).split('/'))
          .filter(([room, language, inner]) => room === 'languages' && inner && language !== own)
          .map((to) => `${source.path} imports ${to.join('/')}`);
      });
    assert.deepEqual(crossing, []);
  });

  for (const { name, allowed } of guarded) {
    it(`lets only ${allowed.join(' and ')} import ${name}`, () => {
      const found = sources.filter(
        (each) =>
          !allowed.includes(each.room) &&
          each.imports.some((to) => to === name || to.startsWith(`${name}/`)),
      );
      assert.deepEqual(
        found.map((each) => each.path),
        [],
      );
    });
  }

  it('runs no code but its own', () => {
    const found = sources.filter((each) => /\beval\(|new Function\b|child_process/.test(each.text));
    assert.deepEqual(
      found.map((each) => each.path),
      [],
    );
  });

  it('has files of at most 300 lines', () => {
    const long = sources
      .map((each) => ({ path: each.path, lines: each.text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > 300);
    assert.deepEqual(long, []);
  });

  it('opens every file with a block comment', () => {
    const silent = sources.filter((each) => !/^(#!.*\n)?\/\*\*/.test(each.text));
    assert.deepEqual(
      silent.map((each) => each.path),
      [],
    );
  });

  it('has tests where their sources are', () => {
    const astray = filesOf('test')
      .filter((path) => path.endsWith('.test.ts'))
      .map((path) => dirname(path).replace(/^test\/?/, ''))
      .filter((folder) => folder !== '' && folder !== 'media' && !existsSync(join('src', folder)));
    assert.deepEqual([...new Set(astray)], []);
  });
});
