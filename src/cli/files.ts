/**
 * The files that the arguments name: directories are walked, globs expanded, `-`
 * is standard input. Texts are read here; what cannot be read gets a sentence.
 */
import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { Source } from '../check/checker';
import type { CellReport } from '../check/report';
import { readNotebook } from './notebook';

/** Where the text of standard input is said to come from. */
const standardInput = '<stdin>';

export interface Found {
  /** As the user knows them, in a stable order, none twice; `-` for standard input. */
  readonly paths: readonly string[];
  /** One sentence for each argument that leads nowhere. */
  readonly failures: readonly string[];
}

/** Directories of other people's code, of tools and of results, which a walk leaves out. */
const skipped = [
  'node_modules',
  'site-packages',
  'venv',
  '__pycache__',
  '__pypackages__',
  'build',
  'dist',
];

export async function findFiles(names: readonly string[]): Promise<Found> {
  const paths = new Map<string, string>();
  const failures: string[] = [];
  for (const name of names) {
    const found = await expand(name);
    if (typeof found === 'string') failures.push(found);
    else for (const path of found) if (!paths.has(resolve(path))) paths.set(resolve(path), path);
  }
  return { paths: [...paths.values()], failures };
}

export interface FileSource extends Source {
  /** Of a notebook: where its code cells begin in the text. */
  readonly cells?: readonly CellReport[];
}

/** The text of a file, or the sentence that says why there is none. */
export async function readSource(path: string): Promise<FileSource | string> {
  const name = path === '-' ? standardInput : path;
  try {
    const bytes = path === '-' ? await buffer(process.stdin) : await readFile(path);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!name.endsWith('.ipynb')) return { path: name, text, language: 'python' };
    const notebook = readNotebook(text);
    if (typeof notebook === 'string') return `${name}: ${notebook}`;
    return { path: name, ...notebook, language: 'python' };
  } catch (problem) {
    return `${name}: ${readFailure(problem as NodeJS.ErrnoException)}`;
  }
}

/** The paths that one argument stands for, or the sentence that says why there are none. */
async function expand(name: string): Promise<readonly string[] | string> {
  if (name === '-') return [name];
  const status = await stat(name).catch(() => null);
  if (status?.isDirectory()) {
    const inside = await walk('**/*.{py,ipynb}', name);
    return inside.length > 0
      ? inside.map((path) => join(name, path))
      : `${name}: no Python file in this directory`;
  }
  if (status !== null) {
    if (isPython(name)) return [name];
    return `${name}: not a Python file (its name must end in .py or .ipynb)`;
  }
  if (!isDynamicPattern(name)) return `${name}: no such file or directory`;
  const matched = (await walk(name, '.')).filter(isPython);
  return matched.length > 0 ? matched : `${name}: no Python file matches`;
}

function isPython(path: string): boolean {
  return /\.(py|ipynb)$/.test(path);
}

/** Sorted paths below `directory`; a directory named in the pattern itself is not skipped. */
async function walk(pattern: string, directory: string): Promise<string[]> {
  const named = pattern.split('/');
  const found = await glob(pattern, {
    cwd: directory,
    ignore: skipped.filter((name) => !named.includes(name)).map((name) => `**/${name}/**`),
    expandDirectories: false,
    followSymbolicLinks: false,
  });
  return found.sort();
}

function readFailure(problem: NodeJS.ErrnoException): string {
  switch (problem.code) {
    case 'ENOENT':
      return 'no such file';
    case 'EACCES':
    case 'EPERM':
      return 'no permission to read it';
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return 'not UTF-8 text';
    default:
      return `cannot be read: ${problem.message}`;
  }
}
