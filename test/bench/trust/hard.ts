/** Hard points: whether the error bar covers the true error, and whether it promises too much. */
import { difference } from '../../../src/engine/difference';
import type { LanguageFrontEnd } from '../../../src/languages';
import { battery } from './battery';
import { jumps, kinks } from './corners';
import { opaque } from './opaque';
import { pointOf } from './parse';
import { judgeText } from './product';

/** One hard point and what the numeric side says of it. */
export interface Hard {
  readonly family: string;
  readonly name: string;
  readonly truth: number;
  readonly found: number;
  readonly error: number;
  readonly covered: boolean;
  /** The true error is more than three bars, and not small either. */
  readonly falselyConfident: boolean;
}

export function hardPoints(front: LanguageFrontEnd): Hard[] {
  const traced = Object.entries(battery).flatMap(([family, rows]) =>
    rows.map(([text, x]) => {
      const point = pointOf(text, text, x);
      const [truth] = point.gradient;
      const [{ numeric, error }] = judgeText(front, point.text, point.at, [[truth]]);
      return hard(family, `${text} at ${x}`, truth, numeric, error);
    }),
  );
  const black = Object.entries(opaque).flatMap(([family, rows]) =>
    rows.map(([f, meant, x]) => {
      const [truth] = pointOf(meant, meant, x).gradient;
      const { value, error } = difference((t) => ({ value: f(x + t), sameBranch: true }), {
        center: f(x),
        magnitude: Math.abs(x),
        noise: null,
        expected: truth,
        rtol: 1e-6,
      });
      return hard(family, `${meant} at ${x}`, truth, value, error);
    }),
  );
  return [...traced, ...black];
}

function hard(family: string, name: string, truth: number, found: number, error: number): Hard {
  const off = Math.abs(found - truth);
  return {
    family,
    name,
    truth,
    found,
    error,
    // What the truth itself loses when it is rounded to float64 is no error of ours.
    covered: off <= error + 2 ** -53 * Math.abs(truth),
    falselyConfident: !(off <= 3 * error) && !(off <= 1e-6 * Math.abs(truth)),
  };
}

/** A kink or jump, and whether it was recognised for what it is. */
export interface Corner {
  readonly name: string;
  readonly recognised: boolean;
  /** What was found, for whoever reads that it was not. */
  readonly found: string;
}

/** At a kink both slopes are found, what lies between them is accepted, what does not is not. */
export function kinkPoints(front: LanguageFrontEnd): Corner[] {
  return kinks.map(([text, x, left, right]) => {
    const inside = [left, right, (left + right) / 2];
    const outside = [left + 2 * (left - right), right + 2 * (right - left)];
    const [judged] = judgeText(front, text, [x], [[...inside, ...outside]]);
    const { slopes, verdicts } = judged;
    const close = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.abs(right - left);
    const recognised =
      slopes !== null &&
      close(slopes.left, left) &&
      close(slopes.right, right) &&
      verdicts.slice(0, 3).every((verdict) => verdict === 'kink') &&
      verdicts.slice(3).every((verdict) => verdict === 'mismatch');
    return { name: `${text} at ${x}`, recognised, found: found(verdicts, slopes) };
  });
}

export function jumpPoints(front: LanguageFrontEnd): Corner[] {
  return jumps.map(([text, x]) => {
    const [{ verdicts, code }] = judgeText(front, text, [x], [[1]]);
    const recognised = verdicts[0] === 'undefined' && code === 'jump';
    return { name: `${text} at ${x}`, recognised, found: found(verdicts, code) };
  });
}

function found(verdicts: readonly string[], more: unknown): string {
  return `${verdicts.join(', ')}; ${JSON.stringify(more)}`;
}
