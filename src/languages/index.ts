/**
 * The languages that GradLens reads, as an ordered list: the first that claims
 * a file reads it.
 */
import type { ModuleRequest } from '../syntax/modules';
import type { Program } from '../syntax/nodes';
import type { LanguageTables } from '../syntax/tables';
import { loadPython } from './python/python';
import type { ReadAsset } from './tree-sitter';

export interface LanguageFrontEnd {
  /** The id that editors use: `python`. */
  readonly id: string;
  /** File extensions with their dot, in lower case. */
  readonly extensions: readonly string[];
  readonly tables: LanguageTables;
  /** What begins a comment line: `#`. */
  readonly comment: string;
  /** Never throws: what cannot be read is marked in the program. */
  parse(path: string, text: string): Program;
  /** The paths that may hold a module, best first: a pure function of its arguments. */
  moduleCandidates(importer: string, request: ModuleRequest, root: string): string[];
}

/** Loads every language; `readAsset` gives the bytes of a `.wasm` file by its name. */
export async function loadLanguages(readAsset: ReadAsset): Promise<readonly LanguageFrontEnd[]> {
  return [await loadPython(readAsset)];
}

/** The language of a file: by the editor's language id where there is one, else by extension. */
export function languageOf(
  languages: readonly LanguageFrontEnd[],
  path: string,
  languageId?: string,
): LanguageFrontEnd | null {
  const lower = path.toLowerCase();
  const byId = languages.find((language) => language.id === languageId);
  const byPath = languages.find((language) =>
    language.extensions.some((extension) => lower.endsWith(extension)),
  );
  return byId ?? byPath ?? null;
}
