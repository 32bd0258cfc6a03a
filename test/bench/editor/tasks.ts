/**
 * The tasks of the main thread while something runs, in processor time: each turn of the event
 * loop is one, and of it that part is ours in which a CPU profile saw our extension on the stack, with
 * all that it calls. What VS Code does in the same turn for itself and others is not.
 */
import { type Profiler, Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { extensionOf, ours, threadTime } from './host';

export interface Longest {
  /** Milliseconds of the longest task of the extension, and of anything else. */
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
  return longest(found, samplesOf(profile, join(extensionOf(ours).extensionPath, 'dist')));
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

interface Sample {
  /** Microseconds on the clock of the profile. */
  readonly at: number;
  /** Code of a folder was on the stack. */
  readonly inside: boolean;
}

function samplesOf(profile: Profiler.Profile, folder: string): Sample[] {
  const { nodes, samples = [], timeDeltas = [] } = profile;
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const urls = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.url]));
  const isInside = (id: number | undefined): boolean =>
    id !== undefined && (urls.get(id)?.includes(folder) === true || isInside(parents.get(id)));
  let now = profile.startTime;
  return samples.map((id, at) => {
    now += timeDeltas[at];
    return { at: now, inside: isInside(id) };
  });
}

/** Turns and samples both come in the order of time. */
function longest(turns: readonly Turn[], samples: readonly Sample[]): Longest {
  const found = { ours: 0, other: 0 };
  let next = 0;
  for (const { from, to, spent } of turns) {
    while (next < samples.length && samples[next].at < from) next += 1;
    let [all, inside] = [0, 0];
    for (; next < samples.length && samples[next].at <= to; next += 1) {
      all += 1;
      if (samples[next].inside) inside += 1;
    }
    const ours = all === 0 ? 0 : (spent * inside) / all;
    found.ours = Math.max(found.ours, ours);
    found.other = Math.max(found.other, spent - ours);
  }
  return found;
}
