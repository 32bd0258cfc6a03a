/**
 * Project settings: the `[tool.gradlens]` table of the nearest pyproject.toml
 * that has one, looked for upwards from a directory.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Judged, judgeTable } from './settings';

/** Reads each directory's settings once. The answer for a directory without any is empty. */
export function projectReader(): (directory: string) => Promise<Judged> {
  const known = new Map<string, Promise<Judged>>();
  const read = (directory: string): Promise<Judged> => {
    const before = known.get(directory);
    if (before !== undefined) return before;
    const found = readDirectory(directory, read);
    known.set(directory, found);
    return found;
  };
  return read;
}

async function readDirectory(
  directory: string,
  read: (directory: string) => Promise<Judged>,
): Promise<Judged> {
  const path = join(directory, 'pyproject.toml');
  const text = await readFile(path, 'utf8').catch(() => '');
  const judged = text.includes('gradlens') ? await judgeText(text, path) : null;
  if (judged !== null) return judged;
  const parent = dirname(directory);
  return parent === directory ? { kind: 'ok', options: {} } : read(parent);
}

/** Null when the file has no `[tool.gradlens]`. */
async function judgeText(text: string, path: string): Promise<Judged | null> {
  const { parse } = await import('smol-toml');
  let table: unknown;
  try {
    const tool = parse(text).tool;
    table = isTable(tool) ? tool.gradlens : undefined;
  } catch (problem) {
    const [reason] = String((problem as Error).message).split('\n');
    return { kind: 'wrong', message: `${path}: ${reason}` };
  }
  if (table === undefined) return null;
  if (!isTable(table)) return { kind: 'wrong', message: `${path}: tool.gradlens must be a table` };
  const judged = judgeTable(table);
  return judged.kind === 'ok'
    ? judged
    : { kind: 'wrong', message: `${path}: [tool.gradlens] ${judged.message}` };
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
