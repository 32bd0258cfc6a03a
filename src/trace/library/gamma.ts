/** The gamma function's family, the normal distribution function, Bessel functions, and their kin. */
import type { EntryId } from '../../engine/graph';
import type { LibraryCall } from '../library-call';
import { type Algebra, algebra } from './algebra';
import { type Functions, finish } from './shared';

export const gammaFunctions: Functions = {
  ...formulas({
    beta: (m) => signed(m, m.get('a'), m.get('b')),
    betaLog: (m) => betaLog(m, m.get('a'), m.get('b')),
    gammaSign: (m) => gammaSign(m, m.get('x')),
    factorial: (m, call) => {
      const n = m.get('n');
      const value = call.apply('gamma', [m.sum(n, m.k(1))], null);
      return m.choose(m.less(n, m.k(0)), m.k(0), value);
    },
    binomial: (m, call) => {
      const [n, k] = [m.get('n'), m.get('k')];
      const ways = m.over(m.k(1), m.product(m.sum(n, m.k(1)), chances(m, n, k)));
      // Counts of things are whole: rounding gives them their last digits.
      const whole = call.apply('round', [ways], null);
      const { graph } = call.machine;
      const counts = !graph.dependsOnInput(ways) && graph.value(ways).every((x) => x < 1e12);
      const areWhole = [n, k].every((each) => graph.value(each).every(Number.isInteger));
      const outside = m.or(m.less(k, m.k(0)), m.above(k, n));
      return areWhole ? m.choose(outside, m.k(0), counts ? whole : ways) : ways;
    },
    pochhammer: (m, call) => {
      const a = m.get('a');
      const high = call.apply('gamma', [m.sum(a, m.get('n'))], null);
      return m.over(high, call.apply('gamma', [a], null));
    },
    inverseGamma: (m, call) => m.over(m.k(1), call.apply('gamma', [m.get('x')], null)),
    multivariateGammaLog: (m, call) => {
      const a = m.get('a');
      const d = call.integer('d');
      const terms = Array.from({ length: d }, (_, j) => m.gammaln(m.minus(a, m.k(j / 2))));
      return m.sum(m.k((d * (d - 1) * Math.log(Math.PI)) / 4), ...terms);
    },
    digamma: (m, call) => call.apply('polygamma', [m.get('x')], { order: 0 }),
    polygamma: (m, call) => {
      const order = call.integer('n');
      if (order < 0) call.raise('ValueError', `${call.name}(): the order is not negative`);
      return call.apply('polygamma', [m.get('x')], { order });
    },
    ndtr: (m) => normalDistribution(m, m.get('x')),
    ndtri: (m) => normalQuantile(m, m.get('x')),
    besselI0: (m, call) => call.apply('besselI', [m.get('x')], { order: 0 }),
    besselI1: (m, call) => call.apply('besselI', [m.get('x')], { order: 1 }),
    besselI: (m, call) => {
      const order = call.integer('v');
      if (order < 0) call.refuse(`${call.name}() is supported for whole orders from 0 only`);
      return call.apply('besselI', [m.get('x')], { order });
    },
    besselJ0: (m, call) => besselJ(m, call, 0),
    besselJ1: (m, call) => besselJ(m, call, 1),
    besselJ: (m, call) => besselJ(m, call, call.integer('v')),
    scaledBesselI0: (m, call) => scaledBessel(m, call, 0),
    scaledBesselI1: (m, call) => scaledBessel(m, call, 1),
    xLog1pY: (m) => m.xlog1py(m.get('a'), m.get('b')),
    huber: (m) => {
      const [delta, r] = [m.get('a'), m.get('b')];
      const size = m.abs(r);
      const outer = m.product(delta, m.minus(size, m.product(m.k(0.5), delta)));
      return m.choose(m.atMost(size, delta), m.product(m.k(0.5), r, r), outer);
    },
    pseudoHuber: (m) => {
      const [delta, r] = [m.get('a'), m.get('b')];
      const slope = m.over(r, delta);
      const root = m.sqrt(m.sum(m.k(1), m.product(slope, slope)));
      return m.product(delta, delta, m.minus(root, m.k(1)));
    },
    boxCox: (m) => boxCox(m, m.get('x'), m.get('power')),
    inverseBoxCox: (m) => {
      const [y, power] = [m.get('y'), m.get('power')];
      const none = m.equal(power, m.k(0));
      const safe = m.choose(none, m.k(1), power);
      return m.choose(none, m.exp(y), m.exp(m.over(m.log1p(m.product(y, safe)), safe)));
    },
    /** (exp(x) − 1) / x. */
    relativeExp: (m) => {
      const x = m.get('x');
      const zero = m.equal(x, m.k(0));
      const safe = m.choose(zero, m.k(1), x);
      const limit = m.sum(m.k(1), m.product(m.k(0.5), x));
      return m.choose(zero, limit, m.over(m.expm1(safe), safe));
    },
    /** cos(x) − 1. */
    cosMinusOne: (m) => {
      const half = m.sin(m.product(m.get('x'), m.k(0.5)));
      return m.product(m.k(-2), half, half);
    },
  }),
};

