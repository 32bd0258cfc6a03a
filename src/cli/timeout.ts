/** The report of a file whose check ran out of time, with what a second, shorter question still tells. */
import type { Source } from '../check/checker';
import type { FileReport } from '../check/report';
import { timeLimitReport } from '../check/time-limit';
import { outOfTime, type Pool, secondsPerFile } from './pool';
import type { targets } from './worker';

export async function timeoutReport(source: Source, pool: Pool): Promise<FileReport> {
  const found = await pool.run<Awaited<ReturnType<typeof targets>>>('targets', source);
  return timeLimitReport(source, found === outOfTime ? [] : found, secondsPerFile * 1000);
}
