/**
 * Mutation bench: the engine's rules and the right pairs of the corpus, made wrong one way at a
 * time. What differs must be caught, what does not must pass.
 * `npm run bench:mutants [-- --json] [--sample N] [--seed N] [--write]`; exits with 1 when a row is
 * short. `--write` renews the list of known escapes.
 */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { python } from '../../trace/python';
import { type Mutant, pairRows } from './pairs';
import type { Row } from './row';
import { ruleMutants } from './rules';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
    /** k/n: every n-th file and op, for a process of its own. */
    part: { type: 'string' },
  },
});

/** Known escapes, by what they say: they may only become fewer. */
const escapes = 'test/bench/mutants/escapes.json';
const known: ReadonlySet<string> = new Set(JSON.parse(readFileSync(escapes, 'utf8')));

async function partRows(part: string): Promise<Row[]> {
  const front = await python();
  const [k, n] = part.split('/').map(Number);
  const rules = chosen(ruleMutants(front)).filter((_, at) => at % n === k);
  const rows = rules.flatMap(({ check }) => check() ?? []);
  const options = ['--part', part, '--seed', values.seed];
  if (values.sample !== undefined) options.push('--sample', values.sample);
  const made = spawnSync('/usr/bin/python3', ['test/bench/mutants/make.py', ...options], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (made.status !== 0) throw new Error(made.stderr);
  const mutants = made.stdout
    .split('\n')
    .filter(Boolean)
    .map((line): Mutant => JSON.parse(line));
  return [...rows, ...pairRows(front, mutants)];
}

/** All, or as many as the sample asks for, drawn with the seed. */
function chosen<Item extends { readonly key: string }>(items: readonly Item[]): Item[] {
  if (values.sample === undefined) return [...items];
  const drawn = (item: Item) => hash(`${values.seed} ${item.key}`);
  return [...items].sort((a, b) => drawn(a) - drawn(b)).slice(0, Number(values.sample));
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return value >>> 0;
}

/** Runs this file on a part of the work, and reads its rows. */
function inProcess(part: string): Promise<Row[]> {
  const options = ['--part', part, '--seed', values.seed];
  if (values.sample !== undefined) options.push('--sample', values.sample);
  const child = spawn(process.execPath, ['--enable-source-maps', process.argv[1], ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (more: string) => {
      text += more;
    });
    child.on('close', (code) =>
      code === 0 ? resolve(JSON.parse(text)) : reject(new Error(`part ${part} ended with ${code}`)),
    );
  });
}

/**
 * Escapes that are not listed; of the whole also listed ones that were caught: the list has to shrink.
 * The same words may stand for changes in several places, some of which are caught.
 */
function shortRows(rows: readonly Row[]): { row: Row; why: string }[] {
  const escaped = new Set(rows.flatMap(({ short, what }) => (short ? [what] : [])));
  return rows.flatMap((row) => {
    const listed = known.has(row.what);
    if (row.short === listed || (!row.short && values.sample !== undefined)) return [];
    if (!row.short && escaped.has(row.what)) return [];
    return [{ row, why: listed ? 'is listed in escapes.json, but no longer escapes' : row.reason }];
  });
}

function report(rows: readonly Row[]): void {
  const short = shortRows(rows);
  const kinds = [...new Set(rows.map(({ kind }) => kind))].sort();
  const rate = (of: readonly Row[]) => {
    const right = of.filter((row) => !row.short).length;
    const percent = of.length === 0 ? '' : `${((100 * right) / of.length).toFixed(2)} %`;
    return `${String(of.length).padStart(6)} ${String(right).padStart(6)} ${percent.padStart(9)}`;
  };
  if (values.json) {
    console.log(JSON.stringify({ seed: values.seed, rows, short: short.length }, null, 1));
    return;
  }
  for (const { row, why } of short) {
    const expected = row.differs ? 'differs' : 'does not differ';
    console.log(`${row.what}\n  ${expected}, verdict ${row.verdict}: ${why}`);
  }
  console.log(`seed ${values.seed}${' '.repeat(22)}  rows  right      rate`);
  for (const kind of kinds) {
    console.log(`${kind.padEnd(28)}${rate(rows.filter((row) => row.kind === kind))}`);
  }
  console.log(`${'that differ'.padEnd(28)}${rate(rows.filter((row) => row.differs))}`);
  console.log(`${'that do not differ'.padEnd(28)}${rate(rows.filter((row) => !row.differs))}`);
  console.log(`${rows.length} rows, ${short.length} short`);
}

if (values.part !== undefined) {
  console.log(JSON.stringify(await partRows(values.part)));
} else {
  const parts = Math.min(4, availableParallelism());
  const all = await Promise.all(
    Array.from({ length: parts }, (_, k) => inProcess(`${k}/${parts}`)),
  );
  const rows = all.flat();
  report(rows);
  if (values.write) {
    if (values.sample !== undefined) throw new Error('--write needs the whole, not a sample');
    const list = [...new Set(rows.flatMap(({ short, what }) => (short ? [what] : [])))].sort();
    writeFileSync(escapes, `${JSON.stringify(list, null, 2)}\n`);
  }
  process.exitCode = shortRows(rows).length > 0 ? 1 : 0;
}
