/** Which sides of `if` statements were taken, by where they stand: what was run, and so what was not. */
import type { Place } from '../engine/graph';
import { innerBlocks } from '../syntax/blocks';
import type { Block } from '../syntax/nodes';

type Sides = { yes: boolean; no: boolean };

export class Branches {
  private readonly taken = new Map<string, Sides>();

  /** `key` is the statement's. */
  take(key: string, side: boolean): void {
    let sides = this.taken.get(key);
    if (sides === undefined) {
      sides = { yes: false, no: false };
      this.taken.set(key, sides);
    }
    if (side) sides.yes = true;
    else sides.no = true;
  }

  /** Of what runs where nobody looks: any side may have been taken. */
  takeAll(keys: readonly string[]): void {
    for (const key of keys) this.taken.set(key, { yes: true, no: true });
  }

  took(key: string, side: boolean): boolean {
    const sides = this.taken.get(key);
    return sides !== undefined && (side ? sides.yes : sides.no);
  }
}

/** The keys of all `if` statements that run as a part of a block. */
export function branchKeys(block: Block, path: string): string[] {
  return block.flatMap((statement) => [
    ...(statement.kind === 'if' ? [branchKey(path, statement.span)] : []),
    ...innerBlocks(statement).flatMap((inner) => branchKeys(inner, path)),
  ]);
}

/** By which a statement is known to `Branches`. */
export function branchKey(path: string, { start }: Pick<Place, 'start'>): string {
  return `${path}:${start}`;
}
