/** The source of an entry for sentences: "`abs(x)`, line 4"; with its file where that is another one. */
import type { Place } from '../engine/graph';
import { lineStarts, positionAt } from '../syntax/span';
import type { Machine } from '../trace/machine';

/** Longer pieces of source are cut. */
const longest = 60;

/** Null where an entry comes from no text. `path` is the file that the reader is in. */
export function quoted(
  { modules }: Pick<Machine, 'modules'>,
  place: Place | null,
  path: string,
): string | null {
  const text = place === null ? null : modules.text(place.path);
  if (place === null || text === null || place.end <= place.start) return null;
  const source = text.slice(place.start, place.end).replace(/\s+/g, ' ');
  const short = source.length <= longest ? source : `${source.slice(0, longest - 1)}…`;
  const { line } = positionAt(lineStarts(text), place.start);
  const where = place.path === path ? `line ${line}` : `${place.path} line ${line}`;
  return `\`${short}\`, ${where}`;
}
