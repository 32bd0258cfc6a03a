/**
 * The tasks of the main thread while something runs, in processor time: each turn of the event
 * loop is one, and it is ours when a CPU profile saw code of our extension in it.
 */
import { type Profiler, Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { extensionOf, ours, threadTime } from './host';

export interface Longest {
  /** Milliseconds of the longest task in which the extension took part, and of any other one. */
  readonly ours: number;
  readonly other: number;
}

interface Turn {
  /** Microseconds on the clock of the profile. */
  readonly from: number;
  readonly to: number;
  /** Milliseconds of processor time. */
  readonly spent: number;
}

const sampling = { interval: 300 };

export async function longestTasks(act: () => Promise<void>): Promise<Longest> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', sampling);
  await session.post('Profiler.start');
  const turns = followTurns();
  await act();
  const found = turns();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return longest(found, moments(profile, join(extensionOf(ours).extensionPath, 'dist')));
}

/** The loop never rests meanwhile: an immediate of ours ends each of its turns. */
function followTurns(): () => Turn[] {
  const turns: Turn[] = [];
  let running = true;
  let from = clock();
  let before = threadTime();
  const turn = () => {
    const to = clock();
    const now = threadTime();
    turns.push({ from, to, spent: now - before });
    before = now;
    from = to;
    if (running) setImmediate(turn);
  };
  setImmediate(turn);
  return () => {
    running = false;
    return turns;
  };
}

function clock(): number {
  return Number(process.hrtime.bigint() / 1000n);
}

/** When the profile saw code of a folder on the stack. */
function moments(profile: Profiler.Profile, folder: string): number[] {
  const { nodes, samples = [], timeDeltas = [] } = profile;
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const urls = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.url]));
  const isInside = (id: number | undefined): boolean =>
    id !== undefined && (urls.get(id)?.includes(folder) === true || isInside(parents.get(id)));
  let now = profile.startTime;
  return samples.flatMap((id, at) => {
    now += timeDeltas[at];
    return isInside(id) ? [now] : [];
  });
}

function longest(turns: readonly Turn[], inside: readonly number[]): Longest {
  const found = { ours: 0, other: 0 };
  for (const { from, to, spent } of turns) {
    const whose = inside.some((moment) => from <= moment && moment <= to) ? 'ours' : 'other';
    found[whose] = Math.max(found[whose], spent);
  }
  return found;
}
