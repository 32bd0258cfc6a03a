/** The closing line of a terminal report: how many functions, and how they fared. */
import type { Report, Verdict } from '../check/report';
import { looseProblems } from './problems';
import type { Paint } from './text-details';
import { count, verdictWords } from './words';

const order: readonly Verdict[] = [
  'pass',
  'mismatch',
  'error',
  'undefined',
  'unsupported',
  'limit',
  'unverified',
  'kink',
];

/** `5 functions in 2 files: 3 correct, 1 mismatch, 1 kink (1 ignored)`. */
export function summaryLine(report: Report, paint: Paint): string {
  const files = count(report.files.length, 'file');
  const { summary } = report;
  const problems = report.files.flatMap(looseProblems).length;
  const others = problems === 0 ? '' : `, ${count(problems, 'problem')}`;
  if (summary.functions === 0) {
    return `Nothing to check in ${files}: no @gradcheck or @grad comment and no gradient known by its name${others}.`;
  }
  const counts = order
    .filter((verdict) => summary[verdict] > 0)
    .map((verdict) => {
      const { color, word } = verdictWords[verdict];
      return paint(color, `${summary[verdict]} ${word}`);
    });
  const ignored = report.files.flatMap(({ functions }) => functions).filter((one) => one.ignored);
  const silenced = ignored.length > 0 ? ` (${ignored.length} ignored)` : '';
  return `${count(summary.functions, 'function')} in ${files}: ${counts.join(', ')}${silenced}${others}`;
}
