/**
 * Jumps between rows as WebAssembly wants them: nested blocks, which jumps leave
 * at their end, and loops, which jumps enter again at their beginning.
 */
import { Code, rowLength } from './flat-codes';

/** Rows `begin` to `end`; a jump to a loop leads to its begin, one to a block to its end. */
export interface Construct {
  readonly loop: boolean;
  begin: number;
  readonly end: number;
}

export function isJump(code: Code): boolean {
  return code === Code.jump || code === Code.next || code === Code.leave || isTest(code);
}

export function isTest(code: Code): boolean {
  return code >= Code.unlessLess;
}

/** Whether rows bind names to objects, or change any. */
export function changesObjects(rows: Int32Array): boolean {
  for (let row = 0; row < rows.length; row += rowLength) {
    const code: Code = rows[row];
    if (code >= Code.share && code <= Code.appendObject) return true;
  }
  return false;
}

/** More of them take long to nest. */
const mostConstructs = 300;

/** The constructs, the outer ones first; null where they do not nest, or are too many. */
export function constructsOf(rows: Int32Array): Construct[] | null {
  const loops = new Map<number, number>();
  const blocks = new Map<number, number>();
  for (let row = 0; row < rows.length; row += rowLength) {
    if (!isJump(rows[row])) continue;
    const target = rows[row + 1];
    if (target <= row) loops.set(target, row + rowLength);
    else if (!blocks.has(target)) blocks.set(target, row);
  }
  const found: Construct[] = [
    ...[...loops].map(([begin, end]) => ({ loop: true, begin, end })),
    ...[...blocks].map(([end, begin]) => ({ loop: false, begin, end })),
  ];
  if (found.length > mostConstructs) return null;
  for (let changed = true; changed; ) {
    changed = false;
    for (const inner of found) {
      for (const outer of found) {
        const overlap =
          outer.begin < inner.begin && inner.begin < outer.end && outer.end < inner.end;
        if (!overlap) continue;
        // A jump into the middle of a loop.
        if (inner.loop) return null;
        inner.begin = outer.begin;
        changed = true;
      }
    }
  }
  // Of those over the same rows the block is around the loop: its jumps end the loop.
  return found.sort(
    (a, b) => a.begin - b.begin || b.end - a.end || Number(a.loop) - Number(b.loop),
  );
}
