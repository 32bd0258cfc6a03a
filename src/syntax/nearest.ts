/** The nearest spelling among known names, for "did you mean". */

/** The name closest to `name`, at most two edits (one for short names) away; else null. */
export function nearest(name: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let distance = name.length <= 3 ? 2 : 3;
  for (const each of known) {
    if (Math.abs(each.length - name.length) >= distance) continue;
    const edits = editDistance(name.toLowerCase(), each.toLowerCase());
    if (edits < distance) {
      best = each;
      distance = edits;
    }
  }
  return best;
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replace = previous[column - 1] + (a[row - 1] === b[column - 1] ? 0 : 1);
      current[column] = Math.min(previous[column] + 1, current[column - 1] + 1, replace);
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped && row > 1) current[column] = Math.min(current[column], before[column - 2] + 1);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length];
}