/** Library functions of formulas. */
export function formulas(
  table: Readonly<Record<string, (m: Algebra, call: LibraryCall) => EntryId>>,
): Functions {
  return Object.fromEntries(
    Object.entries(table).map(([id, formula]) => [
      id,
      (call: LibraryCall) => finish(call, formula(algebra(call), call)),
    ]),
  );
}

/** log B(a, b). */
export function betaLog(m: Algebra, a: EntryId, b: EntryId): EntryId {
  return m.minus(m.sum(m.gammaln(a), m.gammaln(b)), m.gammaln(m.sum(a, b)));
}

/** Φ(x). */
export function normalDistribution(m: Algebra, x: EntryId): EntryId {
  return m.product(m.k(0.5), m.erfc(m.product(x, m.k(-Math.SQRT1_2))));
}

/** The inverse of Φ. */
export function normalQuantile(m: Algebra, p: EntryId): EntryId {
  return m.product(m.k(-Math.SQRT2), m.erfcinv(m.product(m.k(2), p)));
}

function signed(m: Algebra, a: EntryId, b: EntryId): EntryId {
  const sign = m.product(gammaSign(m, a), gammaSign(m, b), gammaSign(m, m.sum(a, b)));
  return m.product(sign, m.exp(betaLog(m, a, b)));
}

/** The sign of Γ(x). */
function gammaSign(m: Algebra, x: EntryId): EntryId {
  const half = m.product(m.floor(x), m.k(0.5));
  const even = m.equal(m.floor(half), half);
  return m.choose(m.or(m.atLeast(x, m.k(0)), even), m.k(1), m.k(-1));
}

/** B(n − k + 1, k + 1). */
function chances(m: Algebra, n: EntryId, k: EntryId): EntryId {
  return signed(m, m.sum(m.minus(n, k), m.k(1)), m.sum(k, m.k(1)));
}

/** exp(−|x|)·I(x); beyond 700 the factors leave the range of floats. */
function scaledBessel(m: Algebra, call: LibraryCall, order: number): EntryId {
  const x = m.get('x');
  const { graph } = call.machine;
  if (graph.value(x).some((each) => Math.abs(each) > 700)) {
    call.refuse(`${call.name}() is supported up to 700 only`);
  }
  return m.product(m.exp(m.negate(m.abs(x))), call.apply('besselI', [x], { order }));
}

/**
 * Bessel's integral (1/π)·∫ cos(n·τ − x·sin τ) dτ over half a period, by the trapezoidal rule, which is
 * exact to rounding for a periodic function once it has some more nodes than |x| + |n|.
 */
function besselJ(m: Algebra, call: LibraryCall, order: number): EntryId {
  const x = m.get('x');
  const reach = Math.max(0, ...call.machine.graph.value(x).map(Math.abs)) + Math.abs(order);
  if (!(reach < 400)) call.refuse(`${call.name}() is supported up to 400 only`);
  const count = Math.ceil(reach / 2) + 30;
  const terms = Array.from({ length: count + 1 }, (_, at) => {
    const angle = (Math.PI * at) / count;
    const phase = m.minus(m.k(order * angle), m.product(x, m.k(Math.sin(angle))));
    const weight = at === 0 || at === count ? 0.5 : 1;
    return m.product(m.k(weight / count), m.cos(phase));
  });
  return m.sum(...terms);
}

function boxCox(m: Algebra, x: EntryId, power: EntryId): EntryId {
  const none = m.equal(power, m.k(0));
  const safe = m.choose(none, m.k(1), power);
  return m.choose(none, m.log(x), m.over(m.expm1(m.product(safe, m.log(x))), safe));
}
