/**
 * Probability distributions: densities, and where they are elementary the
 * distribution functions and quantiles, all of z = (x − loc) / scale.
 */
import type { EntryId } from '../../engine/graph';
import type { LibraryCall } from '../library-call';
import { setEntry, text, tuple, type Value } from '../values';
import { type Algebra, algebra } from './algebra';
import { betaLog, normalDistribution, normalQuantile } from './gamma';
import type { Functions } from './shared';

type Formula = (m: Algebra, z: EntryId, ...shapes: EntryId[]) => EntryId;

interface Distribution {
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

const methods = 'pdf logpdf pmf logpmf cdf sf logcdf logsf ppf'.split(' ');

const positive: Formula = (m, z) => m.atLeast(z, m.k(0));
const unit: Formula = (m, z) => m.and(m.atLeast(z, m.k(0)), m.atMost(z, m.k(1)));
const half = (m: Algebra, x: EntryId) => m.product(m.k(0.5), x);
const square = (m: Algebra, x: EntryId) => m.product(x, x);
const rest = (m: Algebra, x: EntryId) => m.minus(m.k(1), x);
const whole = (m: Algebra, k: EntryId) => m.equal(m.floor(k), k);
const next = (m: Algebra, x: EntryId) => m.sum(x, m.k(1));

const continuous: Readonly<Record<string, Distribution>> = {
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

const counts: Readonly<Record<string, Distribution>> = {
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

export const distributions: Functions = {
  ...methodsOf(continuous, false),
  ...methodsOf(counts, true),
};

function laplaceBelow(m: Algebra, z: EntryId): EntryId {
  const tail = half(m, m.exp(m.negate(m.abs(z))));
  return m.choose(m.above(z, m.k(0)), rest(m, tail), tail);
}

/** `distribution.norm.pdf` and so on: what each can be asked for. */
function methodsOf(table: Readonly<Record<string, Distribution>>, discrete: boolean): Functions {
  const functions: Record<string, Functions[string]> = {};
  const density = discrete ? 'pmf' : 'pdf';
  for (const [name, own] of Object.entries(table)) {
    const id = `distribution.${name}`;
    const parameters = [...(own.shapes ?? []), 'loc', ...(discrete ? [] : ['scale'])];
    functions[id] = (call) => frozen(call, id, parameters);
    functions[`${id}.log${density}`] = (call) => call.give(logDensity(call, own, discrete));
    functions[`${id}.${density}`] = (call) =>
      call.give(call.apply('exp', [logDensity(call, own, discrete)], null));
    const { below, quantile } = own;
    if (below !== undefined) {
      const above: Formula = own.above ?? ((m, ...z) => rest(m, below(m, ...z)));
      const logBelow: Formula = own.logBelow ?? ((m, ...z) => m.log(below(m, ...z)));
      const logAbove: Formula = own.logAbove ?? ((m, ...z) => m.log(above(m, ...z)));
      functions[`${id}.cdf`] = (call) => call.give(cumulative(call, own, below, 0, 1));
      functions[`${id}.sf`] = (call) => call.give(cumulative(call, own, above, 1, 0));
      functions[`${id}.logcdf`] = (call) =>
        call.give(cumulative(call, own, logBelow, -Infinity, 0));
      functions[`${id}.logsf`] = (call) => call.give(cumulative(call, own, logAbove, 0, -Infinity));
    }
    if (quantile !== undefined) {
      functions[`${id}.ppf`] = (call) => {
        const m = algebra(call);
        const shapes = (own.shapes ?? []).map(m.get);
        const z = quantile(m, m.get('x'), ...shapes);
        return call.give(m.sum(m.product(z, m.get('scale')), m.get('loc')));
      };
    }
  }
  return functions;
}

/** A distribution with its parameters given: its methods, with them bound. */
export function frozen(call: LibraryCall, id: string, parameters: readonly string[]): Value {
  const { machine, place } = call;
  const given = call.rest('parameters');
  if (given.length > parameters.length) {
    call.raise('TypeError', `${call.name}() takes at most ${parameters.length} arguments`);
  }
  const named = call.value('keywords');
  const entries = new Map(named.kind === 'dict' ? named.entries : []);
  for (const [at, value] of given.entries()) setEntry(entries, text(parameters[at]), value);
  const attributes = new Map<string, Value>();
  for (const method of methods) {
    const found = machine.attribute(id, call.name, method, place);
    if (found === null) continue;
    const receiver = tuple([found, tuple([]), { kind: 'dict', entries }]);
    const signature = 'bound, *arguments, **keywords';
    const name = `${call.name}.${method}`;
    attributes.set(method, { kind: 'library', name, id: 'callPartial', signature, receiver });
  }
  const type = {
    kind: 'class',
    name: call.name,
    bases: [],
    attributes: new Map(),
    place,
    open: true,
  } as const;
  return { kind: 'instance', type, attributes };
}

function logDensity(call: LibraryCall, own: Distribution, discrete: boolean): EntryId {
  const m = algebra(call);
  const moved = m.minus(m.get('x'), m.get('loc'));
  const z = discrete ? moved : m.over(moved, m.get('scale'));
  const shapes = (own.shapes ?? []).map(m.get);
  const value = own.log(m, z, ...shapes);
  const scaled = discrete ? value : m.minus(value, m.log(m.get('scale')));
  if (own.support === undefined) return scaled;
  return m.choose(own.support(m, z, ...shapes), scaled, m.k(-Infinity));
}

/** A distribution function: inside the support by its formula, `low` below it and `high` above. */
function cumulative(
  call: LibraryCall,
  own: Distribution,
  formula: Formula,
  low: number,
  high: number,
): EntryId {
  const m = algebra(call);
  const z = m.over(m.minus(m.get('x'), m.get('loc')), m.get('scale'));
  const shapes = (own.shapes ?? []).map(m.get);
  const value = formula(m, z, ...shapes);
  if (own.support === undefined) return value;
  const outside = m.choose(m.less(z, m.k(1)), m.k(low), m.k(high));
  return m.choose(own.support(m, z, ...shapes), value, outside);
}
