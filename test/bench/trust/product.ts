/**
 * The product's own verdict: an expression as Python text through the whole core, and numbers
 * that somebody might have written as its gradient held against it.
 */
import type { Written } from '../../../src/check/experiment';
import { checkOne, openProgram } from '../../../src/check/opened';
import { defaultOptions, type Verdict } from '../../../src/check/report';
import { judgeExperiment } from '../../../src/check/rows';
import { findTargets } from '../../../src/check/targets';
import type { LanguageFrontEnd } from '../../../src/languages';
import { defaultLimits } from '../../../src/trace/limits';
import { pythonNumber, variables } from './expressions';

/** What is made of one coordinate. */
export interface Judged {
  /** One for each number that was held against it. */
  readonly verdicts: readonly Verdict[];
  readonly code: string | null;
  readonly numeric: number;
  /** The error bar of `numeric`. */
  readonly error: number;
  readonly slopes: { readonly left: number; readonly right: number } | null;
  readonly evaluations: number;
}

/** Judges `claims[i]`, numbers for the derivative in variable i. */
export function judgeText(
  front: LanguageFrontEnd,
  text: string,
  at: readonly number[],
  claims: readonly (readonly number[])[],
): Judged[] {
  const point = at.map((value, i) => `${variables[i]}=${pythonNumber(value)}`).join(', ');
  const names = variables.slice(0, at.length).join(', ');
  const program = `import numpy as np\n# @gradcheck ${point}\ndef f(${names}):\n    return ${text}\n`;
  const source = { path: 'point.py', text: program };
  const opened = openProgram(front, front.parse, source, defaultOptions, defaultLimits);
  const [target] = findTargets(opened.program, defaultOptions).targets;
  const [{ outcome }] = checkOne(opened, target);
  const { experiment } = outcome;
  if (experiment === null) throw new Error(`${outcome.reason}\n${program}`);
  const written = claims.flatMap((numbers, input) =>
    numbers.map((number, which): Written => {
      const data = Float64Array.of(number);
      const span = { start: 0, end: 0 };
      return { input, source: `claim ${which}`, shape: [], data, decimals: null, span };
    }),
  );
  const claimed = { ...experiment, written };
  const { rows } = judgeExperiment('f', claimed, options, source.path, 'auto');
  return at.map((_, input) => {
    const own = rows.filter(({ report }) => report.name === variables[input]);
    const [{ report }] = own;
    return {
      verdicts: own.map((row) => row.report.verdict),
      code: report.code,
      numeric: Number(report.numeric),
      error: Number(report.numericError),
      slopes:
        report.slopes === null
          ? null
          : { left: Number(report.slopes.left), right: Number(report.slopes.right) },
      evaluations: report.coverage.evaluations,
    };
  });
}

const options = {
  wrt: null,
  of: null,
  gradients: [],
  upstream: 'auto',
  scale: 1,
  skip: null,
  check: defaultOptions,
} as const;
