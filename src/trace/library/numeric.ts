/** Elementwise functions of signs, parts and whole numbers; windows of signals; limits of types. */
import type { EntryId } from '../../engine/graph';
import type { LibraryCall } from '../library-call';
import { plainManager } from '../managers';
import { bool, int, none, tuple, type Value } from '../values';
import { algebra } from './algebra';
import { formulas } from './gamma';
import { cast, constant, type Functions, filled, finish, pair, typeOf } from './shared';

export const numeric: Functions = {
  ...formulas({
    copySign: (m, call) => {
      const size = m.abs(m.get('a'));
      return m.choose(signBit(call, call.entry('b')), m.negate(size), size);
    },
    signBit: (_m, call) => signBit(call, call.entry('x')),
    isPositiveInfinity: (m, call) =>
      m.and(call.apply('isinf', [m.get('x')], null), m.above(m.get('x'), m.k(0))),
    isNegativeInfinity: (m, call) =>
      m.and(call.apply('isinf', [m.get('x')], null), m.less(m.get('x'), m.k(0))),
    logaddexp2: (m) => {
      const [a, b] = ['a', 'b'].map((name) => m.product(m.get(name), m.k(Math.LN2)));
      return m.product(m.logaddexp(a, b), m.k(Math.LOG2E));
    },
    /** a·2ᵇ. */
    scaledByPower: (m) => m.product(m.get('a'), m.power(m.k(2), m.get('b'))),
  }),
  floorAndRest: (call) => {
    const [a, b] = [call.entry('a'), call.entry('b')];
    const parts = (['floorDivide', 'floorMod'] as const).map((op) =>
      call.give(pair(call, op, a, b)),
    );
    return tuple(parts);
  },
  fractionAndWhole: (call) => {
    const x = cast(call, call.entry('x'), 'float');
    const whole = call.apply('trunc', [x], null);
    return tuple([call.give(pair(call, 'subtract', x, whole)), call.give(whole)]);
  },
  greatestDivisor: (call) => finish(call, ofIntegers(call, greatestDivisor)),
  leastMultiple: (call) =>
    finish(
      call,
      ofIntegers(call, (a, b) =>
        a === 0 || b === 0 ? 0 : Math.abs(a * b) / greatestDivisor(a, b),
      ),
    ),
  /** Steps of equal ratio from start to stop. */
  geometricSteps: (call) => {
    const m = algebra(call);
    const [start, stop] = [m.get('start'), m.get('stop')];
    const count = call.integer('num');
    const gaps = call.flag('endpoint') ? count - 1 : count;
    const parts = constant(
      call,
      Float64Array.from({ length: count }, (_, k) => (gaps === 0 ? 0 : k / gaps)),
      [count],
    );
    return call.give(m.product(start, m.power(m.over(stop, start), parts)));
  },
  hanningWindow: (call) => cosines(call, [0.5, -0.5]),
  hammingWindow: (call) => cosines(call, [0.54, -0.46]),
  blackmanWindow: (call) => cosines(call, [0.42, -0.5, 0.08]),
  bartlettWindow: (call) =>
    shaped(call, (at, last) => (2 / last) * (last / 2 - Math.abs(at - last / 2))),
  kaiserWindow: (call) => {
    const count = call.integer('M');
    const m = algebra(call);
    const places = Float64Array.from({ length: count }, (_, i) =>
      Math.sqrt(1 - ((2 * i) / (count - 1) - 1) ** 2),
    );
    if (count === 1) return call.give(constant(call, [1], [1]));
    const angle = m.product(m.get('beta'), constant(call, places, [count]));
    const high = call.apply('besselI', [angle], { order: 0 });
    return call.give(m.over(high, call.apply('besselI', [m.get('beta')], { order: 0 })));
  },
  /** The least and the largest of an integer type. */
  integerLimits: (call) => {
    const value = call.value('dtype');
    const word = value.kind === 'type' ? value.type : value.kind === 'text' ? value.value : 'int64';
    const bits = Number(/\d+$/.exec(word)?.[0] ?? 64);
    const signed = !word.startsWith('u');
    const most = signed ? 2 ** (bits - 1) - 1 : 2 ** bits - 1;
    const attributes = new Map<string, Value>([
      ['max', int(most)],
      ['min', int(signed ? -(2 ** (bits - 1)) : 0)],
      ['bits', int(bits)],
    ]);
    const type = {
      kind: 'class',
      name: call.name,
      bases: [],
      attributes: new Map(),
      place: call.place,
      open: false,
    } as const;
    return { kind: 'instance', type, attributes };
  },
  /** A context without an effect: `with np.errstate(...)`. */
  plainContext: () => plainManager(none),
  imaginary: (call) => {
    const x = call.entry('x');
    return call.give(filled(call, call.shapeOf(x), 0, typeOf(call, x)));
  },
  /** Every number here is real. */
  allReal: (call) => {
    const shape = call.array('x').shape;
    const count = shape.reduce((a, b) => a * b, 1);
    return call.give(constant(call, new Float64Array(count).fill(1), shape, 'bool'));
  },
  neverComplex: () => bool(false),
  alwaysReal: () => bool(true),
};

function signBit(call: LibraryCall, entry: EntryId): EntryId {
  const m = algebra(call);
  const floats = cast(call, entry, 'float');
  const negativeZero = m.and(m.equal(floats, m.k(0)), m.less(m.over(m.k(1), floats), m.k(0)));
  return m.or(m.less(floats, m.k(0)), negativeZero);
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : greatestDivisor(b, a % b);
}

/** A function of pairs of integers that broadcast; it has no derivative. */
function ofIntegers(call: LibraryCall, value: (a: number, b: number) => number): EntryId {
  const [a, b] = [call.entry('a'), call.entry('b')];
  if ([a, b].some((each) => typeOf(call, each) === 'float')) {
    call.raise('TypeError', `${call.name}() takes integers only`);
  }
  const { graph } = call.machine;
  const zero = pair(call, 'multiply', a, cast(call, constant(call, [0], [], 'int'), 'int'));
  const left = pair(call, 'add', a, pair(call, 'multiply', b, constant(call, [0], [], 'int')));
  const right = pair(call, 'add', b, zero);
  graph.pin(left, call.place);
  graph.pin(right, call.place);
  const others = graph.value(right);
  const data = Array.from(graph.value(left), (each, at) => value(each, others[at]));
  return constant(call, data, call.shapeOf(left), 'int');
}

function shaped(call: LibraryCall, value: (at: number, last: number) => number): Value {
  const count = call.integer('M');
  const data = Array.from({ length: Math.max(0, count) }, (_, at) =>
    count === 1 ? 1 : value(at, count - 1),
  );
  return call.give(constant(call, data, [data.length]));
}

/** Sums of cosines of a whole number of turns. */
function cosines(call: LibraryCall, factors: readonly number[]): Value {
  return shaped(call, (at, last) =>
    factors.reduce((sum, factor, k) => sum + factor * Math.cos((2 * Math.PI * k * at) / last), 0),
  );
}
