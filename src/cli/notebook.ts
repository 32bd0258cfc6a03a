/** Notebooks: the code cells in the JSON of an `.ipynb`, in order, as one text. */
import { joinCells } from '../check/cells';
import type { CellReport } from '../check/report';

export interface Notebook {
  readonly text: string;
  /** Where each code cell begins in the text. */
  readonly cells: readonly CellReport[];
}

/** The notebook in a JSON text, or what is wrong with it. */
export function readNotebook(json: string): Notebook | string {
  let content: unknown;
  try {
    content = JSON.parse(json);
  } catch {
    return 'not a notebook: its JSON cannot be read';
  }
  const { cells, metadata } = (content ?? {}) as { cells?: unknown; metadata?: unknown };
  if (!Array.isArray(cells)) return 'not a notebook: it has no list of cells';
  if (!isPython(metadata)) return { text: '', cells: [] };
  const found = cells.flatMap((cell, at) => {
    const source = codeOf(cell);
    return source === null ? [] : [{ number: at + 1, source }];
  });
  const { text, starts } = joinCells(found.map(({ source }) => source));
  return { text, cells: found.map(({ number }, at) => ({ number, line: starts[at] })) };
}

/** A notebook that does not say its language is Python's. */
function isPython(metadata: unknown): boolean {
  const { language_info: info, kernelspec: kernel } = (metadata ?? {}) as {
    language_info?: { name?: unknown };
    kernelspec?: { language?: unknown };
  };
  const language = info?.name ?? kernel?.language ?? 'python';
  return /python/i.test(String(language));
}

/** The text of a code cell; null for any other cell, and for one that cannot be read. */
function codeOf(cell: unknown): string | null {
  const { cell_type: type, source } = (cell ?? {}) as { cell_type?: unknown; source?: unknown };
  if (type !== 'code') return null;
  if (typeof source === 'string') return source;
  const parts = Array.isArray(source) && source.every((part) => typeof part === 'string');
  return parts ? source.join('') : null;
}
