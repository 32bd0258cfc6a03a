/**
 * The door's side of what a file imports: it asks the core what is missing and reads it,
 * until nothing is. Apart from the rest, so that a door need not load the core for it.
 */
import type { Source } from './checker';

/**
 * The source with the texts of all that it imports, however far. `missing` asks
 * the core; `read` gives a file's text, null where there is none.
 */
export async function loadModules(
  source: Source,
  missing: (source: Source) => Promise<readonly string[]>,
  read: (path: string) => Promise<string | null>,
): Promise<Source> {
  let loaded = source;
  for (;;) {
    const paths = await missing(loaded);
    if (paths.length === 0) return loaded;
    const texts = await Promise.all(paths.map(async (path) => [path, await read(path)] as const));
    loaded = { ...loaded, modules: { ...loaded.modules, ...Object.fromEntries(texts) } };
  }
}
