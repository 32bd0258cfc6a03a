/** The V: truncation falls with the step on its right side, rounding rises on its left one. */
import type { StepPoint } from '../curve-report';
import { jsonNumber } from '../plain';
import type { Line } from './line';

/** Two steps a decade are enough to see the V. */
const stepsPerDecade = 2;
const decades = { from: 0, to: -13 };

/** By falling step, along the entry `at` of an input, whose value is `x` and whose derivative `analytic`. */
export function stepCurve(
  line: Line,
  index: number,
  at: number,
  { x, analytic }: { readonly x: number; readonly analytic: number },
): StepPoint[] {
  const scale = Math.abs(x) || 1;
  const count = (decades.from - decades.to) * stepsPerDecade + 1;
  return Array.from({ length: count }, (_, k) => {
    const step = scale * 10 ** (decades.from - k / stepsPerDecade);
    const value = line.central(index, at, step);
    return {
      step: jsonNumber(step),
      value: jsonNumber(value),
      error: jsonNumber(Math.abs(value - analytic)),
    };
  });
}
