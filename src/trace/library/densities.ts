/**
 * Probability distributions as data: the logarithm of the density, and where they
 * are elementary the distribution function and its inverse, all of
 * z = (x − loc) / scale.
 */
import type { EntryId } from '../../engine/graph';
import type { Algebra } from './algebra';
import { betaLog, normalDistribution, normalQuantile } from './gamma';

export type Formula = (m: Algebra, z: EntryId, ...shapes: EntryId[]) => EntryId;

export interface Distribution {
  /** The parameters before loc and scale. */
  readonly shapes?: readonly string[];
  /** Where the density is not 0; everywhere when absent. */
  readonly support?: Formula;
  readonly log: Formula;
  /** P(Z ≤ z) inside the support. */
  readonly below?: Formula;
  /** P(Z > z) inside the support, where 1 − below would lose digits. */
  readonly above?: Formula;
  readonly logBelow?: Formula;
  readonly logAbove?: Formula;
  readonly quantile?: Formula;
  /** Of counts: it has no scale. */
  readonly discrete?: true;
}

const positive: Formula = (m, z) => m.atLeast(z, m.k(0));
const unit: Formula = (m, z) => m.and(m.atLeast(z, m.k(0)), m.atMost(z, m.k(1)));
const half = (m: Algebra, x: EntryId) => m.product(m.k(0.5), x);
const square = (m: Algebra, x: EntryId) => m.product(x, x);
const rest = (m: Algebra, x: EntryId) => m.minus(m.k(1), x);
const whole = (m: Algebra, k: EntryId) => m.equal(m.floor(k), k);
const next = (m: Algebra, x: EntryId) => m.sum(x, m.k(1));

export const continuous: Readonly<Record<string, Distribution>> = {
  norm: {
    log: (m, z) => m.minus(m.product(m.k(-0.5), square(m, z)), m.k(Math.log(2 * Math.PI) / 2)),
    below: normalDistribution,
    above: (m, z) => normalDistribution(m, m.negate(z)),
    logBelow: (m, z) => m.logNdtr(z),
    logAbove: (m, z) => m.logNdtr(m.negate(z)),
    quantile: normalQuantile,
  },
  expon: {
    support: positive,
    log: (m, z) => m.negate(z),
    below: (m, z) => m.negate(m.expm1(m.negate(z))),
    above: (m, z) => m.exp(m.negate(z)),
    logAbove: (m, z) => m.negate(z),
    quantile: (m, q) => m.negate(m.log1p(m.negate(q))),
  },
  uniform: {
    support: unit,
    log: (m, z) => m.minus(z, z),
    below: (_m, z) => z,
    quantile: (_m, q) => q,
  },
  gamma: {
    shapes: ['a'],
    support: positive,
    log: (m, z, a) => m.minus(m.minus(m.xlogy(m.minus(a, m.k(1)), z), z), m.gammaln(a)),
  },
  beta: {
    shapes: ['a', 'b'],
    support: unit,
    log: (m, z, a, b) => {
      const left = m.xlogy(m.minus(a, m.k(1)), z);
      const right = m.xlog1py(m.minus(b, m.k(1)), m.negate(z));
      return m.minus(m.sum(left, right), betaLog(m, a, b));
    },
  },
  chi2: {
    shapes: ['df'],
    support: positive,
    log: (m, z, df) => {
      const power = m.xlogy(m.minus(half(m, df), m.k(1)), z);
      const area = m.sum(m.gammaln(half(m, df)), m.product(df, m.k(Math.LN2 / 2)));
      return m.minus(m.minus(power, half(m, z)), area);
    },
  },
  t: {
    shapes: ['df'],
    log: (m, z, df) => {
      const more = half(m, next(m, df));
      const area = m.sum(
        m.minus(m.gammaln(half(m, df)), m.gammaln(more)),
        half(m, m.log(m.product(df, m.k(Math.PI)))),
      );
      return m.negate(m.sum(m.product(more, m.log1p(m.over(square(m, z), df))), area));
    },
  },
  invgamma: {
    shapes: ['a'],
    support: (m, z) => m.above(z, m.k(0)),
    log: (m, z, a) =>
      m.negate(m.sum(m.product(next(m, a), m.log(z)), m.gammaln(a), m.over(m.k(1), z))),
  },
  laplace: {
    log: (m, z) => m.minus(m.k(-Math.LN2), m.abs(z)),
    below: laplaceBelow,
    above: (m, z) => laplaceBelow(m, m.negate(z)),
  },
  logistic: {
    log: (m, z) => m.negate(m.sum(z, m.product(m.k(2), m.logaddexp(m.k(0), m.negate(z))))),
    below: (m, z) => m.sigmoid(z),
    above: (m, z) => m.sigmoid(m.negate(z)),
    logBelow: (m, z) => m.negate(m.logaddexp(m.k(0), m.negate(z))),
    logAbove: (m, z) => m.negate(m.logaddexp(m.k(0), z)),
    quantile: (m, q) => m.minus(m.log(q), m.log1p(m.negate(q))),
  },
  cauchy: {
    log: (m, z) => m.minus(m.k(-Math.log(Math.PI)), m.log1p(square(m, z))),
    below: (m, z) => m.sum(m.k(0.5), m.product(m.atan(z), m.k(1 / Math.PI))),
    above: (m, z) => m.minus(m.k(0.5), m.product(m.atan(z), m.k(1 / Math.PI))),
    quantile: (m, q) => m.tan(m.product(m.minus(q, m.k(0.5)), m.k(Math.PI))),
  },
  lognorm: {
    shapes: ['s'],
    support: (m, z) => m.above(z, m.k(0)),
    log: (m, z, s) => {
      const level = m.over(m.log(z), s);
      const area = m.log(m.product(s, z, m.k(Math.sqrt(2 * Math.PI))));
      return m.minus(m.product(m.k(-0.5), square(m, level)), area);
    },
    below: (m, z, s) => normalDistribution(m, m.over(m.log(z), s)),
    above: (m, z, s) => normalDistribution(m, m.negate(m.over(m.log(z), s))),
    quantile: (m, q, s) => m.exp(m.product(s, normalQuantile(m, q))),
  },
  halfnorm: {
    support: positive,
    log: (m, z) => m.minus(m.k(Math.log(2 / Math.PI) / 2), half(m, square(m, z))),
    below: (m, z) => m.erf(m.product(z, m.k(Math.SQRT1_2))),
    above: (m, z) => m.erfc(m.product(z, m.k(Math.SQRT1_2))),
  },
  rayleigh: {
    support: positive,
    log: (m, z) => m.minus(m.log(z), half(m, square(m, z))),
    below: (m, z) => m.negate(m.expm1(m.negate(half(m, square(m, z))))),
    above: (m, z) => m.exp(m.negate(half(m, square(m, z)))),
  },
  gumbel_r: {
    log: (m, z) => m.negate(m.sum(z, m.exp(m.negate(z)))),
    below: (m, z) => m.exp(m.negate(m.exp(m.negate(z)))),
    logBelow: (m, z) => m.negate(m.exp(m.negate(z))),
    quantile: (m, q) => m.negate(m.log(m.negate(m.log(q)))),
  },
  pareto: {
    shapes: ['b'],
    support: (m, z) => m.atLeast(z, m.k(1)),
    log: (m, z, b) => m.minus(m.log(b), m.product(next(m, b), m.log(z))),
    below: (m, z, b) => rest(m, m.power(z, m.negate(b))),
    above: (m, z, b) => m.power(z, m.negate(b)),
  },
  weibull_min: {
    shapes: ['c'],
    support: positive,
    log: (m, z, c) => m.minus(m.sum(m.log(c), m.xlogy(m.minus(c, m.k(1)), z)), m.power(z, c)),
    below: (m, z, c) => m.negate(m.expm1(m.negate(m.power(z, c)))),
    above: (m, z, c) => m.exp(m.negate(m.power(z, c))),
  },
};

