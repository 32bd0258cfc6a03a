/**
 * How much slower one function is than another: both run in turns in the same
 * process, in batches long enough for the clock, and the fastest batches, which
 * were disturbed least, are divided.
 */

export interface Row {
  readonly name: string;
  /** Microseconds a run takes: ours, and that of JavaScript written by hand. */
  readonly ours: number;
  readonly byHand: number;
  readonly ratio: number;
  /** The ratio that is still good. */
  readonly most: number;
}

const batches = 15;
const batchMilliseconds = 20;
const warmUpMilliseconds = 300;

/** Both return the same number; throws when they do not. */
export function measure(name: string, most: number, ours: () => number, byHand: () => number): Row {
  const [left, right] = [ours(), byHand()];
  if (!(Math.abs(left - right) <= 1e-9 * Math.abs(right))) {
    throw new Error(`${name}: ${left} instead of ${right}`);
  }
  const [slow, fast] = inTurns([ours, byHand]);
  return { name, ours: 1000 * slow, byHand: 1000 * fast, ratio: slow / fast, most };
}

/** Milliseconds a run of each, in the fastest of its batches. */
export function inTurns(runs: readonly (() => number)[]): number[] {
  const measured = runs.map((run) => ({ run, rounds: warmUp(run), times: [] as number[] }));
  for (let batch = 0; batch < batches; batch++) {
    for (const each of measured) each.times.push(time(each.run, each.rounds));
  }
  return measured.map(({ times }) => Math.min(...times));
}

/** Runs until the compiler has settled; returns how many runs fill a batch. */
function warmUp(run: () => number): number {
  const start = performance.now();
  let rounds = 0;
  while (performance.now() - start < warmUpMilliseconds) {
    time(run, 1);
    rounds += 1;
  }
  return Math.max(1, Math.round((rounds * batchMilliseconds) / warmUpMilliseconds));
}

/** Milliseconds a run. The sum keeps the compiler from leaving the work out. */
function time(run: () => number, rounds: number): number {
  const start = performance.now();
  let sum = 0;
  for (let round = 0; round < rounds; round++) sum += run();
  const spent = performance.now() - start;
  if (Number.isNaN(sum)) throw new Error('a benchmark gave NaN');
  return spent / rounds;
}
