/** What words say of one parameter, or of a part of one: of all that is said, what tells most. */
import type { Clues } from './clues';
import { hyperparameter } from './names';
import { lastName } from './uses';
import { everyName, type Mention } from './words';

/** The first thing said of a path that tells a kind or a shape. */
export function mentionOf(clues: Clues, path: string): Mention | null {
  // What is said of a list is not said of its items.
  if (path.endsWith('[]')) return null;
  const said = (clues.mentions.get(lastName(path)) ?? []).map((each) =>
    namesItems(clues, path, each) ? { ...each, shape: null } : each,
  );
  const all =
    path.includes('.') || hyperparameter(path) !== null ? [] : clues.mentions.get(everyName);
  return (
    said.find((each) => each.shape !== null) ??
    said.find((each) => each.kind !== null) ??
    all?.[0] ??
    null
  );
}

/** `p = (location, scale)` beside `p[0]` and `p[1]`: words for the items, no axes. */
function namesItems({ uses }: Clues, path: string, { shape }: Mention): boolean {
  const count = uses.counts.get(path)?.count ?? null;
  return (
    shape !== null &&
    shape.length === count &&
    (uses.least.get(path)?.rank ?? 0) < 2 &&
    shape.every((each) => /^[a-z_]{3,}$/.test(each))
  );
}
