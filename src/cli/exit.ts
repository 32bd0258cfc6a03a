/** The exit codes, and which of them a report earns. */
import type { FileReport, FunctionReport, Verdict } from '../check/report';

export const exitCodes = {
  /** Nothing wrong. */
  fine: 0,
  /** A gradient is wrong, an annotation is malformed, or an annotated function could not be checked. */
  wrong: 1,
  /** Bad usage, an unreadable file, nothing matched, or a failure of our own. */
  unusable: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Verdicts that count as failures only where the user asked for the check. */
const failuresWhenAnnotated: readonly Verdict[] = ['unsupported', 'undefined', 'error', 'limit'];

/** 1 when something is wrong, else 0. What a comment silences does not count. */
export function exitCodeOf(files: readonly FileReport[]): ExitCode {
  const wrong = files.some(
    ({ functions, problems }) =>
      functions.some(isFailure) ||
      problems.some(({ severity, ignored }) => severity === 'error' && !ignored),
  );
  return wrong ? exitCodes.wrong : exitCodes.fine;
}

function isFailure({ verdict, annotated, ignored }: FunctionReport): boolean {
  if (ignored) return false;
  return verdict === 'mismatch' || (annotated && failuresWhenAnnotated.includes(verdict));
}
