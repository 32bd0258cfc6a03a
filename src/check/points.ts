/** A written gradient that is wrong at some points only: how many they are, and which branch they take. */
import { branchWords } from './branches';
import type { Experiment } from './experiment';
import type { Judged, Row } from './rows';

/** The merged rows; `judged` and `experiments` are those that they were merged from, in the same order. */
export function acrossPoints(
  rows: readonly Row[],
  judged: readonly Judged[],
  experiments: readonly Experiment[],
  path: string,
): Row[] {
  return rows.map((row) => {
    const { verdict, name, source } = row.report;
    if (verdict !== 'mismatch' || source === null) return row;
    const own = judged.flatMap(({ rows: all }, at) =>
      all
        .filter(({ report }) => report.name === name && report.source === source)
        .map(({ report }) => ({ experiment: experiments[at], verdict: report.verdict })),
    );
    const wrong = own.filter((each) => each.verdict === 'mismatch').map(of);
    const right = own.filter((each) => each.verdict === 'pass').map(of);
    const points = new Set([...wrong, ...right].map(({ sample }) => sample));
    const wrongPoints = new Set(wrong.map(({ sample }) => sample));
    // A point where another weighting of the output is right is wrong all the same.
    const rightPoints = right.filter(({ sample }) => !wrongPoints.has(sample));
    if (rightPoints.length === 0) return row;
    const words = branchWords(wrong, rightPoints, path);
    const branch = words === null ? '' : `, where ${words}`;
    const note = `only at ${wrongPoints.size} of ${points.size} points${branch}`;
    return { ...row, report: { ...row.report, reason: `${row.report.reason}; ${note}` } };
  });
}

function of({ experiment }: { readonly experiment: Experiment }): Experiment {
  return experiment;
}
