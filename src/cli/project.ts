/**
 * The project settings that hold in a directory: those of the nearest
 * pyproject.toml that has any, looked for upwards.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { judgeProject } from '../check/project';
import type { Judged } from '../check/settings';

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
  const project = await judgeProject(await readFile(path, 'utf8').catch(() => ''));
  if (project?.kind === 'ok') return project;
  if (project !== null) return { kind: 'wrong', message: `${path}: ${project.message}` };
  const parent = dirname(directory);
  return parent === directory ? { kind: 'ok', options: {} } : read(parent);
}
