/**
 * The text that the benches of large files share: 2,000 lines with 50 pairs that nobody
 * annotated, taken from the corpus.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const lines = 2000;
export const pairs = 50;

/** Course layers of the corpus until there are enough pairs, and look-alikes to fill the lines. */
export function bigFile(project = '.'): string {
  const parts: string[] = [];
  let found = 0;
  for (const definition of definitionsIn(join(project, 'test/corpus/course'))) {
    if (found === pairs) break;
    parts.push(definition);
    found += (definition.match(/# expect:/g) ?? []).length;
  }
  let count = parts.join('\n').split('\n').length;
  for (const definition of definitionsIn(join(project, 'test/corpus/lookalikes'))) {
    if (count >= lines) break;
    parts.push(definition);
    count += definition.split('\n').length;
  }
  return parts.join('\n');
}

/** The top-level stretches of all files of a folder, in order. */
function definitionsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((each) => each.endsWith('.py') && !each.endsWith('.proof.py'))
    .sort()
    .flatMap((each) =>
      readFileSync(`${folder}/${each}`, 'utf8').split(/\n(?=def |class |import |from |@)/),
    );
}
