/**
 * The files that a checked file imports, read from disk. Each is read once, however
 * many files import it.
 */
import { readFile, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Checker, Source } from '../check/checker';
import { loadModules } from '../check/load-modules';
import type { CheckOptions } from '../check/report';

/** What marks the top folder of a project. */
const marks = ['.git', 'pyproject.toml', 'setup.py', 'setup.cfg'];

/** Gives a source with all that it imports; with `options`, what a check with them needs. */
export function moduleReader(
  checker: Checker,
): (source: Source, options: CheckOptions | null) => Promise<Source> {
  const texts = new Map<string, Promise<string | null>>();
  const roots = new Map<string, Promise<string>>();
  const read = (path: string) => {
    const known = texts.get(path) ?? readText(path);
    texts.set(path, known);
    return known;
  };
  return async (source, options) => {
    const folder = dirname(resolve(source.path));
    const known = roots.get(folder) ?? rootOf(folder);
    roots.set(folder, known);
    const root = pathLike(source.path, await known);
    const missing = async (each: Source) => checker.missing(each, options);
    return loadModules({ ...source, root }, missing, read);
  };
}

async function readText(path: string): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch {
    // Most candidates do not exist; what cannot be read is as if it did not.
    return null;
  }
}

/** The project's folder; for a file outside of any, the working directory if it is there, else its own folder. */
async function rootOf(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    const found = await Promise.all(
      marks.map((mark) =>
        stat(join(at, mark)).then(
          () => true,
          () => false,
        ),
      ),
    );
    if (found.includes(true)) return at;
    if (dirname(at) === at) break;
  }
  const here = process.cwd();
  return `${folder}${sep}`.startsWith(`${here}${sep}`) ? here : folder;
}

/** A folder in the form in which the user gave `path`: absolute, or from the working directory. */
function pathLike(path: string, folder: string): string {
  return isAbsolute(path) ? folder : relative(process.cwd(), folder);
}
