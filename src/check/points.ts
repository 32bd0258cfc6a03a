/**
 * What several runs tell of a mismatch: that it shows at some points only, and which branch
 * they take, or which option they have; that a second derivative is not symmetric.
 */
import { branchWords } from './branches';
import type { Experiment } from './experiment';
import type { Judged, Row } from './rows';
import { asymmetry } from './symmetry';

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
    const crooked = asymmetry(experiments, source);
    const told = crooked === null ? row.report.reason : `${row.report.reason}; ${crooked}`;
    const known = { ...row, report: { ...row.report, reason: told } };
    const rightPoints = right.filter(({ sample }) => !wrongPoints.has(sample));
    if (rightPoints.length === 0) return known;
    const words = branchWords(wrong, rightPoints, path) ?? optionWords(wrong, rightPoints);
    const branch = words === null ? '' : `, where ${words}`;
    const note = `only at ${wrongPoints.size} of ${points.size} points${branch}`;
    return { ...known, report: { ...known.report, reason: `${told}; ${note}` } };
  });
}

/** "pad is 0": a whole number or an option that all wrong points have, and no right one; null: none. */
function optionWords(wrong: readonly Experiment[], right: readonly Experiment[]): string | null {
  for (const [name, value] of Object.entries(wrong[0].at)) {
    if (typeof value !== 'string' && !Number.isInteger(value)) continue;
    const has = ({ at }: Experiment) => at[name] === value;
    if (wrong.every(has) && !right.some(has)) return `${name} is ${value}`;
  }
  return null;
}

function of({ experiment }: { readonly experiment: Experiment }): Experiment {
  return experiment;
}
