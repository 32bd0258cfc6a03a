/**
 * The default check of each workload against torch's gradcheck in full mode, and the
 * terminal command as a process: its start, its memory, and many files at once.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageFrontEnd } from '../../../src/languages';
import { checkOf } from './recorded';
import type { Row } from './row';
import { textOf, type Workload, workloads } from './workloads';

const folder = join('out', 'bench', 'files');
/** Ours counts the threads that compile and collect, too, which are most busy in the first seconds. */
const timedMilliseconds = 2500;
/** Both go over the workloads so often, so that the first one is not the one that everything is compiled for. */
const turns = 3;
const askedMilliseconds = 50;
const mostMegabytes = 100;
const mostSeconds = 5;

/** What torch takes, in milliseconds; null where it is not installed. */
function torchTimes(): {
  readonly import: number;
  readonly gradcheck: Record<Workload, number>;
} | null {
  const ran = spawnSync('/usr/bin/python3', ['test/bench/speed/torch_times.py'], {
    encoding: 'utf8',
  });
  return ran.status === 0 ? JSON.parse(ran.stdout) : null;
}

export function checkRows(front: LanguageFrontEnd): Row[] {
  const torch = torchTimes();
  const names = Object.keys(workloads) as Workload[];
  mkdirSync(folder, { recursive: true });
  const small = written('small.py', textOf('scalar'));
  const network = written('network.py', textOf('network'));
  const many = manyFiles();
  const checks = names.map((name) => checkOf(front, name));
  const rounds = Array.from({ length: turns }, () => checks.map(fastest));
  const rows = [
    ...names.map((name, at): Row => {
      const ours = Math.min(...rounds.map((each) => each[at]));
      const theirs = torch?.gradcheck[name] ?? null;
      return { name: `check ${name}`, against: 'torch gradcheck', ours, theirs, most: 1 / 5 };
    }),
    {
      name: 'gradlens check FILE',
      against: 'import torch',
      ours: Math.min(...[1, 2, 3].map(() => command(small).milliseconds)),
      theirs: torch?.import ?? null,
      most: 1,
    },
    {
      name: 'memory of network, MB',
      against: `${mostMegabytes} MB over Node`,
      ours: command(network).megabytes - run(['-e', '0']).megabytes,
      theirs: mostMegabytes,
      most: 1,
    },
    {
      // Processor time, so that what else the machine does counts for little; the run that was disturbed less.
      name: '1,000 functions',
      against: `${mostSeconds} s, two cores`,
      ours: Math.min(...[1, 2].map(() => command(...many).processor / 2)),
      theirs: 1000 * mostSeconds,
      most: 1,
    },
  ];
  rmSync(folder, { recursive: true });
  return rows;
}

/**
 * As torch_times.py times it: single runs, the one that was disturbed least. To ask for the processor time
 * disturbs, too, so that is done now and then.
 */
function fastest(check: () => number): number {
  let best = Number.POSITIVE_INFINITY;
  let asked = performance.now();
  const begun = process.cpuUsage();
  for (let rounds = 1; ; rounds++) {
    const start = performance.now();
    check();
    const end = performance.now();
    best = Math.min(best, end - start);
    if (end - asked < askedMilliseconds) continue;
    asked = end;
    const { user, system } = process.cpuUsage(begun);
    if (rounds >= 3 && (user + system) / 1000 > timedMilliseconds) return best;
  }
}

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** 100 files of ten functions each, no two alike: five with a point, five pairs found by their names. */
function manyFiles(): string[] {
  const alone = (['scalar', 'rosenbrock', 'affine', 'batchnorm', 'softmax'] as const).map(
    (name) => workloads[name],
  );
  return Array.from({ length: 100 }, (_, file) => {
    const functions = alone.map((text, i) => text.replace('def f(', `def f${i}(`));
    for (let i = 0; i < 5; i++) functions.push(pair(`part${i}`, 1 + (5 * file + i) / 1000));
    return written(`many${file}.py`, `import numpy as np\n${functions.join('\n')}`);
  });
}

function pair(name: string, factor: number): string {
  return `
def ${name}_forward(x, w, b):
    z = x.dot(w) + ${factor} * b
    out = np.tanh(z)
    cache = (x, w, out)
    return out, cache

def ${name}_backward(dout, cache):
    x, w, out = cache
    dz = dout * (1 - out ** 2)
    dx = dz.dot(w.T)
    dw = x.T.dot(dz)
    db = ${factor} * np.sum(dz, axis=0)
    return dx, dw, db
`;
}

/** Runs the terminal command on files, all of whose functions must be right. */
function command(...paths: string[]): Process {
  return run([join('dist', 'cli.mjs'), 'check', '--quiet', ...paths]);
}

interface Process {
  readonly milliseconds: number;
  /** Milliseconds on all cores together. */
  readonly processor: number;
  readonly megabytes: number;
}

/** On Linux a process takes over its parent's highest maxRSS; the peak of its own memory is told elsewhere. */
const tellUsage = `data:text/javascript,${encodeURIComponent(`import { existsSync, readFileSync } from 'node:fs';
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const peak = /VmHWM:\\s*(\\d+)/.exec(status)?.[1] ?? maxRSS;
  console.error('usage', peak / 1024, (userCPUTime + systemCPUTime) / 1000);
})`)}`;

function run(parameters: readonly string[]): Process {
  const start = performance.now();
  const ran = spawnSync(process.execPath, ['--import', tellUsage, ...parameters], {
    encoding: 'utf8',
  });
  const milliseconds = performance.now() - start;
  if (ran.status !== 0) throw new Error(`${parameters[0]}: ${ran.stdout}${ran.stderr}`);
  const [megabytes, processor] = /usage (.*)/.exec(ran.stderr)![1].split(' ').map(Number);
  return { milliseconds, processor, megabytes };
}