export const counts: Readonly<Record<string, Distribution>> = {
  poisson: {
    shapes: ['mu'],
    support: (m, k) => m.and(positive(m, k), whole(m, k)),
    log: (m, k, mu) => m.minus(m.minus(m.xlogy(k, mu), m.gammaln(next(m, k))), mu),
  },
  bernoulli: {
    shapes: ['p'],
    support: (m, k) => m.and(unit(m, k), whole(m, k)),
    log: (m, k, p) => m.sum(m.xlogy(k, p), m.xlog1py(rest(m, k), m.negate(p))),
  },
  binom: {
    shapes: ['n', 'p'],
    support: (m, k, n) => m.and(m.and(positive(m, k), m.atMost(k, n)), whole(m, k)),
    log: (m, k, n, p) => {
      const others = m.minus(n, k);
      const ways = m.minus(
        m.minus(m.gammaln(next(m, n)), m.gammaln(next(m, k))),
        m.gammaln(next(m, others)),
      );
      return m.sum(ways, m.xlogy(k, p), m.xlog1py(others, m.negate(p)));
    },
  },
  geom: {
    shapes: ['p'],
    support: (m, k) => m.and(m.atLeast(k, m.k(1)), whole(m, k)),
    log: (m, k, p) => m.sum(m.xlog1py(m.minus(k, m.k(1)), m.negate(p)), m.log(p)),
  },
  nbinom: {
    shapes: ['n', 'p'],
    support: (m, k) => m.and(positive(m, k), whole(m, k)),
    log: (m, k, n, p) => {
      const ways = m.minus(m.minus(m.gammaln(m.sum(n, k)), m.gammaln(n)), m.gammaln(next(m, k)));
      return m.sum(ways, m.product(n, m.log(p)), m.xlog1py(k, m.negate(p)));
    },
  },
};

function laplaceBelow(m: Algebra, z: EntryId): EntryId {
  const tail = half(m, m.exp(m.negate(m.abs(z))));
  return m.choose(m.above(z, m.k(0)), rest(m, tail), tail);
}
