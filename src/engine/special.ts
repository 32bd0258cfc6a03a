/**
 * Special functions of one number: the error function and its kin, the gamma
 * function and its logarithmic derivatives, modified Bessel functions. The
 * rational approximations come from packages that load on first use.
 */

type Plain = (x: number) => number;

interface Approximations {
  readonly erf: Plain;
  readonly erfc: Plain;
  readonly erfcx: Plain;
  readonly erfinv: Plain;
  readonly erfcinv: Plain;
  readonly gammaln: Plain;
  readonly gamma: Plain;
  readonly digamma: Plain;
}

let loaded: Approximations | null = null;

/** Few programs need them, so that starting up does not pay for them. */
function approximations(): Approximations {
  loaded ??= {
    erf: require('@stdlib/math-base-special-erf'),
    erfc: require('@stdlib/math-base-special-erfc'),
    erfcx: require('@stdlib/math-base-special-erfcx'),
    erfinv: require('@stdlib/math-base-special-erfinv'),
    erfcinv: require('@stdlib/math-base-special-erfcinv'),
    gammaln: require('@stdlib/math-base-special-gammaln'),
    gamma: require('@stdlib/math-base-special-gamma'),
    digamma: require('@stdlib/math-base-special-digamma'),
  };
  return loaded;
}

export const erf: Plain = (x) => approximations().erf(x);
export const erfc: Plain = (x) => approximations().erfc(x);
export const erfinv: Plain = (x) => approximations().erfinv(x);
export const erfcinv: Plain = (x) => approximations().erfcinv(x);

/** exp(x²)·erfc(x). */
export const erfcx: Plain = (x) => approximations().erfcx(x);

/** The logarithm of the standard normal distribution function. */
export function logNdtr(x: number): number {
  const z = x * Math.SQRT1_2;
  if (x < -1) return Math.log(erfcx(-z) / 2) - z * z;
  return Math.log1p(-erfc(z) / 2);
}

/** log|Γ(x)|. */
export const gammaln: Plain = (x) => (Number.isNaN(x) ? x : approximations().gammaln(x));

export function gamma(x: number): number {
  if (x === 0) return 1 / x;
  return x === -Infinity ? Number.NaN : approximations().gamma(x);
}

/** The derivative of order + 1 of log Γ. */
export function polygamma(order: number, x: number): number {
  if (order > 0) return higherPolygamma(order, x);
  if (x === 0) return -1 / x;
  if (x === Infinity) return Infinity;
  return x < 0 && Number.isInteger(x) ? Number.NaN : approximations().digamma(x);
}

/** Bernoulli's numbers B2, B4, ... */
const bernoulli = [
  1 / 6,
  -1 / 30,
  1 / 42,
  -1 / 30,
  5 / 66,
  -691 / 2730,
  7 / 6,
  -3617 / 510,
  43867 / 798,
];

/** By steps of 1 to where the asymptotic series holds. */
function higherPolygamma(order: number, x: number): number {
  // Nothing is known where the steps would not end.
  if (!(x > -1e6)) return Number.NaN;
  const sign = order % 2 === 1 ? 1 : -1;
  let sum = 0;
  let at = x;
  for (; at < 24 + order; at++) sum += at ** -(order + 1);
  // (order-1)!/at^order + order!/(2 at^(order+1)) + B2k (2k+order-1)!/((2k)! at^(2k+order)), over order!.
  let series = 1 / order / at ** order + 0.5 / at ** (order + 1);
  let weight = 1 / at ** order / order;
  for (const [k, number] of bernoulli.entries()) {
    const twice = 2 * k + 2;
    weight *= ((twice + order - 2) * (twice + order - 1)) / (twice - 1) / twice / (at * at);
    series += number * weight;
  }
  let factorial = 1;
  for (let k = 2; k <= order; k++) factorial *= k;
  return sign * factorial * (sum + series);
}

/** The modified Bessel function of the first kind, of an integer order; all terms have one sign. */
export function besselI(order: number, x: number): number {
  if (Math.abs(x) === Infinity) return order % 2 === 1 ? x : Infinity;
  const half = x / 2;
  let term = 1;
  for (let k = 1; k <= order; k++) term *= half / k;
  let sum = term;
  for (let k = 1; Math.abs(term) > 1e-18 * Math.abs(sum) && sum !== Infinity; k++) {
    term *= (half * half) / (k * (k + order));
    sum += term;
  }
  return sum;
}
