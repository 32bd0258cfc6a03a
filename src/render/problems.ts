/** Which problem of a file belongs to which function, and which stands alone. */
import type { FileReport, FunctionReport, ProblemReport, Range } from '../check/report';

/** The problem that states a function's verdict in the editor; null when there is none. */
export function problemOf(file: FileReport, target: FunctionReport): ProblemReport | null {
  return file.problems.find((problem) => tells(problem, target)) ?? null;
}

/** The problems that no function's own lines tell: malformed annotations. Silenced ones are left out. */
export function looseProblems(file: FileReport): readonly ProblemReport[] {
  return file.problems.filter(
    (problem) => !problem.ignored && !file.functions.some((target) => tells(problem, target)),
  );
}

function tells(problem: ProblemReport, target: FunctionReport): boolean {
  if (target.verdict === 'pass') return false;
  if (problem.message === target.reason) return true;
  const sameCode = problem.code === target.verdict || problem.code === target.code;
  return sameCode && (contains(target.fullRange, problem) || contains(target.range, problem));
}

function contains(outer: Range, inner: Range): boolean {
  const startsInside =
    inner.line > outer.line || (inner.line === outer.line && inner.column >= outer.column);
  const endsInside =
    inner.endLine < outer.endLine ||
    (inner.endLine === outer.endLine && inner.endColumn <= outer.endColumn);
  return startsInside && endsInside;
}
