/** Which problem of a file belongs to which function, and which stands alone. */
import type { FileReport, FunctionReport, ProblemReport, Range } from '../check/report';

/** The problem that states a function's verdict in the editor; null when there is none. */
export function problemOf(file: FileReport, target: FunctionReport): ProblemReport | null {
  return problemsOf(file, target)[0] ?? null;
}

/** All problems that belong to a function: a function with two wrong claims has two. */
export function problemsOf(file: FileReport, target: FunctionReport): readonly ProblemReport[] {
  return file.problems.filter((problem) => tells(file, problem, target));
}

/** The problems that no function's own lines tell: malformed annotations. Silenced ones are left out. */
export function looseProblems(file: FileReport): readonly ProblemReport[] {
  return file.problems.filter(
    (problem) => !problem.ignored && !file.functions.some((target) => tells(file, problem, target)),
  );
}

function tells(file: FileReport, problem: ProblemReport, target: FunctionReport): boolean {
  if (target.verdict === 'pass') return false;
  const inside = isInside(problem, target);
  const elsewhere = file.functions.some((other) => isInside(problem, other));
  const reasons = [target.reason, ...target.parameters.map(({ reason }) => reason)];
  // A wrong pair is shown at the written gradient, a wrong claim above its function.
  if (inside || !elsewhere) {
    if (reasons.some((reason) => problem.message.endsWith(reason))) return true;
  }
  return inside && (problem.code === target.verdict || problem.code === target.code);
}

function isInside(problem: ProblemReport, { range, fullRange }: FunctionReport): boolean {
  return contains(fullRange, problem) || contains(range, problem);
}

function contains(outer: Range, inner: Range): boolean {
  const startsInside =
    inner.line > outer.line || (inner.line === outer.line && inner.column >= outer.column);
  const endsInside =
    inner.endLine < outer.endLine ||
    (inner.endLine === outer.endLine && inner.endColumn <= outer.endColumn);
  return startsInside && endsInside;
}
