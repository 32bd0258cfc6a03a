/**
 * The functions that the expressions of the trust bench are made of, each as Python
 * text, in float64, and with its slopes in many digits, by formulas of its own.
 */
import { all, type BigNumber, create } from 'mathjs';

/** Digits that truth is computed with; those that float64 can see are the first 17. */
const digits = 64;
export const math = create(all, { number: 'BigNumber', precision: digits });

export function big(value: number | string): BigNumber {
  return math.bignumber(value);
}

/** A value and its slope in each argument. */
export interface Sloped {
  readonly value: BigNumber;
  readonly slopes: readonly BigNumber[];
}

export interface Fn {
  readonly arity: 1 | 2;
  /** The Python text; arguments come in parentheses where they need them. */
  readonly text: (a: string, b: string) => string;
  readonly float: (a: number, b: number) => number;
  readonly exact: (a: BigNumber, b: BigNumber) => Sloped;
}

const one = big(1);
const two = big(2);
const zero = big(0);

function unary(
  text: (a: string) => string,
  float: (a: number) => number,
  exact: (a: BigNumber) => readonly [value: BigNumber, slope: BigNumber],
): Fn {
  return {
    arity: 1,
    text,
    float,
    exact: (a) => {
      const [value, slope] = exact(a);
      return { value, slopes: [slope] };
    },
  };
}

function binary(
  text: Fn['text'],
  float: Fn['float'],
  exact: (a: BigNumber, b: BigNumber) => readonly [BigNumber, BigNumber, BigNumber],
): Fn {
  return {
    arity: 2,
    text,
    float,
    exact: (a, b) => {
      const [value, ...slopes] = exact(a, b);
      return { value, slopes };
    },
  };
}

const call = (name: string) => (a: string) => `np.${name}(${a})`;

/** 4 / (e^a + e^-a)², which does not cancel. */
function sech2(a: BigNumber): BigNumber {
  const e = a.abs().negated().exp();
  const half = e.div(e.times(e).plus(one));
  return half.times(half).times(4);
}

/** Near 0 the first terms of the series are exact to all digits. */
function small(a: BigNumber): boolean {
  return a.abs().lt('1e-30');
}

function expm1(a: BigNumber): BigNumber {
  return small(a) ? a.plus(a.times(a).div(2)) : a.exp().minus(one);
}

function tanh(a: BigNumber): BigNumber {
  if (small(a)) return a;
  const e = a.abs().times(-2).exp();
  const value = one.minus(e).div(one.plus(e));
  return a.isNegative() ? value.negated() : value;
}

export const functions = {
  sin: unary(call('sin'), Math.sin, (a) => [a.sin(), a.cos()]),
  cos: unary(call('cos'), Math.cos, (a) => [a.cos(), a.sin().negated()]),
  exp: unary(call('exp'), Math.exp, (a) => {
    const value = a.exp();
    return [value, value];
  }),
  expm1: unary(call('expm1'), Math.expm1, (a) => [expm1(a), a.exp()]),
  log: unary(call('log'), Math.log, (a) => [a.ln(), one.div(a)]),
  log1p: unary(call('log1p'), Math.log1p, (a) => [
    small(a) ? a.minus(a.times(a).div(2)) : one.plus(a).ln(),
    one.div(one.plus(a)),
  ]),
  sqrt: unary(call('sqrt'), Math.sqrt, (a) => {
    const value = a.sqrt();
    return [value, one.div(value.times(2))];
  }),
  cbrt: unary(call('cbrt'), Math.cbrt, (a) => {
    const value = a.cbrt();
    return [value, one.div(value.times(value).times(3))];
  }),
  tanh: unary(call('tanh'), Math.tanh, (a) => [tanh(a), sech2(a)]),
  sinh: unary(call('sinh'), Math.sinh, (a) => {
    const e = a.exp();
    const back = one.div(e);
    return [small(a) ? a : e.minus(back).div(2), e.plus(back).div(2)];
  }),
  tan: unary(call('tan'), Math.tan, (a) => {
    const value = a.tan();
    return [value, one.plus(value.times(value))];
  }),
  arcsin: unary(call('arcsin'), Math.asin, (a) => [
    a.asin(),
    one.div(one.minus(a.times(a)).sqrt()),
  ]),
  arctan: unary(call('arctan'), Math.atan, (a) => [a.atan(), one.div(one.plus(a.times(a)))]),
  sigmoid: unary(
    (a) => `(1 / (1 + np.exp(-${a})))`,
    (a) => 1 / (1 + Math.exp(-a)),
    (a) => {
      const e = a.abs().negated().exp();
      const below = one.plus(e);
      return [(a.isNegative() ? e : one).div(below), e.div(below.times(below))];
    },
  ),
  softplus: unary(
    (a) => `np.log(1 + np.exp(${a}))`,
    (a) => Math.log(1 + Math.exp(a)),
    (a) => {
      const e = a.exp();
      return [small(e) ? e : one.plus(e).ln(), e.div(one.plus(e))];
    },
  ),
  gauss: unary(
    (a) => `np.exp(-(${a}) ** 2)`,
    (a) => Math.exp(-(a * a)),
    (a) => {
      const value = a.times(a).negated().exp();
      return [value, value.times(a).times(-2)];
    },
  ),
  square: unary(
    (a) => `(${a}) ** 2`,
    (a) => a * a,
    (a) => [a.times(a), a.times(two)],
  ),
  cube: unary(
    (a) => `(${a}) ** 3`,
    (a) => a * a * a,
    (a) => [a.times(a).times(a), a.times(a).times(3)],
  ),
  abs: unary(call('abs'), Math.abs, (a) => [a.abs(), a.isNegative() ? one.negated() : one]),
  relu: unary(
    (a) => `np.maximum(${a}, 0)`,
    (a) => Math.max(a, 0),
    (a) => (a.isNegative() ? [zero, zero] : [a, one]),
  ),
  negate: unary(
    (a) => `-(${a})`,
    (a) => -a,
    (a) => [a.negated(), one.negated()],
  ),
  add: binary(
    (a, b) => `(${a} + ${b})`,
    (a, b) => a + b,
    (a, b) => [a.plus(b), one, one],
  ),
  subtract: binary(
    (a, b) => `(${a} - ${b})`,
    (a, b) => a - b,
    (a, b) => [a.minus(b), one, one.negated()],
  ),
  multiply: binary(
    (a, b) => `(${a}) * (${b})`,
    (a, b) => a * b,
    (a, b) => [a.times(b), b, a],
  ),
  divide: binary(
    (a, b) => `(${a}) / (${b})`,
    (a, b) => a / b,
    (a, b) => [a.div(b), one.div(b), a.div(b.times(b)).negated()],
  ),
  maximum: binary(
    (a, b) => `np.maximum(${a}, ${b})`,
    Math.max,
    (a, b) => (a.gte(b) ? [a, one, zero] : [b, zero, one]),
  ),
} as const satisfies Record<string, Fn>;

export type FunctionName = keyof typeof functions;
