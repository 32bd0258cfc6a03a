/**
 * How far a verdict can be trusted: random expressions with their exact gradients, hard points,
 * kinks and jumps. `npm run bench:trust [-- --json] [-- --sample] [-- --seed N] [-- --points N]`;
 * equal seeds give equal numbers; exits with 1 when a row is short.
 */
import { python } from '../../trace/python';
import { report } from './report';

const firstSeed = 1;
const allPoints = 3000;
const samplePoints = 150;

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}

async function main(): Promise<void> {
  const sample = process.argv.includes('--sample');
  const seed = option('seed', firstSeed);
  const points = option('points', sample ? samplePoints : allPoints);
  const { table, rows, details, json } = report(await python(), seed, points);
  const short = rows.filter((row) => row.short).length;
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ ...json, rows, short }, null, 1));
  } else {
    const lines = rows.map(({ name, value, bound, short: isShort }) => {
      const numbers = `${value.padStart(12)}  ${bound}`;
      return `${name.padEnd(44)}${numbers}${isShort ? '  short' : ''}`;
    });
    console.log([...table, '', ...lines, ...details].join('\n'));
    console.log(`${rows.length} rows, ${short} short`);
  }
  process.exitCode = short > 0 ? 1 : 0;
}

await main();
