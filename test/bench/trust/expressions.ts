/**
 * Random expressions of mixed depth and scale, and their readings: Python text,
 * float64, and many digits with the gradient, by a chain rule of the bench's own.
 */
import type { BigNumber } from 'mathjs';
import { type Source, seeded } from '../../../src/check/random';
import { big, type Fn, type FunctionName, functions } from './functions';

export type Expression =
  | { readonly kind: 'variable'; readonly index: number }
  | { readonly kind: 'constant'; readonly value: number }
  | {
      readonly kind: 'call';
      readonly name: FunctionName;
      readonly arguments: readonly Expression[];
    };

/** An expression at a point, with the gradient that it has there. */
export interface Point {
  readonly name: string;
  readonly text: string;
  readonly at: readonly number[];
  readonly float: (at: readonly number[]) => number;
  readonly gradient: readonly number[];
  /** How far off float64 is at the point itself. */
  readonly rounding: number;
}

export const variables = ['x', 'y', 'z'];
const names = Object.keys(functions) as FunctionName[];
const unaryNames = names.filter((name) => functions[name].arity === 1 && name !== 'negate');
const binaryNames = names.filter((name) => functions[name].arity === 2);
const deepest = 6;
/** Values beyond it, and slopes below it, are at the end of what float64 can hold. */
const largest = 1e100;

/** `count` cases; equal seeds give equal ones. What has no finite value is drawn again. */
export function randomPoints(seed: number, count: number): Point[] {
  const cases: Point[] = [];
  for (let draw = 0; cases.length < count; draw++) {
    const source = seeded(seed, `expression ${draw}`);
    const made = randomPoint(source, `${seed}:${draw}`);
    if (made !== null) cases.push(made);
  }
  return cases;
}

function randomPoint(source: Source, name: string): Point | null {
  const inputs = 1 + Math.floor(source.uniform() ** 2 * variables.length);
  const depth = 1 + Math.floor(source.uniform() * deepest);
  const expression = randomExpression(source, depth, inputs);
  const at = Array.from({ length: inputs }, () => {
    const size = 10 ** (-5 + 8 * source.uniform());
    return source.uniform() < 0.5 ? size : -size;
  });
  if (!Array.from({ length: inputs }, (_, i) => i).every((i) => mentions(expression, i))) {
    return null;
  }
  if (!isTame(expression, at)) return null;
  const exact = truth(expression, at);
  if (exact === null) return null;
  const float = (point: readonly number[]) => floatOf(expression, point);
  const { gradient, value } = exact;
  const rounding = Math.abs(value.minus(float(at)).toNumber());
  return { name, text: textOf(expression), at, float, gradient, rounding };
}

function randomExpression(source: Source, depth: number, inputs: number): Expression {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(source.uniform() * list.length)];
  if (depth === 0 || source.uniform() < 0.1) {
    if (source.uniform() < 0.75) {
      return { kind: 'variable', index: Math.floor(source.uniform() * inputs) };
    }
    const value = pick([1, 2, 0.5, 3, -1, 10, 100.5, 1e-3, 1e3 + 0.5, 0.1]);
    return { kind: 'constant', value };
  }
  const name = source.uniform() < 0.45 ? pick(binaryNames) : pick(unaryNames);
  const parts = Array.from({ length: functions[name].arity }, () =>
    randomExpression(source, depth - 1, inputs),
  );
  return { kind: 'call', name, arguments: parts };
}

function mentions(expression: Expression, index: number): boolean {
  if (expression.kind === 'variable') return expression.index === index;
  return expression.kind === 'call' && expression.arguments.some((each) => mentions(each, index));
}

function isTame(expression: Expression, at: readonly number[]): boolean {
  if (expression.kind === 'call' && !expression.arguments.every((each) => isTame(each, at))) {
    return false;
  }
  return Math.abs(floatOf(expression, at)) < largest;
}

export function textOf(expression: Expression): string {
  if (expression.kind === 'variable') return variables[expression.index];
  if (expression.kind === 'constant') return pythonNumber(expression.value);
  const { text }: Fn = functions[expression.name];
  const [a, b] = expression.arguments.map(textOf);
  return text(wrapped(a), b === undefined ? '' : wrapped(b));
}

/** A negative number as an operand, and a quotient below one, keep their own parentheses. */
function wrapped(text: string): string {
  return /^[\w.]+$/.test(text) ? text : `(${text})`;
}

export function pythonNumber(value: number): string {
  const text = String(value);
  return /^-?\d{7,}$/.test(text) ? `${text}.0` : text;
}

export function floatOf(expression: Expression, at: readonly number[]): number {
  if (expression.kind === 'variable') return at[expression.index];
  if (expression.kind === 'constant') return expression.value;
  const { float }: Fn = functions[expression.name];
  const [a, b] = expression.arguments.map((each) => floatOf(each, at));
  return float(a, b ?? 0);
}

interface Jet {
  readonly value: BigNumber;
  readonly gradient: readonly BigNumber[];
}

/** The value, and the gradient rounded to float64 in the end; null where it is not a finite number. */
export function truth(
  expression: Expression,
  at: readonly number[],
): { readonly value: BigNumber; readonly gradient: readonly number[] } | null {
  try {
    const { value, gradient } = jetOf(expression, at.map(big));
    const rounded = gradient.map((each) => each.toNumber());
    return value.isFinite() && rounded.every(Number.isFinite) ? { value, gradient: rounded } : null;
  } catch {
    // The library gives up on arguments beyond its own precision.
    return null;
  }
}

function jetOf(expression: Expression, at: readonly BigNumber[]): Jet {
  if (expression.kind === 'variable') {
    const gradient = at.map((_, i) => big(i === expression.index ? 1 : 0));
    return { value: at[expression.index], gradient };
  }
  if (expression.kind === 'constant') {
    return { value: big(expression.value), gradient: at.map(() => big(0)) };
  }
  const { exact }: Fn = functions[expression.name];
  const parts = expression.arguments.map((each) => jetOf(each, at));
  const { value, slopes } = exact(parts[0].value, (parts[1] ?? parts[0]).value);
  const gradient = at.map((_, i) =>
    parts.reduce((sum, part, k) => sum.plus(slopes[k].times(part.gradient[i])), big(0)),
  );
  return { value, gradient };
}
