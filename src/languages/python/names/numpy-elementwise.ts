/** numpy's functions of single elements. */
import type { Names } from '../../../syntax/tables';
import { functions } from './notation';

const UNARY = 'x, out=None, where=True, dtype!, casting!, subok!, order!';
const BINARY = 'x1:a, x2:b, out=None, where=True, dtype!, casting!, subok!, order!';

const unary: Readonly<Record<string, string>> = {
  exp: 'exp',
  exp2: 'exp2',
  expm1: 'expm1',
  log: 'log',
  log1p: 'log1p',
  log2: 'log2',
  log10: 'log10',
  sqrt: 'sqrt',
  cbrt: 'cbrt',
  square: 'square',
  reciprocal: 'reciprocal',
  sin: 'sin',
  cos: 'cos',
  tan: 'tan',
  arcsin: 'asin',
  arccos: 'acos',
  arctan: 'atan',
  asin: 'asin',
  acos: 'acos',
  atan: 'atan',
  sinh: 'sinh',
  cosh: 'cosh',
  tanh: 'tanh',
  arcsinh: 'asinh',
  arccosh: 'acosh',
  arctanh: 'atanh',
  asinh: 'asinh',
  acosh: 'acosh',
  atanh: 'atanh',
  abs: 'abs',
  absolute: 'abs',
  fabs: 'absFloat',
  sign: 'sign',
  negative: 'negate',
  positive: 'same',
  floor: 'floor',
  ceil: 'ceil',
  trunc: 'trunc',
  fix: 'trunc',
  rint: 'round',
  isnan: 'isnan',
  isinf: 'isinf',
  isfinite: 'isfinite',
  logical_not: 'not',
  invert: 'invert',
  bitwise_not: 'invert',
  deg2rad: 'toRadians',
  radians: 'toRadians',
  rad2deg: 'toDegrees',
  degrees: 'toDegrees',
  conj: 'same',
  conjugate: 'same',
};

const binary: Readonly<Record<string, string>> = {
  add: 'add',
  subtract: 'subtract',
  multiply: 'multiply',
  divide: 'divide',
  true_divide: 'divide',
  floor_divide: 'floorDivide',
  mod: 'floorMod',
  remainder: 'floorMod',
  fmod: 'remainder',
  power: 'power',
  pow: 'power',
  float_power: 'floatPower',
  maximum: 'maximum',
  minimum: 'minimum',
  fmax: 'fmax',
  fmin: 'fmin',
  arctan2: 'atan2',
  atan2: 'atan2',
  hypot: 'hypot',
  logaddexp: 'logaddexp',
  heaviside: 'heaviside',
  less: 'less',
  less_equal: 'lessEqual',
  greater: 'greater',
  greater_equal: 'greaterEqual',
  equal: 'equal',
  not_equal: 'notEqual',
  logical_and: 'and',
  logical_or: 'or',
  logical_xor: 'xor',
  bitwise_and: 'bitAnd',
  bitwise_or: 'bitOr',
  bitwise_xor: 'bitXor',
  left_shift: 'shiftLeft',
  right_shift: 'shiftRight',
};

function rows(table: Readonly<Record<string, string>>, signature: string): Names {
  return functions(
    Object.entries(table)
      .map(([name, id]) => `${name} = ${id}(${signature})`)
      .join('\n'),
  );
}

export const numpyElementwise: Names = {
  ...rows(unary, UNARY),
  ...rows(binary, BINARY),
  ...functions(`
    where = where(condition, x:a=None, y:b=None)
    clip = clip(a, a_min:low=None, a_max:high=None, out=None)
    round around round_ = roundTo(a:x, decimals:digits=0, out=None)
    sinc = sinc(x)
    isclose = isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False)
    allclose = allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False)
    array_equiv = arrayEqual(a1:a, a2:b, *, equal_nan=False)
    array_equal = arrayEqual(a1:a, a2:b, equal_nan=False)
    nan_to_num = nanToNum(x, copy=True, nan=None, posinf=None, neginf=None)
    real = same(val:x)
    imag = imaginary(val:x)
    isreal = allReal(x)
    isrealobj = alwaysReal(x)
    iscomplexobj = neverComplex(x)
    isposinf = isPositiveInfinity(x, out=None)
    isneginf = isNegativeInfinity(x, out=None)
    signbit = signBit(x, out=None)
    copysign = copySign(x1:a, x2:b, out=None)
    ldexp = scaledByPower(x1:a, x2:b, out=None)
    logaddexp2 = logaddexp2(x1:a, x2:b, out=None)
    divmod = floorAndRest(x1:a, x2:b)
    modf = fractionAndWhole(x)
    gcd = greatestDivisor(x1:a, x2:b, out=None)
    lcm = leastMultiple(x1:a, x2:b, out=None)
    i0 = besselI0(x)
    real_if_close = same(a:x, tol!=100)
  `),
};

/** What a ufunc has of its own, by library id: `np.add.at`, `np.maximum.reduce`. */
export const ufuncMembers: Readonly<Record<string, Names>> = {
  add: {
    ...functions(`
      at = addAt(a, indices, b)
      reduce = sum(a:a, axis=0, dtype=None, out=None, keepdims=False, initial=None, where:chosen=True)
      accumulate = cumsum(array:a, axis=0, dtype=None, out=None)
      outer = outerAdd(A:a, B:b)
    `),
  },
  subtract: functions(`
    at = subtractAt(a, indices, b)
    outer = outerSubtract(A:a, B:b)
  `),
  multiply: functions(`
    reduce = prod(array:a, axis=0, dtype=None, out=None, keepdims=False, initial=None, where:chosen=True)
    accumulate = cumprod(array:a, axis=0, dtype!, out=None)
    outer = outerMultiply(A:a, B:b)
  `),
  maximum: functions(`
    reduce = max(array:a, axis=0, dtype!, out=None, keepdims=False, initial=None, where:chosen=True)
    accumulate = runningMax(array:a, axis=0, dtype!, out=None)
    outer = outerMaximum(A:a, B:b)
  `),
  minimum: functions(`
    reduce = min(array:a, axis=0, dtype!, out=None, keepdims=False, initial=None, where:chosen=True)
    accumulate = runningMin(array:a, axis=0, dtype!, out=None)
    outer = outerMinimum(A:a, B:b)
  `),
  and: functions(
    'reduce = all(array:a, axis=0, dtype!, out=None, keepdims=False, where:chosen=True)',
  ),
  or: functions(
    'reduce = any(array:a, axis=0, dtype!, out=None, keepdims=False, where:chosen=True)',
  ),
  logaddexp: functions('reduce = logSumExp(array:a, axis=0, keepdims=False, *, weights=None)'),
  divide: functions('outer = outerDivide(A:a, B:b)'),
};
