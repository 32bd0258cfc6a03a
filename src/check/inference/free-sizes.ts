/** Which sizes free axes get: small ones that suit what they are for, and that all differ. */
import type { Role } from './dimensions';

/** Extents of images that suit different windows and strides; the first have room for two windows of three each way. */
export const imageSizes: readonly (readonly number[])[] = [
  [6, 7],
  [5, 6],
  [5, 7],
  [6, 4],
  [4, 6],
  [7, 9],
  [8, 8],
];

const pools: Readonly<Record<Exclude<Role, 'image'>, readonly number[]>> = {
  plain: [4, 3, 5, 2, 7, 6, 9, 8, 11, 10, 13],
  batch: [2, 4, 3, 5, 7],
  time: [3, 4, 5, 6],
  channel: [3, 4, 2, 5, 7],
  kernel: [3, 2],
  classes: [3, 5, 4, 6, 7],
};

const even = [4, 6, 8, 2, 10, 12, 14];

/** Which of the sizes are taken. */
export interface Sizing {
  /** Which extents images have. */
  readonly images: number;
  /** Whether plain axes can be halved. */
  readonly even: boolean;
  /** How many of the sizes that are taken first are put last. */
  readonly turn: number;
}

/** A size for one more axis beside those that are taken. */
export function freeSize(role: Role, taken: readonly number[], sizing: Sizing): number {
  const halves = role === 'plain' && sizing.even;
  const pool = role === 'image' ? imageSizes[sizing.images] : halves ? even : pools[role];
  const turn = sizing.turn % pool.length;
  const turned = [...pool.slice(turn), ...pool.slice(0, turn)];
  return turned.find((one) => !taken.includes(one)) ?? firstFree(taken);
}

function firstFree(taken: readonly number[]): number {
  let size = 5;
  while (taken.includes(size)) size += 1;
  return size;
}
