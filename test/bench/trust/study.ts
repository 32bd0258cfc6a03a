/**
 * The study of random expressions: the right gradient and four mistakes in each coordinate,
 * judged by the product, and by the rules of other tools on the same float64 function.
 */
import type { LanguageFrontEnd } from '../../../src/languages';
import { type Point, randomPoints, variables } from './expressions';
import { judgeText } from './product';
import { rules } from './rules';

/** What is written instead of the gradient is this many times as large; the first is right. */
export const factors = [1, 2, 1.01, 1.0001, -1];

/** What a way to judge made of all coordinates. */
export interface Tally {
  readonly name: string;
  flagged: number;
  /** Mistakes passed although float64 can see them, in the order of `factors`, from the second on. */
  readonly passed: number[];
  /** Right gradients that are neither confirmed nor flagged. */
  unverified: number;
  /** Evaluations of the function for each coordinate, ascending in the end. */
  readonly evaluations: number[];
}

export interface Study {
  readonly points: number;
  readonly coordinates: number;
  /** How many of the mistakes float64 can see, in the order of `passed`. */
  readonly visible: readonly number[];
  /** Smooth points that were called kinks. */
  readonly kinks: number;
  /** Where the product flags what is right, or passes a mistake that float64 can see. */
  readonly wrong: readonly string[];
  /** The product first, then the rules. */
  readonly tallies: readonly Tally[];
}

export function study(front: LanguageFrontEnd, seed: number, count: number): Study {
  const tallies = ['GradLens', ...rules.map(({ name }) => name)].map(newTally);
  const visible = factors.slice(1).map(() => 0);
  let coordinates = 0;
  let kinks = 0;
  const wrong: string[] = [];
  for (const point of randomPoints(seed, count)) {
    const claims = point.gradient.map((truth) => factors.map((factor) => factor * truth));
    judgeText(front, point.text, point.at, claims).forEach((judged, i) => {
      const sees = factors.map((factor) => isVisible(point, i, factor));
      coordinates += 1;
      if (judged.verdicts[0] === 'kink') kinks += 1;
      sees.slice(1).forEach((each, k) => {
        if (each) visible[k] += 1;
      });
      const { verdicts } = judged;
      const flagged = verdicts[0] === 'mismatch' || verdicts[0] === 'error';
      const passed = verdicts.some((verdict, k) => k > 0 && verdict === 'pass' && sees[k]);
      if (flagged || passed) {
        const { numeric, error } = judged;
        const where = `d/d${variables[i]} of ${point.text} at ${point.at.join(', ')}`;
        wrong.push(
          `${point.name}: ${verdicts.join(', ')}: ${numeric} ± ${error}, truth ${point.gradient[i]}: ${where}`,
        );
      }
      const [ours, ...others] = tallies;
      add(
        ours,
        verdicts.map((verdict) => verdict === 'pass' || verdict === 'kink'),
        flagged,
        sees,
        judged.evaluations,
      );
      rules.forEach((rule, which) => {
        let evaluations = 0;
        const along = (x: number) => {
          evaluations += 1;
          return point.float(point.at.map((each, k) => (k === i ? x : each)));
        };
        const accepted = claims[i].map((claim) => rule.accepts(along, point.at[i], claim));
        add(others[which], accepted, !accepted[0], sees, evaluations / factors.length);
      });
    });
  }
  for (const { evaluations } of tallies) evaluations.sort((a, b) => a - b);
  return { points: count, coordinates, visible, kinks, wrong, tallies };
}

function newTally(name: string): Tally {
  return {
    name,
    flagged: 0,
    passed: factors.slice(1).map(() => 0),
    unverified: 0,
    evaluations: [],
  };
}

function add(
  tally: Tally,
  accepted: readonly boolean[],
  flagged: boolean,
  visible: readonly boolean[],
  evaluations: number,
): void {
  if (flagged) tally.flagged += 1;
  else if (!accepted[0]) tally.unverified += 1;
  tally.evaluations.push(evaluations);
  tally.passed.forEach((_, k) => {
    if (accepted[k + 1] && visible[k + 1]) tally.passed[k] += 1;
  });
}

/**
 * Whether float64 can see a mistake: over a step of a 64th of x it changes the function by more
 * than the rounding of its value, which is known from its exact value at the point, and than
 * numbers that are too small to have all digits.
 */
function isVisible(point: Point, i: number, factor: number): boolean {
  const { abs, max } = Math;
  const step = max(1, abs(point.at[i])) / 64;
  const change = abs((factor - 1) * point.gradient[i]) * step;
  return change > 16 * 2 ** -53 * abs(point.float(point.at)) + 4 * point.rounding + 1e-300;
}

export function quantile(ascending: readonly number[], share: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(share * ascending.length))];
}
