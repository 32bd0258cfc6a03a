/**
 * What a run decided, by where the test stands: which sides of its `if` statements and of its
 * comparisons of shapes were taken, and so which were not.
 */
import type { Place } from '../engine/graph';
import { innerBlocks } from '../syntax/blocks';
import type { Block, Expression } from '../syntax/nodes';
import type { Span } from '../syntax/span';
import { holds } from '../syntax/visit';

export interface Branch {
  /** By which it is known in all runs. */
  readonly key: string;
  readonly test: Place;
}

interface Taken {
  readonly test: Place;
  yes: boolean;
  no: boolean;
}

export class Branches {
  readonly taken = new Map<string, Taken>();

  take({ key, test }: Branch, side: boolean): void {
    let taken = this.taken.get(key);
    if (taken === undefined) {
      taken = { test, yes: false, no: false };
      this.taken.set(key, taken);
    }
    if (side) taken.yes = true;
    else taken.no = true;
  }

  /** Of what runs where nobody looks: any side may have been taken. */
  takeBoth(branches: readonly Branch[]): void {
    for (const { key, test } of branches) this.taken.set(key, { test, yes: true, no: true });
  }

  took(key: string, side: boolean): boolean {
    const taken = this.taken.get(key);
    return taken !== undefined && (side ? taken.yes : taken.no);
  }
}

export function branchAt(path: string, { start, end }: Span): Branch {
  return { key: `${path}:${start}:${end}`, test: { path, start, end } };
}

/** The `if` statements that run as a part of a block. */
export function branchesIn(block: Block, path: string): Branch[] {
  return block.flatMap((statement) => [
    ...(statement.kind === 'if' ? [branchAt(path, statement.test.span)] : []),
    ...innerBlocks(statement).flatMap((inner) => branchesIn(inner, path)),
  ]);
}

/** Whether an expression asks for the shape of something. */
export function readsShape(node: Expression): boolean {
  return holds(node, (each) =>
    each.kind === 'call'
      ? each.callee.kind === 'name' && each.callee.name === 'len'
      : each.kind === 'member' && /^(shape|ndim|size|numel|dim)$/.test(each.name),
  );
}
