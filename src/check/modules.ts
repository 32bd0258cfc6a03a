/**
 * The files that a checked file imports. The core reads none: it says which paths
 * it would like to know (`missingPaths`), and the door hands in their texts (`load-modules`).
 */
import type { LanguageFrontEnd } from '../languages';
import { importsOf, inside, type ModuleRequest } from '../syntax/modules';
import type { Program } from '../syntax/nodes';
import { type Compiled, compileProgram } from '../trace/program';
import type { UserModule, UserModules } from '../trace/user-modules';
import type { Source } from './checker';
import { neededStatements } from './needed';

/** What is known of paths: the text of the file there, or null where there is none. */
export type Files = Readonly<Record<string, string | null>>;

/** Whether more files may be asked for: the imports of a large package are not followed to their end. */
const mostFiles = 400;

/** Parses a text; the same text at the same path may be answered from memory. */
type Parse = (path: string, text: string) => Program;

/** The paths that may hold what the source imports, directly or not, and that are not in its `modules`. */
export function missingPaths(front: LanguageFrontEnd, source: Source, parse: Parse): string[] {
  const files = filesOf(source);
  const lookUp = lookUpIn(front, source);
  const missing = new Set<string>();
  const seen = new Set<string>();
  const pending = [parse(source.path, source.text)];
  if (Object.keys(files).length > mostFiles) return [];
  /** Asks for what is not known of a module; its path when it is at hand. */
  const ask = (importer: string, request: ModuleRequest): string | null | undefined => {
    const { candidates, guard } = lookUp(importer, request);
    const unknown = candidates.filter((path) => files[path] === undefined);
    for (const path of unknown) missing.add(path);
    const found = candidates.find((path) => typeof files[path] === 'string');
    if (found === undefined) return unknown.length > 0 ? undefined : null;
    if (guard !== null && files[guard] === undefined) missing.add(guard);
    if (!seen.has(found)) {
      seen.add(found);
      pending.push(parse(found, files[found] ?? ''));
    }
    return found;
  };
  for (let program = pending.pop(); program !== undefined; program = pending.pop()) {
    for (const { request, names } of importsOf(program)) {
      const found = ask(program.path, request);
      // A name may be a module inside, but only where the outer one is a folder.
      if (found === undefined || isLibrary(front, request)) continue;
      if (found !== null && !lookUp(program.path, request).isFolder(found)) continue;
      for (const name of names) ask(program.path, inside(request, name));
    }
  }
  return [...missing];
}

/** The modules of a source for its runs. Each is compiled when it is first asked for. */
export function openModules(
  front: LanguageFrontEnd,
  source: Source,
  main: Compiled,
  parse: Parse,
): UserModules {
  const files = filesOf(source);
  const lookUp = lookUpIn(front, source);
  const opened = new Map<string, UserModule>();
  const known = new Map<string, UserModule | 'folder' | null>();
  const open = (path: string): UserModule => {
    let module = opened.get(path);
    if (module === undefined) {
      const isMain = path === main.program.path;
      module = userModule(isMain ? main : compileProgram(parse(path, files[path] ?? '')));
      opened.set(path, module);
    }
    return module;
  };
  const find: UserModules['find'] = (importer, request) => {
    const { candidates, guard, folders } = lookUp(importer, request);
    const path = candidates.find((each) => typeof files[each] === 'string');
    if (path !== undefined) {
      const shadowed = guard !== null && typeof files[guard] === 'string';
      return shadowed ? null : open(path);
    }
    const holds = (folder: string) =>
      Object.keys(files).some((each) => files[each] !== null && each.startsWith(`${folder}/`));
    return guard === null && folders.some(holds) ? 'folder' : null;
  };
  return {
    find: (importer, request) => {
      const key = `${importer}\n${request.level}\n${request.module}`;
      let found = known.get(key);
      if (found === undefined) {
        found = find(importer, request);
        known.set(key, found);
      }
      return found;
    },
    text: (path) => (path === source.path ? source.text : (files[path] ?? null)),
  };
}

function userModule(compiled: Compiled): UserModule {
  const known = new Map<string, ReturnType<typeof neededStatements>>();
  return {
    compiled,
    needed: (name) => {
      let found = known.get(name);
      if (found === undefined) {
        found = neededStatements(compiled.program.body, [name, '*']);
        known.set(name, found);
      }
      return found;
    },
  };
}

/** The source itself counts: a circular import leads back to it. */
function filesOf(source: Source): Files {
  return { ...source.modules, [source.path]: source.text };
}

interface LookUp {
  /** Paths that may hold the module, best first. */
  readonly candidates: readonly string[];
  /** For a library's name: the file whose presence says that the library is meant all the same. */
  readonly guard: string | null;
  /** Folders that would be the module where no file is. */
  readonly folders: readonly string[];
  readonly isFolder: (path: string) => boolean;
}

/**
 * A library's module is shadowed only by a file beside the importer, as the first
 * folder of Python's path; not in a package, whose folder is not on that path.
 */
function lookUpIn(front: LanguageFrontEnd, source: Source) {
  const folderModule = (importer: string) =>
    front.moduleCandidates(importer, { level: 1, module: '' }, '')[0];
  const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const root = source.root ?? folderOf(folderModule(source.path));
  return (importer: string, request: ModuleRequest): LookUp => {
    const library = isLibrary(front, request);
    const own = folderModule(importer);
    const marker = own.slice(own.lastIndexOf('/') + 1);
    const all = front.moduleCandidates(importer, request, library ? folderOf(own) : root);
    const isFolder = (path: string) => path === marker || path.endsWith(`/${marker}`);
    return {
      candidates: library ? all.filter((path) => path !== importer) : all,
      guard: library ? own : null,
      folders: all.filter(isFolder).map(folderOf),
      isFolder,
    };
  };
}

/** Whether the tables know the library that a module belongs to: `scipy` for `scipy.special`. */
function isLibrary(front: LanguageFrontEnd, { level, module }: ModuleRequest): boolean {
  const top = module.split('.')[0];
  const known = Object.keys(front.tables.modules);
  return level === 0 && known.some((each) => each === top || each.startsWith(`${top}.`));
}
