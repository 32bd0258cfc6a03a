/** A short way to write formulas of ops that broadcast, for functions made of many steps. */
import type { EntryId } from '../../engine/graph';
import type { LibraryCall } from '../library-call';
import { type BinaryOp, cast, choose, pair, scalar } from './shared';

type UnaryName =
  | 'negate'
  | 'abs'
  | 'exp'
  | 'expm1'
  | 'log'
  | 'log1p'
  | 'sqrt'
  | 'tan'
  | 'atan'
  | 'sin'
  | 'cos'
  | 'floor'
  | 'sigmoid'
  | 'erf'
  | 'erfc'
  | 'erfcinv'
  | 'logNdtr'
  | 'gammaln';

export type Algebra = ReturnType<typeof algebra>;

/** Operations on the entries of one call. */
export function algebra(call: LibraryCall) {
  const binary = (op: BinaryOp) => (a: EntryId, b: EntryId) => pair(call, op, a, b);
  const unary = (op: UnaryName) => (a: EntryId) => call.apply(op, [a], null);
  const k = (value: number) => scalar(call, value);
  const add = binary('add');
  const multiply = binary('multiply');
  const choice = (condition: EntryId, a: EntryId, b: EntryId) => choose(call, condition, a, b);
  const and = binary('and');
  const equal = binary('equal');
  const log = unary('log');
  const log1p = unary('log1p');
  const zero = (a: EntryId) => equal(a, k(0));
  return {
    k,
    /** A parameter of the call as floats. */
    get: (name: string) => cast(call, call.entry(name), 'float'),
    sum: (...terms: EntryId[]) => terms.reduce(add),
    product: (...factors: EntryId[]) => factors.reduce(multiply),
    minus: binary('subtract'),
    over: binary('divide'),
    power: binary('power'),
    maximum: binary('maximum'),
    minimum: binary('minimum'),
    less: binary('less'),
    atLeast: binary('greaterEqual'),
    above: binary('greater'),
    atMost: binary('lessEqual'),
    logaddexp: binary('logaddexp'),
    equal,
    and,
    or: binary('or'),
    choose: choice,
    negate: unary('negate'),
    abs: unary('abs'),
    exp: unary('exp'),
    expm1: unary('expm1'),
    log,
    log1p,
    sqrt: unary('sqrt'),
    tan: unary('tan'),
    atan: unary('atan'),
    sin: unary('sin'),
    cos: unary('cos'),
    floor: unary('floor'),
    sigmoid: unary('sigmoid'),
    erf: unary('erf'),
    erfc: unary('erfc'),
    erfcinv: unary('erfcinv'),
    logNdtr: unary('logNdtr'),
    gammaln: unary('gammaln'),
    /** x·log(y), and 0 where x is 0 whatever y is. */
    xlogy: (x: EntryId, y: EntryId) =>
      multiply(x, log(choice(and(zero(x), binary('lessEqual')(y, k(0))), k(1), y))),
    /** x·log(1 + y), and 0 where x is 0 whatever y is. */
    xlog1py: (x: EntryId, y: EntryId) =>
      multiply(x, log1p(choice(and(zero(x), binary('lessEqual')(y, k(-1))), k(0), y))),
  };
}
