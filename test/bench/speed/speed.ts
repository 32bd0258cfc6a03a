/**
 * Speed as ratios in one run: replayed gradients against JavaScript by hand, TensorFlow.js
 * and mathjs, checks against torch's gradcheck, and the terminal command as a process.
 * `npm run bench:speed [-- --json]`; exits with 1 when a row is short.
 */
import { python } from '../../trace/python';
import { checkRows } from './checks';
import { replayRows } from './replays';
import { isShort, line } from './row';

const front = await python();
const rows = [...(await replayRows(front)), ...checkRows(front)];
const short = rows.filter(isShort).length;
if (process.argv.includes('--json')) console.log(JSON.stringify({ rows, short }, null, 1));
else console.log(`${rows.map(line).join('\n')}\n${rows.length} rows, ${short} short`);
process.exitCode = short > 0 ? 1 : 0;
