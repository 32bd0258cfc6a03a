/**
 * Functions of single elements that are one op each: a table of unary and a
 * table of binary functions, and the few whose integers behave differently.
 */
import type { EntryId } from '../../engine/graph';
import type { OpName } from '../../engine/op';
import type { LibraryCall } from '../library-call';
import type { ArrayValue } from '../values';
import {
  type BinaryOp,
  cast,
  type Functions,
  finish,
  pair,
  reshape,
  scalar,
  typeOf,
} from './shared';

/** Ops of one operand without parameters. */
type UnaryOp = Extract<
  OpName,
  | 'exp'
  | 'expm1'
  | 'log'
  | 'log1p'
  | 'log2'
  | 'log10'
  | 'sqrt'
  | 'cbrt'
  | 'sin'
  | 'cos'
  | 'tan'
  | 'asin'
  | 'acos'
  | 'atan'
  | 'sinh'
  | 'cosh'
  | 'tanh'
  | 'asinh'
  | 'acosh'
  | 'atanh'
  | 'sigmoid'
  | 'erf'
  | 'erfc'
  | 'erfcx'
  | 'erfinv'
  | 'erfcinv'
  | 'logNdtr'
  | 'gammaln'
  | 'gamma'
  | 'abs'
  | 'sign'
  | 'negate'
  | 'isnan'
  | 'isinf'
  | 'floor'
  | 'ceil'
  | 'trunc'
  | 'round'
>;

const unary: readonly UnaryOp[] = [
  'exp',
  'expm1',
  'log',
  'log1p',
  'log2',
  'log10',
  'sqrt',
  'cbrt',
  'sin',
  'cos',
  'tan',
  'asin',
  'acos',
  'atan',
  'sinh',
  'cosh',
  'tanh',
  'asinh',
  'acosh',
  'atanh',
  'sigmoid',
  'erf',
  'erfc',
  'erfcx',
  'erfinv',
  'erfcinv',
  'logNdtr',
  'gammaln',
  'gamma',
  'abs',
  'sign',
  'negate',
  'isnan',
  'isinf',
];

/** They give floats, of integers too. */
const rounding: readonly UnaryOp[] = ['floor', 'ceil', 'trunc', 'round'];

const binary: readonly BinaryOp[] = [
  'add',
  'subtract',
  'multiply',
  'divide',
  'floorDivide',
  'floorMod',
  'remainder',
  'maximum',
  'minimum',
  'atan2',
  'hypot',
  'logaddexp',
  'less',
  'lessEqual',
  'greater',
  'greaterEqual',
  'equal',
  'notEqual',
  'shiftLeft',
  'shiftRight',
];

const logical = ['and', 'or', 'xor'] as const;
const bits = { bitAnd: 'and', bitOr: 'or', bitXor: 'xor' } as const;

function table<K extends string>(
  names: readonly K[],
  compute: (call: LibraryCall, name: K) => EntryId,
): Functions {
  return Object.fromEntries(
    names.map((name) => [name, (call: LibraryCall) => finish(call, compute(call, name))]),
  );
}

export const elementwise: Functions = {
  ...table(unary, (call, op) => call.apply(op, [call.entry('x')], null)),
  ...table(rounding, (call, op) => cast(call, call.apply(op, [call.entry('x')], null), 'float')),
  ...table(binary, (call, op) => pair(call, op, call.entry('a'), call.entry('b'))),
  ...table(logical, (call, op) =>
    pair(call, op, cast(call, call.entry('a'), 'bool'), cast(call, call.entry('b'), 'bool')),
  ),
  ...table(Object.keys(bits) as (keyof typeof bits)[], (call, op) => {
    const [a, b] = [call.entry('a'), call.entry('b')];
    if (typeOf(call, a) === 'float' || typeOf(call, b) === 'float') {
      call.raise('TypeError', `${call.name}() takes integers and bools only`);
    }
    const bools = typeOf(call, a) === 'bool' && typeOf(call, b) === 'bool';
    return pair(call, bools ? bits[op] : op, a, b);
  }),
  not: (call) => finish(call, call.apply('not', [cast(call, call.entry('x'), 'bool')], null)),
  invert: (call) => finish(call, invert(call)),
  power: (call) => finish(call, power(call)),
  floatPower: (call) => {
    const base = cast(call, call.entry('a'), 'float');
    return finish(call, pair(call, 'power', base, call.entry('b')));
  },
  absFloat: (call) => finish(call, call.apply('abs', [cast(call, call.entry('x'), 'float')], null)),
  outerAdd: (call) => outer(call, 'add'),
  outerSubtract: (call) => outer(call, 'subtract'),
  outerMultiply: (call) => outer(call, 'multiply'),
  outerDivide: (call) => outer(call, 'divide'),
  outerMaximum: (call) => outer(call, 'maximum'),
  outerMinimum: (call) => outer(call, 'minimum'),
  square: (call) => {
    const x = call.entry('x');
    return finish(call, call.apply('multiply', [x, x], null));
  },
  reciprocal: (call) => {
    const x = call.entry('x');
    const quotient = call.apply('divide', [scalar(call, 1, 'int'), x], null);
    return finish(call, typeOf(call, x) === 'float' ? quotient : cast(call, quotient, 'int'));
  },
  exp2: (call) => finish(call, call.apply('power', [scalar(call, 2), call.entry('x')], null)),
  /** Times a fixed factor: degrees and radians. */
  toRadians: (call) => finish(call, times(call, Math.PI / 180)),
  toDegrees: (call) => finish(call, times(call, 180 / Math.PI)),
  same: (call) => finish(call, call.entry('x')),
};

/** Every element of a with every element of b. */
function outer(call: LibraryCall, op: BinaryOp): ArrayValue {
  const [a, b] = [call.entry('a'), call.entry('b')];
  const rank = call.shapeOf(b).length;
  const column = reshape(call, a, [...call.shapeOf(a), ...new Array<number>(rank).fill(1)]);
  return call.give(pair(call, op, column, b));
}

function times(call: LibraryCall, factor: number): EntryId {
  return call.apply('multiply', [call.entry('x'), scalar(call, factor)], null);
}

function invert(call: LibraryCall): EntryId {
  const x = call.entry('x');
  if (typeOf(call, x) === 'bool') return call.apply('not', [x], null);
  if (typeOf(call, x) === 'float')
    call.raise('TypeError', `${call.name}() takes integers and bools only`);
  return call.apply('subtract', [scalar(call, -1, 'int'), x], null);
}

function power(call: LibraryCall): EntryId {
  const [a, b] = [call.entry('a'), call.entry('b')];
  const whole = typeOf(call, a) !== 'float' && typeOf(call, b) !== 'float';
  if (whole && call.machine.graph.value(b).some((exponent) => exponent < 0)) {
    call.raise(
      'ValueError',
      'integers to negative integer powers are not allowed: use a float base',
    );
  }
  return pair(call, 'power', a, b);
}
