/**
 * Where Python looks for a module: paths as text, nearest first. Nothing here
 * touches files; whoever asks says which of the paths there are.
 */
import type { ModuleRequest } from '../../syntax/modules';

/**
 * The files that may hold the module `request` of the file `importer`, best first.
 * A relative import has one folder; an absolute one is looked for in the
 * importer's folder, as `sys.path[0]` of a script, then in each folder above it up
 * to `root`. Paths are as the importer's: relative ones stay relative.
 */
export function moduleCandidates(importer: string, request: ModuleRequest, root: string): string[] {
  const own = folderOf(importer);
  const inside = request.module === '' ? [] : request.module.split('.');
  let folders: string[];
  if (request.level === 0) folders = foldersUpTo(own, normal(root));
  else {
    let folder: string | null = own;
    for (let level = 1; level < request.level && folder !== null; level++) folder = parent(folder);
    folders = folder === null ? [] : [folder];
  }
  return folders.flatMap((folder) => {
    const base = inside.reduce(join, folder);
    const package_ = join(base, '__init__.py');
    // A package comes before a module of the same name; a folder itself is only a package.
    return inside.length === 0 ? [package_] : [package_, `${base}.py`];
  });
}

/** The folder that holds the file at `path`; '' for the current one. */
function folderOf(path: string): string {
  const plain = normal(path);
  const slash = plain.lastIndexOf('/');
  return slash < 0 ? '' : slash === 0 ? '/' : plain.slice(0, slash);
}

/** With `/` between the parts, without `.` parts. */
function normal(path: string): string {
  const plain = path.replaceAll('\\', '/');
  const parts = plain.split('/').filter((part) => part !== '' && part !== '.');
  return (plain.startsWith('/') ? '/' : '') + parts.join('/');
}

/** `folder` and those above it up to `root`; both ends only when `root` is not above. */
function foldersUpTo(folder: string, root: string): string[] {
  const found: string[] = [];
  let at: string | null = folder;
  for (let steps = 0; at !== null && steps < 40; steps++) {
    found.push(at);
    if (at === root) return found;
    at = parent(at);
  }
  return [folder, root];
}

/** The folder above; null above the top. */
function parent(folder: string): string | null {
  if (folder === '/' || /^[A-Za-z]:$/.test(folder)) return null;
  if (folder === '' || folder === '..' || folder.endsWith('/..')) return join(folder, '..');
  return folderOf(folder);
}

function join(folder: string, name: string): string {
  return folder === '' ? name : folder === '/' ? `/${name}` : `${folder}/${name}`;
}
